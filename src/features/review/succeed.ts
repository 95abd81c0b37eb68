import type { ItemCase } from '../../store/action-items.js';
import type { Transaction } from '../../store/index.js';
import type { Acts } from './model.js';
import { saveMove } from './move.js';

/** What goes from one person to another; `rest`: what is about no project of theirs, too, for their seat goes with it. */
type Handed = {
  readonly projectIds: readonly number[];
  readonly milestoneIds: readonly number[];
  readonly rest: boolean;
};

type Between = { readonly byId: number; readonly fromId: number; readonly toId: number };

/** Within a transaction: open items follow their project. Answers the ids of those that did. Who may is decided before. */
export async function succeedItems(
  ctx: Acts,
  tx: Transaction,
  handed: Handed,
  between: Between,
): Promise<readonly number[]> {
  const items = await tx.actionItems.lockHanded(ctx.program.id, between.fromId, handed);
  return give(ctx, tx, items, between);
}

/** The hand-over is taken back: what still is the successor's and open is its first owner's again. */
export async function returnItems(ctx: Acts, tx: Transaction, ids: readonly number[], between: Between): Promise<void> {
  const items = await tx.actionItems.lockThese(ctx.program.id, ids);
  const theirs = items.filter(({ ownerId, state }) => ownerId === between.fromId && state.standing === 'open');
  await give(ctx, tx, theirs, between);
}

async function give(ctx: Acts, tx: Transaction, items: readonly ItemCase[], { byId, toId }: Between) {
  for (const item of items)
    await saveMove(ctx, tx, item, {
      event: { do: 'succeed', to: toId },
      state: { ...item.state, version: item.state.version + 1 },
      personId: byId,
      cause: `${ctx.cause}:item:${item.id}`,
      with: { ownerId: toId },
    });
  return items.map(({ id }) => id);
}
