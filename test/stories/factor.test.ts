import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

/** Land and energy quota: asked for in a line, given in the printed order, refused where it is short. */
describe('a factor', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-05-25T10:00:00+08:00', said: true });
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
    await county.clock({ set: '2020-05-26T10:00:00+08:00' });
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
        '　6月关口，亩均1312.5万元，5月25日提出',
        '2 P-012 捷运货架 45亩 → 剩43',
        '　9月关口，亩均413.3万元，5月26日提出',
        '3 P-052 蛋鸡 60亩：差17亩，不可拆分',
        '　没有开工关口，亩均633.3万元',
      ].join('\n'),
    );
    expect(await type('jiangpeng', '大桥镇-项目', '/factor 土地')).not.toContain('P-012');
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
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
