import { createTask } from 'node-cron';
import type { Logger } from 'pino';

/** Calls `tick` at the start of every minute of real time; a tick that is still running lets the next one pass. */
export function everyMinute(tick: () => Promise<void>, log: Pick<Logger, 'error'>): { stop(): Promise<void> } {
  const task = createTask(
    '* * * * *',
    async () => {
      try {
        await tick();
      } catch (error) {
        log.error(
          { reason: error instanceof Error ? error.message : String(error) },
          'a tick failed; the next one makes up for it',
        );
      }
    },
    { noOverlap: true },
  );
  void task.start();
  return {
    stop: async () => {
      await task.destroy();
    },
  };
}
