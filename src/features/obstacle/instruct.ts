import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';

/** An instruction about a case is one about its project: it stands on both cards for good. */
export const keepInstruction = (ctx: Ctx, tx: Transaction, { id, projectId }: ObstacleCase, text: string) =>
  tx.instructions.add({
    programId: ctx.program.id,
    projectId,
    obstacleId: id,
    personId: ctx.person.id,
    text,
    at: ctx.now,
    cause: ctx.cause,
  });
