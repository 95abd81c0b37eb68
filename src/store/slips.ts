import type { Instant, LocalDay } from '../domain/day.js';
import type { SlipState } from '../domain/slip.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A slip with what it is about and whom it concerns. */
export type SlipCase = {
  readonly id: number;
  readonly programId: number;
  readonly number: number;
  readonly unitId: number;
  readonly unitKey: string;
  readonly unitName: { readonly zh: string; readonly en: string };
  readonly unitChannelId: string | null;
  readonly unitHeadId: number | null;
  readonly projectId: number | null;
  readonly code: string | null;
  readonly projectName: string | null;
  readonly nickname: string | null;
  readonly ownerId: number | null;
  readonly coOwnerIds: readonly number[];
  readonly sponsorId: number | null;
  readonly milestoneId: number | null;
  readonly milestone: string | null;
  readonly milestoneDue: LocalDay | null;
  readonly milestonePercent: number | null;
  readonly milestoneOwnerId: number | null;
  readonly obstacleNumber: number | null;
  readonly text: string;
  readonly urgentReason: string | null;
  /** null: it was issued by itself. */
  readonly issuedById: number | null;
  readonly issuedAt: Instant;
  /** The version at which the office was last asked to decide; names the post that asks. */
  readonly askedVersion: number | null;
  readonly state: SlipState;
};

export type NewSlip = {
  readonly programId: number;
  readonly unitId: number;
  readonly projectId: number | null;
  readonly milestoneId: number | null;
  readonly obstacleId: number | null;
  readonly text: string;
  readonly urgentReason: string | null;
  readonly issuedById: number | null;
  readonly at: Instant;
  readonly cause: string;
  readonly state: SlipState;
};

export type UnsignedSlip = { readonly id: number; readonly headId: number | null; readonly outAt: Instant };

type Row = Omit<SlipCase, 'state' | 'issuedAt'> & SlipState & { readonly issuedAt: Date };

/** Not at its end. */
const ONGOING = Prisma.sql`s.standing IN ('waiting', 'open', 'answered')`;

/** Red ones first, then by their day. */
const PRESSING = Prisma.sql`array_position(ARRAY['red', 'yellow', 'blue'], s.colour), s."dueDay", s.number`;

const READ = Prisma.sql`
  SELECT s.id, s."programId", s.number, s."unitId", u.key AS "unitKey", u.name AS "unitName", u."channelId" AS "unitChannelId",
         coalesce(u."headId", (SELECT d."personId" FROM duty d WHERE d."unitId" = u.id AND d.role = 'unit-head' ORDER BY d.id LIMIT 1)) AS "unitHeadId",
         s."projectId", p.code, p.name AS "projectName",
         (SELECT n.text FROM nickname n WHERE n."projectId" = p.id ORDER BY n.id LIMIT 1) AS nickname,
         p."ownerId", p."sponsorId",
         coalesce((SELECT json_agg(c."personId") FROM co_owner c WHERE c."projectId" = p.id), '[]'::json) AS "coOwnerIds",
         s."milestoneId", m.name AS milestone, m.due AS "milestoneDue", m.percent AS "milestonePercent", m."ownerId" AS "milestoneOwnerId",
         o.number AS "obstacleNumber", s.text, s."urgentReason", s."issuedById", s."issuedAt", s."askedVersion",
         s.standing, s.colour, s."dueDay", s.version, s."signedById", s."signedOn", s.answer, s."answeredById", s.returned,
         s."returnReason", s."moreTimeTo", s."moreTimeReason", s."moreTimeDecidedBy", s."endedOn", s."voidReason", s."voidBecause", s."voidedById",
         s."redDraft", s.pace, s.behind, s."paceOn"
  FROM slip s JOIN unit u ON u.id = s."unitId" LEFT JOIN project p ON p.id = s."projectId"
    LEFT JOIN milestone m ON m.id = s."milestoneId" LEFT JOIN obstacle o ON o.id = s."obstacleId"`;

function caseOf(row: Row): SlipCase {
  const { standing, colour, dueDay, version, signedById, signedOn, answer, answeredById, returned, ...more } = row;
  const { returnReason, moreTimeTo, moreTimeReason, moreTimeDecidedBy, endedOn, voidReason, voidBecause, ...ended } =
    more;
  const { voidedById, redDraft, pace, behind, paceOn, ...rest } = ended;
  const given = { standing, colour, dueDay, version, signedById, signedOn, answer, answeredById, returned };
  return {
    ...rest,
    milestonePercent: rest.milestonePercent === null ? null : Number(rest.milestonePercent),
    issuedAt: rest.issuedAt.getTime(),
    state: {
      ...given,
      returnReason,
      moreTimeTo,
      moreTimeReason,
      moreTimeDecidedBy,
      endedOn,
      voidReason,
      voidBecause,
      voidedById,
      redDraft,
      pace,
      behind,
      paceOn,
    },
  };
}

