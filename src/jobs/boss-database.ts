import type { Logger } from 'pino';
import type { Store } from '../store/home/open.js';

/** The statements with which pg-boss says that a run ended; it does not wait for their answer. */
const conclusion = /state = 'completed'|deleted_jobs/;

/**
 * The store as pg-boss calls it. Where a run's end cannot be written down, because the database is away, it answers "none
 * was changed" instead of failing: nobody waits for that answer, a rejection would end the process, and the job is run
 * again in any case once its time is over.
 */
export function bossDatabase(store: Pick<Store, 'executeSql'>, log: Pick<Logger, 'warn'>) {
  let underWay = 0;
  return {
    /** How many statements of pg-boss are not answered yet. */
    underWay: () => underWay,
    async executeSql(text: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[] }> {
      underWay++;
      try {
        return await store.executeSql(text, values);
      } catch (error) {
        if (values.length === 0 || !conclusion.test(text)) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        log.warn({ reason }, 'the end of a job could not be written down; it will be run again');
        return { rows: [{ count: '0' }] };
      } finally {
        underWay--;
      }
    },
  };
}
