import { type Choices, type Comparison, compareLedger, NO_CHOICES } from '../../domain/ledger-compare/index.js';
import type { LedgerSheet } from '../../domain/ledger-sheet/index.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Refusal } from '../../feature.js';
import type { KeptImport } from '../../store/ledger-imports.js';
import { inLanguage } from '../../text/language.js';
import { knownColumns } from './matches.js';
import { importWords } from './messages/import-words.js';
import { choicesOf, countsOf, type ImportCounts, MOST_LINES, understoodOf } from './understood.js';

export type Refused = { readonly refused: Refusal };

/** A file beside the ledger, to be confirmed. Nothing of it is written. */
export type Previewed = {
  readonly id: number;
  readonly fileName: string;
  readonly sheet: LedgerSheet;
  readonly comparison: Comparison;
  readonly counts: ImportCounts;
  /** How many heads were matched before: by them the file was read, too. */
  readonly remembered: number;
};

/** A file as it lies at Slack. A form names a file by its id alone. */
export type ImportFile = { readonly id: string; readonly name: string | null };

/** One byte more is refused unread; a ledger of 2,000 rows has 300 kB. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Why somebody may not import; null: they may. */
export function mayNotEdit(ctx: Ctx): Refused | null {
  const permission = may(ctx.person, 'edit-ledger', { programId: ctx.program.id });
  if (permission.allowed) return null;
  const words = inLanguage(importWords, ctx.language);
  return {
    refused: { wrong: denialWords(permission.denied, ctx.language), understood: null, instead: words.whoImports },
  };
}

/** Reads a spreadsheet, compares it with the ledger and keeps what it would change. A file's faults never refuse it, only its cells. */
export async function previewFile(ctx: Ctx, file: ImportFile, cause: string): Promise<Previewed | Refused | 'decided'> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const before = await ctx.store.ledgerImports.ofCause(ctx.program.id, cause);
  if (before !== null && before.standing !== 'previewed') return 'decided';
  const read = await compareFile(ctx, file, before === null ? NO_CHOICES : choicesOf(before.understood));
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
  const words = inLanguage(importWords, ctx.language);
  const kept = await ctx.store.ledgerImports.byId(ctx.program.id, id);
  if (kept === null || kept.slackFileId === null) return { refused: { ...words.gone, understood: null } };
  if (kept.standing !== 'previewed') return { refused: { ...words.decided[kept.standing], understood: null } };
  const file = { id: kept.slackFileId, name: kept.fileName };
  const read = await compareFile(ctx, file, decide(choicesOf(kept.understood)));
  if ('refused' in read) return read;
  const { sheet, comparison, choices, revision, remembered } = read;
  const renewed = await ctx.store.ledgerImports.renew(ctx.program.id, id, {
    ledgerRevision: revision,
    understood: understoodOf(sheet, comparison, choices),
    at: ctx.now,
  });
  if (!renewed) return { refused: { ...words.decided.confirmed, understood: null } };
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
  const words = inLanguage(importWords, ctx.language);
  const programId = ctx.program.id;
  const [file, columns] = await Promise.all([ctx.readFile(id, MOST_BYTES), ctx.store.ledgerImports.columns(programId)]);
  if (file === 'too-big') return { refused: { ...words.tooBig(MOST_BYTES / 1024 / 1024), understood: null } };
  if (file === 'gone') return { refused: { ...words.fileGone, understood: null } };
  const answer = await ctx.sheets.read(file.bytes, name ?? file.name, {
    year: ctx.program.year,
    columns: knownColumns(columns),
  });
  if ('refused' in answer) {
    const { wrong, instead } = answer.refused;
    return { refused: { wrong: wrong[ctx.language], understood: null, instead: instead[ctx.language] } };
  }
  const ledger = await ctx.store.ledger.now(programId);
  const comparison = compareLedger(answer.ledger, ledger, choices);
  if (comparison.lines.length > MOST_LINES)
    return { refused: { ...words.tooManyLines(comparison.lines.length, MOST_LINES), understood: null } };
  return {
    remembered: columns.size,
    fileName: name ?? file.name,
    sheet: answer.ledger,
    comparison,
    choices,
    revision: ledger.revision,
  };
}
