import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';
const land = '自然资源局-项目';

const lineOf = (messages: readonly { lines: readonly string[] }[], start: string) =>
  messages.findLast((message) => message.lines[0]?.startsWith(start))?.lines ?? [];

describe('an obstacle climbs by itself, to the minute', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-24T16:10:00+08:00' });
  });
  afterAll(() => county.close());

  it('filed on Wednesday 24 June 16:10 with three working days, it is due on Tuesday 30 June 18:00', async () => {
    const text = '/obstacle P-001 土地指标没人管，部门推诿，影响开工';
    await county.act('hezhiyuan', { do: 'command', channel: zone, text });
    const answer = (await county.seen('hezhiyuan', zone)).at(-1);
    expect(answer?.ephemeral).toBe(true);
    expect(answer?.lines.join('\n')).toContain('限6月30日18:00（28、29、30日）');
    expect(lineOf(await county.seen('heweiguo', land), '卡点1号')).toContain('等@贺卫国（自然资源局）');
  });

  it('the same again is offered, not filed', async () => {
    await county.act('hezhiyuan', {
      do: 'command',
      channel: zone,
      text: '/obstacle P-001 土地指标没人管,部门推诿 影响开工',
    });
    expect((await county.newest('hezhiyuan', zone))[0]).toBe('同一项目已有相近的卡点1号，没有另提');
    expect(await county.opened.client.obstacle.count()).toBe(1);
  });

  it('a person of another town sees nothing of it, by number, list or a replayed press', async () => {
    const town = '铜城街道-项目';
    await county.act('hanzhenguo', { do: 'command', channel: town, text: '/obstacle 1' });
    expect((await county.newest('hanzhenguo', town))[0]).toBe('没有这个卡点，或者不在您可以查看的范围内。');
    await county.act('hanzhenguo', { do: 'command', channel: town, text: '/obstacle list' });
    expect((await county.newest('hanzhenguo', town))[0]).toBe('卡点 · 全部：没有。');
    await county.act('hanzhenguo', {
      do: 'command',
      channel: town,
      text: '/obstacle P-001 土地指标没人管，部门推诿，影响开工',
    });
    const said = (await county.newest('hanzhenguo', town)).join('\n');
    expect(said).toContain('卡点2号');
    expect(said).not.toContain('卡点1号');
  });

  it('nobody hears of it on 25 to 27 June; the one who holds it is reminded half-way, on the 29th at 15:00', async () => {
    await county.clock({ set: '2020-06-29T14:59:00+08:00' });
    expect(await county.seen('heweiguo', 'bot')).toEqual([]);
    await county.clock({ set: '2020-06-29T15:00:00+08:00' });
    const reminders = (await county.seen('heweiguo', 'bot')).map((message) => message.lines[0]);
    expect(reminders).toContain('卡点1号时间过半，限6月30日18:00');
  });

  it('in silence it is raised at 18:00 of the 30th, its thread says who was silent and for how long', async () => {
    await county.clock({ set: '2020-06-30T17:59:00+08:00' });
    expect((await county.seen('qiuzhen', 'bot')).filter((message) => message.lines[0]?.startsWith('卡点'))).toEqual([]);
    await county.clock({ set: '2020-06-30T18:00:00+08:00' });
    const card = lineOf(await county.seen('qiuzhen', 'bot'), '卡点1号');
    expect(card).toContain('等@邱震');
    const thread = (await county.seen('heweiguo', land)).filter((message) => message.thread !== null);
    expect(thread.map((message) => message.lines[0])).toContain('3个工作日未认领，提级到包保领导');
    expect((await county.seen('hezhiyuan', 'bot')).map((message) => message.lines[0])).toContain(
      '卡点1号 · 3个工作日未认领，提级到包保领导',
    );
  });

  it('the project is red from then on, because', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/gongjian P-001' });
    expect((await county.newest('hezhiyuan', zone)).join('\n')).toMatch(/🔴 红灯：.*卡点[12]号应于6月30日办结，已超期/);
  });

  it('the sponsor claims it in the form; a day off is refused with the next working day, and the form stays open', async () => {
    const sponsorsCard = (await county.seen('qiuzhen', 'bot')).find((message) =>
      message.lines[0]?.startsWith('卡点1号'),
    );
    const { channels } = await county.screen('qiuzhen');
    const channel = channels.find(({ id }) => id.startsWith('D'))?.id;
    await county.act('qiuzhen', { do: 'press', label: '认领', message: { channel, ts: sponsorsCard?.ts } });
    const off = await county.attempt('qiuzhen', { do: 'submit', fields: { 承诺哪天办结: '2020-07-04' } });
    expect(off.errors).toEqual({ 承诺哪天办结: '7月4日是休息日，最近的工作日是7月6日' });
    expect((await county.screen('qiuzhen')).modal?.lines.join('\n')).toContain('2020-07-04');
    await county.act('qiuzhen', { do: 'submit', fields: { 承诺哪天办结: '2020-07-03' } });
    expect(lineOf(await county.seen('qiuzhen', 'bot'), '卡点1号 · P-001').join('\n')).toContain('邱震认领，承诺7月3日');
  });

  it('resolved, it is for who flagged it to verify; returned, it reopens at that rung with the count', async () => {
    const { id } = await county.opened.client.obstacle.findFirstOrThrow({ where: { number: 1 } });
    const press = async (as: string, label: string, fields: Record<string, string> | null) => {
      await county.act(as, { do: 'command', channel: zone, text: '/obstacle 1' });
      await county.act(as, { do: 'press', label });
      if (fields) await county.act(as, { do: 'submit', fields });
    };
    await press('qiuzhen', '办结', { 怎么办结的: '指标已调剂' });
    expect((await county.seen('hezhiyuan', 'bot')).map((message) => message.lines[0])).toContain(
      '卡点1号已办结，等您核实，限7月3日18:00',
    );
    await press('hezhiyuan', '退回', { 理由: '还没有批文' });
    expect(await county.opened.client.obstacle.findUnique({ where: { id } })).toMatchObject({
      standing: 'open',
      rung: 'sponsor',
      returns: 1,
    });
    await press('qiuzhen', '办结', { 怎么办结的: '批文已送达' });
    await press('hezhiyuan', '核实销号', null);
    expect(await county.opened.client.obstacle.findUnique({ where: { id } })).toMatchObject({ standing: 'closed' });
    expect(lineOf(await county.seen('heweiguo', land), '卡点1号')).toContain('6月30日已销号，全程7天');
  });

  it('what was cleared teaches: where the time went, shown to who sees the plan', async () => {
    await county.act('qiuzhen', { do: 'command', channel: zone, text: '/obstacle lessons' });
    expect((await county.newest('qiuzhen', zone)).join('\n')).toContain(
      '土地 职能部门 3天（1件），包保领导 0天（2件）',
    );
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/obstacle lessons' });
    expect((await county.newest('hezhiyuan', zone))[0]).toContain('没有办');
  });

  it('a press on a card that is older than the case does nothing and says what happened meanwhile', async () => {
    await county.act('hezhiyuan', {
      do: 'command',
      channel: zone,
      text: '/obstacle P-001 变压器没到货，送不上电，设备安装停了',
    });
    const { number } = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { number: 'desc' } });
    await county.act('fenglizhi', { do: 'command', channel: zone, text: `/obstacle ${number}` });
    await county.act('fenglizhi', { do: 'press', label: '办结' });
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: `/obstacle ${number}` });
    await county.act('hezhiyuan', { do: 'press', label: '撤回' });
    await county.act('fenglizhi', { do: 'submit', fields: { 怎么办结的: '已送电' } });
    const said = (await county.newest('fenglizhi', zone)).join('\n');
    expect(said).toContain('您按之前，这个卡点已有变化，没有办。');
    expect(said).toContain('何志远撤回');
    expect(said).toContain('您填的：');
    expect(said).toContain('已送电');
    expect(await county.opened.client.obstacle.findFirst({ where: { number } })).toMatchObject({
      standing: 'closed',
      withdrawn: true,
    });
  });

  it('what was typed into a form that is refused stands under the refusal', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/obstacle P-001 消防验收约不上，开业推迟' });
    const { number } = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { number: 'desc' } });
    await county.act('fenglizhi', { do: 'command', channel: zone, text: `/obstacle ${number}` });
    await county.act('fenglizhi', { do: 'press', label: '⋯ > 留言' });
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: `/obstacle ${number}` });
    await county.act('hezhiyuan', { do: 'press', label: '撤回' });
    await county.act('fenglizhi', { do: 'submit', fields: { 留言: '约的哪个科室？\n几号约的？' } });
    const refused = (await county.newest('fenglizhi', zone)).join('\n');
    expect(refused).toContain('已经销号，不再变动');
    expect(refused).toMatch(/您填的：[\s\S]*约的哪个科室？[\s\S]*几号约的？/);
  });

  it('a direct message is filed, in a thread it is only offered; on any message there is the shortcut', async () => {
    await county.act('zhangjiguang', { do: 'say', to: 'bot', text: 'P-017 拆迁户还没签，征迁推不动' });
    // The project is out of the raiser's sight: where it went, and nothing of it.
    const passedOn = await county.newest('zhangjiguang', 'bot');
    expect(passedOn[0]).toMatch(/^卡点\d+号 · P-017$/);
    expect(passedOn.join('\n')).toContain('已转责任单位');
    const said = await county.act('hezhiyuan', { do: 'say', channel: zone, text: 'P-001 招不到焊工，设备安装要停' });
    await county.act('hezhiyuan', { do: 'shortcut', name: '提出卡点', message: { channel: zone, ts: said.ts } });
    const modal = (await county.screen('hezhiyuan')).modal;
    expect(modal?.title).toBe('提出卡点');
    expect(modal?.lines.join('\n')).toContain('招不到焊工');
    await county.act('hezhiyuan', { do: 'submit', fields: { 请求谁支持什么: '请人社局组织专场招聘' } });
    const filed = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { number: 'desc' } });
    expect(filed).toMatchObject({ matter: 'labour', help: '请人社局组织专场招聘' });
  });

  it('at night the rung is told in the morning, and only who flagged it hears something before', async () => {
    await county.clock({ set: '2020-06-30T21:30:00+08:00' });
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/obstacle P-061 能耗指标没人管，部门推诿' });
    const { number } = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { number: 'desc' } });
    const cards = async () =>
      (await county.seen('leimingyuan', '发改局-项目')).filter((message) =>
        message.lines[0]?.startsWith(`卡点${number}号`),
      );
    expect(await cards()).toEqual([]);
    await county.clock({ set: '2020-07-01T07:59:00+08:00' });
    expect(await cards()).toEqual([]);
    await county.clock({ set: '2020-07-01T08:00:00+08:00' });
    expect(await cards()).toHaveLength(1);
  });

  it('what others do in the evening reaches who flagged it in the morning, once', async () => {
    const { number } = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { number: 'desc' } });
    await county.clock({ set: '2020-07-01T20:30:00+08:00' });
    await county.act('leimingyuan', { do: 'command', channel: '发改局-项目', text: `/obstacle ${number}` });
    await county.act('leimingyuan', { do: 'press', label: '⋯ > 留言' });
    await county.act('leimingyuan', { do: 'submit', fields: { 留言: '明天上午研究' } });
    const news = async () =>
      (await county.seen('hezhiyuan', 'bot')).filter((message) => message.lines[0]?.endsWith('留言：明天上午研究'));
    expect(await news()).toEqual([]);
    await county.clock({ set: '2020-07-02T08:00:00+08:00' });
    expect(await news()).toHaveLength(1);
    await county.clock({ set: '2020-07-03T08:30:00+08:00' });
    expect(await news()).toHaveLength(1);
  });

  it('its numbers have no gaps', async () => {
    const numbers = (await county.opened.client.obstacle.findMany({ orderBy: { number: 'asc' } })).map(
      ({ number }) => number,
    );
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a promise, a leave and a delegate', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-05-01T09:00:00+08:00' });
  });
  afterAll(() => county.close());

  it('2 May is refused with 6 May offered; Saturday 9 May, a make-up workday, is taken', async () => {
    await county.act('hezhiyuan', {
      do: 'command',
      channel: zone,
      text: '/obstacle P-001 用地手续迟迟没动静，开工推不动',
    });
    await county.act('fenglizhi', { do: 'command', channel: zone, text: '/obstacle 1' });
    await county.act('fenglizhi', { do: 'press', label: '认领' });
    const off = await county.attempt('fenglizhi', { do: 'submit', fields: { 承诺哪天办结: '2020-05-02' } });
    expect(off.errors).toEqual({ 承诺哪天办结: '5月2日是休息日，最近的工作日是5月6日' });
    await county.act('fenglizhi', { do: 'submit', fields: { 承诺哪天办结: '2020-05-09' } });
    expect((await county.seen('fenglizhi', zone)).flatMap((message) => message.lines)).toContain('已认领，承诺5月9日');
  });

  it('on leave from 6 to 9 May the delegate is told, reminded, and may act', async () => {
    await county.clock({ set: '2020-05-06T08:30:00+08:00' });
    await county.act('fenglizhi', { do: 'command', channel: zone, text: '/dayoff 5月6日-9日 代理 张继光' });
    expect((await county.newest('fenglizhi', zone)).join('\n')).toContain('由张继光代理');
    // After the morning's question, in its thread: nobody gets a second message on a day.
    await county.clock({ set: '2020-05-06T08:31:00+08:00' });
    const told = await county.seen('zhangjiguang', 'bot');
    const asked = told.find((message) => message.lines[0]?.includes('请报'));
    expect(told.filter((message) => message.thread === asked?.ts).map((message) => message.lines[0])).toContain(
      '冯立志 5月6日至5月9日请假，由您代理。',
    );
    await county.clock({ set: '2020-05-08T15:00:00+08:00' });
    const reminded = async (as: string) => (await county.seen(as, 'bot')).map((message) => message.lines[0] ?? '');
    expect((await reminded('zhangjiguang')).some((line) => line.includes('时间过半'))).toBe(true);
    expect((await reminded('fenglizhi')).some((line) => line.includes('时间过半'))).toBe(false);
  });

  it('missed on the 9th it is raised that day, in the delegate’s name', async () => {
    await county.clock({ set: '2020-05-09T17:59:00+08:00' });
    expect(await county.opened.client.obstacle.findFirst()).toMatchObject({ standing: 'claimed', rung: 'unit' });
    await county.clock({ set: '2020-05-09T18:00:00+08:00' });
    expect(await county.opened.client.obstacle.findFirst()).toMatchObject({ standing: 'open', rung: 'department' });
    const raised = await county.opened.client.activity.findMany({ where: { action: 'obstacle-raised' } });
    expect(raised).toHaveLength(1);
    expect(raised[0]?.at.toISOString()).toBe('2020-05-09T10:00:00.000Z');
  });

  it('who leaves without a delegate is passed by at once, whoever entered the leave', async () => {
    await county.clock({ set: '2020-05-11T09:00:00+08:00' });
    await county.act('renchangqing', { do: 'command', channel: '全县调度', text: '/dayoff 贺卫国5月11日至15日' });
    expect(await county.opened.client.obstacle.findFirst()).toMatchObject({ standing: 'open', rung: 'sponsor' });
    expect((await county.seen('heweiguo', land)).flatMap((message) => message.lines).join('\n')).toContain(
      '无人在岗，直接到包保领导',
    );
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/dayoff 冯立志5月12日' });
    expect((await county.newest('hezhiyuan', zone))[0]).toContain('只能登记自己的请假');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
