import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../src/store/home/embedded.js';
import { flushedDisk } from '../support/power-cut.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-durable-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// A server's durability is PostgreSQL's own.
describe.skipIf(process.env.DATABASE_URL)('the embedded store', () => {
  test('keeps all that was acknowledged when the power is cut', { timeout: 180_000 }, async () => {
    const live = join(folder, 'live');
    await mkdir(live);
    const disk = flushedDisk(live);
    let cutInCheckpoint: string | null = null;
    let flushesInCheckpoint = -1;
    const database = await openEmbedded(live, {
      onSynced(path) {
        disk.onSynced(path);
        if (flushesInCheckpoint >= 0 && ++flushesInCheckpoint === 5) {
          cutInCheckpoint = join(folder, 'cut-in-checkpoint');
          disk.writeTo(cutInCheckpoint);
        }
      },
    });
    await database.exec('CREATE TABLE acknowledged (number int PRIMARY KEY, filler bytea NOT NULL)');
    const segment = async () =>
      (await database.query<{ name: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS name')).rows[0]?.name;
    const firstSegment = await segment();
    for (let number = 1; number <= 2_000; number++) {
      await database.query('INSERT INTO acknowledged VALUES ($1, $2)', [number, randomBytes(10_000)]);
      if (number === 700) await database.exec('CHECKPOINT');
      if (number === 1_400) {
        flushesInCheckpoint = 0;
        await database.exec('CHECKPOINT');
        flushesInCheckpoint = -1;
      }
    }
    expect(await segment()).not.toBe(firstSegment);

    const cutAtEnd = join(folder, 'cut-at-end');
    disk.writeTo(cutAtEnd);
    await database.close();
    await rm(live, { recursive: true });

    expect(await numbers(cutAtEnd)).toEqual({ count: 2_000, last: 2_000, bytes: 20_000_000 });
    expect(cutInCheckpoint).not.toBeNull();
    expect(await numbers(cutInCheckpoint ?? '')).toEqual({ count: 1_400, last: 1_400, bytes: 14_000_000 });
  });

  test('has a start after a kill go through a part of its log only, however much was written', {
    timeout: 90_000,
  }, async () => {
    const database = await openEmbedded(folder);
    await database.exec('CREATE TABLE filler (number int PRIMARY KEY, text text NOT NULL)');
    const megabytes = async (from: string) => {
      const [row] = (
        await database.query<{ bytes: string }>(
          `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), ${from})::text AS bytes FROM pg_control_checkpoint()`,
        )
      ).rows;
      return Number(row?.bytes) / 1e6;
    };
    const before = await megabytes("'0/0'");
    for (let part = 0; part < 20; part += 1)
      await database.query(
        `INSERT INTO filler SELECT $1 * 1000 + row, string_agg(md5(random()::text || part), '')
           FROM generate_series(1, 1000) row, generate_series(1, 300) part GROUP BY row`,
        [part],
      );
    expect((await megabytes("'0/0'")) - before).toBeGreaterThan(180);
    expect(await megabytes('redo_lsn')).toBeLessThan(90);
    await database.close();
  });

  test('makes its folder anew when the first start was cut off, and keeps the rest of it aside', {
    timeout: 90_000,
  }, async () => {
    await mkdir(join(folder, 'postgres', 'base'), { recursive: true });
    const database = await openEmbedded(folder);
    expect((await database.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await database.close();
    expect(existsSync(join(folder, 'postgres.incomplete', 'base'))).toBe(true);
  });

  test('stops answering when a flush fails: nothing is acknowledged that may not be there', {
    timeout: 90_000,
  }, async () => {
    let full = false;
    const database = await openEmbedded(folder, {
      onSynced() {
        if (full) throw new Error('the disk is gone');
      },
    });
    await database.exec('CREATE TABLE acknowledged (number int)');
    full = true;
    await expect(database.query('INSERT INTO acknowledged VALUES (1)')).rejects.toThrow();
    full = false;
    await expect(database.query('INSERT INTO acknowledged VALUES (2)')).rejects.toThrow();
  });
});

async function numbers(copy: string) {
  const database = await openEmbedded(copy);
  try {
    const { rows } = await database.query(
      'SELECT count(*)::int AS count, max(number) AS last, sum(length(filler))::int AS bytes FROM acknowledged',
    );
    return rows[0];
  } finally {
    await database.close();
  }
}
