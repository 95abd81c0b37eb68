import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';
const all = '全县调度';

describe('what somebody else than the owner’s unit flags', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00' });
  });
  afterAll(() => county.close());

  const type = (as: string, channel: string, text: string) => county.act(as, { do: 'command', channel, text });
  const last = () => county.opened.client.obstacle.findFirstOrThrow({ orderBy: { number: 'desc' } });
  const ofMilestone = async () =>
    (await county.opened.client.milestone.findUniqueOrThrow({ where: { id: (await last()).milestoneId ?? 0 } })).name;

  it('is asked about in the project’s thread, and no rung has it; the owner confirms it there', async () => {
    await type('renchangqing', all, '/obstacle P-001 土地指标未批，影响开工');
    expect(await last()).toMatchObject({ confirmation: 'owner', standing: 'open', overdueSince: null });
    const asked = (await county.seen('hezhiyuan', zone)).find(({ lines }) => lines[0]?.startsWith('卡点1号等确认'));
    expect(asked?.thread).not.toBeNull();
    expect(asked?.lines.join('\n')).toContain('还没有确认，不计灯');
    const desk = (await county.seen('fenglizhi', zone)).filter(({ lines }) => lines[0] === '卡点1号 · P-001');
    expect(desk).toEqual([]);
    await type('hezhiyuan', zone, '/obstacle 1');
    await county.act('hezhiyuan', { do: 'press', label: '确认' });
    expect(await last()).toMatchObject({ confirmation: null, rung: 'unit' });
    const cards = (await county.seen('fenglizhi', zone)).filter(({ lines }) => lines.join('\n').includes('等@冯立志'));
    expect(cards).toHaveLength(1);
  });

  it('blocks the milestone that its text names or that is in work, and that alone (U5)', async () => {
    await type('hezhiyuan', zone, '/obstacle P-002 材料被退回，缺一份批复，卡在窗口');
    expect(await ofMilestone()).not.toBe('');
    const [first] = await county.opened.client.milestone.findMany({
      where: { project: { code: 'P-002' }, doneOn: null, OR: [{ percent: null }, { percent: { lt: 100 } }] },
      orderBy: { ordinal: 'asc' },
    });
    expect((await last()).milestoneId).toBe(first?.id);
  });

  it('is a comment of who only looks on', async () => {
    const count = await county.opened.client.obstacle.count();
    await type('qixiaonan', all, '/obstacle P-001 高压线路未迁改，塔吊不能作业');
    expect((await county.newest('qixiaonan', all))[0]).toContain('列席人员不提卡点');
    expect(await county.opened.client.obstacle.count()).toBe(count);
  });

  it('is urgent for a reason, once the unit head agrees', async () => {
    const count = await county.opened.client.obstacle.count();
    await type('hezhiyuan', zone, '/obstacle P-001 高压线路未迁改，塔吊不能作业 加急：急');
    expect((await county.newest('hezhiyuan', zone)).join('\n')).toContain('加急没有写明原因');
    expect(await county.opened.client.obstacle.count()).toBe(count);
    await type('hezhiyuan', zone, '/obstacle P-001 高压线路未迁改，塔吊不能作业 加急：7月1日起停电窗口关闭');
    const before = await last();
    expect(before).toMatchObject({ urgent: false, urgentReason: '7月1日起停电窗口关闭' });
    await type('fenglizhi', zone, `/obstacle ${before.number}`);
    await county.act('fenglizhi', { do: 'press', label: '同意加急' });
    const after = await last();
    expect(after.urgent).toBe(true);
    expect(Number(after.deadline)).toBeLessThan(Number(before.deadline));
  });

  it('is not promised for December (walk 3): refused at its field, what was picked stays, with a reason it is asked of the next rung', async () => {
    const { number } = await last();
    await type('fenglizhi', zone, `/obstacle ${number}`);
    await county.act('fenglizhi', { do: 'press', label: '认领' });
    expect((await county.screen('fenglizhi')).modal?.lines.join('\n')).not.toMatch(/2020-\d\d-\d\d/);
    const far = await county.attempt('fenglizhi', { do: 'submit', fields: { 承诺哪天办结: '2020-12-31' } });
    expect(Object.values(far.errors ?? {}).join()).toMatch(/12月31日超过6月\d+日：本级限6月18日/);
    await county.act('fenglizhi', {
      do: 'submit',
      fields: { 承诺哪天办结: '2020-12-31', '要更晚，为什么': '等省网改造' },
    });
    expect(await last()).toMatchObject({ standing: 'open', promiseAskedFor: '2020-12-31' });
    const asked = await last();
    const above = await county.opened.client.person.findUniqueOrThrow({ where: { id: asked.promiseAskedOf ?? 0 } });
    expect((await county.newest(above.key, 'bot'))[0]).toBe(`卡点${number}号要到12月31日，等您同意`);
    await county.act(above.key, { do: 'press', label: '不同意' });
    await county.act(above.key, { do: 'submit', fields: { 理由: '太晚' } });
    expect(await last()).toMatchObject({ standing: 'open', promiseAskedFor: null });
  });

  it('what may not be done is refused at the press, before a form opens (walk 15)', async () => {
    const { number } = await last();
    await type('hezhiyuan', zone, `/obstacle ${number}`);
    await county.act('fenglizhi', { do: 'command', channel: zone, text: `/obstacle ${number}` });
    await county.act('fenglizhi', { do: 'press', label: '认领' });
    await county.act('fenglizhi', { do: 'submit', fields: { 承诺哪天办结: '2020-06-18' } });
    await county.act('hezhiyuan', { do: 'press', label: '认领' });
    const { modal } = await county.screen('hezhiyuan');
    expect(modal?.lines.join('\n') ?? '').not.toContain('承诺哪天办结');
    expect(modal?.lines.join('\n') ?? '').toContain('已有变化');
  });
});

