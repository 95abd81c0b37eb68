import type { Instant, LocalDay } from '../domain/day.js';
import type { EvidenceCount } from '../domain/evidence.js';
import type { Confirmation, ObstacleStanding } from '../domain/obstacle.js';
import type { Matter, ObstacleKind, Rung, Words } from '../domain/plan.js';
import type { Database } from './database.js';
import { countedFiles } from './evidence.js';
import { Prisma } from './generated/client.js';

/** What the ledger says of a project beside its state (facts.current). */
export type CardLedger = {
  readonly category: Words | null;
  readonly site: Words | null;
  readonly content: string | null;
  readonly problem: string | null;
  readonly pauseReason: string | null;
  readonly pausedUntil: LocalDay | null;
  /** The day of the newest figures. */
  readonly figuresOn: LocalDay | null;
  readonly coOwners: readonly Words[];
  /** Its milestones that were put off: by name, the first day and how often. */
  readonly postponed: readonly { readonly milestone: string; readonly firstDue: LocalDay; readonly times: number }[];
};

/** An open obstacle as a card or a home tab lists it, with what the rules ask about it. */
export type CardObstacle = {
  readonly id: number;
  readonly number: number;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly kind: ObstacleKind;
  readonly matter: Matter;
  readonly text: string;
  readonly urgent: boolean;
  readonly standing: ObstacleStanding;
  readonly rung: Rung;
  /** Who has it: the unit at the lower rungs, else null. */
  readonly withUnit: Words | null;
  readonly recordedAt: Instant;
  readonly deadline: Instant | null;
  readonly promisedFor: LocalDay | null;
  /** The clock ran out at the top. */
  readonly lapsed: boolean;
  readonly confirmation: Confirmation | null;
  readonly confirmerId: number | null;
  readonly dismissed: boolean;
  readonly takenUp: boolean;
  /** The day on which it came to its rung; '' in cases of an earlier version. */
  readonly rungFrom: LocalDay | '';
  readonly promiseAskedOf: number | null;
  readonly sponsorId: number | null;
  readonly ownerId: number | null;
  readonly unitId: number;
  readonly version: number;
  readonly raisedById: number;
  readonly departmentId: number | null;
  readonly holderId: number | null;
  readonly claimedById: number | null;
  readonly milestoneOwnerId: number | null;
};

/** A report that stands: about a milestone, or (`milestone` null) the project's figures. */
export type CardReport = {
  readonly at: Instant;
  readonly onDay: LocalDay;
  readonly person: Words;
  readonly milestone: string | null;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly investment: number | null;
  readonly note: string;
  /** Of the statement that it is part of; its photos and files are had by this. */
  readonly cause: string;
  readonly evidence: EvidenceCount;
};

type ObstacleRow = Omit<CardObstacle, 'recordedAt' | 'deadline'> & {
  readonly recordedAt: Date;
  readonly deadline: Date | null;
};

