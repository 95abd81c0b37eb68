import { decided } from '../../domain/action-item.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';

/** Within a transaction: what is still to be done goes on into the next year's program, each as an item that was decided. */
export async function carryItems({ program, person, now, cause }: Ctx, tx: Transaction, toId: number): Promise<number> {
  const items = await tx.actionItems.carry(program.id, toId, now);
  await tx.activity.add(
    items.map(({ id, number, code, due }) => ({
      workspaceId: program.workspaceId,
      programId: toId,
      at: now,
      personId: person.id,
      action: 'item-decide',
      thing: 'item',
      thingId: id,
      after: { number, project: code, standing: decided(due).standing, due },
      cause: `${cause}:item:${id}`,
    })),
  );
  return items.length;
}
