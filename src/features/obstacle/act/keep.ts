import { type Moved, nextDue } from '../../../domain/obstacle.js';
import type { Transaction } from '../../../store/index.js';
import type { ObstacleCase } from '../../../store/obstacles.js';
import { postObstacle } from '../posts.js';
import type { Acts, Scene } from './around.js';

/**
 * Keeps what happened to a case within its transaction: where it stands, when something falls due next, the log and the
 * posts. `before` is how it stood; `personId` null: the clock did it.
 */
export async function keep(
  ctx: Acts,
  tx: Transaction,
  before: ObstacleCase,
  moved: Moved,
  scene: Scene,
  personId: number | null,
): Promise<ObstacleCase> {
  const { state, steps } = moved;
  await tx.activity.add(
    steps.map((step) => ({
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      at: ctx.now,
      personId,
      action: `obstacle-${step.kind}`,
      thing: 'obstacle',
      thingId: before.id,
      before: { standing: before.state.standing, rung: before.state.rung, version: before.state.version },
      // What it is about is in the log with its first step: whoever reads the log alone knows each case.
      after: step.kind === 'flagged' ? { ...step, ...aboutOf(before) } : step,
      cause: ctx.cause,
    })),
  );
  const after = { ...before, state };
  const addresses = await postObstacle(ctx, tx, before, after, steps, scene);
  await tx.obstacles.save(before.id, state, nextDue(state, scene.around)?.at ?? null, addresses);
  return { ...after, addresses };
}

const aboutOf = ({ number, code, milestone, matter, state }: ObstacleCase) => ({
  number,
  project: code,
  milestone,
  matter,
  obstacle: state.kind,
  urgent: state.urgent,
});