export function slipsIn(database: Database) {
  async function read(where: Prisma.Sql): Promise<readonly SlipCase[]> {
    return (await database.$queryRaw<Row[]>`${READ} WHERE ${where}`).map(caseOf);
  }

  return {
    /** Whatever happens to a unit's slips happens one after the other: how many are open is counted under this lock. */
    async lockUnit(unitId: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM unit WHERE id = ${unitId} FOR NO KEY UPDATE`;
    },

    /** How many of a unit's are open or wait to be judged. Only under its lock. */
    openOf: (programId: number, unitId: number): Promise<number> =>
      database.slip.count({ where: { programId, unitId, standing: { in: ['open', 'answered'] } } }),

    /**
     * Issues one under the next number of its program, whose row stays locked until the transaction ends: two at once get
     * numbers in turn, and one that is rolled back leaves no gap.
     */
    async issue({ at, state, ...slip }: NewSlip): Promise<number> {
      const [taken] = await database.$queryRaw<{ number: number }[]>`
        UPDATE program SET "lastSlip" = "lastSlip" + 1 WHERE id = ${slip.programId} RETURNING "lastSlip" AS number`;
      if (!taken) throw new Error(`there is no program ${slip.programId}`);
      const row = await database.slip.create({
        data: { ...slip, ...state, number: taken.number, issuedAt: new Date(at) },
        select: { id: true },
      });
      return row.id;
    },

    async byId(programId: number, id: number): Promise<SlipCase | null> {
      return (await read(Prisma.sql`s."programId" = ${programId} AND s.id = ${id}`))[0] ?? null;
    },

    async byNumber(programId: number, number: number): Promise<SlipCase | null> {
      return (await read(Prisma.sql`s."programId" = ${programId} AND s.number = ${number}`))[0] ?? null;
    },

    /** The one that a payload issued, or null: it may be tried again. */
    async byCause(programId: number, cause: string): Promise<SlipCase | null> {
      return (await read(Prisma.sql`s."programId" = ${programId} AND s.cause = ${cause}`))[0] ?? null;
    },

    /** Those of milestones that are not at their end; what waits comes first, as it makes no room. */
    async ofMilestones(programId: number, milestoneIds: readonly number[]): Promise<readonly SlipCase[]> {
      if (milestoneIds.length === 0) return [];
      return read(
        Prisma.sql`s."programId" = ${programId} AND s."milestoneId" = ANY(${[...milestoneIds]}::int[])
          AND ${ONGOING} ORDER BY s."unitId", s.standing <> 'waiting', s.number`,
      );
    },

    /** Those on milestones of projects that are not at their end: what waits comes first, as it makes no room. */
    async ofProjects(programId: number, projectIds: readonly number[]): Promise<readonly SlipCase[]> {
      if (projectIds.length === 0) return [];
      return read(
        Prisma.sql`s."programId" = ${programId} AND s."projectId" = ANY(${[...projectIds]}::int[]) AND s."milestoneId" IS NOT NULL
          AND ${ONGOING} ORDER BY s."unitId", s.standing <> 'waiting', s.number`,
      );
    },

    /** Those that a message's report, or a change of the ledger, ended. */
    endedBy: (programId: number, cause: string): Promise<readonly SlipCase[]> =>
      read(
        Prisma.sql`s."programId" = ${programId} AND s."closedCause" = ${cause} AND s.standing IN ('closed', 'void')
          ORDER BY s."unitId", s.number`,
      ),

    /** The unit's oldest that waits, or null. */
    async nextWaiting(programId: number, unitId: number): Promise<SlipCase | null> {
      const where = Prisma.sql`s."programId" = ${programId} AND s."unitId" = ${unitId} AND s.standing = 'waiting'
        ORDER BY s.number LIMIT 1`;
      return (await read(where))[0] ?? null;
    },

    /** Reports of these milestones come before, or after: who reports has the milestone first and then its unit. */
    async lockMilestones(ids: readonly number[]): Promise<void> {
      await database.$queryRaw`SELECT id FROM milestone WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR SHARE`;
    },

    /** Of milestones, those that have a slip, or that had one for the day that they have: it was closed, or somebody voided it. */
    async pressed(programId: number, milestoneIds: readonly number[]): Promise<ReadonlySet<number>> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT DISTINCT m.id FROM slip s JOIN milestone m ON m.id = s."milestoneId"
        WHERE s."programId" = ${programId} AND m.id = ANY(${[...milestoneIds]}::int[])
          AND (${ONGOING} OR (s."voidBecause" IS NULL AND s."dueDay" >= m.due))`;
      return new Set(rows.map(({ id }) => id));
    },

    /** All (of a unit) that are not at their end: red ones first, then by their day. */
    ongoing: (programId: number, unitId: number | null = null): Promise<readonly SlipCase[]> =>
      read(
        Prisma.sql`s."programId" = ${programId} AND (${unitId}::int IS NULL OR s."unitId" = ${unitId}) AND ${ONGOING}
          ORDER BY s.standing = 'waiting', ${PRESSING}`,
      ),

    /**
     * Those that wait on somebody's hand: on `people` and the heads of `units` to be answered, and on the office to be decided.
     * The most pressing first, as many as `most`.
     */
    waitingOn: (
      programId: number,
      {
        people,
        units,
        office,
      }: { readonly people: readonly number[]; readonly units: readonly number[]; readonly office: boolean },
      most: number,
    ): Promise<readonly SlipCase[]> =>
      read(
        Prisma.sql`s."programId" = ${programId} AND (
            (${office}::boolean AND (s.standing = 'answered' OR (s.standing = 'open' AND (s."moreTimeTo" IS NOT NULL OR s."redDraft" = 'asked'))))
            OR (s.standing = 'open' AND (
              s."unitId" = ANY(${[...units]}::int[]) OR p."ownerId" = ANY(${[...people]}::int[]) OR m."ownerId" = ANY(${[...people]}::int[])
              OR EXISTS (SELECT FROM co_owner c WHERE c."projectId" = p.id AND c."personId" = ANY(${[...people]}::int[])))))
          ORDER BY ${PRESSING} LIMIT ${most}`,
      ),

    /** All of a program, by number. */
    all: (programId: number): Promise<readonly SlipCase[]> =>
      read(Prisma.sql`s."programId" = ${programId} ORDER BY s.number`),

    /** Open ones that nobody signed, with the moment at which they went out: issued, or let out when their unit had room. */
    async unsigned(programId: number): Promise<readonly UnsignedSlip[]> {
      const rows = await database.$queryRaw<(Omit<UnsignedSlip, 'outAt'> & { readonly outAt: Date })[]>`
        SELECT s.id, coalesce(u."headId", (SELECT d."personId" FROM duty d WHERE d."unitId" = u.id AND d.role = 'unit-head' ORDER BY d.id LIMIT 1)) AS "headId",
               greatest(s."issuedAt", (SELECT max(a.at) FROM activity a WHERE a."programId" = s."programId" AND a.thing = 'slip'
                                       AND a."thingId" = s.id AND a.action = 'slip-release')) AS "outAt"
        FROM slip s JOIN unit u ON u.id = s."unitId"
        WHERE s."programId" = ${programId} AND s.standing = 'open' AND s."signedOn" IS NULL ORDER BY ${PRESSING}`;
      return rows.map(({ outAt, ...row }) => ({ ...row, outAt: outAt.getTime() }));
    },

    /** Where one stands now. Only under its unit's lock. */
    async save(
      id: number,
      state: SlipState,
      more: { readonly closedCause?: string | null; readonly askedVersion?: number } = {},
    ): Promise<void> {
      await database.slip.update({ where: { id }, data: { ...state, ...more } });
    },

    /** What is to be said of one waits until `at`. */
    async tellAt(id: number, at: Instant): Promise<void> {
      await database.slip.update({ where: { id }, data: { tellAt: new Date(at) } });
    },

    /** Takes those of which something is to be said by now; each is taken once. */
    async takeUntold(programId: number, now: Instant): Promise<readonly SlipCase[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        UPDATE slip SET "tellAt" = NULL WHERE "programId" = ${programId} AND "tellAt" <= ${new Date(now)}::timestamptz
        RETURNING id`;
      return rows.length === 0
        ? []
        : read(Prisma.sql`s.id = ANY(${rows.map(({ id }) => id)}::int[]) ORDER BY s.number`);
    },

    /** When something is to be said of the next after `now`, or null. */
    async nextUntold(programId: number, now: Instant): Promise<Instant | null> {
      const row = await database.slip.findFirst({
        where: { programId, tellAt: { gt: new Date(now) } },
        select: { tellAt: true },
        orderBy: { tellAt: 'asc' },
      });
      return row?.tellAt?.getTime() ?? null;
    },
  };
}
