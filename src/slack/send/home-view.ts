import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { LRUCache } from 'lru-cache';
import type { Answers } from './answer.js';

const REMEMBERED = 10_000;

/** Publishes home tabs, and remembers what each shows, so that one which would look the same is left alone. */
export function openHomeViews(answers: Pick<Answers, 'publishHome'>) {
  const shown = new LRUCache<string, string>({ max: REMEMBERED });

  async function publish(userId: string, blocks: readonly KnownBlock[]): Promise<void> {
    // Forgotten while it is under way: what was not published may not count as shown.
    shown.delete(userId);
    await answers.publishHome(userId, blocks);
    shown.set(userId, lookOf(blocks));
  }

  return {
    publish,

    /** False where it shows that already. */
    async publishChanged(userId: string, blocks: readonly KnownBlock[]): Promise<boolean> {
      if (shown.get(userId) === lookOf(blocks)) return false;
      await publish(userId, blocks);
      return true;
    },
  };
}

/** Moments that buttons carry are not seen: a list of a second ago is the same list where nothing else has changed. */
function lookOf(blocks: readonly KnownBlock[]): string {
  const seen = JSON.stringify(blocks).replace(/\b\d{13}\b/g, '');
  return createHash('sha256').update(seen).digest('base64');
}
