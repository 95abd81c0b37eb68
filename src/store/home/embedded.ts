import { existsSync, fsyncSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { openStatements } from './embedded-statements.js';
import { syncPath, syncTree } from './flush.js';

/** The few parts of Emscripten's NODEFS that are changed below; PGlite does not type them. */
interface FileNode {
  parent: FileNode;
}
interface NodeFileSystem {
  realPath(node: FileNode): string;
  node_ops: {
    mknod(parent: FileNode, name: string, mode: number, device: number): FileNode;
    rename(node: FileNode, folder: FileNode, name: string): void;
    unlink(parent: FileNode, name: string): void;
  };
  stream_ops: {
    fsync?: (stream: { nfd: number; node: FileNode }) => number;
    write(stream: object, buffer: object, offset: number, length: number, position: number): number;
  };
}
interface EmscriptenModule {
  NODEFS: NodeFileSystem;
  FS: { ErrnoError: new (code: number) => Error };
}

/** Emscripten's number for EIO: PostgreSQL panics on it, as it must when a flush failed. */
const inputOutputError = 29;

/**
 * A file layer whose flushes reach the disk. PGlite's own has no fsync at all, so that a commit that was answered could
 * be lost with the power; Emscripten calls `stream_ops.fsync` where there is one.
 */
export class DurableNodeFS extends NodeFS {
  /** Folders that had a file made, renamed or removed since the last flush: their entries are flushed with it. */
  readonly #changedFolders = new Set<string>();
  readonly #onSynced: (path: string) => void;
  readonly #onFailed: (error: unknown) => void;
  readonly #held: () => boolean;

  /** `held`: whether the folder is still this process's own; asked before each write and flush. */
  constructor(
    folder: string,
    onSynced: (path: string) => void,
    onFailed: (error: unknown) => void,
    held: () => boolean = () => true,
  ) {
    super(folder);
    this.#onSynced = onSynced;
    this.#onFailed = onFailed;
    this.#held = held;
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pg, options);
    prepared.emscriptenOpts.preRun = [
      ...(prepared.emscriptenOpts.preRun ?? []),
      (module: unknown) => this.#addFlushing(module as EmscriptenModule),
    ];
    return prepared;
  }

  #addFlushing({ NODEFS: files, FS }: EmscriptenModule): void {
    const { mknod, rename: move, unlink } = files.node_ops;
    files.node_ops.mknod = (parent, name, mode, device) => {
      const node = mknod(parent, name, mode, device);
      this.#changedFolders.add(files.realPath(parent));
      return node;
    };
    files.node_ops.rename = (node, folder, name) => {
      this.#changedFolders.add(files.realPath(node.parent)).add(files.realPath(folder));
      move(node, folder, name);
    };
    files.node_ops.unlink = (parent, name) => {
      unlink(parent, name);
      this.#changedFolders.add(files.realPath(parent));
    };
    const { write } = files.stream_ops;
    files.stream_ops.write = (...what) => {
      if (this.#held()) return write(...what);
      this.#onFailed(new Error('another process has the folder'));
      throw new FS.ErrnoError(inputOutputError);
    };
    files.stream_ops.fsync = (stream) => {
      try {
        if (!this.#held()) throw new Error('another process has the folder');
        this.#syncChangedFolders();
        fsyncSync(stream.nfd);
        this.#onSynced(files.realPath(stream.node));
      } catch (error) {
        this.#onFailed(error);
        throw new FS.ErrnoError(inputOutputError);
      }
      return 0;
    };
  }

  #syncChangedFolders(): void {
    for (const folder of this.#changedFolders) {
      if (existsSync(folder)) syncPath(folder);
      this.#onSynced(folder);
    }
    this.#changedFolders.clear();
  }
}

type Answers = Awaited<ReturnType<PGlite['execProtocolStream']>>;
type ProtocolOptions = NonNullable<Parameters<PGlite['execProtocolStream']>[1]>;

/**
 * PGlite that answers nothing more once a flush failed. PostgreSQL's process would end there and recover from its log; here
 * there is no process to end, and the next statement would never return.
 */
export class EmbeddedDatabase extends PGlite {
  #lost: Error | null = null;

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
    return super._runExclusiveQuery(() => {
      if (this.#lost) throw this.#lost;
      return run();
    });
  }

  override async close(): Promise<void> {
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
  '-c',
  'timezone=UTC',
];

/** Written last when a folder was made: without it, the folder was never answered from and may be made anew. */
const completeMark = 'gongjian-complete';

/**
 * Opens PostgreSQL inside this process, on a folder (durable) or in memory (`folder` null, for tests).
 * `snapshot` is a data folder as `dumpDataDir` gives it; it is used only where there is no store yet. `onSynced` is told of
 * each file and folder that reached the disk, `onLost` when one could not: from then on every statement is refused.
 */
export async function openEmbedded(
  folder: string | null,
  {
    snapshot,
    onSynced = () => {},
    onLost = () => {},
    held,
  }: {
    snapshot?: Blob | undefined;
    onSynced?: (path: string) => void;
    onLost?: (error: Error) => void;
    held?: (() => boolean) | undefined;
  } = {},
): Promise<EmbeddedDatabase> {
  const load: PGliteOptions = snapshot ? { loadDataDir: snapshot } : {};
  if (folder === null) {
    const inMemory = new EmbeddedDatabase({ ...load, startParams: startParams(false) });
    await inMemory.waitReady;
    return inMemory;
  }

  const data = join(folder, 'postgres');
  const complete = existsSync(join(data, completeMark));
  if (!complete) await setAside(data);
  await mkdir(data, { recursive: true, mode: 0o700 });
  const failed = (cause: unknown) => {
    const error = new Error(
      `The disk did not take what was written to ${data}; nothing more is answered until a restart.`,
      { cause },
    );
    database.lose(error);
    onLost(error);
  };
  const files = new DurableNodeFS(data, onSynced, failed, held);
  const database = new EmbeddedDatabase({ ...(complete ? {} : load), fs: files, startParams: startParams(true) });
  await database.waitReady;
  if (!complete) {
    await database.exec('CHECKPOINT');
    await writeFile(join(data, completeMark), 'The store in this folder is complete. Do not remove this file.\n');
    await syncTree(data, onSynced);
    syncPath(folder);
    syncPath(dirname(folder));
  }
  return database;
}

/** A start that was cut off while it made the folder leaves a part of one: kept for a look, out of the way. */
async function setAside(data: string): Promise<void> {
  if (!existsSync(data)) return;
  const aside = `${data}.incomplete`;
  await rm(aside, { recursive: true, force: true });
  await rename(data, aside);
}
