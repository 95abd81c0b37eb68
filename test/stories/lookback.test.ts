import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { weeklyReview, withReviews } from '../support/reviews.js';

const office = '全县调度';
const coordinator = 'renchangqing';

/** The gate of 30 June, on the morning after it. */
describe('looking back on a gate', { timeout: 240_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-07-01T09:00:00+08:00', plan: withReviews(weeklyReview) });
  }, 240_000);
  afterAll(() => county.close());

  const newest = async () => (await county.newest(coordinator, office)).join('\n');
  const type = (text: string) => county.act(coordinator, { do: 'command', channel: office, text });
  const press = (label: string) => county.act(coordinator, { do: 'press', label });

  it('a lesson becomes an action item, another is dropped', async () => {
    await type('/review 复盘');
    expect(await newest()).toMatch(/6月30日关口 · 复盘\n.*要60%\n5月5日还不能预计\n结果/);
    for (const text of ['用地提前三个月报', '许可并联办']) {
      await press('记一条经验');
      await county.act(coordinator, { do: 'submit', fields: { 以后怎么做: text } });
      expect(await newest()).toContain(text);
    }
    await press('不采纳');
    expect(await county.opened.client.reviewLesson.count({ where: { NOT: { droppedAt: null } } })).toBe(1);
    expect(await newest()).toContain('不采纳');
    await press('转为交办');
    const { modal } = await county.screen(coordinator);
    expect(modal?.title).toBe('记交办事项');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
