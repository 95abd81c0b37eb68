import type { PermittedAction, Things } from '../../../src/domain/permission.js';
import type { RightsCounty } from '../county.js';
import type { Given, Try } from './index.js';

/** A try of one rule, whose thing the compiler knows. */
export const tryOf = <A extends PermittedAction>(
  right: A,
  given: (county: RightsCounty, persona: string) => Promise<Omit<Given, 'thing'> & { readonly thing: Things[A] }>,
  what?: string,
): Try => ({ right, given, ...(what === undefined ? {} : { what }) });

export const forMembers = (given: Try['given']): Try => ({ right: 'member', given });
export const forOwner = (given: Try['given']): Try => ({ right: 'own', given });

export const projectThing = ({ project }: RightsCounty) => ({
  programId: project.programId,
  ownerId: project.ownerId,
  unitId: project.unitId,
  sponsorId: project.sponsorId,
});

/** The first milestone of the project: nobody owns it but the project's owner. */
export const milestoneThing = (county: RightsCounty) => ({ ...projectThing(county), milestoneOwnerId: null });

export function firstMilestone({ project }: RightsCounty) {
  const [milestone] = project.milestones;
  if (!milestone) throw new Error('the project has no milestone');
  return milestone;
}

export const noPlace = { channelId: null, threadTs: null, messageTs: null };
let made = 0;
/** A word that is in nothing else. */
export function secretWord(): string {
  made += 1;
  return `密语${made}号桩`;
}
