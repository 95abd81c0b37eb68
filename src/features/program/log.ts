import type { Instant } from '../../domain/day.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';

export function log(ctx: Ctx, tx: Transaction, action: string, programId: number, after: object): Promise<void> {
  const at: Instant = ctx.now;
  return tx.activity.add([
    {
      workspaceId: ctx.program.workspaceId,
      programId,
      at,
      personId: ctx.person.id,
      action,
      thing: 'program',
      thingId: programId,
      after,
      cause: ctx.cause,
    },
  ]);
}
