import type { IndicatorSheet } from '../../domain/indicators.js';
import { denialWords, may } from '../../domain/permission.js';
import { type Ctx, type Outcome, refuseIn } from '../../feature.js';
import type { KeptIndicators } from '../../store/indicator-sheets.js';
import { refreshAgendas } from '../review/door.js';
import { indicatorsMessage } from './messages/list.js';
import { deniedRefusal, fileRefusal, indicatorRefusal } from './messages/refusals.js';
import { takeForm } from './messages/take-form.js';
import { seenIndicators } from './see.js';

/** A month's spreadsheet has a few kilobytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Opens the form to which the statistics office's spreadsheet is attached. */
export async function openTake(ctx: Ctx): Promise<Outcome> {
  const permission = may(ctx.person, 'lead-review', { programId: ctx.program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  return { kind: 'view', view: takeForm(ctx.place, ctx.language) };
}

/** Takes a month's spreadsheet: it stands beside the earlier ones, and the agenda that waits for it says so. */
export async function takeIndicators(
  ctx: Ctx,
  _: unknown,
  { file: [id] }: { readonly file: readonly string[] },
): Promise<Outcome> {
  const { store, program, person, now, today, cause } = ctx;
  const permission = may(person, 'lead-review', { programId: program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  if (id === undefined) return fileRefusal(ctx, 'none');
  const file = await ctx.readFile(id, MOST_BYTES);
  if (file === 'too-big' || file === 'gone') return fileRefusal(ctx, file);
  const read = await ctx.sheets.readIndicators(file.bytes, file.name, { year: program.year, today });
  if ('refused' in read) return refuseIn(ctx.language, read.refused);
  if ('fault' in read) return indicatorRefusal(ctx, read.fault);
  const taken = await store.transaction(async (tx): Promise<KeptIndicators | 'same'> => {
    const done = await tx.once(ctx, () => tx.indicatorSheets.byCause(program.id, cause));
    if (done) return done;
    // One after another: what the next is compared with is certain.
    await tx.indicatorSheets.lock(program.id);
    const newest = await tx.indicatorSheets.newest(program.id);
    if (newest !== null && isSame(newest, read.sheet)) return 'same';
    const sheet = { ...read.sheet, fileName: file.name, takenById: person.id };
    const kept = await tx.indicatorSheets.keep({ ...sheet, programId: program.id, at: now, cause });
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: now,
        personId: person.id,
        action: 'indicators-taken',
        thing: 'indicator-sheet',
        thingId: kept.id,
        after: { month: kept.month, indicators: kept.indicators.length, file: kept.fileName },
        cause,
      },
    ]);
    await refreshAgendas(ctx, tx);
    return kept;
  });
  if (taken === 'same') return fileRefusal(ctx, 'same');
  return { kind: 'say', message: indicatorsMessage(ctx, await seenIndicators(ctx, taken), true) };
}

const isSame = ({ month, indicators }: IndicatorSheet, other: IndicatorSheet): boolean =>
  month === other.month && JSON.stringify(indicators) === JSON.stringify(other.indicators);
