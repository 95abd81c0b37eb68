import { daysBetween, type LocalDay } from '../day.js';
import { type DigestScope, RUNGS } from '../plan.js';
import type { FactObstacle } from './facts.js';
import type { LitProject } from './goals.js';

/** An obstacle that is not closed, with how long it has been waiting. */
export type WaitingObstacle = FactObstacle & {
  /** Days since it was flagged. */
  readonly days: number;
  /** Whether it waits on those who read this digest. */
  readonly yours: boolean;
};

/** The obstacles of a scope, from the top of the ladder down, at each rung the longest waiting first. */
export function obstaclesOf(
  { obstacles, day }: { readonly obstacles: readonly FactObstacle[]; readonly day: LocalDay },
  scope: DigestScope,
  within: readonly LitProject[],
): readonly WaitingObstacle[] {
  const own = new Set(within.map(({ project }) => project.id));
  return obstacles
    .filter((each) => own.has(each.projectId) || handles(each, scope))
    .map((each) => ({
      ...each,
      days: Math.max(0, daysBetween(each.flaggedOn, day)),
      yours: each.standing !== 'resolved' && waitsOn(each, scope, own.has(each.projectId)),
    }))
    .sort(
      (one, other) =>
        RUNGS.indexOf(other.rung) - RUNGS.indexOf(one.rung) || other.days - one.days || one.number - other.number,
    );
}

/** A department has cases of other units' projects, too. */
export const handles = ({ department }: FactObstacle, scope: DigestScope): boolean =>
  scope.of === 'unit' && department === scope.key;

/** A unit's channel reads what is with the unit, every other one what is with the leaders. */
function waitsOn(obstacle: FactObstacle, scope: DigestScope, own: boolean): boolean {
  if (scope.of === 'unit') return handles(obstacle, scope) || (own && obstacle.rung === 'unit');
  if (scope.of === 'sponsor') return obstacle.rung === 'sponsor';
  return obstacle.rung === 'sponsor' || obstacle.rung === 'commander';
}
