import type { ItemCase } from '../../store/action-items.js';
import type { Transaction } from '../../store/index.js';
import { agendaKey, itemKey } from './keys.js';
import { itemPost } from './messages/item.js';
import { tellMinutes } from './minutes.js';
import type { Acts } from './model.js';

/** Says how an item stands in the thread of the review that decided it, as one line that is edited in place. */
export async function tellItem(ctx: Acts, tx: Transaction, item: ItemCase): Promise<void> {
  if (item.slotId === null) return;
  const { program } = ctx;
  const agenda = await tx.posts.byDedupeKey(program.workspaceId, agendaKey(item.slotId));
  const at = (await tx.posts.addressesOf(program.workspaceId, [agendaKey(item.slotId)])).get(agendaKey(item.slotId));
  if (agenda === null || at === undefined) return;
  const people = await tx.people.contacts(
    program.workspaceId,
    [item.ownerId, item.state.endedById].filter((id) => id !== null),
  );
  const language = (await tx.obstacles.languages(program.workspaceId, program.id, [at])).get(at) ?? 'zh';
  await tx.notify(ctx, {
    to: at,
    dedupeKey: itemKey(item.id),
    message: itemPost(ctx, { item, people }, language),
    under: agenda.id,
  });
  const slot = await tx.reviewSlots.byId(program.id, item.slotId);
  if (slot?.outcome === 'held') await tellMinutes(ctx, tx, slot, { at, under: agenda.id });
}
