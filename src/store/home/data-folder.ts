import { constants, existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath, syncTree } from './flush.js';
import { StoreRefused } from './refused.js';

/** Written last when the files were made: without it, they were never answered from and may be made anew. */
export const COMPLETE_MARK = 'gongjian-complete';

const NAME = /^postgres(?:-(\d+))?$/;

/** Where the database's files are, and whether a store is in them already. */
export interface DataFolder {
  readonly path: string;
  readonly complete: boolean;
}

/**
 * The folder of the database's files inside the store's folder: `postgres`, and after each take-over `postgres-2`,
 * `postgres-3`; the highest that is complete is the store. `takenOver`: the process that had it last may be paused rather than
 * dead. What it was about to do when it was paused it does when it goes on, before it can ask whose the folder is; one write
 * into the log is enough for a store that no longer opens. So it is left the files that it knows, and ours are a copy of
 * them under another name: neither its open files nor its paths lead here. As after a power cut, PostgreSQL brings the copy
 * to where the log ends.
 */
export async function dataFolder(
  folder: string,
  takenOver: boolean,
  onSynced?: (path: string) => void,
): Promise<DataFolder> {
  const current = (await completeOnes(folder)).at(-1);
  if (current === undefined) {
    const path = join(folder, nameOf(1));
    await setAside(path);
    await mkdir(path, { recursive: true, mode: 0o700 });
    return { path, complete: false };
  }
  const number = takenOver ? await copied(folder, current, onSynced) : current;
  await removeOthers(folder, number);
  return { path: join(folder, nameOf(number)), complete: true };
}

function nameOf(number: number): string {
  return number === 1 ? 'postgres' : `postgres-${number}`;
}

/** The numbers of the folders that hold a whole store, ascending. */
async function completeOnes(folder: string): Promise<number[]> {
  return (await readdir(folder))
    .flatMap((name) => {
      const found = NAME.exec(name);
      return found && existsSync(join(folder, name, COMPLETE_MARK)) ? [Number(found[1] ?? 1)] : [];
    })
    .sort((one, other) => one - other);
}

/** A start that was cut off while it made the folder leaves a part of one: kept for a look, out of the way. */
async function setAside(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const aside = `${path}.incomplete`;
  await rm(aside, { recursive: true, force: true });
  await rename(path, aside);
}

/** Copies one folder to the next number, whole on the disk before it has its name; answers that number. */
async function copied(folder: string, from: number, onSynced?: (path: string) => void): Promise<number> {
  const path = join(folder, nameOf(from + 1));
  const copying = `${path}.copy`;
  await rm(copying, { recursive: true, force: true });
  try {
    await cp(join(folder, nameOf(from)), copying, { recursive: true, mode: constants.COPYFILE_FICLONE });
  } catch (error) {
    await rm(copying, { recursive: true, force: true });
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    throw new StoreRefused(
      `The store in ${folder} was not closed by the machine or container that had it, and is copied before it is used again: the disk has no room for that. Make room as large as ${nameOf(from)} in it; or, if nobody else has this folder, remove its lock.json and start again.`,
    );
  }
  await syncTree(copying, onSynced);
  await rename(copying, path);
  syncPath(folder);
  return from + 1;
}

/** Those of earlier owners, and a copy that was cut off. */
async function removeOthers(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const own = name === nameOf(number);
    if (!own && NAME.test(name.replace(/\.copy$/, ''))) await rm(join(folder, name), { recursive: true, force: true });
  }
}
