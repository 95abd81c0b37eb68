import type { LocalDay } from '../domain/day.js';
import type { Matter } from '../domain/plan.js';
import type { Database } from './database.js';
import type { Prisma } from './generated/client.js';
import { type ObstacleCase, stateOf } from './obstacle-rows.js';
import { filesShape } from './stored-shapes.js';

/** Reading cases, each with its project, in one look-up for each kind of thing whatever their number. */
export function casesIn(database: Database) {
  async function readAll(where: Prisma.ObstacleWhereInput): Promise<readonly ObstacleCase[]> {
    const rows = await database.obstacle.findMany({
      where,
      orderBy: { id: 'asc' },
      include: {
        project: {
          select: {
            code: true,
            name: true,
            unitId: true,
            ownerId: true,
            sponsorId: true,
            nicknames: { select: { text: true }, orderBy: { id: 'asc' }, take: 1 },
            coOwners: { select: { personId: true }, orderBy: { personId: 'asc' } },
          },
        },
      },
    });
    const milestones = await milestonesOf(rows.flatMap((row) => row.milestoneId ?? []));
    const numbers = await numbersOf(rows.flatMap((row) => row.refersToId ?? []));
    return rows.map((row): ObstacleCase => {
      const { project } = row;
      const milestone = row.milestoneId === null ? undefined : milestones.get(row.milestoneId);
      return {
        id: row.id,
        number: row.number,
        programId: row.programId,
        projectId: row.projectId,
        code: project.code,
        projectName: project.name,
        nickname: project.nicknames[0]?.text ?? null,
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
        refersTo: row.refersToId === null ? null : (numbers.get(row.refersToId) ?? null),
        files: filesShape.parse(row.files),
        raisedById: row.raisedById,
        recordedAt: row.recordedAt.getTime(),
        addresses: row.addresses,
        state: stateOf(row),
      };
    });
  }

  async function milestonesOf(ids: readonly number[]) {
    if (ids.length === 0) return new Map<number, { name: string; ownerId: number | null }>();
    const rows = await database.milestone.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, name: true, ownerId: true },
    });
    return new Map(rows.map((row) => [row.id, row]));
  }

  async function numbersOf(ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await database.obstacle.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, number: true },
    });
    return new Map(rows.map((row) => [row.id, row.number]));
  }

  const read = async (where: Prisma.ObstacleWhereInput): Promise<ObstacleCase | null> =>
    (await readAll(where))[0] ?? null;

  return {
    byId: (programId: number, id: number): Promise<ObstacleCase | null> => read({ programId, id }),
    /** Several, in the order of their ids. */
    byIds: (programId: number, ids: readonly number[]): Promise<readonly ObstacleCase[]> =>
      readAll({ programId, id: { in: [...ids] } }),
    byNumber: (programId: number, number: number): Promise<ObstacleCase | null> => read({ programId, number }),
    /** The case that a payload filed, or null: it may be tried again. */
    byCause: (programId: number, cause: string): Promise<ObstacleCase | null> => read({ programId, cause }),

    /** Holds a case until the transaction ends, so that whoever comes second sees what the first one did. */
    async lock(programId: number, id: number): Promise<ObstacleCase | null> {
      return (await this.lockAll(programId, [id]))[0] ?? null;
    },

    /** Several at once, in the order of their ids, so that two who hold the same do not cross. */
    async lockAll(programId: number, ids: readonly number[]): Promise<readonly ObstacleCase[]> {
      const list = [...ids];
      await database.$queryRaw`
        SELECT id FROM obstacle WHERE id = ANY(${list}::int[]) AND "programId" = ${programId} ORDER BY id FOR UPDATE`;
      return readAll({ programId, id: { in: list } });
    },

    /** Holds a project until the transaction ends: two filings of the same at once are seen as such. */
    async holdProject(projectId: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM project WHERE id = ${projectId} FOR NO KEY UPDATE`;
    },

    /** The cases of some projects that are not closed, by their ids. */
    async openIdsOf(programId: number, projectIds: readonly number[]): Promise<readonly number[]> {
      const rows = await database.obstacle.findMany({
        where: { programId, projectId: { in: [...projectIds] }, standing: { not: 'closed' } },
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => row.id);
    },

    /** The cases of a project that are not closed: what a new one may be the same as. */
    openOf: (programId: number, projectId: number): Promise<readonly ObstacleCase[]> =>
      readAll({ programId, projectId, standing: { not: 'closed' } }),

    /** What the ledger says stands in the way of open projects, each beside what was ever filed of it; in the order of codes. */
    ledgerProblems: (
      programId: number,
    ): Promise<readonly { projectId: number; code: string; name: string; text: string; told: string[] }[]> =>
      database.$queryRaw`
        SELECT p.id AS "projectId", p.code, p.name, p.problem AS text,
               ARRAY(SELECT o.text FROM obstacle o WHERE o."projectId" = p.id ORDER BY o.id) AS told
        FROM project p
        WHERE p."programId" = ${programId} AND p.standing = 'open' AND p.problem IS NOT NULL
        ORDER BY p.code COLLATE "C"`,

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
