import type { Instant } from '../../domain/day.js';
import type { Store } from '../index.js';
import { type BackupFolder, backUpDaily } from './backups.js';
import type { Store as OpenStore, StoreOptions } from './open.js';

/** Slack redelivers within hours; what was done with a week ago will not come again. */
const FORGET_AFTER_DAYS = 7;
/** How long what was said, and what could not be worked, stays in the store. The log of what happened is never let go. */
const KEEP_DAYS = 90;
const FORGET_EVERY_MS = 6 * 3_600_000;

/**
 * What is done every minute beside what falls due: the daily backup, tables that changed much, and letting go of what is not
 * needed any more.
 */
export function openHousekeeping({
  backups,
  opened,
  store,
  clock,
  log,
}: {
  /** null: none are asked for. */
  backups: BackupFolder | null;
  opened: OpenStore;
  store: Store;
  clock: { readonly now: () => Instant };
  log: StoreOptions['log'];
}) {
  let forgotAt = Number.NEGATIVE_INFINITY;

  return async (): Promise<void> => {
    if (backups) {
      const file = await backUpDaily(backups, opened.backup, new Date()).catch((error: unknown) => {
        log.error({ err: error }, 'the daily backup was not written; the next minute tries again');
        return null;
      });
      if (file) log.info({ file }, 'the daily backup was written');
    }
    if (performance.now() - forgotAt > FORGET_EVERY_MS) {
      forgotAt = performance.now();
      await store.payloads.forget(FORGET_AFTER_DAYS, KEEP_DAYS);
      await store.posts.forgetBodies(KEEP_DAYS, clock.now());
    }
    await opened.tidy();
  };
}
