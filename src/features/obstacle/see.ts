import { actingOn } from '../../domain/obstacle.js';
import { may } from '../../domain/permission.js';
import type { Ctx, JobCtx, Outcome } from '../../feature.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { privateCard } from './messages/card.js';
import { handedOnMessage } from './messages/handed-on.js';
import { unknownRefusal } from './messages/refusals.js';
import type { MovedTo, Seen } from './model.js';
import { peopleOf } from './people.js';
import { thingOf } from './rights.js';
import { knowsProject } from './sight.js';

/** Shows a case's card to one person, with the buttons that are theirs. */
export async function showCard(
  ctx: Ctx,
  which: { readonly id: number } | { readonly number: number },
): Promise<Outcome> {
  const seen = await seeObstacle(ctx, which);
  if (!seen) return unknownRefusal(ctx);
  return { kind: 'say', message: seen.hidden ? handedOnMessage(ctx, seen) : privateCard(ctx, seen) };
}

/** A case for somebody to see; null where there is none or they may not, which is not told apart. */
export async function seeObstacle(ctx: Ctx, which: { id: number } | { number: number }): Promise<Seen | null> {
  const { store, program } = ctx;
  const obstacle =
    'id' in which
      ? await store.obstacles.byId(program.id, which.id)
      : await store.obstacles.byNumber(program.id, which.number);
  if (!obstacle || !may(ctx.person, 'see-obstacle', thingOf(obstacle)).allowed) return null;
  const seen = await seenOf(ctx, obstacle);
  return (await seesProject(ctx, obstacle)) ? seen : { ...seen, ...withoutProject(obstacle) };
}

/** Whether the reader may know of a case's project: its name, its unit, its people. */
async function seesProject(ctx: Ctx, obstacle: ObstacleCase): Promise<boolean> {
  const project = (await ctx.store.search(ctx.program)).byId.get(obstacle.projectId);
  return project !== undefined && knowsProject(ctx.person, obstacle, { ...project, programId: ctx.program.id });
}

const withoutProject = (obstacle: ObstacleCase) => ({
  obstacle: { ...obstacle, projectName: '', milestone: null },
  steps: [],
  people: new Map(),
  units: new Map(),
  actingId: null,
  hidden: true,
});

/** What became of a case, as its reader may be told. */
export async function movedAsSeen(ctx: Ctx, moved: MovedTo): Promise<MovedTo> {
  if (moved.kind === 'unknown' || (await seesProject(ctx, moved.obstacle))) return moved;
  return { ...moved, obstacle: { ...moved.obstacle, projectName: '', milestone: null } };
}

/** A case with its life and everybody whom it names; for work that no person asked for, too. */
export async function seenOf(ctx: Pick<JobCtx, 'store' | 'program' | 'today'>, obstacle: ObstacleCase): Promise<Seen> {
  const [seen] = await seenOfAll(ctx, [obstacle]);
  if (!seen) throw new Error(`obstacle ${obstacle.id} was not read`);
  return seen;
}

/** The same of several, in their order. Costs the same statements whatever their number. */
export async function seenOfAll(
  ctx: Pick<JobCtx, 'store' | 'program' | 'today'>,
  cases: readonly ObstacleCase[],
): Promise<readonly Seen[]> {
  const { store, program } = ctx;
  const steps = await store.obstacles.stepsOf(
    program.workspaceId,
    program.id,
    cases.map(({ id }) => id),
  );
  const units = new Map((await store.obstacles.units(program.id)).map((unit) => [unit.id, unit]));
  const leaves = await store.leaves.from(program.id, ctx.today);
  const read = cases.map((obstacle) => ({
    obstacle,
    steps: steps.get(obstacle.id) ?? [],
    actingId: actingOn(obstacle.state, { leaves }, ctx.today),
  }));
  const people = await store.people.contacts(
    program.workspaceId,
    read.flatMap((each) => [
      ...peopleOf(each.obstacle, each.steps),
      ...(each.actingId === null ? [] : [each.actingId]),
    ]),
  );
  return read.map((each) => ({ ...each, people, units }));
}
