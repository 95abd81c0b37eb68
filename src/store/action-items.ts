import type { ItemState } from '../domain/action-item.js';
import type { Instant, LocalDay } from '../domain/day.js';
import { itemCarryingIn } from './action-items-carry.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** An action item with what it is about and whom it concerns. */
export type ItemCase = {
  readonly id: number;
  readonly programId: number;
  readonly number: number;
  /** The review in which it was decided: its key and the day that was planned; null: outside of one. */
  readonly slotId: number | null;
  readonly review: string | null;
  readonly reviewDay: LocalDay | null;
  /** The gate whose lesson it was made of. */
  readonly lessonGate: LocalDay | null;
  readonly ownerId: number;
  readonly ownerUnitIds: readonly number[];
  readonly projectId: number | null;
  readonly code: string | null;
  readonly projectOwnerId: number | null;
  readonly sponsorId: number | null;
  readonly milestoneId: number | null;
  readonly milestone: string | null;
  readonly obstacleId: number | null;
  readonly obstacleNumber: number | null;
  readonly text: string;
  readonly createdById: number;
  readonly createdAt: Instant;
  readonly closedCause: string | null;
  /** The report that moved its day last, and the day before. */
  readonly movedCause: string | null;
  readonly movedFrom: LocalDay | null;
  readonly state: ItemState;
};

export type NewItem = {
  readonly programId: number;
  readonly slotId: number | null;
  readonly projectId: number | null;
  readonly milestoneId: number | null;
  readonly obstacleId: number | null;
  readonly instructionId: number | null;
  readonly lessonId: number | null;
  readonly ownerId: number;
  readonly text: string;
  readonly createdById: number;
  readonly at: Instant;
  readonly cause: string;
  readonly state: ItemState;
};

/** What is kept of an item beside its state. */
export type SavedWith = Partial<Pick<ItemCase, 'closedCause' | 'movedCause' | 'movedFrom' | 'ownerId'>>;

type Row = Omit<ItemCase, 'state' | 'createdAt'> & ItemState & { readonly createdAt: Date };

const READ = Prisma.sql`
  SELECT i.id, i."programId", i.number, i."slotId", s.review, s.day AS "reviewDay", l.gate AS "lessonGate", i."ownerId",
         coalesce((SELECT json_agg(DISTINCT d."unitId") FROM duty d
                   WHERE d."personId" = i."ownerId" AND d."programId" = i."programId" AND d."unitId" IS NOT NULL), '[]'::json) AS "ownerUnitIds",
         i."projectId", p.code, p."ownerId" AS "projectOwnerId", p."sponsorId", i."milestoneId", m.name AS milestone,
         i."obstacleId", o.number AS "obstacleNumber", i.text, i."createdById", i."createdAt", i."closedCause", i."movedCause", i."movedFrom",
         i.standing, i.due, i."firstDue", i.carried, i."carriedReason", i."keptAt", i.version, i."endedOn", i."endedById", i."dropReason"
  FROM action_item i LEFT JOIN review_slot s ON s.id = i."slotId" LEFT JOIN project p ON p.id = i."projectId"
    LEFT JOIN milestone m ON m.id = i."milestoneId" LEFT JOIN obstacle o ON o.id = i."obstacleId"
    LEFT JOIN review_lesson l ON l.id = i."lessonId"`;

function caseOf(row: Row): ItemCase {
  const { standing, due, firstDue, carried, carriedReason, keptAt, version, endedOn, endedById, dropReason, ...rest } =
    row;
  return {
    ...rest,
    createdAt: rest.createdAt.getTime(),
    state: { standing, due, firstDue, carried, carriedReason, keptAt, version, endedOn, endedById, dropReason },
  };
}