export function cardsIn(database: Database) {
  async function obstacles(
    programId: number,
    which: Prisma.Sql,
    limit: number | null,
  ): Promise<readonly CardObstacle[]> {
    const rows = await database.$queryRaw<ObstacleRow[]>`
      SELECT o.id, o.number, o."projectId", p.code, p.name AS "projectName", o.kind, o.matter, o.text, o.urgent, o.standing,
             o.rung, u.name AS "withUnit", o."recordedAt", o.deadline, o."promisedFor", o.version,
             o.lapsed, o.confirmation, o."confirmerId", o.dismissed, o."takenUp", o."rungFrom", o."promiseAskedOf", p."sponsorId", p."ownerId", p."unitId",
             o."raisedById", o."departmentId", o."holderId", o."claimedById", m."ownerId" AS "milestoneOwnerId"
      FROM obstacle o JOIN project p ON p.id = o."projectId" LEFT JOIN milestone m ON m.id = o."milestoneId"
      LEFT JOIN unit u ON u.id = CASE o.rung WHEN 'unit' THEN p."unitId" WHEN 'department' THEN o."departmentId" END
      WHERE o."programId" = ${programId} AND o.standing <> 'closed' AND ${which}
      ORDER BY o.deadline NULLS LAST, o.id LIMIT ${limit}`;
    return rows.map((row) => ({
      ...row,
      recordedAt: row.recordedAt.getTime(),
      deadline: row.deadline?.getTime() ?? null,
    }));
  }

  return {
    async ledger(programId: number, projectId: number): Promise<CardLedger | null> {
      const rows = await database.$queryRaw<CardLedger[]>`
        SELECT c.name AS category, s.name AS site, p.content, p.problem, p."pauseReason", p."pausedUntil", p."figuresOn",
          coalesce((SELECT json_agg(json_build_object('zh', o.name, 'en', o."nameEn") ORDER BY o.id)
                    FROM co_owner w JOIN person o ON o.id = w."personId" WHERE w."projectId" = p.id), '[]'::json) AS "coOwners",
          coalesce((SELECT json_agg(json_build_object('milestone', m.name, 'firstDue', m."firstDue", 'times', m.postponed) ORDER BY m.ordinal)
                    FROM milestone m WHERE m."projectId" = p.id AND m."firstDue" IS NOT NULL), '[]'::json) AS postponed
        FROM project p
        LEFT JOIN category c ON c."programId" = p."programId" AND c.key = p.category
        LEFT JOIN site s ON s."programId" = p."programId" AND s.key = p.site
        WHERE p."programId" = ${programId} AND p.id = ${projectId}`;
      return rows[0] ?? null;
    },

    /** The open obstacles of projects, what is due first in front. */
    obstacles: (programId: number, projectIds: readonly number[]): Promise<readonly CardObstacle[]> =>
      obstacles(programId, Prisma.sql`o."projectId" = ANY(${[...projectIds]}::int[])`, null),

    /** The open obstacles that wait on somebody: to be claimed, resolved or verified. One more than `limit` says that there are more. */
    waitingOn: (programId: number, personIds: readonly number[], limit: number): Promise<readonly CardObstacle[]> => {
      const people = Prisma.sql`ANY(${[...personIds]}::int[])`;
      return obstacles(
        programId,
        Prisma.sql`((o.standing IN ('open', 'claimed') AND o.confirmation IS NULL AND (o."holderId" = ${people} OR o."claimedById" = ${people}))
          OR (o.standing = 'open' AND (o."confirmerId" = ${people} OR o."promiseAskedOf" = ${people}))
          OR (o.standing = 'resolved' AND o.dismissed AND o."raisedById" = ${people})
          OR (o.standing = 'resolved' AND NOT o.dismissed AND (o."raisedById" = ${people} OR p."ownerId" = ${people})))`,
        limit + 1,
      );
    },

    /** The open obstacles that somebody raised, or that stop what they own, and that wait on others. */
    raisedBy: (programId: number, personIds: readonly number[], limit: number): Promise<readonly CardObstacle[]> => {
      const people = Prisma.sql`ANY(${[...personIds]}::int[])`;
      return obstacles(
        programId,
        Prisma.sql`(o."raisedById" = ${people} OR p."ownerId" = ${people} OR m."ownerId" = ${people})
          AND o.standing <> 'resolved' AND coalesce(o."holderId" <> ALL(${[...personIds]}::int[]), true)
          AND coalesce(o."claimedById" <> ALL(${[...personIds]}::int[]), true)`,
        limit + 1,
      );
    },

    /** How many open obstacles each rung has. */
    rungs: (programId: number): Promise<readonly { readonly rung: Rung; readonly count: number }[]> =>
      database.$queryRaw`
        SELECT rung, count(*)::int AS count FROM obstacle
        WHERE "programId" = ${programId} AND standing <> 'closed' GROUP BY rung`,

    /** The newest reports of a project that stand. */
    async reports(programId: number, projectId: number, limit: number): Promise<readonly CardReport[]> {
      const rows = await database.$queryRaw<(Omit<CardReport, 'at'> & { readonly at: Date })[]>`
        SELECT said.*, shown.evidence FROM (
          SELECT r."recordedAt" AS at, r."onDay", json_build_object('zh', o.name, 'en', o."nameEn") AS person, m.name AS milestone,
                 r.percent, r."doneOn", r.forecast, NULL::float8 AS investment, r.note, r.cause, r.id
          FROM report r JOIN milestone m ON m.id = r."milestoneId" JOIN person o ON o.id = r."personId"
          WHERE r."programId" = ${programId} AND r."projectId" = ${projectId} AND r."undoneAt" IS NULL
          UNION ALL
          SELECT f."recordedAt", f."onDay", json_build_object('zh', o.name, 'en', o."nameEn"), NULL, NULL, NULL, NULL,
                 f."doneInvestment", '', f.cause, f.id
          FROM figures f JOIN person o ON o.id = f."personId"
          WHERE f."programId" = ${programId} AND f."projectId" = ${projectId} AND f."undoneAt" IS NULL
        ) said, LATERAL (
          SELECT ${countedFiles} AS evidence FROM evidence e WHERE e."programId" = ${programId} AND e.cause = said.cause) shown
        ORDER BY at DESC, id DESC LIMIT ${limit}`;
      return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
    },
  };
}
