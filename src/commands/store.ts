import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { Config } from '../config.js';
import { openStore, type StoreOptions } from '../store/home/open.js';

/** Logs go to standard error: standard output carries the one line that says ready, and what commands print. */
export const openLog = (config: Config): Logger =>
  pino(
    {
      level: config.LOG_LEVEL,
      redact: { paths: ['*.token', '*.authorization', '*.response_url', '*.trigger_id'], censor: '…' },
    },
    pino.destination(2),
  );

/** The folder of the embedded store; null: it is a server. */
export const storeFolder = (config: Config): string | null =>
  config.DATABASE_URL ? null : (config.GONGJIAN_DATA ?? join(homedir(), '.gongjian'));

/** The store that the environment names: a server, or the embedded one in its folder. */
export async function openConfiguredStore(
  config: Config,
  log: Logger,
  { snapshot, level }: Pick<StoreOptions, 'snapshot' | 'level'> = {},
) {
  const folder = storeFolder(config);
  if (folder) await mkdir(folder, { recursive: true });
  return openStore({
    databaseUrl: config.DATABASE_URL ?? null,
    folder,
    log,
    snapshot,
    level,
    // The disk failed under the embedded store: nothing more can be promised, and whoever supervises starts it again.
    onLost: () => process.exit(1),
  });
}