export function actionItemsIn(database: Database) {
  async function read(where: Prisma.Sql): Promise<readonly ItemCase[]> {
    return (await database.$queryRaw<Row[]>`${READ} WHERE ${where}`).map(caseOf);
  }
  const first = async (where: Prisma.Sql) => (await read(where))[0] ?? null;

  return {
    ...itemCarryingIn(database),

    /**
     * Keeps one under the next number of its program, whose row stays locked until the transaction ends: two at once get
     * numbers in turn, and one that is rolled back leaves no gap.
     */
    async add({ at, state, ...item }: NewItem): Promise<number> {
      const [taken] = await database.$queryRaw<{ number: number }[]>`
        UPDATE program SET "lastItem" = "lastItem" + 1 WHERE id = ${item.programId} RETURNING "lastItem" AS number`;
      if (!taken) throw new Error(`there is no program ${item.programId}`);
      const data = { ...item, ...state, number: taken.number, createdAt: new Date(at) };
      return (await database.actionItem.create({ data, select: { id: true } })).id;
    },

    byId: (programId: number, id: number): Promise<ItemCase | null> =>
      first(Prisma.sql`i."programId" = ${programId} AND i.id = ${id}`),

    byNumber: (programId: number, number: number): Promise<ItemCase | null> =>
      first(Prisma.sql`i."programId" = ${programId} AND i.number = ${number}`),

    /** The one that a payload made, or null: it may be tried again. */
    byCause: (programId: number, cause: string): Promise<ItemCase | null> =>
      first(Prisma.sql`i."programId" = ${programId} AND i.cause = ${cause}`),

    /** The one that was made of an instruction, or null. */
    byInstruction: (programId: number, instructionId: number): Promise<ItemCase | null> =>
      first(Prisma.sql`i."programId" = ${programId} AND i."instructionId" = ${instructionId}`),

    /** The one that was made of a lesson, or null. */
    byLesson: (programId: number, lessonId: number): Promise<ItemCase | null> =>
      first(Prisma.sql`i."programId" = ${programId} AND i."lessonId" = ${lessonId}`),

    /** One as it stands now, to be changed. */
    async lock(programId: number, id: number): Promise<ItemCase | null> {
      await database.$queryRaw`SELECT id FROM action_item WHERE id = ${id} FOR UPDATE`;
      return first(Prisma.sql`i."programId" = ${programId} AND i.id = ${id}`);
    },

    /** Those that wait on milestones, locked, the oldest first. */
    async lockOpenOf(programId: number, milestoneIds: readonly number[]): Promise<readonly ItemCase[]> {
      if (milestoneIds.length === 0) return [];
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM action_item WHERE "programId" = ${programId} AND standing = 'open'
          AND "milestoneId" = ANY(${[...milestoneIds]}::int[]) ORDER BY id FOR UPDATE`;
      return rows.length === 0 ? [] : read(Prisma.sql`i.id = ANY(${rows.map(({ id }) => id)}::int[]) ORDER BY i.id`);
    },

    /** Those about obstacles, locked, the oldest first. */
    async lockOpenAbout(programId: number, obstacleIds: readonly number[]): Promise<readonly ItemCase[]> {
      if (obstacleIds.length === 0) return [];
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM action_item WHERE "programId" = ${programId} AND standing = 'open'
          AND "obstacleId" = ANY(${[...obstacleIds]}::int[]) ORDER BY id FOR UPDATE`;
      return rows.length === 0 ? [] : read(Prisma.sql`i.id = ANY(${rows.map(({ id }) => id)}::int[]) ORDER BY i.id`);
    },

    /** Some, by their ids. */
    byIds: (programId: number, ids: readonly number[]): Promise<readonly ItemCase[]> =>
      read(Prisma.sql`i."programId" = ${programId} AND i.id = ANY(${[...ids]}::int[]) ORDER BY i.id`),

    /** Those that a message's report ended, locked. */
    async lockEndedBy(programId: number, cause: string): Promise<readonly ItemCase[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM action_item WHERE "programId" = ${programId} AND "closedCause" = ${cause} AND standing = 'done'
        ORDER BY id FOR UPDATE`;
      return rows.length === 0 ? [] : read(Prisma.sql`i.id = ANY(${rows.map(({ id }) => id)}::int[]) ORDER BY i.id`);
    },

    /** Those whose day a message's report moved, locked. */
    async lockMovedBy(programId: number, cause: string): Promise<readonly ItemCase[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM action_item WHERE "programId" = ${programId} AND "movedCause" = ${cause} AND standing = 'open'
        ORDER BY id FOR UPDATE`;
      return rows.length === 0 ? [] : read(Prisma.sql`i.id = ANY(${rows.map(({ id }) => id)}::int[]) ORDER BY i.id`);
    },

    /** Open ones of somebody about projects or milestones, locked; `rest`: and all that are about no project of theirs. */
    async lockHanded(
      programId: number,
      ownerId: number,
      about: {
        readonly projectIds: readonly number[];
        readonly milestoneIds: readonly number[];
        readonly rest: boolean;
      },
    ): Promise<readonly ItemCase[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM action_item WHERE "programId" = ${programId} AND standing = 'open' AND "ownerId" = ${ownerId}
          AND ("projectId" = ANY(${[...about.projectIds]}::int[]) OR "milestoneId" = ANY(${[...about.milestoneIds]}::int[])
            OR (${about.rest} AND NOT EXISTS (SELECT 1 FROM project p WHERE p.id = "projectId" AND p."ownerId" = ${ownerId})))
        ORDER BY id FOR UPDATE`;
      return rows.length === 0 ? [] : read(Prisma.sql`i.id = ANY(${rows.map(({ id }) => id)}::int[]) ORDER BY i.id`);
    },

    /** Some, locked, the oldest first. */
    async lockThese(programId: number, ids: readonly number[]): Promise<readonly ItemCase[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM action_item WHERE "programId" = ${programId} AND id = ANY(${[...ids]}::int[]) ORDER BY id FOR UPDATE`;
      return rows.length === 0 ? [] : read(Prisma.sql`i.id = ANY(${rows.map(({ id }) => id)}::int[]) ORDER BY i.id`);
    },

    /** Open ones, the most overdue first. */
    open: (programId: number): Promise<readonly ItemCase[]> =>
      read(Prisma.sql`i."programId" = ${programId} AND i.standing = 'open' ORDER BY i.due, i.number`),

    /** Open ones of people, as their questions of the morning name them. */
    openOwnedBy: (programId: number, ownerIds: readonly number[]): Promise<readonly ItemCase[]> =>
      read(
        Prisma.sql`i."programId" = ${programId} AND i.standing = 'open' AND i."ownerId" = ANY(${[...ownerIds]}::int[])
          ORDER BY i.due, i.number`,
      ),

    /** What was decided in a review. */
    ofSlot: (programId: number, slotId: number): Promise<readonly ItemCase[]> =>
      read(Prisma.sql`i."programId" = ${programId} AND i."slotId" = ${slotId} ORDER BY i.number`),

    /** What was decided about a project, the newest first. */
    ofProject: (programId: number, projectId: number): Promise<readonly ItemCase[]> =>
      read(Prisma.sql`i."programId" = ${programId} AND i."projectId" = ${projectId} ORDER BY i.number DESC`),

    /** Those in which these words stand, whatever their case; open ones first. */
    withWords: (programId: number, words: string): Promise<readonly ItemCase[]> =>
      read(
        Prisma.sql`i."programId" = ${programId} AND position(lower(${words}) IN lower(i.text)) > 0
          ORDER BY i.standing <> 'open', i.number DESC LIMIT 200`,
      ),

    /** All of a program, by number. */
    all: (programId: number): Promise<readonly ItemCase[]> =>
      read(Prisma.sql`i."programId" = ${programId} ORDER BY i.number`),

    /** Where one stands now. Only under its lock. */
    async save(id: number, state: ItemState, more: SavedWith = {}): Promise<void> {
      await database.actionItem.update({ where: { id }, data: { ...state, ...more } });
    },
  };
}
