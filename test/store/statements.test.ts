import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/store/home/embedded.js';

describe('statements that the embedded server keeps', { timeout: 60_000 }, () => {
  let database: Awaited<ReturnType<typeof openEmbedded>>;
  beforeAll(async () => {
    database = await openEmbedded(null);
    await database.exec('CREATE TABLE thing (id int PRIMARY KEY, name text, at timestamptz)');
    database.keepStatements();
  });
  afterAll(() => database.close());

  const insert = 'INSERT INTO thing (id, name, at) VALUES ($1, $2, $3) RETURNING id, name';
  const byId = 'SELECT name FROM thing WHERE id = $1';
  const ofId = async (id: number) => (await database.query(byId, [id])).rows;

  it('answer other values with the same text', async () => {
    for (const [id, name] of [
      [1, '土地'],
      [2, null],
      [3, "it's"],
    ] as const)
      expect((await database.query(insert, [id, name, new Date(0)])).rows).toEqual([{ id, name }]);
    expect(await ofId(1)).toEqual([{ name: '土地' }]);
    expect(await ofId(2)).toEqual([{ name: null }]);
    expect(await ofId(9)).toEqual([]);
  });

  it('are counted and typed as ever', async () => {
    const changed = await database.query('UPDATE thing SET name = $1 WHERE id < $2', ['x', 3]);
    expect(changed.affectedRows).toBe(2);
    const { rows, fields } = await database.query(
      'SELECT at, count(*) AS many FROM thing WHERE id = $1 GROUP BY at',
      [1],
    );
    expect(rows).toEqual([{ at: new Date(0), many: 1 }]);
    expect(fields.map(({ name }) => name)).toEqual(['at', 'many']);
  });

  it('fail with the word of the server, and the next one is answered', async () => {
    await expect(database.query(insert, [1, 'again', null])).rejects.toMatchObject({ code: '23505' });
    await expect(database.query('SELECT nothing FROM thing WHERE id = $1', [1])).rejects.toMatchObject({
      code: '42703',
    });
    expect(await ofId(3)).toEqual([{ name: "it's" }]);
  });

  it('leave nothing behind in a transaction that is rolled back, and go on in the next', async () => {
    const failing = database.transaction(async (transaction) => {
      await transaction.query(insert, [4, 'kept', null]);
      await transaction.query(insert, [1, 'again', null]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await ofId(4)).toEqual([]);
    await database.transaction((transaction) => transaction.query(insert, [4, 'kept', null]));
    expect(await ofId(4)).toEqual([{ name: 'kept' }]);
  });

  it('are parsed anew after their table changed', async () => {
    const all = 'SELECT * FROM thing WHERE id = $1';
    expect((await database.query(all, [4])).rows).toHaveLength(1);
    await database.exec('ALTER TABLE thing ADD COLUMN more int');
    await database.query(all, [4]).catch(() => {});
    expect((await database.query(all, [4])).rows[0]).toHaveProperty('more', null);
  });

  it('are as many as there are texts, and those beyond are answered all the same', async () => {
    for (let turn = 0; turn < 700; turn += 1)
      expect((await database.query(`SELECT $1::int + ${turn} AS sum`, [1])).rows).toEqual([{ sum: turn + 1 }]);
  });
});
