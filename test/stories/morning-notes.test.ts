import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { PlanReview } from '../../src/domain/plan.js';
import { type County, openCounty } from '../support/county.js';
import { weeklyReview, withReviews } from '../support/reviews.js';

const office = '全县调度';
const coordinator = 'renchangqing';

const weekly: PlanReview = { ...weeklyReview, from: localDay('2020-06-22') };
const planned = withReviews(weekly);

/** What somebody is to know rides in their morning message: a slip that nobody signed, a review that was missed. */
describe('what a morning tells beside its questions', { timeout: 300_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-23T09:20:00+08:00', plan: planned });
  }, 300_000);
  afterAll(() => county.close());

  async function to(at: string): Promise<void> {
    await county.clock({ set: `2020-${at}:00+08:00` });
    await county.app.rest();
  }
  /** The messages of a morning to somebody. */
  async function mornings(key: string, day: string): Promise<readonly string[]> {
    const { client } = county.opened;
    const person = await client.person.findFirstOrThrow({ where: { key } });
    const posts = await client.post.findMany({
      where: { dedupeKey: { startsWith: 'prompt:', endsWith: `:${person.id}` } },
    });
    return posts.filter(({ dedupeKey }) => dedupeKey.includes(day)).map(({ body }) => JSON.stringify(body));
  }

  it('a slip of Tuesday 23 June that nobody signed by the end of Wednesday stands in the morning of its head on Sunday 28 June', async () => {
    await county.act(coordinator, { do: 'command', channel: office, text: '/slip P-010 开工 加快进场 6月30日' });
    await county.act(coordinator, { do: 'press', label: '签发' });
    await to('06-24T08:31');
    expect((await mornings('fenglizhi', '2020-06-24')).join()).not.toContain('没有人签收');
    await to('06-28T08:31');
    await expect
      .poll(async () => (await mornings('fenglizhi', '2020-06-28')).join(), { timeout: 60_000 })
      .toContain('督〔2020〕1号（黄）没有人签收');
    expect(await mornings('fenglizhi', '2020-06-28')).toHaveLength(1);
  });

  it('the weekly review of 22 June is missed only after Sunday 28 June 18:00: who leads reviews reads it on Monday', async () => {
    expect((await mornings(coordinator, '2020-06-28')).join()).not.toContain('没有开');
    await to('06-29T08:31');
    for (const key of [coordinator, 'leixia'])
      await expect
        .poll(async () => (await mornings(key, '2020-06-29')).join(), { timeout: 60_000 })
        .toContain('6月23日督办会没有开，这一期已过');
    expect((await mornings('fenglizhi', '2020-06-29')).join()).not.toContain('没有开');
    // Once: the next morning says nothing of it.
    await to('06-30T08:31');
    expect(await mornings(coordinator, '2020-06-30')).toEqual([]);
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
