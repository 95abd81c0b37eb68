import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty, type Seen } from '../support/county.js';

/*
 * What once went wrong in the demo, each named by the file that told it: the same steps, and what is right.
 */

const HE = 'hezhiyuan';
const unit = '农业农村局-项目';

/** What there is to press under a message. */
const buttons = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => [...line.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] as string));

/** What can be done in a county, and what it then says. */
function talk(county: County) {
  const project = (code: string) => county.opened.client.project.findFirstOrThrow({ where: { code } });
  const after = async (as: string, act: Record<string, unknown>): Promise<readonly Seen[]> => {
    const before = (await county.seen(as, 'bot')).length;
    await county.act(as, { to: 'bot', ...act });
    return (await county.seen(as, 'bot')).slice(before);
  };
  return {
    project,
    milestone: async (code: string, name: string) =>
      county.opened.client.milestone.findFirstOrThrow({ where: { name, projectId: (await project(code)).id } }),
    say: async (as: string, text: string): Promise<readonly string[]> =>
      (await after(as, { do: 'say', text })).filter(({ from }) => from === '攻坚').flatMap(({ lines }) => lines),
    command: async (as: string, text: string): Promise<readonly string[]> =>
      (await after(as, { do: 'command', text })).flatMap(({ lines }) => lines),
    send: async (as: string, text: string, file: { name: string; mimetype: string }): Promise<string> => {
      const base64 = (await readFile('test/sheets/cases/row-of-column-numbers.xlsx')).toString('base64');
      const sent = await after(as, { do: 'say', text, files: [{ ...file, base64 }] });
      return sent.flatMap(({ lines }) => lines).join('\n');
    },
  };
}

describe('seen once in the seeded county, on Wednesday 17 June', { timeout: 60_000 }, () => {
  let county: County;
  let here: ReturnType<typeof talk>;
  beforeAll(async () => {
    county = await openCounty();
    here = talk(county);
  }, 60_000);
  afterAll(() => county.close());

  it('amount-in-yuan: 元 are no 万元', async () => {
    const lines = await here.say(HE, 'P-061 完成投资12000000元');
    expect(lines[0]).toMatch(/^已记下/);
    expect((await here.project('P-061')).doneInvestment).toBe(1200);
  });

  it('offered-number-is-the-wrong-one: no button has a number that the line says is something else', async () => {
    await here.say(HE, 'P-061 今年累计完成投资2100万');
    const rest = buttons(await here.say(HE, 'P-061 主体封顶还差20%'));
    expect(rest).not.toContain('20%');
    expect(rest).toContain('80%');
    for (const text of ['P-061 主体封顶剩余20%未完成', 'P-061 主体封顶增加了15%'])
      expect(buttons(await here.say(HE, text))).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(20|15)%/)]),
      );
    for (const text of ['还需完成投资300万', '计划完成投资300万', '去年完成投资300万'])
      expect(buttons(await here.say(HE, `P-061 ${text}`)).filter((label) => label.includes('万'))).toEqual([]);
    // Another span is no figure of the year: asked about without a sum to press, or refused; nothing is written.
    const before = (await here.project('P-061')).doneInvestment;
    for (const text of [
      '开工以来累计完成投资8000万',
      '开工至今完成投资8000万',
      '历年累计完成投资8000万',
      '截至去年底完成投资8000万',
      '2019年完成投资3000万',
      'invested 80 million yuan since construction began',
      'invested 30 million yuan last year',
    ])
      expect(buttons(await here.say(HE, `P-061 ${text}`)).filter((label) => /万|million/.test(label))).toEqual([]);
    expect((await here.project('P-061')).doneInvestment).toBe(before);
    const [sum, ...others] = buttons(await here.say(HE, 'P-061 本月完成投资300万元')).filter((label) =>
      /万/.test(label),
    );
    expect(sum).toMatch(/^2,?400 ?万元$/);
    expect(others).toEqual([]);
    await county.act(HE, { do: 'press', label: sum });
    expect((await here.project('P-061')).doneInvestment).toBe(2400);
  });

  it('edited-report: what a reply is changed to takes its place', async () => {
    const root = (await county.seen(HE, unit)).find(({ lines }) => lines[0]?.startsWith('P-061'))?.ts;
    expect(root).toBeDefined();
    const said = { do: 'say', channel: unit, thread: root, text: '主体封顶45%' };
    const { ts } = await county.act(HE, said);
    await county.act(HE, { do: 'edit', channel: unit, ts, text: '主体封顶54%' });
    expect((await here.milestone('P-061', '主体封顶')).percent).toBe(54);
    const answer = (await county.seen(HE, unit)).findLast(({ ephemeral }) => ephemeral)?.lines.join('\n');
    expect(answer).toMatch(/已更正[\s\S]*主体封顶 ?54%（上次 ?45%）/);
  });

  it('same-line-twice: sent again, it is said that it was noted, and nothing new is posted', async () => {
    await here.command(HE, '/progress P-061 主体封顶 59%');
    const [count, posts] = [await county.opened.client.report.count(), (await county.seen(HE, unit)).length];
    expect((await here.command(HE, '/progress P-061 主体封顶 59%')).join('\n')).toMatch(/已报过，没有重复记/);
    expect(await county.opened.client.report.count()).toBe(count);
    expect(await county.seen(HE, unit)).toHaveLength(posts);
  });

  it('control-character: what the database cannot hold is dropped, and the line taken', async () => {
    await here.say(HE, 'P-061 主体封顶 77% 备注\u0000');
    await here.say(HE, 'P-061 主体封顶 78% 备注\ud83d');
    const answer = await here.command(HE, '/progress P-061 主体封顶 79% 备注\u0000');
    expect(answer[0]).toMatch(/^已记下/);
    const { id } = await here.milestone('P-061', '主体封顶');
    const reports = await county.opened.client.report.findMany({
      where: { milestoneId: id, percent: { gt: 70 } },
      orderBy: { id: 'asc' },
      select: { percent: true, note: true },
    });
    expect(reports).toEqual([77, 78, 79].map((percent) => ({ percent, note: '备注' })));
  });

  it('dm-that-names-project-and-gets-no-answer: done, today', async () => {
    expect((await here.say(HE, 'P-061 主体全面封顶')).join('\n')).toMatch(/已记下[\s\S]*主体封顶/);
    expect((await here.milestone('P-061', '主体封顶')).percent).toBe(100);
  });

  it('figures-fall-unseen: a cumulative figure that falls is refused, with the last one', async () => {
    await here.say(HE, 'P-001 完成投资 4200万');
    expect((await here.say(HE, 'P-001 完成投资 350万')).join('\n')).toMatch(/上次 ?4,?200 ?万元，这次 ?350 ?万元/);
    expect((await here.project('P-001')).doneInvestment).toBe(4200);
  });

  it.each([
    ['竣工投产推迟到3月15日', '2021-03-15'],
    ['竣工投产预计1月5日完成', '2021-01-05'],
    ['竣工投产预计3月底完成', '2021-03-31'],
    ['竣工投产争取3月15日', '2021-03-15'],
    ['竣工投产延期到3月15日完成', '2021-03-15'],
  ])('forecast-pressed-becomes-done: %s is never an end', async (text, day) => {
    const [year, month, date] = day.split('-').map(Number);
    const [label, ...others] = buttons(await here.say(HE, `P-001 ${text}`));
    expect(label).toMatch(new RegExp(`^${year} ?年 ?${month}月${date} ?日$`));
    expect(others).toEqual([]);
    await county.act(HE, { do: 'press', label });
    expect(await here.milestone('P-001', '竣工投产')).toMatchObject({ percent: null, doneOn: null, forecast: day });
    expect((await here.project('P-001')).stage).toBe('landed');
  });

  it.each([
    ['台账', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', /导入预览：台账/],
    ['台账.xlsx.bak', 'application/octet-stream', /导入预览：台账\.xlsx\.bak/],
    [
      '汇报.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      /没有导入：这不是表格[\s\S]*\.xlsx 或 \.csv/,
    ],
  ])('spreadsheet-without-extension: %s is known by what it is', async (name, mimetype, answer) => {
    expect(await here.send('renchangqing', '导入台账', { name, mimetype })).toMatch(answer);
  });
});

