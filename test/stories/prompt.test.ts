import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';

/** The rows of somebody's newest prompt, as `name · code` -> the line under it. */
async function rows(county: County, who: string): Promise<ReadonlyMap<string, string>> {
  const message = (await county.seen(who, 'bot')).findLast(
    (each) => each.lines[0]?.includes('请报') || each.lines[0]?.includes('已回复'),
  );
  const lines = message?.lines ?? [];
  return new Map(
    lines.flatMap((line, index) => {
      const row = /^(.+ · P-\d{3}) /.exec(line);
      return row?.[1] ? [[row[1], lines[index + 1] ?? ''] as const] : [];
    }),
  );
}

/** Presses a button of one row of somebody's newest prompt. */
async function press(county: County, who: string, label: string, code: string, milestone: string): Promise<void> {
  const found = await county.opened.client.milestone.findFirstOrThrow({
    where: { name: milestone, project: { code } },
  });
  const order = {
    正常: ['on-pace', 0],
    报进度: ['number', 0],
    完成: ['done', 1],
    要晚: ['late', 2],
    卡住: ['blocked', 3],
    提卡点: ['blocked', 0],
    撤销: ['undo', 0],
  } as const;
  const [name, index] = order[label as keyof typeof order];
  await county.act(who, { do: 'press', actionId: `prompt.${name}#${found.id}#${index}` });
}

