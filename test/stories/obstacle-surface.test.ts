import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';

describe('obstacles by every way there is', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00' });
  });
  afterAll(() => county.close());

  const type = (as: string, channel: string, text: string) => county.act(as, { do: 'command', channel, text });
  const last = () => county.opened.client.obstacle.findFirstOrThrow({ orderBy: { number: 'desc' } });

  it('asks which project is meant and goes on with the one that is pressed', async () => {
    await type('hezhiyuan', zone, '/obstacle 变压器没到货，送不上电');
    expect((await county.newest('hezhiyuan', zone))[0]).toBe('说的是哪个项目？');
    const label = (await county.newest('hezhiyuan', zone)).join(' ').match(/\[(P-\d+[^\]]*)\]/)?.[1];
    await county.act('hezhiyuan', { do: 'press', label });
    const answers = (await county.seen('hezhiyuan', zone)).filter((message) => message.ephemeral);
    expect(answers.at(-1)?.lines[0]).toContain('已提出 · 卡点1号');
    expect(await last()).toMatchObject({ matter: 'utilities', text: '变压器没到货，送不上电' });
  });

  it('shows what it was taken for with menus that change it in one press, and back, as long as nobody has it', async () => {
    const filed = await last();
    const own = async () => (await county.seen('hezhiyuan', zone)).filter(({ ephemeral }) => ephemeral);
    expect((await own()).at(-1)?.lines.join('\n')).toContain('绊脚石 · 水电气管线');
    await county.act('hezhiyuan', { do: 'press', label: '改事项 > 资金' });
    expect(await last()).toMatchObject({ matter: 'funds', kind: 'stumbling-block', rung: filed.rung });
    const answer = async () => (await own()).at(-1)?.lines.join('\n');
    expect(await answer()).toMatch(/已更改 · 卡点1号[\s\S]*绊脚石 · 资金/);
    await county.act('hezhiyuan', { do: 'press', label: '改类别 > 紧箍咒' });
    const moved = await last();
    expect(moved).toMatchObject({ matter: 'funds', kind: 'shackle' });
    expect(moved.rung).not.toBe(filed.rung);
    expect(await answer()).toMatch(/已更改 · 卡点1号[\s\S]*紧箍咒 · 资金/);
    expect(await own()).toHaveLength(1);
    // On the card as well, where they find it after the answer is gone.
    await type('hezhiyuan', zone, '/obstacle 1');
    await county.act('hezhiyuan', { do: 'press', label: '改类别 > 绊脚石' });
    await county.act('hezhiyuan', { do: 'press', label: '改事项 > 水电气管线' });
    expect(await last()).toMatchObject({ matter: 'utilities', kind: 'stumbling-block', rung: filed.rung });
    expect(await answer()).toContain('何志远改为绊脚石 · 水电气管线');
    // Nobody else is offered it, and once somebody has it, it is settled.
    await type('fenglizhi', zone, '/obstacle 1');
    expect((await county.newest('fenglizhi', zone)).join('\n')).not.toContain('改事项');
    await county.act('fenglizhi', { do: 'press', label: '认领' });
    await county.act('fenglizhi', { do: 'submit', fields: { 承诺哪天办结: '2020-06-19' } });
    await county.attempt('hezhiyuan', { do: 'press', label: '改事项 > 土地' });
    await county.app.rest();
    expect(await last()).toMatchObject({ standing: 'claimed', matter: 'utilities' });
  });

  it('refuses what tells of no obstacle, and an unknown project, saying what to type', async () => {
    await type('hezhiyuan', zone, '/obstacle P-001 一切顺利');
    expect((await county.newest('hezhiyuan', zone))[0]).toBe('没有看出卡在哪里，没有提出。');
    await type('hezhiyuan', zone, '/obstacle P-999 土地没批');
    expect((await county.newest('hezhiyuan', zone))[0]).toContain('没有 P-999 这个项目');
    expect(await county.opened.client.obstacle.count()).toBe(1);
  });

  it('the same again: added as a comment, or filed as another after all', async () => {
    await type('hezhiyuan', zone, '/obstacle P-001 用地手续迟迟没动静，开工推不动');
    await type('zhangjiguang', zone, '/obstacle P-001 用地手续迟迟没动静,开工推不动了');
    await county.act('zhangjiguang', { do: 'press', label: '是同一件，补充留言' });
    expect(await county.opened.client.activity.count({ where: { action: 'obstacle-commented' } })).toBe(1);
    await type('zhangjiguang', zone, '/obstacle P-001 用地手续迟迟没动静,开工推不动了');
    await county.act('zhangjiguang', { do: 'press', label: '不是一件，另提' });
    expect(await county.opened.client.obstacle.count()).toBe(3);
  });

  it('the list is narrowed by its menu', async () => {
    await type('fenglizhi', zone, '/obstacle list 等我');
    const waiting = await county.newest('fenglizhi', zone);
    expect(waiting[0]).toMatch(/^卡点 · 等我办 · \d+个$/);
    await county.act('fenglizhi', { do: 'press', label: '换个筛选 > 超期' });
    expect((await county.newest('fenglizhi', zone))[0]).toBe('卡点 · 超期：没有。');
    await type('fenglizhi', zone, '/obstacle list 乱写');
    expect((await county.newest('fenglizhi', zone))[0]).toContain('没有“乱写”这种筛选');
  });

  it('a department hands it over once, the other one has it with the clock going on', async () => {
    await type('hezhiyuan', zone, '/obstacle P-001 土地出让金没人管，部门推诿');
    const before = await last();
    const holder = await county.opened.client.person.findUniqueOrThrow({ where: { id: before.holderId ?? 0 } });
    const channels = (await county.screen(holder.key)).channels.filter(({ name }) => name.endsWith('-项目'));
    const channel = channels[0]?.name ?? '';
    await type(holder.key, channel, `/obstacle ${before.number}`);
    await county.act(holder.key, { do: 'press', label: '⋯ > 转办' });
    await county.act(holder.key, { do: 'submit', fields: { 转给哪个单位: '发改局', 理由: '指标在发改局' } });
    const after = await last();
    expect(after).toMatchObject({ handedOver: true, rung: 'department', deadline: before.deadline });
    expect((await county.seen('leimingyuan', '发改局-项目')).at(-1)?.lines.join('\n')).toContain('等@雷鸣远（发改局）');
    // Who gave it away keeps what it was then, and is not shown what comes.
    await type(holder.key, channel, `/obstacle ${before.number}`);
    expect((await county.newest(holder.key, channel))[0]).toBe('没有这个卡点，或者不在您可以查看的范围内。');
  });

  it('an English reader reads English', async () => {
    await type('daniel-reed', 'assault-year', '/obstacle list');
    expect((await county.newest('daniel-reed', 'assault-year'))[0]).toBe('Obstacles · all: none.');
  });

  it('urgent, with nobody below there, it reaches the commander by night', async () => {
    for (const [who, days] of [
      ['冯立志', '6月17日至19日'],
      ['贺卫国', '6月17日至19日'],
      ['邱震', '6月17日至19日'],
    ] as const)
      await type('renchangqing', '全县调度', `/dayoff ${who} ${days}`);
    await county.clock({ set: '2020-06-17T22:10:00+08:00' });
    await type('hezhiyuan', zone, '/obstacle P-001 用地红线有争议，夜间清表被叫停 加急：夜间有大雨');
    const filed = await last();
    expect(filed).toMatchObject({ urgent: true, urgentReason: '夜间有大雨', rung: 'commander' });
    const card = (await county.seen('leixia', 'bot')).at(-1)?.lines.join('\n');
    expect(card).toContain('加急：夜间有大雨');
    expect(card).toContain('等@雷霞');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
