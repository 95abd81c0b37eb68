import { may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import type { LISTS } from './ids.js';
import { itemMessage } from './messages/item.js';
import { listMessage } from './messages/list.js';
import { unknownRefusal } from './messages/refusals.js';
import type { SeenItem } from './model.js';
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

type Asked = { readonly of: (typeof LISTS)[number]; readonly slot: number | null; readonly offset: number };

/** The items that somebody may see: theirs, all that are open, or what one review decided. */
export async function list(ctx: Ctx, asked: Asked): Promise<Outcome> {
  const { store, program, person } = ctx;
  const all =
    asked.of === 'slot' && asked.slot !== null
      ? await store.actionItems.ofSlot(program.id, asked.slot)
      : asked.of === 'mine'
        ? await ownItems(ctx)
        : await store.actionItems.open(program.id);
  const items = all.filter((item) => mayOn(ctx, 'see-item', item));
  const people = await store.people.contacts(
    program.workspaceId,
    items.map(({ ownerId }) => ownerId),
  );
  const leads = may(person, 'lead-review', { programId: program.id }).allowed;
  return { kind: 'say', message: listMessage(ctx, { items, people, asked, leads }) };
}

/** The items that somebody is to do, or who they stand in for. */
export const ownItems = ({ store, program, person }: Ctx): Promise<readonly ItemCase[]> =>
  store.actionItems.openOwnedBy(program.id, [person.id, ...person.standsInFor]);

/** Another page, in the place of the one whose button was pressed; the first one is a message of its own. */
export const turnPage = async (ctx: Ctx, asked: Asked): Promise<Outcome> => {
  const page = await list(ctx, asked);
  return asked.offset === 0 ? page : inItsPlace(page);
};
