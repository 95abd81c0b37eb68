import { closeSync, fsyncSync, openSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Flushes one file or one folder's entries to the disk. Windows cannot open a folder and flushes its entries itself. */
export function syncPath(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Flushes every file and folder below `folder`, and itself; `onSynced` hears each path once it is safe. */
export async function syncTree(folder: string, onSynced?: (path: string) => void): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path, onSynced);
    else if (entry.isFile()) {
      syncPath(path);
      onSynced?.(path);
    }
  }
  syncPath(folder);
  onSynced?.(folder);
}