describe('leaders act from any row', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T18:04:00+08:00' });
  });
  afterAll(() => county.close());

  const redOf = async (as: string) => {
    await county.act(as, { do: 'command', channel: all, text: '/digest' });
    const top = await county.newest(as, all);
    const label = /\[(红灯\d+)\]/.exec(top.join('\n'))?.[1] ?? '';
    await county.act(as, { do: 'press', label });
    return (await county.screen(as)).modal;
  };

  it('the commander: from the digest to a nudge in two presses; once a day, and the row says so', async () => {
    const list = await redOf('leixia');
    expect(list?.lines.join('\n')).toContain('[卡片] [催一下] [批示]');
    await county.act('leixia', { do: 'press', in: 'modal', label: '催一下' });
    const after = (await county.screen('leixia')).modal?.lines ?? [];
    expect(after.join('\n')).toContain('已催，6月17日18:04；今天不再催');
    const nudges = await county.opened.client.activity.findMany({ where: { action: 'nudge' } });
    expect(nudges).toHaveLength(1);
    const posts = await county.opened.client.post.findMany({ where: { dedupeKey: { startsWith: 'nudge:' } } });
    expect(posts).toHaveLength(1);
    expect(JSON.stringify(posts[0]?.body)).toContain('雷霞问');
    await county.act('leixia', { do: 'close', all: true });
  });

  it('to the open form of an instruction in two presses, in which nothing is filled in; it stands on the card for good', async () => {
    await redOf('leixia');
    await county.act('leixia', { do: 'press', in: 'modal', label: '批示' });
    const form = (await county.screen('leixia')).modal;
    expect(form?.title).toBe('批示');
    expect(form?.lines.join('\n')).not.toMatch(/\d{4}-\d\d-\d\d/);
    await county.act('leixia', { do: 'submit', fields: { 批示: '先调剂，月底前动工' } });
    const kept = await county.opened.client.instruction.findFirstOrThrow();
    const project = await county.opened.client.project.findUniqueOrThrow({ where: { id: kept.projectId } });
    await county.act('leixia', { do: 'command', channel: all, text: `/gongjian ${project.code}` });
    expect((await county.newest('leixia', all)).join('\n')).toContain('批示 · 雷霞，6月17日\n>先调剂，月底前动工');
  });

  it('takes an obstacle of a lower rung to their own, or hands it over, with a reason', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/obstacle P-001 土地指标未批，影响开工' });
    await county.act('leixia', { do: 'command', channel: all, text: '/obstacle 1' });
    await county.act('leixia', { do: 'press', label: '⋯ > 提到我这级' });
    await county.act('leixia', { do: 'submit', fields: { 为什么提到您这级: '要省厅批次' } });
    const raised = await county.opened.client.obstacle.findFirstOrThrow();
    expect(raised).toMatchObject({ rung: 'commander' });
    await county.act('leixia', { do: 'command', channel: all, text: '/obstacle 1' });
    await county.act('leixia', { do: 'press', label: '⋯ > 转办' });
    await county.act('leixia', { do: 'submit', fields: { 转给哪个单位: '财政局', 理由: '卡在出让金' } });
    expect(await county.opened.client.obstacle.findFirstOrThrow()).toMatchObject({ rung: 'department' });
  });

  it('nobody is nudged at night', async () => {
    await county.clock({ set: '2020-06-17T20:30:00+08:00' });
    await county.act('leixia', { do: 'command', channel: all, text: '/gongjian P-001' });
    await county.act('leixia', { do: 'press', label: '催一下' });
    expect((await county.newest('leixia', all)).join('\n')).toContain('20:00到8:00和休息日不催人');
  });
});
