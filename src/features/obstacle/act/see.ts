import { actingOn } from '../../../domain/obstacle.js';
import { denialWords, may, type ObstacleThing } from '../../../domain/permission.js';
import type { Person } from '../../../domain/program.js';
import type { Ctx, JobCtx } from '../../../feature.js';
import type {
  ListedObstacle,
  LoggedStep,
  ObstacleCase,
  ObstacleFilter,
  ObstacleSight,
  UnitSeat,
} from '../../../store/obstacles.js';
import type { Contact } from '../../../store/people.js';
import { peopleOf } from '../people.js';

/** An obstacle as the rules look at it. */
export function thingOf(obstacle: ObstacleCase): ObstacleThing {
  const { state, milestoneOwnerId } = obstacle;
  return {
    programId: obstacle.programId,
    ownerId: obstacle.ownerId,
    coOwnerIds: obstacle.coOwnerIds,
    unitId: obstacle.unitId,
    sponsorId: obstacle.sponsorId,
    milestoneOwnerIds: milestoneOwnerId === null ? [] : [milestoneOwnerId],
    raisedById: obstacle.raisedById,
    rung: state.rung,
    departmentId: state.departmentId,
    holderId: state.holderId,
    claimedById: state.claimedById,
  };
}

/** What a list is narrowed to; the same as the rule `see-obstacle`. */
export function sightOf(person: Person): ObstacleSight {
  const everything = person.roles.some(({ role }) =>
    (['leader', 'commander', 'coordinator', 'viewer'] as const).some((each) => each === role),
  );
  return {
    everything,
    personIds: [person.id, ...person.standsInFor],
    unitIds: person.roles.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  };
}

/** A case with all that its card says. */
export type Seen = {
  readonly obstacle: ObstacleCase;
  readonly steps: readonly LoggedStep[];
  readonly people: ReadonlyMap<number, Contact>;
  readonly units: ReadonlyMap<number, UnitSeat>;
  /** Who acts today: who is named, or who stands in for them. */
  readonly actingId: number | null;
};

/** A case for somebody to see; null where there is none or they may not, which is not told apart. */
export async function seeObstacle(ctx: Ctx, which: { id: number } | { number: number }): Promise<Seen | null> {
  const { store, program } = ctx;
  const obstacle =
    'id' in which
      ? await store.obstacles.byId(program.id, which.id)
      : await store.obstacles.byNumber(program.id, which.number);
  if (!obstacle || !may(ctx.person, 'see-obstacle', thingOf(obstacle)).allowed) return null;
  return seenOf(ctx, obstacle);
}

/** A case with its life and everybody whom it names; for work that no person asked for, too. */
export async function seenOf(ctx: Pick<JobCtx, 'store' | 'program' | 'today'>, obstacle: ObstacleCase): Promise<Seen> {
  const { store, program } = ctx;
  const steps = await store.obstacles.steps(program.workspaceId, program.id, obstacle.id);
  const units = await store.obstacles.units(program.id);
  const leaves = await store.leaves.from(program.id, ctx.today);
  const actingId = actingOn(obstacle.state, { leaves }, ctx.today);
  const ids = [...peopleOf(obstacle, steps), ...(actingId === null ? [] : [actingId])];
  return {
    obstacle,
    steps,
    people: await store.people.contacts(program.workspaceId, ids),
    units: new Map(units.map((unit) => [unit.id, unit])),
    actingId,
  };
}

/** Rows of a list that fit one message. */
export const PAGE = 10;

export type Listing = {
  readonly filter: ObstacleFilter;
  readonly offset: number;
  readonly total: number;
  readonly rows: readonly ListedObstacle[];
  readonly people: ReadonlyMap<number, Contact>;
  readonly units: ReadonlyMap<number, UnitSeat>;
  /** How many of each unit's were urgent; for those who see the plan. */
  readonly urgent: readonly { readonly unitId: number; readonly urgent: number; readonly total: number }[];
};

/** The open cases that a person may see, a page of them. */
export async function listObstacles(ctx: Ctx, filter: ObstacleFilter, offset: number): Promise<Listing> {
  const { store, program } = ctx;
  const sight = sightOf(ctx.person);
  const { total, rows } = await store.obstacles.list(program.id, filter, sight, { now: ctx.now, offset, limit: PAGE });
  const units = await store.obstacles.units(program.id);
  return {
    filter,
    offset,
    total,
    rows,
    people: await store.people.contacts(
      program.workspaceId,
      rows.flatMap((row) => row.holderId ?? []),
    ),
    units: new Map(units.map((unit) => [unit.id, unit])),
    urgent:
      sight.everything && filter.of === 'all' && offset === 0 ? await store.obstacles.urgentShares(program.id) : [],
  };
}

/** Why somebody may not, in words. */
export const whyNot = (
  ctx: Ctx,
  action: 'work-obstacle' | 'verify-obstacle' | 'withdraw-obstacle' | 'set-ladder',
  obstacle: ObstacleCase,
) => {
  const permission = may(ctx.person, action, thingOf(obstacle));
  return permission.allowed ? null : denialWords(permission.denied, ctx.language);
};
