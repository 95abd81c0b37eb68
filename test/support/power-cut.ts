import { closeSync, mkdirSync, openSync, readdirSync, readSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * A disk that keeps only what was flushed, as POSIX promises it and no more: a file's bytes as they were at its last fsync,
 * a folder's names as they were at its last one. `onSynced` is told of each flush; `writeTo` is what a power cut leaves.
 */
export function flushedDisk(live: string) {
  const bytes = new Map<number, Buffer>();
  const names = new Map<string, number>();

  return {
    onSynced(path: string): void {
      const found = statSync(path);
      if (found.isDirectory()) {
        for (const known of names.keys()) if (dirname(known) === path) names.delete(known);
        for (const entry of readdirSync(path, { withFileTypes: true })) {
          if (entry.isFile()) names.set(join(path, entry.name), statSync(join(path, entry.name)).ino);
        }
        return;
      }
      const known = bytes.get(found.ino);
      const kept = known?.length === found.size ? known : Buffer.allocUnsafe(found.size);
      bytes.set(found.ino, kept);
      const file = openSync(path, 'r');
      readSync(file, kept, 0, found.size, 0);
      closeSync(file);
    },

    /** Files whose names were flushed and whose bytes never were come back empty. */
    writeTo(folder: string): void {
      for (const [path, inode] of names) {
        const target = join(folder, relative(live, path));
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, bytes.get(inode) ?? Buffer.alloc(0));
      }
      // PostgreSQL asks for its empty folders too; their names were flushed with their parents'.
      for (const path of foldersBelow(live)) mkdirSync(join(folder, relative(live, path)), { recursive: true });
    },
  };
}

function foldersBelow(folder: string): string[] {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inside.flatMap((entry) => [join(folder, entry.name), ...foldersBelow(join(folder, entry.name))]);
}
