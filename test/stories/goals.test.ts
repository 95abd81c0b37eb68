import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const leaders = '全县调度';

describe('the goals, asked for and recorded', () => {
  let county: County;
  let coordinator = '';
  beforeAll(async () => {
    county = await openCounty();
    coordinator = county.plan.people.find(({ roles }) => roles.some(({ role }) => role === 'coordinator'))?.key ?? '';
  });
  afterAll(() => county.close());
  const lines = async (as: string) => (await county.newest(as, leaders)).join('\n');

  it('a leader asks and reads every goal with its gate, alone', async () => {
    await county.act('qiuzhen', { do: 'command', channel: leaders, text: '/goals' });
    const message = (await county.seen('qiuzhen', leaders)).at(-1);
    expect(message?.ephemeral).toBe(true);
    expect(message?.lines.join('\n')).toMatch(/项目开工率 ?\d+\/60（[\d.]+%）/);
  });

  it('opens the list behind a goal: who counts, who does not, and why', async () => {
    await county.act('qiuzhen', { do: 'command', channel: leaders, text: '/goals 意向项目签约落地' });
    await county.act('qiuzhen', { do: 'press', label: '名单' });
    const { modal } = await county.screen('qiuzhen');
    expect(modal?.title).toBe('意向项目签约落地');
    expect(modal?.lines.join('\n')).toMatch(/未计入：尚未落地（\S+阶段）/);
  });

  it('a coordinator records funds in place; the evening’s digest says it, and is corrected when it is undone', async () => {
    await county.act(coordinator, { do: 'command', channel: leaders, text: '/goals 到位资金 12.3亿' });
    expect(await lines(coordinator)).toContain('已登记：到位资金 12.3亿元（截至6月17日），首次登记');
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    const goals = async () =>
      (await county.seen('qiuzhen', leaders)).findLast((each) => each.lines.join('\n').startsWith('目标'));
    const posted = await goals();
    expect(posted?.lines.join('\n')).toContain('到位资金 12.3/40亿元');
    await county.act(coordinator, { do: 'press', label: '撤销' });
    const told = (await county.seen(coordinator, leaders)).map((each) => each.lines.join('\n'));
    expect(told).toContain('已撤销：到位资金 12.3亿元，现在没有登记的数值');
    expect(told.some((each) => each.includes('已登记'))).toBe(false);
    const corrected = await goals();
    expect(corrected?.ts).toBe(posted?.ts);
    expect(corrected?.lines.join('\n')).toMatch(/到位资金：.*未登记/);
    const drawn = (seen: typeof posted) => seen?.lines.find((line) => line.startsWith('完成: '));
    expect(drawn(posted)).toContain('到位资金 30.7');
    expect(drawn(corrected)).not.toContain('到位资金');
    expect(corrected?.lines.join('\n')).not.toContain('12.3');
    const top = (await county.seen('qiuzhen', leaders)).findLast((each) => each.lines.join('\n').includes('日报'));
    expect(top?.lines.join('\n')).toContain('更正：到位资金12.3亿元→未登记');
  });
});
