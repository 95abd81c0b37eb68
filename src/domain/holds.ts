import type { ProjectThing } from './permission-things.js';
import type { Role } from './plan.js';
import type { Person } from './program.js';

/** Whether somebody holds one of these roles. */
export function has(person: Person, ...roles: readonly Role[]): boolean {
  return person.roles.some(({ role }) => roles.includes(role));
}

/** Whether somebody sees all of the plan by their role. */
export function seesPlan(person: Person): boolean {
  return has(person, 'leader', 'commander', 'coordinator', 'viewer');
}

/** Co-owners own a project as its owner does. */
export function ownsProject(
  person: Person,
  { ownerId, coOwnerIds = [] }: Pick<ProjectThing, 'ownerId' | 'coOwnerIds'>,
): boolean {
  return owns(person, ownerId) || coOwnerIds.some((id) => owns(person, id));
}

/** It is theirs, or of who they stand in for. */
export function owns(person: Person, ownerId: number | null): boolean {
  return ownerId !== null && (ownerId === person.id || person.standsInFor.includes(ownerId));
}

/** The head of this unit. */
export function heads(person: Person, unitId: number | null): boolean {
  return unitId !== null && person.roles.some((held) => held.role === 'unit-head' && held.unitId === unitId);
}

/** The units that somebody heads. */
export const headedUnits = ({ roles }: Person): readonly number[] =>
  roles.flatMap(({ role, unitId }) => (role === 'unit-head' && unitId !== null ? [unitId] : []));

/** Somebody of this unit, whatever their role. */
export function belongs(person: Person, unitId: number | null): boolean {
  return unitId !== null && person.roles.some((held) => held.unitId === unitId);
}

/** Somebody of this unit who does more than look. */
export function worksIn(person: Person, unitId: number | null): boolean {
  return unitId !== null && person.roles.some((held) => held.unitId === unitId && held.role !== 'viewer');
}
