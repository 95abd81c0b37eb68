import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

// On a server alone: two processes share no embedded store.
describe.runIf(process.env.DATABASE_URL)('a form that is delivered to two processes', () => {
  let county: County;
  let second: Awaited<ReturnType<County['startBot']>>;
  beforeAll(async () => {
    county = await openCounty();
    second = await county.startBot();
  });
  afterAll(async () => {
    await second?.stop();
    await county?.close();
  });

  it('stands open with what is wrong in it, though the one that does not work it could answer first', async () => {
    const owner = 'zhangdesheng';
    await county.act(owner, { do: 'command', channel: '新城街道-项目', text: '/progress' });
    await expect.poll(async () => (await county.screen(owner)).modal?.title, { timeout: 10_000 }).toBe('上报进度');
    await county.faults({ duplicate: 1 });
    for (let sent = 0; sent < 6; sent += 1) {
      const locked = await lockProjects();
      const submitted = county.attempt(owner, { do: 'submit', fields: {} });
      await new Promise((resolve) => setTimeout(resolve, 700));
      await locked.end();
      expect((await submitted).errors).toEqual({ 完成百分比: '至少填一项：百分比、日期、投资或说明' });
    }
    expect((await county.screen(owner)).modal?.title).toBe('上报进度');
  });

  /** Keeps whoever works the form from answering, as a busy store does. */
  async function lockProjects() {
    const [{ current_database: name }] = await county.opened.client.$queryRaw<[{ current_database: string }]>`
      SELECT current_database()::text`;
    const address = new URL(process.env.DATABASE_URL as string);
    address.pathname = `/${name}`;
    const client = new pg.Client(address.href);
    await client.connect();
    await client.query('BEGIN; LOCK TABLE project, milestone, duty, person IN ACCESS EXCLUSIVE MODE');
    return client;
  }
});
