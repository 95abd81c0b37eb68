import { afterEach, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';
const land = '自然资源局-项目';

let county: County;
afterEach(() => county.close());

const filed = '/obstacle P-001 土地指标没人管，部门推诿，影响开工';
const about = (messages: readonly { lines: readonly string[] }[], start: string) =>
  messages.filter((message) => message.lines[0]?.startsWith(start));

/** One raise in the log, one card at the sponsor's, one line in the thread, and the table says the same. */
async function raisedOnce(): Promise<void> {
  const raised = await county.opened.client.activity.count({ where: { action: 'obstacle-raised' } });
  expect(raised).toBe(1);
  expect(await county.opened.client.obstacle.findFirst()).toMatchObject({ rung: 'sponsor', standing: 'open' });
  expect(about(await county.seen('qiuzhen', 'bot'), '卡点1号 · P-001')).toHaveLength(1);
  expect(about(await county.seen('heweiguo', land), '3个工作日未认领')).toHaveLength(1);
  expect(about(await county.seen('hezhiyuan', 'bot'), '卡点1号 · 3个工作日未认领')).toHaveLength(1);
}

describe('an obstacle is raised once', { timeout: 60_000 }, () => {
  it('by two bots that meet at its deadline', async () => {
    county = await openCounty({ now: '2020-06-24T16:10:00+08:00' });
    const other = await county.startBot();
    try {
      await county.act('hezhiyuan', { do: 'command', channel: zone, text: filed });
      await county.clock({ set: '2020-06-30T18:00:00+08:00' });
      const now = Date.parse('2020-06-30T18:00:00+08:00');
      await Promise.all([county.app.runDue(now), other.runDue(now), county.app.runDue(now), other.runDue(now)]);
      await raisedOnce();
    } finally {
      await other.stop();
    }
  });

  it('by a bot that starts again after its deadline had passed, late rather than never', async () => {
    county = await openCounty({ now: '2020-06-24T16:10:00+08:00' });
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: filed });
    await county.app.stop();
    await county.clock({ set: '2020-06-30T18:05:00+08:00' });
    expect(await county.opened.client.obstacle.findFirst()).toMatchObject({ rung: 'department' });
    const again = await county.startBot();
    try {
      await again.rest();
      await raisedOnce();
    } finally {
      await again.stop();
    }
  });

  it('although Slack loses answers and delivers presses twice', async () => {
    county = await openCounty({ now: '2020-06-24T16:10:00+08:00' });
    await county.faults({ duplicate: 1, drop: 0.3 });
    await county.attempt('hezhiyuan', { do: 'command', channel: zone, text: filed });
    await county.app.rest();
    expect(await county.opened.client.obstacle.count()).toBe(1);
    await county.attempt('heweiguo', { do: 'command', channel: land, text: '/obstacle 1' });
    await county.app.rest();
    await county.faults({});
    await county.clock({ set: '2020-06-30T18:00:00+08:00' });
    const raised = await county.opened.client.activity.count({ where: { action: 'obstacle-raised' } });
    expect(raised).toBe(1);
  });

  it('or resolved, when both are pressed at once: one outcome, and the loser hears what happened', async () => {
    county = await openCounty({ now: '2020-06-24T16:10:00+08:00' });
    await county.act('hezhiyuan', {
      do: 'command',
      channel: zone,
      text: '/obstacle P-001 用地手续迟迟没动静，开工推不动',
    });
    for (const [as, label] of [
      ['fenglizhi', '办结'],
      ['zhangjiguang', '提级'],
    ] as const) {
      await county.act(as, { do: 'command', channel: zone, text: '/obstacle 1' });
      await county.act(as, { do: 'press', label });
    }
    await Promise.all([
      county.attempt('fenglizhi', { do: 'submit', fields: { 怎么办结的: '已协调' } }),
      county.attempt('zhangjiguang', { do: 'submit', fields: { 理由: '本级解决不了' } }),
    ]);
    await county.app.rest();
    const { standing, rung } = await county.opened.client.obstacle.findFirstOrThrow();
    const resolved = standing === 'resolved';
    expect([standing, rung]).toEqual(resolved ? ['resolved', 'unit'] : ['open', 'department']);
    const loser = resolved ? 'zhangjiguang' : 'fenglizhi';
    const told = (await county.seen(loser, zone)).flatMap((message) => message.lines).join('\n');
    expect(told).toContain('您按之前，这个卡点已有变化，没有办。');
    expect(await county.opened.client.activity.count({ where: { thing: 'obstacle' } })).toBe(2);
  });
});
