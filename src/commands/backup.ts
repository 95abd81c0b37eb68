import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, readConfig } from '../config.js';
import { askForBackup } from '../store/home/backups.js';
import { FolderInUse } from '../store/home/lock.js';
import type { Store as OpenStore } from '../store/home/open.js';
import { Told } from './fault-words.js';
import { openConfiguredStore, openLog, storeFolder } from './store.js';

/** Writes the whole store into a file, as it is at one moment; where a bot runs on the embedded store, that bot does it. */
export async function runBackup(file: string): Promise<void> {
  const config = readConfig(process.env);
  const { rows } = await backUp(config, resolve(file));
  process.stdout.write(`Wrote ${rows} rows to ${file}.\n`);
}

async function backUp(config: Config, file: string): Promise<{ rows: number }> {
  const folder = storeFolder(config);
  let opened: OpenStore;
  try {
    opened = await openConfiguredStore(config, openLog(config), { level: 'as found' });
  } catch (error) {
    if (!(error instanceof FolderInUse) || !folder) throw error;
    const written = await askForBackup(folder, file);
    if (existsSync(file)) return written;
    throw new Told(
      `The bot wrote ${written.rows} rows, but not where this command can see them: a service may have a /tmp of its own. Name a file in a folder that both share, beside the store in ${folder}.`,
    );
  }
  try {
    return await opened.backup(file);
  } finally {
    await opened.close();
  }
}

/** Fills an empty store, of either kind, from a backup; with `replace`, what it held is thrown away first. */
export async function runRestore(file: string, { replace }: { replace: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const opened = await openConfiguredStore(config, openLog(config));
  try {
    const { rows } = await opened.restore(file, { replace });
    process.stdout.write(`Restored ${rows} rows from ${file}.\n`);
  } finally {
    await opened.close();
  }
}
