import type { Instant, LocalDay } from '../domain/day.js';
import type { ClearedCase, Confirmation, ObstacleStanding, Step } from '../domain/obstacle.js';
import type { Matter, ObstacleKind, Rung } from '../domain/plan.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';
import { readStep } from './stored-shapes.js';

/** Which open cases a list shows. */
export type ObstacleFilter =
  | { readonly of: 'all' | 'mine' | 'waiting' | 'unit' | 'overdue' }
  | { readonly of: 'matter'; readonly matter: Matter }
  | { readonly of: 'rung'; readonly rung: Rung };

/**
 * What a person may see, as the rule `see-obstacle` says (domain/permission): everything, or what concerns the persons
 * whom they are or stand in for, and their units.
 */
export type ObstacleSight = {
  readonly everything: boolean;
  readonly personIds: readonly number[];
  readonly unitIds: readonly number[];
};

/** A row of a list. */
export type ListedObstacle = {
  readonly id: number;
  readonly number: number;
  readonly code: string;
  readonly projectName: string;
  readonly milestone: string | null;
  readonly kind: ObstacleKind;
  readonly matter: Matter;
  readonly text: string;
  readonly urgent: boolean;
  readonly standing: ObstacleStanding;
  readonly rung: Rung;
  readonly departmentId: number | null;
  readonly unitId: number;
  readonly holderId: number | null;
  readonly promisedFor: LocalDay | null;
  readonly deadline: Instant;
  /** The rung that has it now is past its limit. */
  readonly overdue: boolean;
  readonly confirmation: Confirmation | null;
  readonly confirmerId: number | null;
  readonly dismissed: boolean;
  readonly takenUp: boolean;
  readonly promiseAskedOf: number | null;
  readonly raisedById: number;
  readonly claimedById: number | null;
  readonly ownerId: number | null;
  readonly sponsorId: number | null;
  readonly since: LocalDay;
  readonly recordedAt: Instant;
  readonly returns: number;
  readonly version: number;
};

type ListedRow = Omit<ListedObstacle, 'deadline' | 'recordedAt'> & {
  deadline: Date;
  recordedAt: Date;
};

/** A case with its life, and its project's unit by key. */
type LivedCase = ClearedCase & { readonly unit: string };

