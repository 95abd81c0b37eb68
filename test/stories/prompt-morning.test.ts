import { afterEach, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { addWorkdays } from '../../src/domain/workday.js';
import { workCalendar } from '../../src/time/calendar.js';
import { type County, openCounty } from '../support/county.js';

let county: County | null = null;
afterEach(async () => {
  await county?.close();
  county = null;
});

const coordinator = async ({ opened }: County): Promise<string> => {
  const duty = await opened.client.duty.findFirstOrThrow({ where: { role: 'coordinator' }, include: { person: true } });
  return duty.person.key;
};

/** The lines of everything that somebody has in their direct messages. */
const told = async (open: County, who: string): Promise<string> =>
  (await open.seen(who, 'bot')).map((message) => message.lines.join('\n')).join('\n');

describe('the morning, whatever happens', () => {
  it('who is on leave is not asked: their delegate is, for both, in one message', async () => {
    county = await openCounty({ now: '2020-06-17T16:30:00+08:00' });
    await county.act('hezhiyuan', {
      do: 'command',
      channel: '经济开发区-项目',
      text: '/dayoff 6月18日-19日 代理 张德胜',
    });
    await county.clock({ set: '2020-06-18T08:30:00+08:00' });
    expect(await told(county, 'hezhiyuan')).not.toContain('请报');
    const asked = (await county.seen('zhangdesheng', 'bot')).filter((message) => message.lines[0]?.includes('请报'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.lines.join('\n')).toContain('用地 · P-001 瑞胶堂阿胶健康产业园一期项目 · 代 何志远');
    expect(asked[0]?.lines.join('\n')).toContain('用地 · P-062');
    const found = await county.opened.client.milestone.findFirstOrThrow({
      where: { name: '用地', project: { code: 'P-001' } },
    });
    await county.act('zhangdesheng', { do: 'press', actionId: `prompt.done#${found.id}#1` });
    expect((await county.seen('qiuzhen', '经济开发区-项目')).at(-1)?.lines[0]).toBe('张德胜：用地 已完成（6月18日）');
  });

  it('who chose on the home tab to be asked less is asked only what is due or overdue, and can take it back', async () => {
    county = await openCounty();
    for (const milestone of ['用地', '施工许可', '开工'])
      await county.act('hezhiyuan', { do: 'say', to: 'bot', text: `P-001 ${milestone} 完成` });
    await county.act('hezhiyuan', { do: 'home' });
    await county.act('hezhiyuan', { do: 'press', in: 'home', label: '只问到期和超期的' });
    await county.clock({ set: '2020-06-18T08:30:00+08:00' });
    const asked = await told(county, 'hezhiyuan');
    expect(asked).toContain('施工许可 · P-061');
    expect(asked).not.toContain('设备安装 · P-001');
    const who = await coordinator(county);
    await county.act(who, { do: 'home' });
    const home = (await county.screen(who)) as unknown as { home: { lines: string[] } | null };
    expect(home.home?.lines.join('\n')).toMatch(/6月18日催报：问了 ?\d+人 ?\d+项，免问 ?\d+项/);
    expect(home.home?.lines.join('\n')).toMatch(/本人选择少问 1/);
    await county.act('hezhiyuan', { do: 'home' });
    await county.act('hezhiyuan', { do: 'press', in: 'home', label: '恢复全部催报' });
    await county.clock({ set: '2020-06-19T08:30:00+08:00' });
    expect((await county.newest('hezhiyuan', 'bot')).join('\n')).toContain('设备安装 · P-001');
  });

  it('what is on plan is answered with one press, which names what it recorded and can be taken back', async () => {
    county = await openCounty();
    for (const line of ['P-001 用地 完成', 'P-001 施工许可 完成', 'P-001 开工 完成', 'P-001 设备安装 35%'])
      await county.act('hezhiyuan', { do: 'say', to: 'bot', text: line });
    for (const line of ['P-061 施工许可 完成', 'P-061 开工 完成', 'P-061 主体封顶 45%'])
      await county.act('hezhiyuan', { do: 'say', to: 'bot', text: line });
    await county.clock({ set: '2020-06-24T08:30:00+08:00' });
    expect(await county.newest('hezhiyuan', 'bot')).toContain('2项可一起答');
    await county.act('hezhiyuan', { do: 'press', label: '全部按计划' });
    const morning = async () =>
      (await county?.seen('hezhiyuan', 'bot'))?.findLast((message) => /请报|已回复$/.test(message.lines[0] ?? ''))
        ?.lines;
    const said = (await county.seen('hezhiyuan', 'bot')).findLast((message) => message.ephemeral);
    expect(said?.lines[0]).toBe('已记2项，按计划：P-001 设备安装 35%、P-061 主体封顶 45%');
    expect((await morning())?.filter((line) => line === '已回复：按计划')).toHaveLength(2);
    await county.act('hezhiyuan', { do: 'press', actionId: 'progress.undo#0' });
    expect((await county.seen('hezhiyuan', 'bot')).findLast((message) => message.ephemeral)?.lines[0]).toMatch(
      /^已撤销/,
    );
    await expect.poll(morning, { timeout: 2000 }).toContain('2项可一起答');
  });

  it('after an outage the morning is sent late and says so, once, and the coordinators hear of it once', async () => {
    county = await openCounty({ now: '2020-06-17T16:30:00+08:00' });
    await county.app.stop();
    await county.clock({ set: '2020-06-22T10:00:00+08:00' });
    const again = await county.startBot();
    await again.rest();
    const who = await coordinator(county);
    const mornings = await county.opened.client.prompt.groupBy({ by: ['day'] });
    expect(mornings.map(({ day }) => day)).toEqual(['2020-06-22']);
    expect(await told(county, 'hezhiyuan')).toContain('系统停运，晚发。');
    await county.clock({ advance: '2m' });
    await again.runDue(Date.parse('2020-06-22T10:02:00+08:00'));
    await again.runDue(Date.parse('2020-06-22T10:03:00+08:00'));
    // Two messages within a second are more than Slack takes: the second is put off.
    const missed = async () =>
      ((await county?.seen(who, 'bot')) ?? []).filter((message) => message.lines[0] === '以下没有按时：');
    await expect.poll(missed, { timeout: 15_000 }).toHaveLength(1);
    expect((await missed())[0]?.lines).toContain('• 6月22日 08:30 的催报，6月22日 10:00 才处理');
    await again.stop();
  });

  it('what fell due before the night is not asked at night, nor on a day off', async () => {
    county = await openCounty({ now: '2020-06-17T16:30:00+08:00' });
    await county.app.stop();
    await county.clock({ set: '2020-06-18T21:00:00+08:00' });
    const night = await county.startBot();
    await night.rest();
    expect(await county.opened.client.prompt.count()).toBe(0);
    await night.stop();
    await county.clock({ set: '2020-06-25T09:00:00+08:00' });
    const holiday = await county.startBot();
    await holiday.rest();
    expect(await county.opened.client.prompt.count()).toBe(0);
    await holiday.stop();
  });

  it('what is left unanswered is on the list of the unreported on the third working day', async () => {
    county = await openCounty();
    const calendar = workCalendar();
    const program = await county.store.programs.current(county.app.workspace.id);
    if (!program) throw new Error('no program');
    const listed = (day: string) =>
      county?.store.prompts.unreported(program.id, localDay(day), addWorkdays(localDay(day), -2, calendar)) ??
      Promise.resolve([]);
    await county.clock({ set: '2020-06-18T08:30:00+08:00' });
    expect(await listed('2020-06-18')).toEqual([]);
    await county.clock({ set: '2020-06-19T08:30:00+08:00' });
    expect(await listed('2020-06-19')).toEqual([]);
    await county.clock({ set: '2020-06-22T08:30:00+08:00' });
    const third = await listed('2020-06-22');
    expect(third.find((each) => each.code === 'P-001' && each.name === '用地')).toMatchObject({
      since: '2020-06-18',
      ownerName: { zh: '何志远' },
    });
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 用地 完成' });
    const after = await listed('2020-06-22');
    expect(after).toHaveLength(third.length - 1);
  });
});
