import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { Migration } from './migrate.js';
import { StoreRefused } from './refused.js';

/**
 * A backup is gzip'd lines of JSON: a head, then for each table its description and its rows (each value as PostgreSQL's
 * own text, so that nothing is rounded on the way), then an end with the number of rows and a checksum of all before it.
 */
export const headShape = z.object({
  gongjian: z.literal('backup'),
  version: z.literal(1),
  at: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
export const tableShape = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
});
export const endShape = z.object({ rows: z.number().int().min(0), sha256: z.string() });
const rowShape = z.array(z.string().nullable());

export type Head = z.infer<typeof headShape>;
export type Table = z.infer<typeof tableShape>;
export type Line = { head: Head } | { table: Table } | { row: string } | { end: z.infer<typeof endShape> };

/**
 * The lines of a backup, one at a time. Throws an error that says so as soon as the file turns out to be cut off, changed
 * or something else; whoever must not act on a part of it reads it twice.
 */
export async function* readBackup(file: string): AsyncGenerator<Line> {
  const hash = createHash('sha256');
  let rows = 0;
  let table: Table | null = null;
  let number = 0;
  let ended = false;
  try {
    for await (const text of linesOf(file)) {
      number++;
      if (ended) throw new Error('there is something after its end');
      const value: unknown = JSON.parse(text);
      if (number === 1) yield { head: headShape.parse(value) };
      else if (Array.isArray(value)) {
        if (rowShape.parse(value).length !== table?.columns.length)
          throw new Error('a row has too few or too many values');
        rows++;
        yield { row: text };
      } else if (typeof value === 'object' && value !== null && 'table' in value) {
        table = tableShape.parse(value);
        yield { table };
      } else {
        const end = endShape.parse(value);
        if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw new Error('its checksum does not fit');
        ended = true;
        yield { end };
      }
      if (!ended) hash.update(text).update('\n');
    }
    if (!ended) throw new Error('its end is missing');
  } catch (error) {
    const unread = UNREAD[codeOf(error)];
    if (unread) throw new StoreRefused(`${file} cannot be restored: ${unread}`, { cause: error });
    const reason =
      error instanceof z.ZodError || error instanceof SyntaxError ? 'it is not what a backup holds' : message(error);
    throw new StoreRefused(`${file} cannot be restored (line ${number}): ${reason}.`, { cause: error });
  }
}

/** A row of ours is far shorter; beyond it, memory would be filled by a file that is made for that. */
const LONGEST_LINE = 64_000_000;
/** How much larger than the file its content may be: rows pack to a fifth or a twentieth of their size. */
const MOST_INFLATED = 300;
const ALWAYS_ALLOWED = 100_000_000;

async function* linesOf(file: string): AsyncGenerator<string> {
  const most = Math.max(ALWAYS_ALLOWED, (await stat(file)).size * MOST_INFLATED);
  let total = 0;
  const unpacked = createGunzip();
  // The file's own errors (missing, unreadable) and gzip's arrive at the loop below.
  pipeline(createReadStream(file), unpacked, () => {});
  unpacked.setEncoding('utf8');
  let rest = '';
  for await (const chunk of unpacked) {
    const lines = String(chunk).split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    total += String(chunk).length;
    if (rest.length > LONGEST_LINE) throw new Error('a line of it is longer than any row');
    if (total > most) throw new Error('it is packed more tightly than a backup can be');
    yield* lines;
  }
  if (rest !== '') throw new Error('its last line is cut off');
}

/** The migrations as a head names them. */
export const levelOf = (migrations: readonly Migration[]): Head['migrations'] =>
  migrations.map(({ name, checksum }) => ({ name, checksum }));

/** Why a file cannot be read, and what to do about it. */
const UNREAD: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder. Name the file.',
  ENOTDIR: 'a part of this path is a file.',
  EACCES: 'this user may not read it. Let it read the file and enter its folder, or copy the file to where it may.',
  EPERM: 'this user may not read it. Let it read the file and enter its folder, or copy the file to where it may.',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
