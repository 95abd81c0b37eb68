import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanReview } from '../../src/domain/plan.js';
import { type County, openCounty } from '../support/county.js';
import { homeAt, weeklyReview, withReviews } from '../support/reviews.js';

const office = '全县调度';
const coordinator = 'renchangqing';

const weekly: PlanReview = { ...weeklyReview, channel: office };
const planned = withReviews(weekly);

/** Action items from what was said to their end, by every way there is. */
describe('what a review decides', { timeout: 240_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-24T09:20:00+08:00', plan: planned });
  }, 240_000);
  afterAll(() => county.close());

  const type = (as: string, channel: string, text: string) => county.act(as, { do: 'command', channel, text });
  const newest = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
  const item = (number: number) => county.opened.client.actionItem.findFirstOrThrow({ where: { number } });
  async function pressNewest(as: string, channel: string, label: string): Promise<void> {
    const { channels } = await county.screen(as);
    const id = channels.find((each) => each.name === channel)?.id;
    const ts = (await county.seen(as, channel)).at(-1)?.ts;
    await county.act(as, { do: 'press', label, message: { channel: id, ts } });
  }

  it('said on Wednesday 24 June, five working days end on Thursday 2 July; it is kept by one press', async () => {
    await type(coordinator, office, '/review 贺卫国 5个工作日内落实P-003 32亩用地');
    const asked = await newest(coordinator, office);
    expect(asked).toContain('谁：贺卫国（自然资源局）');
    expect(asked).toContain('到7月2日周四（28、29、30日，1、2日）');
    expect(asked).toContain('报“用地完成”即办结');
    expect(await county.opened.client.actionItem.count()).toBe(0);
    await pressNewest(coordinator, office, '确认');
    expect(await newest(coordinator, office)).toContain('交办1号 · 贺卫国 · 7月2日');
    expect(await item(1)).toMatchObject({ due: '2020-07-02', standing: 'open', text: '落实P-003 32亩用地' });
  });

  it('is closed by the report that does it, and open again once that is taken back', async () => {
    await type('jiangpeng', '大桥镇-项目', '/progress P-003 用地 完成');
    expect(await item(1)).toMatchObject({ standing: 'done', endedOn: '2020-06-24' });
    await type(coordinator, office, '/review 1');
    expect(await newest(coordinator, office)).toContain('交办1号办结，6月24日，按期\n姜鹏报“用地”完成');
    await county.act('jiangpeng', { do: 'press', label: '撤销' });
    if ((await item(1)).standing === 'done') await county.act('jiangpeng', { do: 'press', label: '刚才发错了' });
    expect(await item(1)).toMatchObject({ standing: 'open', endedOn: null, closedCause: null });
  });

  it('what is missing is asked: by which day, then by whom', async () => {
    await type(coordinator, office, '/review 贺卫国尽快落实P-043用地');
    expect(await newest(coordinator, office)).toContain('“尽快”不算日期');
    await pressNewest(coordinator, office, '6月30日');
    expect(await newest(coordinator, office)).toContain('到6月30日周二');
    await pressNewest(coordinator, office, '确认');
    expect(await item(2)).toMatchObject({ due: '2020-06-30' });
    await type(coordinator, office, '/review 贺卫国、顾春梅7月3日前解决P-021资金缺口');
    expect(await newest(coordinator, office)).toContain('谁来办？');
    await pressNewest(coordinator, office, '顾春梅');
    expect(await newest(coordinator, office)).toContain('谁：顾春梅（财政局）');
    await pressNewest(coordinator, office, '不是');
    expect(await county.opened.client.actionItem.count()).toBe(2);
  });

  it('its owner answers done, or late with a new day and why; nobody else does', async () => {
    await type('heweiguo', '项目攻坚年', '/review 我的');
    expect(await newest('heweiguo', '项目攻坚年')).toContain('我的交办2');
    await type('heweiguo', '项目攻坚年', '/review 2');
    await pressNewest('heweiguo', '项目攻坚年', '要晚');
    await county.act('heweiguo', { do: 'submit', fields: { 新的日期: '2020-07-06', 晚的原因: '等省厅批复' } });
    expect(await item(2)).toMatchObject({ due: '2020-07-06', firstDue: '2020-06-30', carried: 1 });
    await type('heweiguo', '项目攻坚年', '/review 2');
    expect(await newest('heweiguo', '项目攻坚年')).toContain('原定6月30日，改过1次');
    await pressNewest('heweiguo', '项目攻坚年', '办完');
    expect(await item(2)).toMatchObject({ standing: 'done' });
    await type('hezhiyuan', '项目攻坚年', '/review 1');
    expect(await newest('hezhiyuan', '项目攻坚年')).toContain('没有这件交办');
    await type('hezhiyuan', '项目攻坚年', '/review 何志远 7月2日前落实P-001用地');
    expect(await newest('hezhiyuan', '项目攻坚年')).toContain('只有统筹人员、一线总指挥可以这样做');
  });

  it('is dropped only with a reason, and the form keeps what was typed', async () => {
    await type(coordinator, office, '/review 1');
    await pressNewest(coordinator, office, '不办');
    await county.act(coordinator, { do: 'submit', fields: { 不办的原因: '已并入二期' } });
    expect(await item(1)).toMatchObject({ standing: 'dropped', dropReason: '已并入二期' });
    await type(coordinator, office, '/review');
    expect(await newest(coordinator, office)).toContain('交办事项：没有在办的');
    await pressNewest(coordinator, office, '记一件');
    const fields = { 谁: '贺卫国（自然资源局）', 做什么: '落实P-999用地', 到哪天: '2020-07-02' };
    await expect(county.act(coordinator, { do: 'submit', fields })).rejects.toThrow('没有P-999这个项目');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('the week of 22 June is missed only after Sunday 28 June, a workday, at 18:00', async () => {
    expect(await homeAt(county, '2020-06-28T17:59')).toContain('还没有记：6月23日周二督办会');
    const missed = await homeAt(county, '2020-06-28T18:00');
    expect(missed).toContain('这一期没有开：6月23日督办会');
    expect(missed).not.toContain('还没有记：6月23日');
  });
});
