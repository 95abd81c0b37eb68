import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { homeAt, weeklyReview, withReviews } from '../support/reviews.js';

const office = '全县调度';
const coordinator = 'renchangqing';

/** 1 to 8 October are days off, 27 September and 10 October are worked. */
describe('reviews around the holidays of October', { timeout: 300_000 }, () => {
  let county: County;
  beforeAll(async () => {
    const plan = withReviews({ ...weeklyReview, channel: office, about: ['items'] });
    county = await openCounty({ now: '2020-09-28T09:20:00+08:00', plan });
  }, 300_000);
  afterAll(() => county.close());

  const agendas = async () => {
    const where = { dedupeKey: { startsWith: 'review:' } };
    const posts = await county.opened.client.post.findMany({ where, orderBy: { id: 'asc' } });
    return posts.map(({ body }) => JSON.stringify(body));
  };

  it('said on Monday 28 September, three working days end on Friday 9 October, each counted out', async () => {
    await county.act(coordinator, {
      do: 'command',
      channel: office,
      text: '/review 贺卫国 3个工作日内落实P-003 32亩用地',
    });
    const asked = (await county.newest(coordinator, office)).join('\n');
    expect(asked).toContain('到10月9日周五（29、30日，9日）');
    await county.act(coordinator, { do: 'press', label: '确认' });
    await county.app.rest();
    expect(await county.opened.client.actionItem.findFirstOrThrow()).toMatchObject({ due: '2020-10-09', number: 1 });
  });

  it('the week of 5 October meets on Friday the 9th; its agenda stands on the last working day before', async () => {
    await homeAt(county, '2020-09-30T15:59');
    expect((await agendas()).filter((post) => post.includes('10月'))).toEqual([]);
    await homeAt(county, '2020-09-30T16:00');
    await expect
      .poll(async () => (await agendas()).filter((post) => post.includes('10月9日周五 · 督办会')).length, {
        timeout: 60_000,
      })
      .toBe(1);
  });

  it('it runs to Saturday 10 October, a workday, at 18:00', async () => {
    expect(await homeAt(county, '2020-10-10T17:59')).toContain('还没有记：10月9日周五督办会');
    const missed = await homeAt(county, '2020-10-10T18:00');
    expect(missed).toContain('这一期没有开：10月9日督办会');
    expect(missed).not.toContain('还没有记');
    // Monday the 12th is another week: it has missed nothing that the one before has not.
    expect(await county.opened.client.reviewSlot.count({ where: { outcome: { not: null } } })).toBe(0);
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
