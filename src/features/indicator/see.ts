import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { KeptIndicators } from '../../store/indicator-sheets.js';
import { indicatorsMessage, noIndicatorsMessage } from './messages/list.js';
import { deniedRefusal } from './messages/refusals.js';
import type { ShownIndicators } from './model.js';
import { withRevisions } from './read.js';

/** The indicators of the newest spreadsheet, or of an earlier one as it was. */
export async function seeIndicators(ctx: Ctx, { sheet: id }: { readonly sheet: number | null }): Promise<Outcome> {
  const { store, program, person } = ctx;
  const permission = may(person, 'see-goals', { programId: program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const takes = may(person, 'lead-review', { programId: program.id }).allowed;
  const { indicatorSheets } = store;
  const sheet = id === null ? await indicatorSheets.newest(program.id) : await indicatorSheets.byId(program.id, id);
  if (sheet === null) return { kind: 'say', message: noIndicatorsMessage(ctx, takes) };
  return { kind: 'say', message: indicatorsMessage(ctx, await seenIndicators(ctx, sheet), takes) };
}

export async function seenIndicators(
  { store, program }: Pick<Ctx, 'store' | 'program'>,
  sheet: KeptIndicators,
): Promise<ShownIndicators> {
  const people = await store.people.contacts(program.workspaceId, [sheet.takenById]);
  return { ...(await withRevisions(store, program.id, sheet)), takenBy: people.get(sheet.takenById) ?? null };
}