describe('an owner is asked in the morning and answers in the message', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
    const owner = await county.opened.client.person.findFirstOrThrow({ where: { key: 'hezhiyuan' } });
    await county.opened.client.project.updateMany({
      where: { code: { in: ['P-006', 'P-010', 'P-031', 'P-045'] } },
      data: { ownerId: owner.id },
    });
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-061 立项 完成' });
    await county.clock({ set: '2020-06-18T08:30:00+08:00' });
  });
  afterAll(() => county.close());

  it('one message has a row for each milestone that is due, overdue or unheard of, and none that was reported', async () => {
    const asked = await rows(county, 'hezhiyuan');
    expect(asked.get('用地 · P-001')).toBe('超期139天 · 还没有报过');
    // The first open step of each: nobody is asked for what comes after it.
    expect([...asked.keys()].sort()).toEqual(
      ['P-001 用地', 'P-006 用地', 'P-010 用地', 'P-031 立项', 'P-045 洽谈', 'P-061 施工许可']
        .map((each) => each.split(' ').reverse().join(' · '))
        .sort(),
    );
    const message = (await county.seen('hezhiyuan', 'bot')).at(-1);
    expect(message?.lines[0]).toBe(`6月18日，请报${asked.size}项`);
    expect(message?.lines.filter((line) => line.endsWith('[完成] [要晚] [卡住]'))).toHaveLength(asked.size);
  });

  it('a press on 完成 reports, and the row is marked in place', async () => {
    const before = (await county.seen('hezhiyuan', 'bot')).length;
    await press(county, 'hezhiyuan', '完成', 'P-001', '用地');
    expect((await rows(county, 'hezhiyuan')).get('用地 · P-001')).toBe('已回复：6月18日完成');
    expect(await county.seen('hezhiyuan', 'bot')).toHaveLength(before);
    expect(await county.newest('qiuzhen', zone)).toEqual(['何志远：用地 已完成（6月18日）']);
  });

  it('what was pressed by mistake is taken back, and the row is open again', async () => {
    await press(county, 'hezhiyuan', '完成', 'P-006', '用地');
    await press(county, 'hezhiyuan', '撤销', 'P-006', '用地');
    expect((await rows(county, 'hezhiyuan')).get('用地 · P-006')).toBe('超期150天 · 还没有报过');
    expect((await county.newest('qiuzhen', zone)).at(-1)).toBe('已撤销');
  });

  it('overdue or behind pace, the number is asked for; it stays open while the number is wrong', async () => {
    await press(county, 'hezhiyuan', '报进度', 'P-045', '洽谈');
    expect((await county.screen('hezhiyuan')).modal?.lines.join('\n')).toContain('超期79天 · 还没有报过');
    await county.act('hezhiyuan', { do: 'submit', fields: { 完成百分比: '60' } });
    expect((await county.screen('hezhiyuan')).modal).toBeNull();
    expect((await rows(county, 'hezhiyuan')).get('洽谈 · P-045')).toBe('已回复：60%');
  });

  it('late asks for the new day, which must be to come, and offers to flag an obstacle', async () => {
    await press(county, 'hezhiyuan', '要晚', 'P-061', '施工许可');
    const refused = await county.attempt('hezhiyuan', { do: 'submit', fields: { 新的完成日期: '2020-06-18' } });
    expect(refused.errors).toEqual({ 新的完成日期: '请填今天以后的日期' });
    await county.act('hezhiyuan', { do: 'submit', fields: { 新的完成日期: '2020-07-05', 说明: '等环评' } });
    expect((await rows(county, 'hezhiyuan')).get('施工许可 · P-061')).toBe('已回复：预计7月5日完成，等环评');
    await press(county, 'hezhiyuan', '提卡点', 'P-061', '施工许可');
    await county.act('hezhiyuan', { do: 'submit', fields: { 卡在哪里: '环评一直没批，影响施工许可' } });
    expect((await rows(county, 'hezhiyuan')).get('施工许可 · P-061')).toBe('已回复：卡住，卡点1号');
  });

  it('blocked files an obstacle that climbs like any other', async () => {
    await press(county, 'hezhiyuan', '卡住', 'P-010', '用地');
    await county.act('hezhiyuan', { do: 'submit', fields: { 卡在哪里: '土地指标未批，影响施工许可' } });
    expect((await rows(county, 'hezhiyuan')).get('用地 · P-010')).toBe('已回复：卡住，卡点2号');
    const filed = await county.opened.client.obstacle.findFirst({ where: { number: 2 } });
    expect(filed).toMatchObject({ matter: 'land', standing: 'open', text: '土地指标未批，影响施工许可' });
  });

  it('what was answered elsewhere is marked in its row at once, and nothing is left to press', async () => {
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-031 立项 完成' });
    expect((await rows(county, 'hezhiyuan')).get('立项 · P-031')).toBe('已回复：6月18日完成');
    await expect(press(county, 'hezhiyuan', '完成', 'P-031', '立项')).rejects.toThrow('There is no button');
    expect(
      await county.opened.client.report.count({ where: { milestone: { name: '立项', project: { code: 'P-031' } } } }),
    ).toBe(1);
    await press(county, 'hezhiyuan', '完成', 'P-006', '用地');
  });

  it('in the afternoon, who left what is overdue open is reminded in the thread; who answered is left alone', async () => {
    await county.clock({ set: '2020-06-18T15:00:00+08:00' });
    const own = await county.seen('zhangdesheng', 'bot');
    const morning = own.find((message) => message.lines[0]?.includes('请报'));
    const reminder = own.at(-1);
    expect(reminder?.thread).toBe(morning?.ts);
    expect(reminder?.lines[0]).toMatch(/^今天到期或已超期的，还有 ?\d+项没有回复：$/);
    const answered = (await county.seen('hezhiyuan', 'bot')).filter((message) =>
      message.lines[0]?.includes('没有回复'),
    );
    expect(answered).toEqual([]);
  });

  it('the digest shows what was answered', async () => {
    await county.clock({ set: '2020-06-18T18:00:00+08:00' });
    const digest = (await county.seen('leixia', '全县调度')).map((message) => message.lines.join('\n')).join('\n');
    expect(digest).toContain('用地');
  });

  it('next morning the head of the unit is told once who did not answer, in one message', async () => {
    await county.clock({ set: '2020-06-19T08:30:00+08:00' });
    const heads = await county.opened.client.unit.findMany({
      where: { headId: { not: null } },
      include: { head: true },
    });
    const told = await county.opened.client.prompt.findMany({ where: { day: '2020-06-19' } });
    const withLapsed = told.filter((prompt) => (prompt.lapsed as unknown[]).length > 0);
    expect(withLapsed.length).toBeGreaterThan(5);
    expect(withLapsed.every((prompt) => heads.some((unit) => unit.headId === prompt.personId))).toBe(true);
    const posts = await county.opened.client.post.groupBy({
      by: ['channelId'],
      where: { createdAt: { gte: new Date('2020-06-19T00:00:00+08:00') }, dedupeKey: { startsWith: 'prompt:' } },
      _count: true,
    });
    expect(posts.every((each) => each._count === 1)).toBe(true);
    const asked = await rows(county, 'hezhiyuan');
    // What was answered is not asked about again; what was left open is.
    expect([...asked.keys()]).toEqual(['施工许可 · P-001', '施工许可 · P-006', '开工 · P-031']);
  });

  it('and the message of the day before closes: its answers stay, its buttons go', async () => {
    // Nobody waits for it: those of a county take some minutes, and leave room for what somebody presses.
    for (const minute of ['08:31', '08:32', '08:33', '08:34', '08:35'])
      await county.clock({ set: `2020-06-19T${minute}:00+08:00` });
    const own = await county.seen('hezhiyuan', 'bot');
    const closed = own.find((message) => message.lines[0] === '6月18日的6项：已答6');
    expect(closed?.lines).toContain('已回复：6月18日完成');
    expect(closed?.lines.at(-1)).toBe('已由6月19日的一条代替');
    expect(closed?.lines.join('\n')).not.toMatch(/\[/);
  });

  it('on a day off nobody is asked, and on the make-up workday everybody is', async () => {
    const count = () => county.opened.client.post.count({ where: { dedupeKey: { startsWith: 'prompt:' } } });
    const before = await count();
    await county.clock({ set: '2020-06-25T12:00:00+08:00' });
    const perDay = await county.opened.client.prompt.groupBy({ by: ['day'] });
    expect(perDay.map((each) => each.day).sort()).toEqual([
      '2020-06-18',
      '2020-06-19',
      '2020-06-22',
      '2020-06-23',
      '2020-06-24',
    ]);
    expect(await count()).toBeGreaterThan(before);
    await county.clock({ set: '2020-06-28T09:00:00+08:00' });
    expect(await county.opened.client.prompt.count({ where: { day: '2020-06-28' } })).toBeGreaterThan(0);
    expect(
      await county.opened.client.prompt.count({ where: { day: { in: ['2020-06-25', '2020-06-26', '2020-06-27'] } } }),
    ).toBe(0);
  });
});
