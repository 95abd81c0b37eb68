import { may } from '../../domain/permission.js';
import type { Person } from '../../domain/program.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { thingOf } from './rights.js';

type ProjectConcerns = Parameters<typeof may<'see-project'>>[2];

/** Whether somebody may know of a case's project: its name, its unit, its people. Who is to clear it has to. */
export const knowsProject = (person: Person, obstacle: ObstacleCase, project: ProjectConcerns): boolean =>
  may(person, 'see-project', project).allowed ||
  may(person, 'work-obstacle', thingOf(obstacle)).allowed ||
  (obstacle.state.promiseAskedOf !== null && may(person, 'consent-promise', thingOf(obstacle)).allowed);

/**
 * Of these cases, by id, those of whose project `readerId` may not know: an obstacle may be filed on it by its code, and what is
 * told of it afterwards has no name and no unit. Costs nothing where every reader owns the project.
 */
export async function outOfSight(
  ctx: Pick<JobCtx, 'program' | 'today'>,
  store: Pick<Transaction, 'people' | 'projects'>,
  cases: readonly { readonly obstacle: ObstacleCase; readonly readerId: number }[],
): Promise<ReadonlySet<number>> {
  const doubtful = cases.filter(
    ({ obstacle: { ownerId, coOwnerIds, sponsorId }, readerId }) =>
      ![ownerId, sponsorId, ...coOwnerIds].includes(readerId),
  );
  const people = await store.people.several(
    ctx.program.id,
    doubtful.map(({ readerId }) => readerId),
    ctx.today,
  );
  const projects = await store.projects.concerns(doubtful.map(({ obstacle }) => obstacle.projectId));
  return new Set(
    doubtful.flatMap(({ obstacle, readerId }) => {
      const reader = people.get(readerId)?.person;
      const project = projects.get(obstacle.projectId);
      return reader && project && knowsProject(reader, obstacle, project) ? [] : [obstacle.id];
    }),
  );
}
