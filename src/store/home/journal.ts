import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { batched } from '../batch.js';
import { syncPath } from './flush.js';

/** A file of this size is let go once all that it holds is in the store; and every so often, however small. */
const LARGEST_BYTES = 16_000_000;
const RENEW_EVERY_MS = 10 * 60_000;

/** A line that reached the disk. `entered` says that the store has it now (not yet that the store's disk has). */
export type JournalLine = { readonly entered: () => void };

export type Journal = Awaited<ReturnType<typeof openJournal>>;

/**
 * An append-only file beside the embedded store, for what must be on the disk at once while the store is busy with other work:
 * many lines share one flush, which waits for nothing but the disk and holds up nothing. `flushStore` has the store flush
 * what it was given; then the file that held it is removed. `onSynced` is told of each file and folder that reached the disk. `held`: whether
 * the folder is still this process's: else another has read the journal and let it go, and nothing that is written here is found.
 */
export async function openJournal(
  parent: string,
  flushStore: () => Promise<void>,
  onSynced: (path: string) => void = () => {},
  held: () => boolean = () => true,
) {
  const folder = join(parent, 'journal');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  syncPath(parent);
  const left = (await readdir(folder)).sort();
  let number = Number.parseInt(left.at(-1) ?? '0', 10);
  let current = await begin();
  const letGo = new Set<Promise<void>>();

  async function begin() {
    number += 1;
    const path = join(folder, `${String(number).padStart(10, '0')}.lines`);
    const file = await open(path, 'a', 0o600);
    syncPath(folder);
    onSynced(folder);
    return { path, file, bytes: 0, began: Date.now(), waiting: 0, allEntered: () => {} };
  }

  /** What is in it is in the store: the store flushes, and it goes. */
  async function release(old: typeof current): Promise<void> {
    await old.file.close();
    if (old.waiting > 0) await new Promise<void>((resolve) => (old.allEntered = resolve));
    await flushStore();
    await rm(old.path);
  }

  const write = batched<string, JournalLine>(async (lines) => {
    if (current.bytes > LARGEST_BYTES || (current.bytes > 0 && Date.now() - current.began > RENEW_EVERY_MS)) {
      const old = current;
      current = await begin();
      // Where it fails (the store is lost), the file stays, and the next start reads it.
      const gone = release(old).catch(() => {});
      letGo.add(gone);
      void gone.then(() => letGo.delete(gone));
    }
    const into = current;
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    await into.file.appendFile(bytes);
    await into.file.datasync();
    // Asked after the flush: what another took over before it has no use for these lines.
    if (!held()) throw new Error('The folder was taken over while this process was paused.');
    onSynced(into.path);
    into.bytes += bytes.length;
    into.waiting += lines.length;
    return lines.map(() => ({
      entered() {
        into.waiting -= 1;
        if (into.waiting === 0) into.allEntered();
      },
    }));
  });

  return {
    /** Resolves once the line (without line ends) is on the disk. */
    write,

    /** The lines of earlier runs, whole ones only: one that was cut off was never answered for. */
    async leftOver(): Promise<readonly string[]> {
      const texts = await Promise.all(left.map((name) => readFile(join(folder, name), 'utf8')));
      return texts.flatMap((text) => text.split('\n').slice(0, -1));
    },

    /** The store has what was left over, on its disk. */
    async forgetLeftOver(): Promise<void> {
      await flushStore();
      for (const name of left) await rm(join(folder, name), { force: true });
    },

    /** What is not entered by now is entered by the next start. */
    async close(): Promise<void> {
      await Promise.all(letGo);
      if (current.waiting > 0) await current.file.close();
      else await release(current).catch(() => {});
    },
  };
}

/** What a store that is restored from a backup had been told before is none of its own. */
export async function removeJournal(parent: string): Promise<void> {
  await rm(join(parent, 'journal'), { recursive: true, force: true });
}
