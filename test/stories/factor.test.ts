import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { type County, openCounty } from '../support/county.js';

/** Land and energy quota: asked for in a line, given in the printed order, refused where it is short. */
describe('a factor', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-15T10:00:00+08:00', said: true });
  });
  afterAll(() => county.close());

  const office = '全县调度';
  const land = '自然资源局-项目';
  const newest = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
  async function type(as: string, channel: string, text: string): Promise<string> {
    await county.act(as, { do: 'command', channel, text });
    return newest(as, channel);
  }
  async function press(as: string, channel: string, label: string): Promise<string> {
    const seen = await county.seen(as, channel);
    const id = (await county.screen(as)).channels.find(({ name }) => name === channel)?.id;
    await county.act(as, { do: 'press', label, message: { channel: id, ts: seen.at(-1)?.ts } });
    return newest(as, channel);
  }

  it('is asked for in one line, read back and confirmed', async () => {
    expect(await type('jiangpeng', '大桥镇-项目', '/factor P-003 土地 32亩 6月20日前')).toContain(
      '申请要素？\nP-003 恒硕新材\n土地：32亩\n6月20日前要，不可拆分',
    );
    expect(await county.opened.client.factorRequest.count()).toBe(0);
    expect(await press('jiangpeng', '大桥镇-项目', '确认')).toContain('已申请：土地32亩');
    expect(await type('jiangpeng', '大桥镇-项目', '/factor P-003 土地 32亩')).toContain('申请要素？');
    expect(await press('jiangpeng', '大桥镇-项目', '确认')).toContain('P-003的土地已经在等');
    await county.clock({ set: '2020-06-16T10:00:00+08:00' });
    await type('renchangqing', office, '/factor P-012 土地 45亩');
    await press('renchangqing', office, '确认');
    await type('renchangqing', office, '/factor P-052 土地 60亩');
    await press('renchangqing', office, '确认');
    expect(await type('jiangpeng', '大桥镇-项目', '/factor P-012 土地 45亩')).toContain('没有办：您不是该项目');
  });

  it('without an amount is a question, and none is assumed', async () => {
    expect(await type('jiangpeng', '大桥镇-项目', '/factor P-003 资金')).toContain('要多少资金？');
    await press('jiangpeng', '大桥镇-项目', '填写');
    await expect(county.act('jiangpeng', { do: 'submit', fields: { '数量（万元）': '很多' } })).rejects.toThrow(
      '写一个大于0的数',
    );
    await county.act('jiangpeng', { do: 'submit', fields: { '数量（万元）': '0.5亿元' } });
    expect(await newest('jiangpeng', '大桥镇-项目')).toContain('已申请：资金5000万元');
  });

  it('stands in the printed order, which says why', async () => {
    await county.clock({ set: '2020-06-17T10:00:00+08:00' });
    expect(await type('heweiguo', land, '/factor 土地 120亩')).toContain('记一批指标？\n土地：120亩\n6月17日起可用');
    expect(await press('heweiguo', land, '确认')).toContain('已记：土地120亩\n现在剩120亩');
    const list = await type('heweiguo', land, '/factor 土地');
    expect(list).toContain(
      [
        '土地120亩 · 3家要137亩',
        '1 P-003 恒硕新材 32亩 → 剩88',
        '　6月关口，亩均1312.5万元，6月15日提出',
        '2 P-012 捷运货架 45亩 → 剩43',
        '　9月关口，亩均413.3万元，6月16日提出',
        '3 P-052 蛋鸡 60亩：差17亩，不可拆分',
        '　没有开工关口，亩均633.3万元',
      ].join('\n'),
    );
    const tried = await type('heweiguo', land, '/factor 土地 试算');
    expect(tried).toContain('如果只按产出：P-003、P-052，剩28亩\nP-012差17亩，9月关口少1个');
    expect(tried).toContain('现在的次序：保2个关口项目，不动');
    expect(await type('jiangpeng', '大桥镇-项目', '/factor 土地 试算')).not.toContain('P-012');
    expect(await type('jiangpeng', '大桥镇-项目', '/factor 土地')).not.toContain('P-012');
    const home = async (as: string) => {
      await county.act(as, { do: 'home' });
      return ((await county.screen(as)) as unknown as { home: { lines: string[] } }).home.lines.join('\n');
    };
    expect(await home('heweiguo')).toContain('等配置的要素3\n土地120亩\n3家要137亩');
    expect(await home('jiangpeng')).toContain('P-003 恒硕新材 土地32亩\n排第1，池里够');
    expect(await type('heweiguo', land, '/gongjian 土地')).toContain('土地120亩 · 3家要137亩');
    expect(await type('renchangqing', office, '/gongjian P-003')).toContain('要素\n土地等32亩\n资金等5000万元');
    expect(await type('renchangqing', office, '/digest')).toContain('要素：土地120亩，要137亩，另1种');
  });

  it('is given by a press, with what is left, and no press gives twice', async () => {
    await type('heweiguo', land, '/factor 土地');
    await press('heweiguo', land, '配置');
    expect(await press('heweiguo', land, '配32亩')).toContain('已配P-003 土地32亩，剩88亩');
    await press('heweiguo', land, '接着配');
    expect(await press('heweiguo', land, '配45亩')).toContain('已配P-012 土地45亩，剩43亩');
    expect(await press('heweiguo', land, '看次序')).toContain('土地剩43/120亩 · 1家要60亩');
    await press('heweiguo', land, '配置');
    expect(await press('heweiguo', land, '配60亩')).toContain('P-052要60亩，池里43亩，差17亩，没有配');
    expect(await type('jiangpeng', '大桥镇-项目', '/factor P-003')).toContain('土地：已配32亩');
    const draws = await county.opened.client.factorDraw.findMany({ orderBy: { id: 'asc' } });
    expect(draws.map(({ amount }) => Number(amount))).toEqual([320_000, 450_000]);
  });

  it('P-007 asking 12,000 of 8,000 tce is refused, 4,000 short', async () => {
    await type('leimingyuan', '发改局-项目', '/factor 能耗 8000吨标准煤');
    await press('leimingyuan', '发改局-项目', '确认');
    await type('renchangqing', office, '/factor P-007 能耗 1.2万吨标准煤');
    await press('renchangqing', office, '确认');
    await type('leimingyuan', '发改局-项目', '/factor 能耗');
    await press('leimingyuan', '发改局-项目', '配置');
    expect(await press('leimingyuan', '发改局-项目', '配12000吨标准煤')).toContain(
      'P-007要12000吨标准煤，池里8000吨标准煤',
    );
    expect(await newest('leimingyuan', '发改局-项目')).toContain('差4000吨标准煤，没有配');
    expect(await type('renchangqing', office, '/digest')).toContain('要素：土地剩43/120亩，60亩在等，另2种');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** Given and not used: proposed to who has the factor, who decides. */
describe('a factor that is held', { timeout: 120_000 }, () => {
  it('is proposed to be recalled 90 days after the planned start, to its department and the office', async () => {
    const county = await openCounty({ now: '2020-09-23T10:00:00+08:00', said: true });
    const { store } = county;
    const { client } = county.opened;
    const program = await client.program.findFirstOrThrow();
    const project = await client.project.findFirstOrThrow({ where: { code: 'P-003' } });
    const at = Date.parse('2020-06-17T10:00:00+08:00');
    const by = { personId: project.ownerId ?? 0, at };
    const name = { factor: 'land', part: '' };
    const on = localDay('2020-06-17');
    const poolId = await store.factors.openBatch(program.id, name, { amount: 1_200_000, from: on, ...by, cause: 'b' });
    const id = await store.factors.ask({
      ...name,
      programId: program.id,
      projectId: project.id,
      amount: 320_000,
      neededBy: null,
      divisible: false,
      source: null,
      obstacleId: null,
      askedById: by.personId,
      at,
      cause: 'r',
    });
    const [batch] = (await store.factors.pools(program.id)).find((each) => each.id === poolId)?.batches ?? [];
    if (id === null || batch === undefined) throw new Error('no request');
    const draws = [{ batchId: batch.id, amount: 320_000, ahead: false }];
    await store.factors.draw({ id, poolId, class: 'other' }, draws, { on, ...by, cause: 'd' });
    const home = async (as: string) => {
      await county.act(as, { do: 'home' });
      return ((await county.screen(as)) as unknown as { home: { lines: string[] } }).home.lines.join('\n');
    };
    expect(await home('heweiguo')).not.toContain('可收回');
    await county.clock({ set: '2020-09-24T10:00:00+08:00' });
    expect(await home('jiangpeng')).not.toContain('可收回');
    expect(await home('renchangqing')).toContain('可收回的要素1');
    expect(await home('heweiguo')).toContain('可收回的要素1\nP-003 恒硕新材 土地32亩\n应6月25日开工，过90天未开工');
    await county.act('heweiguo', { do: 'press', label: '留用', home: true });
    expect(await home('heweiguo')).not.toContain('可收回');
    expect(await home('renchangqing')).not.toContain('可收回');
    await client.factorRequest.update({ where: { id }, data: { keptAt: null, keptById: null } });
    expect(await home('heweiguo')).toContain('可收回的要素1');
    await county.act('heweiguo', { do: 'press', label: '收回', home: true });
    expect(await home('heweiguo')).not.toContain('可收回');
    expect(await client.factorRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      given: 0n,
      released: 320_000n,
    });
    await county.close();
  });
});

/** Asked for because an obstacle says so: what is given clears it. */
describe('a factor that an obstacle lacks', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true });
  });
  afterAll(() => county.close());

  const office = '全县调度';
  const land = '自然资源局-项目';
  const newest = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
  async function type(as: string, channel: string, text: string): Promise<string> {
    await county.act(as, { do: 'command', channel, text });
    return newest(as, channel);
  }
  async function press(as: string, channel: string, label: string): Promise<string> {
    const seen = await county.seen(as, channel);
    const id = (await county.screen(as)).channels.find(({ name }) => name === channel)?.id;
    await county.act(as, { do: 'press', label, message: { channel: id, ts: seen.at(-1)?.ts } });
    return newest(as, channel);
  }

  it('that an obstacle lacks is offered, and given it clears the obstacle, which its raiser verifies', async () => {
    await type('renchangqing', office, '/obstacle P-010 用地指标缺口10亩，影响开工');
    const { client } = county.opened;
    const flagged = await client.obstacle.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(flagged).toMatchObject({ matter: 'land' });
    expect(await type('renchangqing', office, '/factor P-010')).toContain('用地指标缺口10亩');
    expect(await press('renchangqing', office, '申请10亩')).toContain('已申请：土地10亩');
    await type('heweiguo', land, '/factor 土地 43亩');
    await press('heweiguo', land, '确认');
    await type('heweiguo', land, '/factor 土地');
    await press('heweiguo', land, '配置');
    const given = await press('heweiguo', land, '配10亩');
    expect(given).toContain('已配P-010 土地10亩，剩33亩');
    expect(given).toContain(`卡点${flagged.number}号待核实`);
    expect(await client.obstacle.findUniqueOrThrow({ where: { id: flagged.id } })).toMatchObject({
      standing: 'resolved',
      resolution: '已配土地10亩',
    });
  });

  it('is given back by its project’s people, and is there again', async () => {
    expect(await type('renchangqing', office, '/factor P-010')).toContain('土地：已配10亩');
    await press('renchangqing', office, '退回土地');
    await expect(county.act('renchangqing', { do: 'submit', fields: { '退回多少（亩）': '10.5' } })).rejects.toThrow(
      '写一个大于0的数，最多10亩',
    );
    await county.act('renchangqing', { do: 'submit', fields: { '退回多少（亩）': '4' } });
    expect(await newest('renchangqing', office)).toContain('P-010退回土地4亩，池里37亩');
    expect(await type('renchangqing', office, '/factor P-010')).toContain('土地：已配6亩');
    await press('renchangqing', office, '退回土地');
    await county.act('renchangqing', { do: 'submit', fields: {} });
    expect(await newest('renchangqing', office)).toContain('P-010退回土地6亩，池里43亩');
    expect(await type('renchangqing', office, '/factor P-010')).not.toContain('已配');
  });
});
