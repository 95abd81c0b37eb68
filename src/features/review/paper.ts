import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { withRevisions } from '../indicator/door.js';
import { minutesFile, minutesPaper } from './messages/minutes-paper.js';
import { deniedRefusal, slotRefusal } from './messages/refusals.js';

/** The minutes of a review as a file, into the direct messages of who leads reviews. */
export async function sendMinutes(ctx: Ctx, { slot: id }: { readonly slot: number }): Promise<Outcome> {
  const { program, person, store, language } = ctx;
  const permission = may(person, 'lead-review', { programId: program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, language));
  const slot = await store.reviewSlots.byId(program.id, id);
  if (slot === null) return slotRefusal(ctx, 'settled', null);
  const items = await store.actionItems.ofSlot(program.id, slot.id);
  const owners = new Set(items.map(({ ownerId }) => ownerId));
  const people = await store.people.contacts(program.workspaceId, [...owners]);
  const units = new Map(
    (await store.roster.all(program.id)).flatMap(({ id: person, duties }) => {
      const unit = (duties.find(({ role }) => role === 'unit-head') ?? duties.find(({ unitName }) => unitName))
        ?.unitName;
      return unit && owners.has(person) ? [[person, unit] as const] : [];
    }),
  );
  const needs =
    slot.projectId === null && slot.unitId === null ? [] : await store.firmNeeds.ofSlot(program.id, slot.id);
  const looked = slot.agenda?.find(({ kind }) => kind === 'indicators');
  const sheetId = looked?.kind === 'indicators' ? looked.sheetId : null;
  const sheet = sheetId === null ? null : await store.indicatorSheets.byId(program.id, sheetId);
  const indicators = sheet === null ? null : await withRevisions(store, program.id, sheet);
  const given = { slot, items, people, units, needs, indicators };
  const bytes = await ctx.papers.write(minutesPaper(ctx, given, language));
  const { name, comment } = minutesFile(ctx, slot, language);
  return { kind: 'files', files: [{ name, bytes }], comment };
}
