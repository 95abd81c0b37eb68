import { type Moved, nextDue } from '../../domain/obstacle.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { closeByObstacles } from '../review/door.js';
import type { Acts, CaseContext, Transition } from './model.js';
import { tell } from './tell.js';

/** Keeps what happened to one case. */
export async function saveTransition(
  ctx: Acts,
  tx: Transaction,
  before: ObstacleCase,
  moved: Moved,
  context: CaseContext,
  personId: number | null,
): Promise<ObstacleCase> {
  const [after] = await saveTransitions(ctx, tx, [{ before, moved, context, personId, cause: ctx.cause }]);
  if (!after) throw new Error(`obstacle ${before.id} was not kept`);
  return after;
}

/**
 * Keeps what happened to cases, each once in the list, within their transaction: where they stand, when something falls due
 * next, the log and the posts. Costs the same statements whatever their number.
 */
export async function saveTransitions(
  ctx: Acts,
  tx: Transaction,
  happened: readonly Transition[],
): Promise<readonly ObstacleCase[]> {
  await tx.activity.add(
    happened.flatMap(({ before, moved, personId, cause }) =>
      moved.steps.map((step, ordinal) => ({
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
        cause,
        ordinal,
      })),
    ),
  );
  const addresses = await tell(ctx, tx, happened);
  const after = happened.map(({ before, moved, context }) => ({
    case: { ...before, state: moved.state, addresses: addresses.get(before.id) ?? before.addresses },
    dueAt: nextDue(moved.state, context)?.at ?? null,
  }));
  await tx.obstacles.save(
    after.map(({ case: { id, state, addresses: has }, dueAt }) => ({ id, state, dueAt, addresses: has })),
  );
  await closeByObstacles(
    ctx,
    tx,
    happened.flatMap(({ before, moved, personId, cause }) =>
      moved.state.standing === 'closed' && before.state.standing !== 'closed'
        ? [{ obstacleId: before.id, by: personId ?? before.raisedById, cause }]
        : [],
    ),
  );
  return after.map((each) => each.case);
}

const aboutOf = ({ number, code, milestone, matter, state }: ObstacleCase) => ({
  number,
  project: code,
  milestone,
  matter,
  obstacle: state.kind,
  urgent: state.urgent,
});
