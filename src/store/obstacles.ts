import type { Instant, LocalDay } from '../domain/day.js';
import type { Seats } from '../domain/ladder.js';
import type { ObstacleState, Step } from '../domain/obstacle.js';
import type { Matter } from '../domain/plan.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';
import { casesIn } from './obstacle-cases.js';
import { obstacleListsIn } from './obstacle-lists.js';
import { STATE_COLUMNS, stateColumns } from './obstacle-rows.js';
import { readStep } from './stored-shapes.js';

export type { ListedObstacle, ObstacleFilter, ObstacleSight } from './obstacle-lists.js';
export type { ObstacleCase, ObstacleFile } from './obstacle-rows.js';

/** A case as it is filed. */
export type NewObstacle = {
  readonly programId: number;
  readonly projectId: number;
  readonly milestoneId: number | null;
  readonly matter: Matter;
  readonly text: string;
  readonly help: string | null;
  readonly since: LocalDay;
  readonly urgentReason: string | null;
  readonly refersToId: number | null;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly raisedById: number;
  readonly at: Instant;
  readonly cause: string;
  readonly state: ObstacleState;
  readonly dueAt: Instant | null;
};

/** A step of a case, as the log keeps it. */
export type LoggedStep = { readonly at: Instant; readonly step: Step };

/** A unit that can have a case at the department's rung. */
export type UnitSeat = {
  readonly id: number;
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind: string;
  readonly channelId: string | null;
  readonly headId: number | null;
};

/** A case as it stands after what happened to it. */
export type SavedCase = {
  readonly id: number;
  readonly state: ObstacleState;
  readonly dueAt: Instant | null;
  readonly addresses: readonly string[];
};

const NO_SEATS: Seats = { unit: null, department: null, sponsor: null, commander: null };

const COLUMNS = Prisma.raw([...STATE_COLUMNS, 'addresses'].map((column) => `"${column}"`).join(', '));

