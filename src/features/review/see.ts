import { may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import { itemMessage } from './messages/item.js';
import { listMessage } from './messages/list.js';
import { unknownRefusal } from './messages/refusals.js';
import type { Asked, SeenItem } from './model.js';
import { mayOn } from './rights.js';

/** Everybody whom an item names. */
const peopleOf = ({ ownerId, createdById, state }: ItemCase): readonly number[] =>
  [ownerId, createdById, state.endedById].filter((id) => id !== null);

export const seen = async (ctx: Pick<Ctx, 'store' | 'program'>, item: ItemCase): Promise<SeenItem> => ({
  item,
  people: await ctx.store.people.contacts(ctx.program.workspaceId, peopleOf(item)),
});

/** An item's card, to one person; null where there is none or they may not, which is not told apart. */
export async function showCard(
  ctx: Ctx,
  which: { readonly id: number } | { readonly number: number },
): Promise<Outcome> {
  const { actionItems } = ctx.store;
  const item =
    'id' in which
      ? await actionItems.byId(ctx.program.id, which.id)
      : await actionItems.byNumber(ctx.program.id, which.number);
  if (item === null || !mayOn(ctx, 'see-item', item)) return unknownRefusal(ctx);
  return { kind: 'say', message: itemMessage(ctx, await seen(ctx, item)) };
}

/** The items that somebody may see: theirs, all that are open, or what one review decided. */
export async function list(ctx: Ctx, asked: Asked): Promise<Outcome> {
  const { store, program, person } = ctx;
  const items = (await asksFor(ctx, asked)).filter((item) => mayOn(ctx, 'see-item', item));
  const people = await store.people.contacts(
    program.workspaceId,
    items.map(({ ownerId }) => ownerId),
  );
  const leads = may(person, 'lead-review', { programId: program.id }).allowed;
  return { kind: 'say', message: listMessage(ctx, { items, people, asked, leads }) };
}

function asksFor(ctx: Ctx, { of, slot, project, words = '' }: Asked): Promise<readonly ItemCase[]> {
  const { actionItems } = ctx.store;
  switch (of) {
    case 'mine':
      return ownItems(ctx);
    case 'open':
      return actionItems.open(ctx.program.id);
    case 'slot':
      return actionItems.ofSlot(ctx.program.id, slot ?? 0);
    case 'project':
      return actionItems.ofProject(ctx.program.id, project ?? 0);
    case 'found':
      return actionItems.withWords(ctx.program.id, words);
  }
}

/** What reviews decided about a project, as far as this person may see it; the newest first. */
export async function itemsOfProject(ctx: Ctx, project: number): Promise<readonly SeenItem[]> {
  const all = await ctx.store.actionItems.ofProject(ctx.program.id, project);
  const items = all.filter((item) => mayOn(ctx, 'see-item', item));
  const people = await ctx.store.people.contacts(ctx.program.workspaceId, [...new Set(items.flatMap(peopleOf))]);
  return items.map((item) => ({ item, people }));
}

/** Items that have these words, or null where there is none that this person may see. */
export async function findItems(ctx: Ctx, typed: string): Promise<Outcome | null> {
  const words = typed.trim();
  if (words.length < 2) return null;
  const found = await ctx.store.actionItems.withWords(ctx.program.id, words);
  if (!found.some((item) => mayOn(ctx, 'see-item', item))) return null;
  return list(ctx, { of: 'found', slot: null, offset: 0, words: words.slice(0, 60) });
}

/** The items that somebody is to do, or who they stand in for. */
export const ownItems = ({ store, program, person }: Ctx): Promise<readonly ItemCase[]> =>
  store.actionItems.openOwnedBy(program.id, [person.id, ...person.standsInFor]);

/** Another page, in the place of the one whose button was pressed; the first one is a message of its own. */
export const turnPage = async (ctx: Ctx, asked: Asked): Promise<Outcome> => {
  const page = await list(ctx, asked);
  return asked.offset === 0 ? page : inItsPlace(page);
};
