import type { Instant, LocalDay } from '../domain/day.js';
import { freePlace } from '../domain/lookback.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** What a gate taught, with the action item that was made of it. */
export type Lesson = {
  readonly id: number;
  readonly gate: LocalDay;
  readonly place: number;
  readonly text: string;
  readonly createdById: number;
  readonly createdAt: Instant;
  readonly droppedAt: Instant | null;
  readonly item: { readonly id: number; readonly number: number } | null;
};

export type NewLesson = {
  readonly programId: number;
  readonly gate: LocalDay;
  readonly text: string;
  readonly createdById: number;
  readonly at: Instant;
  readonly cause: string;
};

type Row = Omit<Lesson, 'createdAt' | 'droppedAt'> & { readonly createdAt: Date; readonly droppedAt: Date | null };

const READ = Prisma.sql`
  SELECT l.id, l.gate, l.place, l.text, l."createdById", l."createdAt", l."droppedAt",
         CASE WHEN i.id IS NOT NULL THEN json_build_object('id', i.id, 'number', i.number) END AS item
  FROM review_lesson l LEFT JOIN action_item i ON i."lessonId" = l.id`;

export function reviewLessonsIn(database: Database) {
  const read = async (where: Prisma.Sql): Promise<readonly Lesson[]> =>
    (await database.$queryRaw<Row[]>`${READ} WHERE ${where}`).map(({ createdAt, droppedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.getTime(),
      droppedAt: droppedAt?.getTime() ?? null,
    }));

  return {
    /** Those of a gate in their places, with those that were dropped. */
    ofGate: (programId: number, gate: LocalDay): Promise<readonly Lesson[]> =>
      read(Prisma.sql`l."programId" = ${programId} AND l.gate = ${gate} ORDER BY l.place, l.id`),

    /** Those of all gates, the oldest gate first, with those that were dropped. */
    all: (programId: number): Promise<readonly Lesson[]> =>
      read(Prisma.sql`l."programId" = ${programId} ORDER BY l.gate, l.place, l.id`),

    /** The gates of which a lesson waits for a decision. */
    async waiting(programId: number): Promise<readonly LocalDay[]> {
      const rows = await database.$queryRaw<{ gate: LocalDay }[]>`
        SELECT DISTINCT l.gate FROM review_lesson l LEFT JOIN action_item i ON i."lessonId" = l.id
        WHERE l."programId" = ${programId} AND l."droppedAt" IS NULL AND i.id IS NULL`;
      return rows.map(({ gate }) => gate);
    },

    /** One as it stands now, held until the transaction ends: who decides about it meanwhile waits. */
    async lock(programId: number, id: number): Promise<Lesson | null> {
      await database.$queryRaw`SELECT id FROM review_lesson WHERE "programId" = ${programId} AND id = ${id} FOR UPDATE`;
      const [lesson] = await read(Prisma.sql`l."programId" = ${programId} AND l.id = ${id}`);
      return lesson ?? null;
    },

    /** Keeps one in the first place that is free, its program locked until the transaction ends; null: as many stand as may. */
    async add({ at, ...lesson }: NewLesson): Promise<number | null> {
      const { programId, gate } = lesson;
      await database.$queryRaw`SELECT id FROM program WHERE id = ${programId} FOR UPDATE`;
      const standing = await database.reviewLesson.findMany({
        where: { programId, gate, droppedAt: null },
        select: { place: true },
      });
      const place = freePlace(standing.map((each) => each.place));
      if (place === null) return null;
      const data = { ...lesson, place, createdAt: new Date(at) };
      return (await database.reviewLesson.create({ data, select: { id: true } })).id;
    },

    /** It is not acted upon. Only under its lock. */
    async drop(id: number, droppedById: number, at: Instant): Promise<void> {
      await database.reviewLesson.update({ where: { id }, data: { droppedById, droppedAt: new Date(at) } });
    },
  };
}
