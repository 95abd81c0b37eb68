import { existsSync, fsync, fsyncSync } from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncPath } from './flush.js';

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
    close(stream: FileStream): void;
    fsync?: (stream: FileStream) => number;
    write(stream: FileStream, buffer: object, offset: number, length: number, position: number): number;
  };
}
interface FileStream {
  nfd: number;
  node: FileNode;
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
 *
 * The flush of a commit does not hold the event loop: it is owed, and paid off the thread before the statement is answered
 * (`settle`). What must not be on the disk before the log is (data pages, a log's file that goes) pays it first, at once.
 */
export class DurableNodeFS extends NodeFS {
  /** Folders that had a file made, renamed or removed since the last flush: their entries are flushed with it. */
  readonly #changedFolders = new Set<string>();
  /** Files of the log whose flush is owed, by descriptor. */
  readonly #owed = new Map<number, string>();
  readonly #log: string;
  readonly #onSynced: (path: string) => void;
  readonly #onFailed: (error: unknown) => void;
  readonly #held: () => boolean;
  /** What the log got since somebody set this to 0. */
  logBytes = 0;

  /** `held`: whether the folder is still this process's own; asked before each write and flush. */
  constructor(
    folder: string,
    onSynced: (path: string) => void,
    onFailed: (error: unknown) => void,
    held: () => boolean = () => true,
  ) {
    super(folder);
    this.#log = `${join(folder, 'pg_wal')}${sep}`;
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

  /** Resolves once what is owed is on the disk. No statement may run meanwhile. */
  async settle(): Promise<void> {
    for (const [file, path] of this.#owed) {
      try {
        await flush(file);
        this.#paid(file, path);
      } catch (error) {
        this.#onFailed(error);
        throw error;
      }
    }
  }

  #addFlushing({ NODEFS: files, FS }: EmscriptenModule): void {
    /** Does what PostgreSQL asks for; where it cannot be done, nothing is answered any more. */
    const orFail = <T>(work: () => T): T => {
      try {
        if (!this.#held()) throw new Error('another process has the folder');
        return work();
      } catch (error) {
        this.#onFailed(error);
        throw new FS.ErrnoError(inputOutputError);
      }
    };
    const { mknod, rename: move, unlink } = files.node_ops;
    files.node_ops.mknod = (parent, name, mode, device) => {
      const node = mknod(parent, name, mode, device);
      this.#changedFolders.add(files.realPath(parent));
      return node;
    };
    files.node_ops.rename = (node, folder, name) => {
      orFail(() => this.#settleNow());
      this.#changedFolders.add(files.realPath(node.parent)).add(files.realPath(folder));
      move(node, folder, name);
    };
    files.node_ops.unlink = (parent, name) => {
      orFail(() => this.#settleNow());
      unlink(parent, name);
      this.#changedFolders.add(files.realPath(parent));
    };
    const { write, close } = files.stream_ops;
    files.stream_ops.write = (stream, ...what) => {
      const isLog = files.realPath(stream.node).startsWith(this.#log);
      orFail(() => {
        if (this.#owed.size > 0 && !isLog) this.#settleNow();
      });
      const bytes = write(stream, ...what);
      if (isLog) this.logBytes += bytes;
      return bytes;
    };
    files.stream_ops.close = (stream) => {
      if (this.#owed.has(stream.nfd)) orFail(() => this.#settleNow());
      close(stream);
    };
    files.stream_ops.fsync = (stream) => {
      orFail(() => {
        const path = files.realPath(stream.node);
        if (this.#changedFolders.size === 0 && path.startsWith(this.#log)) {
          this.#owed.set(stream.nfd, path);
          return;
        }
        this.#settleNow();
        this.#syncChangedFolders();
        fsyncSync(stream.nfd);
        this.#onSynced(path);
      });
      return 0;
    };
  }

  #settleNow(): void {
    for (const [file, path] of this.#owed) {
      fsyncSync(file);
      this.#paid(file, path);
    }
  }

  #paid(file: number, path: string): void {
    this.#owed.delete(file);
    this.#onSynced(path);
  }

  #syncChangedFolders(): void {
    for (const folder of this.#changedFolders) {
      if (existsSync(folder)) syncPath(folder);
      this.#onSynced(folder);
    }
    this.#changedFolders.clear();
  }
}

const flush = promisify(fsync);
