import type { Logger } from 'pino';

/** How often what a killed replica was working and sending is looked for: with a post's lease (posts.take), its channels wait 8 s at most. */
const EVERY_MS = 2_000;

/** Looks for it, one look at a time, until it is stopped. */
export function lookForAbandoned(look: () => Promise<void>, log: Pick<Logger, 'debug'>): () => void {
  let looking = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    try {
      await look();
    } catch (error) {
      log.debug({ err: error }, 'what a dead replica had in work was not looked for');
    } finally {
      looking = false;
    }
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
