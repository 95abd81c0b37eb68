import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { StoreRefused } from './refused.js';

type WriteBackup = (file: string) => Promise<{ rows: number }>;

/** A folder of backups that takes one a day and keeps the newest. */
export type BackupFolder = { readonly folder: string; readonly kept: number };

const A_DAY_MS = 86_400_000;
const OWN_NAME = /^gongjian-(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})Z\.backup$/;

/**
 * Writes a backup into the folder where its newest is a day old at `now`, and removes the oldest beyond `kept`. Files of other
 * names are left alone. Answers the file that was written, or null where none was due.
 */
export async function backUpDaily(
  { folder, kept }: BackupFolder,
  write: WriteBackup,
  now: Date,
): Promise<string | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = async () => (await readdir(folder)).filter((name) => OWN_NAME.test(name)).sort();
  const newest = (await own()).at(-1);
  if (newest && now.getTime() - momentOf(newest) < A_DAY_MS) return null;
  const file = join(folder, `gongjian-${now.toISOString().slice(0, 16).replace(/:/, '')}Z.backup`);
  await write(file);
  for (const name of (await own()).slice(0, -kept)) await rm(join(folder, name));
  return file;
}

function momentOf(name: string): number {
  const [, year, month, day, hour, minute] = (OWN_NAME.exec(name) ?? []).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute);
}

/*
 * A backup that another process asks for. The embedded store is one process's own, so that `gongjian backup` cannot open it
 * beside a running bot: it leaves a note in the store's folder, which nobody else may enter, and the bot answers there.
 */
const ASKED = 'backup-asked.json';
const LOOK_EVERY_MS = 500;
const TAKEN_WITHIN_MS = 10_000;
const askedShape = z.object({ id: z.uuid(), file: z.string() });
const answerShape = z.union([z.object({ rows: z.number() }), z.object({ failed: z.string() })]);
/** How the disk says that this user has no such folder, or none to write in. */
const MAY_NOT_WRITE = /^(EACCES|EPERM|EROFS|ENOENT)\b/;
const answerFile = (folder: string, id: string) => join(folder, `backup-${id}.json`);

/** Answers what is asked for in a store's folder, until the returned function is called. */
export function answerBackups(folder: string, write: WriteBackup): () => void {
  let busy = false;
  async function look(): Promise<void> {
    const note = await readFile(join(folder, ASKED), 'utf8').catch(() => null);
    if (note === null) return;
    await rm(join(folder, ASKED), { force: true });
    const { id, file } = askedShape.parse(JSON.parse(note));
    const answer = await write(file).catch((error: unknown) => ({
      failed: error instanceof Error ? error.message : String(error),
    }));
    await put(answerFile(folder, id), answer);
  }
  const looking = setInterval(() => {
    if (busy) return;
    busy = true;
    void look()
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, LOOK_EVERY_MS);
  looking.unref();
  return () => clearInterval(looking);
}

/** Has the process that runs the store in `folder` write a backup to `file` (an absolute path). Throws why it did not. */
export async function askForBackup(folder: string, file: string): Promise<{ rows: number }> {
  const id = randomUUID();
  await put(join(folder, ASKED), { id, file });
  const answered = answerFile(folder, id);
  for (const asked = Date.now(); ; ) {
    const answer = await readFile(answered, 'utf8').catch(() => null);
    if (answer !== null) {
      await rm(answered, { force: true });
      const read = answerShape.parse(JSON.parse(answer));
      if ('failed' in read) {
        const instead = MAY_NOT_WRITE.test(read.failed)
          ? `. The bot’s own user must be able to write there: name a file in another folder, such as ${join(folder, 'now.backup')}.`
          : '';
        throw new StoreRefused(`The running bot could not write the backup: ${read.failed}${instead}`);
      }
      return read;
    }
    const waits = await readFile(join(folder, ASKED), 'utf8').catch(() => null);
    if (waits?.includes(id) && Date.now() - asked > TAKEN_WITHIN_MS) {
      await rm(join(folder, ASKED), { force: true });
      throw new StoreRefused(
        `The store in ${folder} is in use, and its process answers no backup. Stop it first, or wait until it is ready.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS / 2));
  }
}

/** Root leaves things in the store's folder for the process that owns it, which must be able to read them. */
export async function belongTo(folder: string, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await chown(path, uid, gid);
}

/** Whole or not at all. */
async function put(file: string, content: object): Promise<void> {
  await writeFile(`${file}.part`, JSON.stringify(content), { mode: 0o600 });
  await belongTo(dirname(file), `${file}.part`);
  await rename(`${file}.part`, file);
}
