import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const hall = '全县调度';

describe('the next year', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-12-21T10:00:00+08:00' });
  });
  afterAll(() => county.close());

  const type = (as: string, channel: string, text: string) => county.act(as, { do: 'command', channel, text });

  it('is nobody’s to make but a coordinator’s', async () => {
    await type('hezhiyuan', '经济开发区-项目', '/program');
    expect((await county.newest('hezhiyuan', '经济开发区-项目'))[0]).toBe('没有改动：只有统筹人员可以这样做。');
  });

  it('takes over the people and the open projects, with what was reported, and is not run before it is switched to', async () => {
    await type('hezhiyuan', '经济开发区-项目', '/progress P-001 设备安装 40%');
    await type('renchangqing', hall, '/program 新建');
    await county.act('renchangqing', { do: 'submit', fields: { 年度: '2021' } });
    const [line] = (await county.newest('renchangqing', hall)) as string[];
    expect(line).toBe('已建立：东阿县2021年“项目攻坚年”。还没有启用。');
    const { client } = county.opened;
    const made = await client.program.findFirstOrThrow({ where: { key: 'dong-e-2021' } });
    expect([made.current, made.fromDay, made.toDay]).toEqual([false, '2021-01-01', '2021-12-31']);
    const projects = await client.project.findMany({ where: { programId: made.id } });
    const before = await client.project.findMany({
      where: { program: { key: 'dong-e-2020' }, stage: { notIn: ['completed', 'operating'] } },
    });
    expect(projects.map((each) => each.code).sort()).toEqual(before.map((each) => each.code).sort());
    const milestone = await client.milestone.findFirstOrThrow({
      where: { programId: made.id, name: '设备安装', project: { code: 'P-001' } },
    });
    expect([milestone.percent, milestone.reportedOn]).toEqual([40, '2020-12-21']);
    const gates = await client.gate.findMany({
      where: { goal: { programId: made.id, key: 'start-rate' } },
      orderBy: { onDay: 'asc' },
    });
    expect(gates.map((each) => each.onDay)).toEqual(['2021-06-30', '2021-09-30']);
  });

  it('once it is run, a report is the new year’s, and the old year stays as it was', async () => {
    const { client } = county.opened;
    await county.act('renchangqing', { do: 'press', label: '启用' });
    // What is current is believed for half a second.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await type('hezhiyuan', '经济开发区-项目', '/progress P-001 设备安装 45%');
    const rows = await client.milestone.findMany({
      where: { name: '设备安装', project: { code: 'P-001' } },
      select: { percent: true },
      orderBy: { programId: 'asc' },
    });
    expect(rows.map((each) => each.percent)).toEqual([40, 45]);
    await type('renchangqing', hall, '/program');
    const list = (await county.newest('renchangqing', hall)).join('\n');
    expect(list).toContain('东阿县2021年“项目攻坚年”');
    expect(list).toContain('正在运行');
    await type('renchangqing', hall, '/program 启用 2020');
    expect((await county.newest('renchangqing', hall))[0]).toContain('已启用：东阿县2020年“项目攻坚年”');
  });

  it('the same year twice is refused', async () => {
    await type('renchangqing', hall, '/program new');
    const refused = await county.attempt('renchangqing', { do: 'submit', fields: { 年度: '2021' } });
    expect(JSON.stringify(refused)).toContain('这个年度已经建立');
  });
});
