import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { COMPLETE_MARK, dataFolder } from './data-folder.js';
import { DurableNodeFS } from './durable-files.js';
import { openStatements } from './embedded-statements.js';
import { syncPath, syncTree } from './flush.js';
import type { FolderLock } from './lock.js';

type Answers = Awaited<ReturnType<PGlite['execProtocolStream']>>;
type ProtocolOptions = NonNullable<Parameters<PGlite['execProtocolStream']>[1]>;

/** How long statements may follow one another before others of the process have their turn. */
const MOST_HELD_MS = 4;

/**
 * As much of the log at most is gone through by a start after a kill: half a second's worth. PostgreSQL has a process that
 * sees to it; PGlite has none.
 */
const MOST_LOG_BYTES = 64 * 2 ** 20;

/**
 * PGlite that answers nothing more once a flush failed. PostgreSQL's process would end there and recover from its log; here
 * there is no process to end, and the next statement would never return.
 */
export class EmbeddedDatabase extends PGlite {
  /** Its files on a disk; null: it lives in memory. */
  files: DurableNodeFS | null = null;
  #lost: Error | null = null;
  #loopHeldUntil = 0;
  #checkpointing: Promise<void> = Promise.resolve();

  #statement: ((message: Uint8Array) => Promise<Answers>) | null = null;

  /** From now on statements are prepared once; before, migrations may still change what they answer. */
  keepStatements(): void {
    const send = (message: Uint8Array) => super.execProtocolStream(message, this.#options);
    const statement = openStatements(send);
    this.#statement = async (message) => [...(await statement(message))];
  }

  #options: ProtocolOptions = {};

  override async execProtocolStream(message: Uint8Array, options?: ProtocolOptions): Promise<Answers> {
    if (!this.#statement) return super.execProtocolStream(message, options);
    // What has ended answers nothing, and PGlite would ask it again and again without letting go of the event loop.
    if (!this.ready) throw new Error('The store is closed.');
    this.#options = options ?? {};
    return this.#statement(message);
  }

  /** Why nothing is answered any more, or null. */
  get lost(): Error | null {
    return this.#lost;
  }

  lose(error: Error): void {
    this.#lost ??= error;
  }

  override async _runExclusiveQuery<T>(run: () => Promise<T>): Promise<T> {
    return super._runExclusiveQuery(async () => {
      await this.#letOthersIn();
      if (this.#lost) throw this.#lost;
      const answer = await run();
      await this.files?.settle();
      if ((this.files?.logBytes ?? 0) > MOST_LOG_BYTES) this.#checkpointSoon();
      return answer;
    });
  }

  /** Flushes all to the tables' own files: a start does not go through the log from further back. */
  async checkpoint(): Promise<void> {
    if (this.files) this.files.logBytes = 0;
    await this.exec('CHECKPOINT');
  }

  /** After what is being done. Where it fails the disk did, and that is told by then. */
  #checkpointSoon(): void {
    this.#checkpointing = this.checkpoint().catch(() => {});
  }

  /**
   * Statements are answered without the event loop going round: a burst of work would keep what arrives waiting for its
   * acknowledgement until the last of them. After each few milliseconds the loop goes round once.
   */
  async #letOthersIn(): Promise<void> {
    if (performance.now() < this.#loopHeldUntil) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#loopHeldUntil = performance.now() + MOST_HELD_MS;
  }

  override async close(): Promise<void> {
    await this.#checkpointing;
    if (!this.#lost) await super.close();
  }
}

/**
 * Start parameters of the embedded server: PGlite's, with flushing on. `wal_sync_method` must be fsync (fdatasync does
 * nothing under Emscripten); the zone must be UTC because both Prisma adapters read timestamps as if it were.
 */
const startParams = (durable: boolean): string[] => [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F' || !durable),
  ...(durable ? ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'] : []),
  // In memory, what is read is copied from memory: a large cache of it would only have to be cleared at each open.
  ...(durable ? [] : ['-c', 'shared_buffers=16MB']),
  '-c',
  'timezone=UTC',
];

/**
 * Opens PostgreSQL inside this process, on a folder (durable) or in memory (`folder` null, for tests).
 * `snapshot` is a data folder as `dumpDataDir` gives it; it is used only where there is no store yet. `onSynced` is told of
 * each file and folder that reached the disk, `onLost` when one could not: from then on every statement is refused.
 * `lock`: the folder is this process's own.
 */
export async function openEmbedded(
  folder: string | null,
  {
    snapshot,
    onSynced = () => {},
    onLost = () => {},
    lock,
  }: {
    snapshot?: Blob | undefined;
    onSynced?: (path: string) => void;
    onLost?: (error: Error) => void;
    lock?: Pick<FolderLock, 'held' | 'takenOver'> | null;
  } = {},
): Promise<EmbeddedDatabase> {
  const load: PGliteOptions = snapshot ? { loadDataDir: snapshot } : {};
  if (folder === null) {
    const inMemory = new EmbeddedDatabase({ ...load, startParams: startParams(false) });
    await inMemory.waitReady;
    return inMemory;
  }

  const { path: data, complete } = await dataFolder(folder, lock?.takenOver ?? false, onSynced);
  const failed = (cause: unknown) => {
    const error = new Error(
      `The disk did not take what was written to ${data}; nothing more is answered until a restart.`,
      { cause },
    );
    database.lose(error);
    onLost(error);
  };
  const files = new DurableNodeFS(data, onSynced, failed, lock?.held);
  const database = new EmbeddedDatabase({ ...(complete ? {} : load), fs: files, startParams: startParams(true) });
  await database.waitReady;
  database.files = files;
  await files.settle();
  if (!complete) {
    await database.checkpoint();
    await writeFile(join(data, COMPLETE_MARK), 'The store in this folder is complete. Do not remove this file.\n');
    await syncTree(data, onSynced);
    syncPath(folder);
    syncPath(dirname(folder));
  }
  return database;
}
