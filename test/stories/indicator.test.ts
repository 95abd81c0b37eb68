import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { type County, openCounty } from '../support/county.js';
import { withReviews } from '../support/reviews.js';

const office = '全县调度';
const coordinator = 'renchangqing';

const analysis = {
  key: 'economic-analysis',
  name: { zh: '经济运行分析', en: 'Economic analysis' },
  every: 'month',
  day: 16,
  at: '15:00',
  from: localDay('2020-04-01'),
  channel: office,
  about: ['indicators', 'gates'],
} as const;

const file = (name: string, ...rows: (string | number)[][]) => ({
  name,
  mimetype: 'text/csv',
  base64: Buffer.from(`${rows.map((row) => row.join(',')).join('\n')}\n`).toString('base64'),
});
const april = file('4月指标.csv', ['指标', '单位', '3月', '4月', '同比'], ['用电量', '亿度', 1.1, 1.25, 4]);
const may = file(
  '5月指标.csv',
  ['指标', '单位', '3月', '4月', '5月', '同比'],
  ['用电量', '亿度', 1.1, 1.28, 1.3, 5.2],
  ['工业税收', '亿元', '', 2, 2.5, -1.3],
);

/** The statistics office's spreadsheet of each month: on the agenda, revised by the next, in the minutes' paper. */
describe('an economic analysis', { timeout: 300_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-12T09:00:00+08:00', plan: withReviews(analysis) });
  }, 300_000);
  afterAll(() => county.close());

  /** An official who is not in the office's channel. */
  const placeOf = (as: string) => (as === coordinator ? office : '经济开发区-项目');
  const newest = async (as = coordinator) => (await county.newest(as, placeOf(as))).join('\n');
  const type = (text: string, as = coordinator) => county.act(as, { do: 'command', channel: placeOf(as), text });
  const press = (label: string, as = coordinator) => county.act(as, { do: 'press', label });
  const send = (sheet: typeof april) =>
    county.act(coordinator, { do: 'submit', fields: { '统计局的表（.xlsx、.csv）': sheet } });
  const agenda = async (day: string) => {
    const posts = await county.opened.client.post.findMany({ where: { dedupeKey: { startsWith: 'review:' } } });
    return posts.map(({ body }) => (body as { text: string }).text).find((text) => text.includes(day)) ?? '';
  };

  it('a month’s spreadsheet is sent by who leads reviews, and seen by all who have a part in the program', async () => {
    await type('/review 指标', 'hezhiyuan');
    expect(await newest('hezhiyuan')).toContain('还没有经济指标的表\n统筹人员每月传一次');
    expect(await newest('hezhiyuan')).not.toContain('[传表]');
    await type('/review 指标');
    await press('传表');
    await send(april);
    await expect
      .poll(() => newest(), { timeout: 30_000 })
      .toContain('4月经济指标1项\n用电量\n　1.25亿度，同比+4%\n任长青6月12日传的表：4月指标.csv');
    await type('/review 指标', 'hezhiyuan');
    expect(await newest('hezhiyuan')).toContain('4月经济指标1项');
  });

  it('what cannot be understood is refused with the row, and nothing is kept', async () => {
    await type('/review 指标');
    await press('传表');
    await send(file('坏.csv', ['指标', '5月'], ['用电量', '持平']));
    await expect.poll(() => newest(), { timeout: 30_000 }).toContain('没有记下：第2行“持平”不是数');
    expect(await county.opened.client.indicatorSheet.count()).toBe(1);
  });

  it('the agenda of June waits for May’s; sent, it says so, and what April’s was is marked as revised', async () => {
    await county.clock({ set: '2020-06-15T16:00:00+08:00' });
    await county.app.rest();
    await expect.poll(() => agenda('6月16日'), { timeout: 60_000 }).toContain('5月经济指标：还没有表');
    await type('/review 指标');
    await press('传表');
    await send(may);
    await expect
      .poll(() => newest(), { timeout: 30_000 })
      .toContain(
        '5月经济指标2项\n更正1处\n用电量\n　1.3亿度，同比+5.2%\n　更正：4月1.28（原1.25）\n工业税收\n　2.5亿元，同比-1.3%',
      );
    await expect.poll(() => agenda('6月16日'), { timeout: 60_000 }).toContain('5月经济指标2项，更正1处');
  });

  it('the sheet before it stays as it was', async () => {
    await press('上一份（4月）');
    expect(await newest()).toContain('4月经济指标1项\n用电量\n　1.25亿度，同比+4%');
    await type('/review 指标');
    await press('传表');
    await send(may);
    await expect.poll(() => newest(), { timeout: 30_000 }).toContain('没有记下：和上一份一样');
  });

  it('a meeting that was missed keeps what it looked at', async () => {
    await county.clock({ set: '2020-07-02T10:00:00+08:00' });
    await county.app.rest();
    await type('/review 指标');
    await press('传表');
    await send(file('6月指标.csv', ['指标', '单位', '5月', '6月', '同比'], ['用电量', '亿度', 1.3, 1.4, 6]));
    await expect.poll(() => newest(), { timeout: 30_000 }).toContain('6月经济指标1项');
    await county.app.rest();
    expect(await agenda('6月16日')).toContain('5月经济指标2项，更正1处');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
