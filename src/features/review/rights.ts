import type { ItemAct } from '../../domain/action-item.js';
import { may } from '../../domain/permission.js';
import type { ItemThing } from '../../domain/permission-things.js';
import type { Ctx } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';

/** An item as the rules look at it. */
export const thingOf = (item: ItemCase): ItemThing => ({
  programId: item.programId,
  itemOwnerId: item.ownerId,
  ownerUnitIds: item.ownerUnitIds,
  ownerId: item.projectOwnerId,
  sponsorId: item.sponsorId,
});

/** By which rule each act is let in; that it is finished the ordinary report says. */
export const RIGHTS = {
  done: 'answer-item',
  late: 'answer-item',
  drop: 'judge-item',
  keep: 'judge-item',
} as const satisfies Readonly<Record<Exclude<ItemAct, 'finish'>, 'answer-item' | 'judge-item'>>;

/** Whether somebody may do this with such an item: what its buttons are offered by. */
export const mayOn = (
  { person }: Pick<Ctx, 'person'>,
  action: 'see-item' | 'answer-item' | 'judge-item',
  item: ItemCase,
) => may(person, action, thingOf(item)).allowed;

export const maySeeItem = (ctx: Pick<Ctx, 'person'>, item: ItemCase): boolean => mayOn(ctx, 'see-item', item);
