import { has, seesPlan } from '../../domain/holds.js';
import { may, type ObstacleThing } from '../../domain/permission.js';
import type { Rung } from '../../domain/plan.js';
import type { Person } from '../../domain/program.js';
import type { Ctx } from '../../feature.js';
import type { ObstacleCase, ObstacleSight } from '../../store/obstacles.js';

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
    confirmerId: state.confirmerId,
    consenterId: state.promiseAskedOf,
  };
}

/** What a list is narrowed to; the same as the rule `see-obstacle`. */
export function sightOf(person: Person): ObstacleSight {
  return {
    everything: seesPlan(person),
    personIds: [person.id, ...person.standsInFor],
    unitIds: person.roles.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  };
}

/** By which rule a verb is let in. What a leader may beside who has it is in `lead-obstacle`. */
export type ObstacleRight =
  | 'see-obstacle'
  | 'work-obstacle'
  | 'lead-obstacle'
  | 'consent-promise'
  | 'verify-obstacle'
  | 'withdraw-obstacle'
  | 'sort-obstacle'
  | 'confirm-obstacle'
  | 'confirm-urgent'
  | 'instruct'
  | 'set-ladder';

/** The highest rung that somebody leads of a case's: where they may take it. */
export const ownRung = (person: Person, { sponsorId }: Pick<ObstacleCase, 'sponsorId'>): Rung | null => {
  if (has(person, 'commander')) return 'commander';
  return sponsorId !== null && [person.id, ...person.standsInFor].includes(sponsorId) ? 'sponsor' : null;
};

/** Whether somebody may do something with a case: what its buttons are offered by. */
export const mayOn = ({ person }: Pick<Ctx, 'person'>, action: ObstacleRight, obstacle: ObstacleCase): boolean =>
  may(person, action, thingOf(obstacle)).allowed;