export function obstacleListsIn(database: Database) {
  const where = (programId: number, filter: ObstacleFilter, sight: ObstacleSight, now: Instant) => Prisma.sql`
    o."programId" = ${programId} AND o.standing <> 'closed' AND ${seen(sight)} AND ${filtered(filter, sight, now)}`;

  async function lived(
    which: Prisma.ObstacleWhereInput & { readonly programId: number },
  ): Promise<readonly LivedCase[]> {
    const cases = await database.obstacle.findMany({
      where: which,
      select: {
        id: true,
        matter: true,
        departmentId: true,
        project: { select: { unit: { select: { key: true } } } },
      },
      orderBy: { id: 'asc' },
    });
    const steps = await database.activity.findMany({
      where: { programId: which.programId, thing: 'obstacle', thingId: { in: cases.map(({ id }) => id) } },
      select: { thingId: true, at: true, after: true },
      orderBy: { id: 'asc' },
    });
    const lives = new Map<number, { at: Instant; step: Step }[]>();
    for (const { thingId, at, after: step } of steps) {
      const life = lives.get(thingId ?? 0) ?? [];
      life.push({ at: at.getTime(), step: readStep(step) });
      lives.set(thingId ?? 0, life);
    }
    return cases.map(({ id, matter, departmentId, project }) => ({
      unit: project.unit.key,
      matter: matter as Matter,
      departmentId,
      steps: lives.get(id) ?? [],
    }));
  }

  return {
    /** Open cases that a person may see, what is due first in front, and how many there are in all. */
    async list(
      programId: number,
      filter: ObstacleFilter,
      sight: ObstacleSight,
      { now, offset, limit }: { readonly now: Instant; readonly offset: number; readonly limit: number },
    ): Promise<{ readonly total: number; readonly rows: readonly ListedObstacle[] }> {
      const which = where(programId, filter, sight, now);
      const [counted] = await database.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM obstacle o
        JOIN project p ON p.id = o."projectId" LEFT JOIN milestone m ON m.id = o."milestoneId" WHERE ${which}`;
      const rows = await database.$queryRaw<ListedRow[]>`
        SELECT o.id, o.number, p.code, p.name AS "projectName", m.name AS milestone, o.kind, o.matter, o.text, o.urgent,
               o.standing, o.rung, o."departmentId", p."unitId", o."holderId", o."promisedFor", o.deadline,
               (o.lapsed OR o.deadline < ${new Date(now)}::timestamptz) AS overdue, o.since, o."recordedAt", o.returns, o.version, o.confirmation, o."confirmerId", o.dismissed, o."takenUp", o."promiseAskedOf",
               o."raisedById", o."claimedById", p."ownerId", p."sponsorId"
        FROM obstacle o JOIN project p ON p.id = o."projectId" LEFT JOIN milestone m ON m.id = o."milestoneId"
        WHERE ${which} ORDER BY o.deadline, o.id LIMIT ${limit} OFFSET ${offset}`;
      return {
        total: counted?.total ?? 0,
        rows: rows.map((row) => ({
          ...row,
          deadline: row.deadline.getTime(),
          recordedAt: row.recordedAt.getTime(),
        })),
      };
    },

    /** The cases that were cleared after `after` and up to `until`, each with its life and its project's unit, by key. */
    cleared: (programId: number, after: Instant, until: Instant): Promise<readonly LivedCase[]> =>
      lived({ programId, withdrawn: false, closedAt: { gt: new Date(after), lte: new Date(until) } }),

    /** The cases that were open at any moment after `after` and up to `until`, in the same way. */
    openWithin: (programId: number, after: Instant, until: Instant): Promise<readonly LivedCase[]> =>
      lived({
        programId,
        withdrawn: false,
        recordedAt: { lte: new Date(until) },
        OR: [{ closedAt: null }, { closedAt: { gt: new Date(after) } }],
      }),

    /** How many of each unit's cases were flagged as urgent, of how many: shown, never punished. */
    async urgentShares(
      programId: number,
    ): Promise<readonly { readonly unitId: number; readonly urgent: number; readonly total: number }[]> {
      return database.$queryRaw`
        SELECT p."unitId", count(*) FILTER (WHERE o.urgent)::int AS urgent, count(*)::int AS total
        FROM obstacle o JOIN project p ON p.id = o."projectId"
        WHERE o."programId" = ${programId} AND NOT o.withdrawn GROUP BY p."unitId" ORDER BY p."unitId"`;
    },
  };
}

function seen({ everything, personIds, unitIds }: ObstacleSight): Prisma.Sql {
  if (everything) return Prisma.sql`true`;
  const people = Prisma.sql`ANY(${[...personIds]}::int[])`;
  const units = Prisma.sql`ANY(${[...unitIds]}::int[])`;
  return Prisma.sql`(o."raisedById" = ${people} OR o."confirmerId" = ${people} OR o."promiseAskedOf" = ${people} OR o."holderId" = ${people} OR o."claimedById" = ${people}
    OR p."ownerId" = ${people} OR ${shared(personIds)} OR p."sponsorId" = ${people} OR m."ownerId" = ${people}
    OR p."unitId" = ${units} OR o."departmentId" = ${units})`;
}

/** Projects that they own beside the owner. */
const shared = (personIds: readonly number[]): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM co_owner c WHERE c."projectId" = p.id AND c."personId" = ANY(${[...personIds]}::int[]))`;

function filtered(filter: ObstacleFilter, { personIds, unitIds }: ObstacleSight, now: Instant): Prisma.Sql {
  const people = Prisma.sql`ANY(${[...personIds]}::int[])`;
  switch (filter.of) {
    case 'all':
      return Prisma.sql`true`;
    case 'mine':
      return Prisma.sql`(o."raisedById" = ${people} OR p."ownerId" = ${people} OR ${shared(personIds)} OR m."ownerId" = ${people})`;
    case 'waiting':
      return Prisma.sql`((o.standing IN ('open', 'claimed') AND o.confirmation IS NULL AND (o."holderId" = ${people} OR o."claimedById" = ${people}))
        OR (o.standing = 'open' AND (o."confirmerId" = ${people} OR o."promiseAskedOf" = ${people}))
        OR (o.standing = 'resolved' AND o.dismissed AND o."raisedById" = ${people})
        OR (o.standing = 'resolved' AND NOT o.dismissed AND (o."raisedById" = ${people} OR p."ownerId" = ${people} OR ${shared(personIds)})))`;
    case 'unit':
      return Prisma.sql`(p."unitId" = ANY(${[...unitIds]}::int[]) OR o."departmentId" = ANY(${[...unitIds]}::int[]))`;
    case 'overdue':
      // Of the rung that has it: what an earlier one let pass is not its lateness.
      return Prisma.sql`o.standing IN ('open', 'claimed') AND o.confirmation IS NULL
        AND (o.lapsed OR o.deadline < ${new Date(now)}::timestamptz)`;
    case 'matter':
      return Prisma.sql`o.matter = ${filter.matter}`;
    case 'rung':
      return Prisma.sql`o.rung = ${filter.rung}`;
  }
}
