import { type Choices, type Comparison, compareLedger, NO_CHOICES } from '../../domain/ledger-compare/index.js';
import type { LedgerSheet } from '../../domain/ledger-sheet/index.js';
import { type Ctx, refuseIn } from '../../feature.js';
import type { KeptImport } from '../../store/ledger-imports.js';
import { MOST_LINES } from './limits.js';
import { knownColumns } from './matches.js';
import { decidedRefused, fileGone, goneRefused, tooBig, tooManyLines } from './messages/refusals.js';
import type { ImportFile, Previewed, Refused } from './model.js';
import { mayNotEdit } from './rights.js';
import { countsOf, understoodOf } from './understood.js';
import { readUnderstood } from './understood-shape.js';

/** One byte more is refused unread; a ledger of 2,000 rows has 300 kB. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Reads a spreadsheet, compares it with the ledger and keeps what it would change. A file's faults never refuse it, only its cells. */
export async function previewFile(ctx: Ctx, file: ImportFile, cause: string): Promise<Previewed | Refused | 'decided'> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const before = await ctx.store.ledgerImports.ofCause(ctx.program.id, cause);
  if (before !== null && before.standing !== 'previewed') return 'decided';
  const read = await compareFile(ctx, file, before === null ? NO_CHOICES : choicesIn(before.understood));
  if ('refused' in read) return read;
  const { fileName, sheet, comparison, choices, revision, remembered } = read;
  const id = await ctx.store.ledgerImports.keep({
    programId: ctx.program.id,
    personId: ctx.person.id,
    fileName,
    slackFileId: file.id,
    ledgerRevision: revision,
    understood: understoodOf(sheet, comparison, choices),
    at: ctx.now,
    cause,
  });
  return { id, fileName, sheet, comparison, remembered, counts: countsOf(sheet, comparison) };
}

/** Reads an import's file again, with decisions made since, beside the ledger as it is now. */
export async function compareAgain(
  ctx: Ctx,
  id: number,
  decide: (choices: Choices) => Choices = (choices) => choices,
): Promise<{ readonly kept: KeptImport; readonly previewed: Previewed } | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const kept = await ctx.store.ledgerImports.byId(ctx.program.id, id);
  if (kept === null || kept.slackFileId === null) return goneRefused(ctx);
  if (kept.standing !== 'previewed') return decidedRefused(kept.standing, ctx);
  const file = { id: kept.slackFileId, name: kept.fileName };
  const read = await compareFile(ctx, file, decide(choicesIn(kept.understood)));
  if ('refused' in read) return read;
  const { sheet, comparison, choices, revision, remembered } = read;
  const renewed = await ctx.store.ledgerImports.renew(ctx.program.id, id, {
    ledgerRevision: revision,
    understood: understoodOf(sheet, comparison, choices),
    at: ctx.now,
  });
  if (!renewed) return decidedRefused('confirmed', ctx);
  return {
    kept,
    previewed: { id, fileName: kept.fileName, sheet, comparison, remembered, counts: countsOf(sheet, comparison) },
  };
}

type Read = {
  readonly remembered: number;
  readonly fileName: string;
  readonly sheet: LedgerSheet;
  readonly comparison: Comparison;
  readonly choices: Choices;
  readonly revision: number;
};

async function compareFile(ctx: Ctx, { id, name }: ImportFile, choices: Choices): Promise<Read | Refused> {
  const programId = ctx.program.id;
  const [file, columns] = await Promise.all([ctx.readFile(id, MOST_BYTES), ctx.store.ledgerImports.columns(programId)]);
  if (file === 'too-big') return tooBig(MOST_BYTES / 1024 / 1024, ctx);
  if (file === 'gone') return fileGone(ctx);
  const answer = await ctx.sheets.read(file.bytes, name ?? file.name, {
    year: ctx.program.year,
    columns: knownColumns(columns),
  });
  if ('refused' in answer) return { refused: refuseIn(ctx.language, answer.refused).refusal };
  const ledger = await ctx.store.ledger.now(programId);
  const comparison = compareLedger(answer.ledger, ledger, choices);
  if (comparison.lines.length > MOST_LINES) return tooManyLines(comparison.lines.length, MOST_LINES, ctx);
  return {
    remembered: columns.size,
    fileName: name ?? file.name,
    sheet: answer.ledger,
    comparison,
    choices,
    revision: ledger.revision,
  };
}

/** The choices of a kept import; none where it is not readable any more. */
const choicesIn = (understood: unknown): Choices => readUnderstood(understood)?.choices ?? NO_CHOICES;