describe('seen once over the turn of the year', { timeout: 60_000 }, () => {
  let december: County;
  let january: County;
  beforeAll(async () => {
    december = await openCounty({ now: '2020-12-28T10:00:00+08:00' });
    january = await openCounty({ now: '2021-01-05T10:00:00+08:00' });
  }, 90_000);
  afterAll(async () => {
    await december.close();
    await january.close();
  });

  it('leave-over-new-year: the days to come are the next year’s', async () => {
    const { command } = talk(december);
    await command('chengjianguo', '/dayoff 12月30日-1月3日 由何志远代');
    await command('chengjianguo', '/dayoff 1月5日-1月8日 由何志远代');
    const leaves = await december.opened.client.delegation.findMany({
      orderBy: { fromDay: 'asc' },
      select: { fromDay: true, toDay: true },
    });
    expect(leaves).toEqual([
      { fromDay: '2020-12-30', toDay: '2021-01-03' },
      { fromDay: '2021-01-05', toDay: '2021-01-08' },
    ]);
  });

  it('digest-of-a-day-last-december: a day gone by is meant', async () => {
    const digest = await talk(january).command('leixia', '/digest 12月31日');
    expect(digest[0]).toMatch(/12月31 ?日 ?周四.*日报/);
  });

  it('figures-after-the-year: this year’s figure is none of the year that is over', async () => {
    const { say, command, project } = talk(january);
    // 今年 is another year by now: the figure is called by the year that it is of, in the answer, the question and on the card.
    expect((await say(HE, 'P-061 完成投资9000万')).join('\n')).toMatch(/2020年累计完成投资 ?9,?000 ?万元/);
    expect((await say(HE, 'P-061 计划完成投资300万')).join('\n')).toContain('2020年累计完成投资是多少');
    for (const text of ['今年累计完成投资300万', '今年累计完成投资9500万', '2021年累计完成投资9600万'])
      expect((await say(HE, `P-061 ${text}`)).join('\n')).toMatch(/没有记下：这里只记2020年的投资/);
    expect((await project('P-061')).doneInvestment).toBe(9000);
    // What is advised is what is taken.
    expect((await say(HE, 'P-061 2019年完成投资3000万')).join('\n')).toContain('例如：2020年累计完成投资9000万');
    expect((await say(HE, 'P-061 2020年累计完成投资9000万')).join('\n')).not.toContain('没有记下');
    expect((await command(HE, '/gongjian P-061')).join('\n')).toMatch(/2020年完成 ?9,?000 ?万元/);
  });
});
