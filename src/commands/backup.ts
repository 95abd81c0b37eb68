import { readConfig } from '../config.js';
import { openConfiguredStore, openLog } from './store.js';

/** Writes the whole store into a file, as it is at one moment. */
export async function runBackup(file: string): Promise<void> {
  const config = readConfig(process.env);
  const opened = await openConfiguredStore(config, openLog(config));
  try {
    const { rows } = await opened.backup(file);
    process.stdout.write(`Wrote ${rows} rows to ${file}.\n`);
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
