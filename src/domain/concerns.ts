import { belongs, owns, seesPlan } from './holds.js';
import type { ObstacleThing } from './permission-things.js';
import type { Person } from './program.js';

/** Whoever it concerns, by role, unit or name; store/obstacle-lists.ts says the same in SQL. */
export function seesObstacle(person: Person, thing: ObstacleThing): boolean {
  if (seesPlan(person) || belongs(person, thing.unitId) || belongs(person, thing.departmentId)) return true;
  const {
    raisedById,
    holderId,
    claimedById,
    confirmerId = null,
    consenterId = null,
    ownerId,
    coOwnerIds = [],
    sponsorId,
    milestoneOwnerIds = [],
  } = thing;
  return [
    raisedById,
    holderId,
    claimedById,
    confirmerId,
    consenterId,
    ownerId,
    ...coOwnerIds,
    sponsorId,
    ...milestoneOwnerIds,
  ].some((id) => owns(person, id));
}