export function obstaclesIn(database: Database) {
  return {
    ...casesIn(database),
    ...obstacleListsIn(database),

    /**
     * Files a case under the next number of its program. The program's row stays locked until the transaction ends, so
     * that two at once get numbers in turn and one that is rolled back leaves no gap.
     */
    async file({ at, state, dueAt, files, ...rest }: NewObstacle): Promise<{ id: number; number: number }> {
      const [taken] = await database.$queryRaw<{ number: number }[]>`
        UPDATE program SET "lastObstacle" = "lastObstacle" + 1 WHERE id = ${rest.programId}
        RETURNING "lastObstacle" AS number`;
      if (!taken) throw new Error(`there is no program ${rest.programId}`);
      const row = await database.obstacle.create({
        data: {
          ...rest,
          ...stateColumns(state, dueAt),
          files: files.map(({ id, name }) => ({ id, name })),
          number: taken.number,
          recordedAt: new Date(at),
        },
        select: { id: true, number: true },
      });
      return row;
    },

    /** Where cases stand now. Only within the transaction that locked them. */
    async save(cases: readonly SavedCase[]): Promise<void> {
      if (cases.length === 0) return;
      const rows = cases.map(({ id, state, dueAt, addresses }) => ({
        id,
        now: { ...stateColumns(state, dueAt), addresses },
      }));
      await database.$executeRaw`
        UPDATE obstacle o SET (${COLUMNS}) = (SELECT ${COLUMNS} FROM jsonb_populate_record(o, c.now))
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id int, now jsonb) WHERE o.id = c.id`;
    },

    /** It is another matter after all. Only within the transaction that locked it. */
    async setMatter(id: number, matter: Matter): Promise<void> {
      await database.obstacle.update({ where: { id }, data: { matter }, select: { id: true } });
    },

    /** The cases to which something happens by `now`, what was due first in front. */
    async due(programId: number, now: Instant, limit: number): Promise<readonly number[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM obstacle WHERE "programId" = ${programId} AND "dueAt" <= ${new Date(now)}::timestamptz
        ORDER BY "dueAt", id LIMIT ${limit}`;
      return rows.map((row) => row.id);
    },

    /** The next moment after `now` at which something happens to a case by itself, or null. */
    async nextDue(programId: number, now: Instant): Promise<Instant | null> {
      const rows = await database.$queryRaw<{ dueAt: Date | null }[]>`
        SELECT "dueAt" FROM obstacle WHERE "programId" = ${programId} AND "dueAt" > ${new Date(now)}::timestamptz
        ORDER BY "dueAt" LIMIT 1`;
      return rows[0]?.dueAt?.getTime() ?? null;
    },

    /** The life of a case, in its order. */
    async steps(workspaceId: string, programId: number, id: number): Promise<readonly LoggedStep[]> {
      return (await this.stepsOf(workspaceId, programId, [id])).get(id) ?? [];
    },

    /** The lives of several, by their ids. */
    async stepsOf(
      workspaceId: string,
      programId: number,
      ids: readonly number[],
    ): Promise<ReadonlyMap<number, readonly LoggedStep[]>> {
      const rows = await database.activity.findMany({
        where: { workspaceId, programId, thing: 'obstacle', thingId: { in: [...ids] } },
        select: { thingId: true, at: true, after: true },
        orderBy: { id: 'asc' },
      });
      const steps = new Map<number, LoggedStep[]>(ids.map((id) => [id, []]));
      for (const { thingId, at, after } of rows)
        if (thingId !== null) steps.get(thingId)?.push({ at: at.getTime(), step: readStep(after) });
      return steps;
    },

    /** What happened to cases after `after` and up to `until`, in its order. */
    async stepsBetween(
      programId: number,
      after: Instant,
      until: Instant,
    ): Promise<readonly (LoggedStep & { readonly id: number; readonly cause: string; readonly ordinal: number })[]> {
      const rows = await database.activity.findMany({
        where: { programId, thing: 'obstacle', at: { gt: new Date(after), lte: new Date(until) } },
        select: { at: true, after: true, thingId: true, cause: true, ordinal: true },
        orderBy: { id: 'asc' },
      });
      return rows.flatMap(({ at, after: step, thingId, cause, ordinal }) =>
        thingId === null ? [] : [{ id: thingId, at: at.getTime(), step: readStep(step), cause, ordinal }],
      );
    },

    /** The obstacle that a person raised last and that stands, of one project where it is named; null: none since then. */
    async lastRaised(
      programId: number,
      raisedById: number,
      since: Instant,
      projectId: number | null,
    ): Promise<{ readonly id: number; readonly number: number; readonly text: string; readonly at: Instant } | null> {
      const row = await database.obstacle.findFirst({
        where: {
          programId,
          raisedById,
          recordedAt: { gte: new Date(since) },
          standing: { not: 'closed' },
          ...(projectId === null ? {} : { projectId }),
        },
        select: { id: true, number: true, text: true, recordedAt: true },
        orderBy: { id: 'desc' },
      });
      return row && { id: row.id, number: row.number, text: row.text, at: row.recordedAt.getTime() };
    },

    /** True where this payload did something to a case before: it is being tried again. */
    async movedBy(workspaceId: string, cause: string): Promise<boolean> {
      return (await database.activity.count({ where: { workspaceId, cause, thing: 'obstacle' } })) > 0;
    },

    /** Who is named at each rung of a project's ladder. The department's seat is that of `departmentId`. */
    async seats(programId: number, projectId: number, departmentId: number | null): Promise<Seats> {
      const [seats] = await this.seatsOf(programId, [{ projectId, departmentId }]);
      return seats ?? NO_SEATS;
    },

    /** The same for several, in their order. */
    async seatsOf(
      programId: number,
      wanted: readonly { readonly projectId: number; readonly departmentId: number | null }[],
    ): Promise<readonly Seats[]> {
      const rows = await database.$queryRaw<(Seats & { readonly place: number })[]>`
        SELECT w.place::int AS place,
               coalesce(u."headId", (SELECT d."personId" FROM duty d WHERE d."unitId" = u.id AND d.role = 'unit-head' ORDER BY d.id LIMIT 1)) AS unit,
               (SELECT coalesce(b."headId", (SELECT d."personId" FROM duty d WHERE d."unitId" = b.id AND d.role = 'unit-head' ORDER BY d.id LIMIT 1))
                FROM unit b WHERE b.id = w."departmentId") AS department,
               p."sponsorId" AS sponsor,
               (SELECT d."personId" FROM duty d WHERE d."programId" = ${programId} AND d.role = 'commander' ORDER BY d.id LIMIT 1) AS commander
        FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS ("projectId" int, "departmentId" int))
               WITH ORDINALITY AS w("projectId", "departmentId", place)
          JOIN project p ON p.id = w."projectId" AND p."programId" = ${programId} JOIN unit u ON u.id = p."unitId"`;
      const seats = new Map(rows.map(({ place, ...row }) => [place, row]));
      return wanted.map((_, index) => seats.get(index + 1) ?? NO_SEATS);
    },

    /** What each address reads: a person their own language, a channel its digest's, else Chinese. */
    async languages(
      workspaceId: string,
      programId: number,
      addresses: readonly string[],
    ): Promise<ReadonlyMap<string, Language>> {
      const rows = await database.$queryRaw<{ address: string; language: string }[]>`
        SELECT a.address, coalesce(
          (SELECT p.language FROM person p WHERE p."workspaceId" = ${workspaceId} AND p."slackUserId" = a.address),
          (SELECT s.language FROM subscription s WHERE s."programId" = ${programId} AND s."channelId" = a.address ORDER BY s.id LIMIT 1),
          'zh') AS language
        FROM unnest(${[...addresses]}::text[]) AS a(address)`;
      return new Map(rows.map((row) => [row.address, row.language === 'en' ? 'en' : 'zh']));
    },

    /** Every unit of a program with its head and channel. */
    async units(programId: number): Promise<readonly UnitSeat[]> {
      return database.$queryRaw<UnitSeat[]>`
        SELECT u.id, u.key, u.name, u.kind, u."channelId",
               coalesce(u."headId", (SELECT d."personId" FROM duty d WHERE d."unitId" = u.id AND d.role = 'unit-head' ORDER BY d.id LIMIT 1)) AS "headId"
        FROM unit u WHERE u."programId" = ${programId} ORDER BY u.id`;
    },
  };
}
