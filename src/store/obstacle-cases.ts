import type { LocalDay } from '../domain/day.js';
import type { Matter } from '../domain/plan.js';
import type { Database } from './database.js';
import { type ObstacleCase, type ObstacleFile, stateOf } from './obstacle-rows.js';

/** Reading single cases, with their project. */
export function casesIn(database: Database) {
  async function read(where: { programId: number; id?: number; number?: number; cause?: string }) {
    const row = await database.obstacle.findFirst({
      where,
      include: {
        project: {
          select: {
            code: true,
            name: true,
            unitId: true,
            ownerId: true,
            sponsorId: true,
            coOwners: { select: { personId: true }, orderBy: { personId: 'asc' } },
          },
        },
      },
    });
    if (!row) return null;
    const milestone =
      row.milestoneId === null
        ? null
        : await database.milestone.findUnique({
            where: { id: row.milestoneId },
            select: { name: true, ownerId: true },
          });
    const refersTo =
      row.refersToId === null
        ? null
        : await database.obstacle.findUnique({ where: { id: row.refersToId }, select: { number: true } });
    const { project } = row;
    const found: ObstacleCase = {
      id: row.id,
      number: row.number,
      programId: row.programId,
      projectId: row.projectId,
      code: project.code,
      projectName: project.name,
      unitId: project.unitId,
      ownerId: project.ownerId,
      coOwnerIds: project.coOwners.map((each) => each.personId),
      sponsorId: project.sponsorId,
      milestone: milestone?.name ?? null,
      milestoneOwnerId: milestone?.ownerId ?? null,
      matter: row.matter as Matter,
      text: row.text,
      help: row.help,
      since: row.since as LocalDay,
      urgentReason: row.urgentReason,
      refersTo: refersTo?.number ?? null,
      files: row.files as unknown as readonly ObstacleFile[],
      raisedById: row.raisedById,
      recordedAt: row.recordedAt.getTime(),
      addresses: row.addresses,
      state: stateOf(row),
    };
    return found;
  }

  return {
    byId: (programId: number, id: number): Promise<ObstacleCase | null> => read({ programId, id }),
    byNumber: (programId: number, number: number): Promise<ObstacleCase | null> => read({ programId, number }),
    /** The case that a payload filed, or null: it may be tried again. */
    byCause: (programId: number, cause: string): Promise<ObstacleCase | null> => read({ programId, cause }),

    /** Holds a case until the transaction ends, so that whoever comes second sees what the first one did. */
    async lock(programId: number, id: number): Promise<ObstacleCase | null> {
      await database.$queryRaw`SELECT id FROM obstacle WHERE id = ${id} AND "programId" = ${programId} FOR UPDATE`;
      return read({ programId, id });
    },

    /** Holds a project until the transaction ends: two filings of the same at once are seen as such. */
    async holdProject(projectId: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM project WHERE id = ${projectId} FOR NO KEY UPDATE`;
    },

    /** The cases of a project that are not closed: what a new one may be the same as. */
    async openOf(programId: number, projectId: number): Promise<readonly ObstacleCase[]> {
      const rows = await database.obstacle.findMany({
        where: { programId, projectId, standing: { not: 'closed' } },
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      const cases: ObstacleCase[] = [];
      for (const { id } of rows) {
        const found = await read({ programId, id });
        if (found) cases.push(found);
      }
      return cases;
    },

    /** The open cases that wait on somebody, by the person who is named or who claimed. */
    async heldBy(programId: number, personIds: readonly number[]): Promise<readonly number[]> {
      const rows = await database.obstacle.findMany({
        where: {
          programId,
          standing: { in: ['open', 'claimed'] },
          OR: [{ holderId: { in: [...personIds] } }, { claimedById: { in: [...personIds] } }],
        },
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => row.id);
    },
  };
}
