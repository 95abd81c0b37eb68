import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';

/** What a person was asked, and where; `body` is what answers it. */
export type NewQuestion = {
  readonly programId: number;
  readonly personId: number;
  /** The channel, and the thread in it. */
  readonly place: string;
  readonly at: Instant;
  /** The payload that brought it. */
  readonly cause: string;
  readonly body: object;
};

/** What was asked longer ago than this is answered by nothing: it goes. */
const KEEP_MS = 24 * 3_600_000;

export function questionsIn(database: Database) {
  return {
    /** Remembers what is asked; asked again by the same payload, it is the same question. */
    async ask({ at, ...question }: NewQuestion): Promise<void> {
      const { programId, personId, cause } = question;
      await database.question.deleteMany({ where: { programId, personId, askedAt: { lt: new Date(at - KEEP_MS) } } });
      await database.question.upsert({
        where: { programId_cause: { programId, cause } },
        create: { ...question, askedAt: new Date(at) },
        update: {},
      });
    },

    /** What one payload asked; null: nothing, or it is gone. */
    async byCause(programId: number, cause: string): Promise<unknown> {
      const found = await database.question.findFirst({
        where: { programId, cause },
        select: { body: true },
      });
      return found?.body ?? null;
    },

    /** The question that was asked last in a place since a moment, where nobody but `by` has answered it; null: none waits. */
    async waiting(
      { programId, personId, place, cause: by }: Pick<NewQuestion, 'programId' | 'personId' | 'place' | 'cause'>,
      since: Instant,
    ): Promise<{ readonly cause: string; readonly body: unknown } | null> {
      const last = await database.question.findFirst({
        where: { programId, personId, place, askedAt: { gte: new Date(since) }, cause: { not: by } },
        orderBy: { id: 'desc' },
      });
      return last && (last.answeredBy === null || last.answeredBy === by)
        ? { cause: last.cause, body: last.body }
        : null;
    },

    /** Answers a question; false where another payload did before. What was never remembered may be answered. */
    async take(programId: number, cause: string, by: string): Promise<boolean> {
      const open = { OR: [{ answeredBy: null }, { answeredBy: by }] };
      const { count } = await database.question.updateMany({
        where: { programId, cause, ...open },
        data: { answeredBy: by },
      });
      return count > 0 || (await database.question.count({ where: { programId, cause } })) === 0;
    },

    /** What was answered was not taken: the question waits again. */
    async release(programId: number, cause: string, by: string): Promise<void> {
      await database.question.updateMany({ where: { programId, cause, answeredBy: by }, data: { answeredBy: null } });
    },
  };
}
