import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { PlanReview } from '../../src/domain/plan.js';
import { type County, openCounty } from '../support/county.js';
import { weeklyReview, withReviews } from '../support/reviews.js';

const leaders = '全县调度';
const coordinator = 'renchangqing';

const supervision: PlanReview = { ...weeklyReview, channel: leaders, seats: 17, about: ['obstacles', 'items'] };
const promotion: PlanReview = {
  key: 'promotion-meeting',
  name: { zh: '双招双引工作调度', en: 'Promotion meeting' },
  short: { zh: '双招双引调度', en: 'promotion' },
  every: 'half-month',
  day: 7,
  at: '15:00',
  from: localDay('2020-03-23'),
  channel: leaders,
  about: [],
};
const planned = withReviews(supervision, promotion);

/** Two bots on one store, as a county runs them. */
describe('the agenda of a review', { timeout: 400_000 }, () => {
  let county: County;
  let other: Awaited<ReturnType<County['startBot']>>;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-22T15:50:00+08:00', plan: planned });
    other = await county.startBot();
  }, 400_000);
  afterAll(async () => {
    await other?.stop();
    await county.close();
  });

  async function to(at: string): Promise<void> {
    await county.clock({ set: `2020-${at}:00+08:00` });
    await county.app.rest();
  }
  async function posts(beginning: string): Promise<readonly string[]> {
    const where = { dedupeKey: { startsWith: beginning } };
    const found = await county.opened.client.post.findMany({ where, orderBy: { id: 'asc' } });
    return found.map(({ body }) => JSON.stringify(body));
  }
  const slots = () => county.opened.client.reviewSlot.findMany({ orderBy: { id: 'asc' } });
  const said = async () => (await county.seen(coordinator, leaders)).filter(({ ephemeral }) => !ephemeral);
  const agenda = async (title: string) => (await said()).find(({ lines }) => lines[0]?.includes(title));
  async function pressAgenda(title: string, label: string): Promise<void> {
    const { channels } = await county.screen(coordinator);
    const channel = channels.find(({ name }) => name === leaders)?.id;
    await county.act(coordinator, { do: 'press', label, message: { channel, ts: (await agenda(title))?.ts } });
    await county.app.rest();
  }

  it('stands on Monday 22 June at 16:00 for Tuesday the 23rd, once, though two bots look at the clock', async () => {
    await to('06-22T15:59');
    expect(await slots()).toEqual([]);
    await to('06-22T16:00');
    await expect.poll(async () => (await slots()).length, { timeout: 60_000 }).toBe(1);
    expect(await slots()).toMatchObject([{ review: 'problem-supervision', period: '2020-06-22', day: '2020-06-23' }]);
    expect(await posts('review:')).toEqual([expect.stringContaining('6月23日周二 · 督办会')]);
    await expect
      .poll(async () => (await agenda('6月23日周二'))?.lines.join('\n'), { timeout: 60_000 })
      .toContain('没有要定的事');
    await to('06-22T16:20');
    expect(await posts('review:')).toHaveLength(1);
  });

  it('talk in its thread stays talk, and a decision is read back', async () => {
    const ts = (await agenda('6月23日周二'))?.ts;
    const say = (text: string) => county.act(coordinator, { do: 'say', channel: leaders, thread: ts, text });
    await to('06-23T09:30');
    await say('贺卫国说下周二能批');
    expect(await county.opened.client.actionItem.count()).toBe(0);
    expect((await county.seen(coordinator, leaders)).some(({ lines }) => lines.join().includes('记成交办事项'))).toBe(
      false,
    );
    await say('贺卫国 5个工作日内落实P-003 32亩用地');
    await county.act(coordinator, { do: 'press', label: '确认' });
    await county.app.rest();
    const [item] = await county.opened.client.actionItem.findMany();
    expect(item).toMatchObject({ number: 1, due: '2020-07-01', slotId: (await slots())[0]?.id });
    expect(await posts('item:')).toEqual([expect.stringContaining('出处：6月23日督办会')]);
  });

  it('held: the minutes say what was decided, each with owner and day', async () => {
    await pressAgenda('6月23日周二', '已开');
    await expect.poll(async () => (await slots())[0]?.outcome, { timeout: 60_000 }).toBe('held');
    expect((await posts('review:'))[0]).toContain('已开（任长青，6月23日9:30');
    const minutes = (await posts('review:')).find((post) => post.includes('定了1件'));
    expect(minutes).toContain('交办1号 贺卫国 7月1日：落实P-003 32亩用地');
  });

  it('two on Tuesday 7 July: with nothing to decide one is spared, the other cannot be settled twice', async () => {
    await county.act('jiangpeng', { do: 'command', channel: '大桥镇-项目', text: '/progress P-003 用地 完成' });
    await to('07-06T15:59');
    expect(await slots()).toHaveLength(2);
    await to('07-06T16:00');
    await expect.poll(async () => (await slots()).length, { timeout: 60_000 }).toBe(4);
    const [supervised] = (await posts('review:')).filter((post) => post.includes('7月7日周二 · 督办会'));
    expect(supervised).toContain('上次');
    expect(supervised).toContain('没有要定的事\\n不开可省17人次');
    expect(supervised).toContain('同天15:00还有双招双引调度');
    await pressAgenda('7月7日周二 · 双招', '合并');
    await pressAgenda('7月7日周二 · 督办会', '不开');
    // Either bot may have been handed the press.
    const outcomes = async () => (await slots()).slice(2).map(({ review, outcome }) => `${review} ${outcome}`);
    await expect
      .poll(async () => (await outcomes()).sort(), { timeout: 60_000 })
      .toEqual(['problem-supervision spared', 'promotion-meeting merged']);
    // What the database knows, the message says a little later.
    await expect
      .poll(async () => (await agenda('7月7日周二 · 督办会'))?.lines.join('\n'), { timeout: 60_000 })
      .not.toContain('人次');
    await county.act(coordinator, { do: 'command', channel: leaders, text: '/gongjian 负担' });
    const newest = async () => (await county.newest(coordinator, leaders)).join('\n');
    await expect.poll(newest, { timeout: 60_000 }).toContain('少开会1次，17人次');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('the calendar of July says what became of each, as a picture and as a list; of whom it is not, it tells nothing', async () => {
    const type = (as: string, channel: string, text: string) => county.act(as, { do: 'command', channel, text });
    await type(coordinator, leaders, '/review 日历 7月');
    const read = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
    // Either bot may have been handed the command.
    await expect.poll(() => read(coordinator, leaders), { timeout: 60_000 }).toContain('7月 · 会议6次');
    const shown = await read(coordinator, leaders);
    expect(shown).toContain('不开1、合并1、未到4');
    expect(shown).toContain('7月7日周二 督办会 · 不开');
    expect(shown).toContain('7月7日周二 双招双引调度 · 并入督办会');
    expect(shown).toContain('7月14日周二 督办会 · 未到');
    // What the picture shows, in its words: of each review on a row of its own.
    expect(shown).toMatch(/\(7月 · 会议6次；.*督办会：不开1、未到3（7月7日不开、/);
    const own = '项目攻坚年';
    await type('heweiguo', own, '/review 日历');
    await expect.poll(() => read('heweiguo', own), { timeout: 60_000 }).toContain('只有统筹人员、一线总指挥可以这样做');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
