import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Plan, PlanReview } from '../../src/domain/plan.js';
import { type County, openCounty } from '../support/county.js';

const leaders = '全县调度';
const coordinator = 'renchangqing';
const sponsor = 'yangshouxin';

const visits: PlanReview = {
  key: 'firm-visit',
  name: { zh: '骨干企业深度调研', en: 'Visits to backbone firms' },
  short: { zh: '企业走访', en: 'firm visit' },
  every: 'week',
  day: 3,
  at: '15:00',
  from: localDay('2020-06-15'),
  channel: leaders,
  turn: 'firms',
  category: 'backbone',
  about: ['obstacles'],
};
const towns: PlanReview = {
  key: 'town-office',
  name: { zh: '镇（街）现场办公', en: 'On-site office in a town' },
  short: { zh: '现场办公', en: 'on-site office' },
  every: 'month',
  day: 18,
  at: '09:00',
  from: localDay('2020-06-01'),
  channel: leaders,
  turn: 'towns',
};
const planned = (seed: Plan): Plan => ({ ...seed, mechanisms: { ...seed.mechanisms, reviews: [visits, towns] } });

/** Two backbone firms are in turn, P-021 and P-033; the others are paused. */
describe('visits in turn', { timeout: 400_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-16T15:50:00+08:00', plan: planned });
    await county.opened.client.project.updateMany({
      where: { category: 'backbone', code: { notIn: ['P-021', 'P-033'] } },
      data: { standing: 'paused' },
    });
  }, 400_000);
  afterAll(() => county.close());

  async function to(at: string): Promise<void> {
    await county.clock({ set: `2020-${at}:00+08:00` });
    await county.app.rest();
  }
  async function posts(beginning: string): Promise<readonly string[]> {
    const where = { dedupeKey: { startsWith: beginning } };
    const found = await county.opened.client.post.findMany({ where, orderBy: { id: 'asc' } });
    return found.map(({ body }) => JSON.stringify(body));
  }
  const agendas = async (title: string) => (await posts('review:')).filter((post) => post.includes(title));
  const seenAgenda = async (title: string) =>
    (await county.seen(coordinator, leaders)).find(({ lines, ephemeral }) => !ephemeral && lines[0]?.includes(title));
  async function press(as: string, title: string, label: string): Promise<void> {
    const { channels } = await county.screen(as);
    const channel = channels.find(({ name }) => name === leaders)?.id;
    const ts = (await seenAgenda(title))?.ts;
    await county.act(as, { do: 'press', label, message: { channel, ts } });
    await county.app.rest();
  }
  const newest = async (as: string) => (await county.newest(as, leaders)).join('\n');
  async function pressNewest(as: string, label: string): Promise<void> {
    const { channels } = await county.screen(as);
    const channel = channels.find(({ name }) => name === leaders)?.id;
    const ts = (await county.seen(as, leaders)).at(-1)?.ts;
    await county.act(as, { do: 'press', label, message: { channel, ts } });
    await county.app.rest();
  }
  async function morning(key: string, day: string): Promise<string> {
    const person = await county.opened.client.person.findFirstOrThrow({ where: { key } });
    const where = { dedupeKey: { startsWith: 'prompt:', contains: day, endsWith: `:${person.id}` } };
    return JSON.stringify((await county.opened.client.post.findMany({ where })).map(({ body }) => body));
  }
  /** What only the coordinator sees: what was kept, and what may be asked for. */
  const keptMessage = async () =>
    (await county.seen(coordinator, leaders)).filter(({ lines }) => lines[0]?.startsWith('已记1件')).at(-1);
  const kept = async () => (await keptMessage())?.lines.join('\n') ?? '';
  async function pressKept(label: string): Promise<void> {
    const { channels } = await county.screen(coordinator);
    const channel = channels.find(({ name }) => name === leaders)?.id;
    await county.act(coordinator, { do: 'press', label, message: { channel, ts: (await keptMessage())?.ts } });
    await county.app.rest();
  }
  const needs = () => county.opened.client.firmNeed.findMany({ orderBy: { obstacleId: 'asc' } });

  it('the first firm of the plan stands on the agenda at 16:00 of the day before, and its turn is passed on by one press', async () => {
    await to('06-16T16:00');
    await expect.poll(async () => (await agendas('6月17日周三 · 企业走访')).length, { timeout: 60_000 }).toBe(1);
    const [first] = await agendas('6月17日周三 · 企业走访');
    expect(first).toContain('走访1家企业');
    expect(first).toContain('走访：P-021 东昇钢球');
    expect(first).toContain('还没有提过要办的事');
    // It is worth its hour though nothing is to be decided: nobody is offered to spare it.
    expect(first).not.toContain('不开');
    await expect.poll(() => seenAgenda('6月17日周三'), { timeout: 60_000 }).toBeDefined();
    await press(coordinator, '6月17日周三', '换一家');
    expect((await agendas('6月17日周三'))[0]).toContain('走访：P-033 鸿运轴承');
    expect(await county.opened.client.reviewSlot.count()).toBe(1);
  });

  it('who sponsors the firm reads it on that morning', async () => {
    await to('06-17T08:31');
    await expect
      .poll(() => morning(sponsor, '2020-06-17'), { timeout: 60_000 })
      .toContain('*今天15:00走访* · P-033 鸿运轴承');
    expect(await morning('cailei', '2020-06-17')).not.toContain('走访');
  });

  it('on Thursday 18 June the first town is in turn, with its projects, and passes on as well', async () => {
    await to('06-17T16:00');
    await expect.poll(async () => (await agendas('6月18日周四 · 现场办公')).length, { timeout: 60_000 }).toBe(1);
    const [first] = await agendas('6月18日周四 · 现场办公');
    const { client } = county.opened;
    const town = await client.unit.findFirstOrThrow({ where: { key: 'xincheng' } });
    const count = await client.project.count({ where: { unitId: town.id, standing: 'open' } });
    expect(first).toContain(`到新城街道：项目${count}个`);
    // All that is on it is that town's.
    const theirs = (await client.project.findMany({ where: { unitId: town.id } })).map(({ code }) => code);
    const named = [...(first ?? '').matchAll(/P-\d{3}/g)].map(([code]) => code);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((code) => !theirs.includes(code))).toEqual([]);
    await expect.poll(() => seenAgenda('6月18日周四'), { timeout: 60_000 }).toBeDefined();
    await press(coordinator, '6月18日周四', '换一个镇街');
    expect((await agendas('6月18日周四'))[0]).toContain('到铜城街道：项目');
  });

  it('what a town needs is told with its project in the thread, and becomes an obstacle of that project', async () => {
    const { client } = county.opened;
    const town = await client.unit.findFirstOrThrow({ where: { key: 'tongcheng' } });
    const [project] = await client.project.findMany({
      where: { unitId: town.id, standing: 'open' },
      orderBy: { code: 'asc' },
    });
    const other = await client.project.findFirstOrThrow({ where: { unitId: { not: town.id }, standing: 'open' } });
    const ts = (await seenAgenda('6月18日周四'))?.ts;
    const say = (text: string) => county.act(coordinator, { do: 'say', channel: leaders, thread: ts, text });
    for (const text of [
      '需求：用电容量不够',
      `需求：${other.code} 用电容量不够`,
      `需求：${project?.code}、${other.code} 用电容量不够`,
    ]) {
      await say(text);
      expect(await newest(coordinator)).toContain('没有记：没有看出是这里的哪个项目\n');
      expect(await newest(coordinator)).toContain('请改为：需求：P-053 用电不够，一次写一个项目');
    }
    await say(`需求：${project?.code} 用电容量不够`);
    expect(await newest(coordinator)).toContain(`${project?.code} `);
    expect(await newest(coordinator)).toContain('记成卡点1件？\n1 用电容量不够');
    const before = await client.obstacle.count();
    await pressNewest(coordinator, '确认');
    await expect.poll(() => client.obstacle.count(), { timeout: 60_000 }).toBe(before + 1);
    const need = await client.firmNeed.findFirstOrThrow({ where: { projectId: project?.id ?? 0 } });
    expect(await client.obstacle.findUniqueOrThrow({ where: { id: need.obstacleId } })).toMatchObject({
      projectId: project?.id,
      text: '用电容量不够',
    });
    await client.firmNeed.deleteMany();
    await client.post.deleteMany({ where: { dedupeKey: { startsWith: 'visit:' } } });
  });

  it('talk in the thread stays talk; what is said as a need is read back and becomes obstacles by one press', async () => {
    await to('06-17T16:20');
    const ts = (await seenAgenda('6月17日周三'))?.ts;
    const say = (text: string) => county.act(coordinator, { do: 'say', channel: leaders, thread: ts, text });
    const before = await county.opened.client.obstacle.count();
    await say('他们说流动资金紧张，招工也难');
    expect(await newest(coordinator)).not.toContain('记成卡点');
    await say('需求：流动资金缺500万元；招不到车工');
    expect(await newest(coordinator)).toContain('P-033 鸿运轴承：记成卡点2件？');
    expect(await newest(coordinator)).toContain('资金 · 绊脚石，限6月18日答复');
    expect(await newest(coordinator)).toContain('用工 · 绊脚石，限6月18日答复');
    expect(await county.opened.client.obstacle.count()).toBe(before);
    await pressNewest(coordinator, '确认');
    await expect.poll(async () => (await needs()).length, { timeout: 60_000 }).toBe(2);
    expect(await county.opened.client.obstacle.count()).toBe(before + 2);
    expect(await needs()).toMatchObject([{ answerBy: '2020-06-18' }, { answerBy: '2020-06-18' }]);
    const firm = await county.opened.client.project.findFirstOrThrow({ where: { code: 'P-033' } });
    const filed = await county.opened.client.obstacle.findMany({
      where: { projectId: firm.id },
      orderBy: { id: 'asc' },
    });
    expect(filed.slice(-2).map(({ text, matter }) => [text, matter])).toEqual([
      ['流动资金缺500万元', 'funds'],
      ['招不到车工', 'labour'],
    ]);
    expect(await posts('visit:')).toHaveLength(2);
    // Told again it is the same, and nothing is flagged twice.
    await say('需求：流动资金缺500万元');
    await pressNewest(coordinator, '确认');
    expect(await county.opened.client.obstacle.count()).toBe(before + 2);
    expect(await needs()).toHaveLength(2);
    await press(coordinator, '6月17日周三', '已开');
    await expect
      .poll(async () => (await county.opened.client.reviewSlot.findFirst({ where: { review: 'firm-visit' } }))?.outcome)
      .toBe('held');
    const minutes = (await posts('review:')).filter((post) => post.includes('企业走访提出2件'));
    expect(minutes).toHaveLength(1);
    expect(minutes[0]).toMatch(/卡点\d+号 限6月18日答复：流动资金缺500万元/);
    expect(minutes[0]).toMatch(/卡点\d+号 限6月18日答复：招不到车工/);
  });

  it('what lacks a factor may be asked for by one press, and the minutes have it, though it was told afterwards', async () => {
    const { client } = county.opened;
    const ts = (await seenAgenda('6月17日周三'))?.ts;
    await county.act(coordinator, { do: 'say', channel: leaders, thread: ts, text: '需求：土地指标缺60亩' });
    await pressNewest(coordinator, '确认');
    await expect.poll(kept, { timeout: 60_000 }).toContain('土地：“土地指标缺60亩”');
    expect(await client.factorRequest.count()).toBe(0);
    await pressKept('申请60亩');
    const [need] = (await needs()).slice(-1);
    const request = await client.factorRequest.findFirstOrThrow({ include: { project: true } });
    expect(request).toMatchObject({ obstacleId: need?.obstacleId, project: { code: 'P-033' } });
    const minutes = (await posts('review:')).filter((post) => post.includes('企业走访提出3件'));
    expect(minutes).toHaveLength(1);
    expect(minutes[0]).toContain('土地指标缺60亩');
  });

  it('who was passed over is next, and another day of the week is chosen in a form', async () => {
    await to('06-23T16:00');
    await expect.poll(async () => (await agendas('6月24日周三')).length, { timeout: 60_000 }).toBe(1);
    expect((await agendas('6月24日周三'))[0]).toContain('走访：P-021 东昇钢球');
    await expect.poll(() => seenAgenda('6月24日周三'), { timeout: 60_000 }).toBeDefined();
    await press(coordinator, '6月24日周三', '改天');
    // 25 to 27 June are holidays.
    await expect(county.act(coordinator, { do: 'submit', fields: { to: '2020-06-26' } })).rejects.toThrow('那天不上班');
    const slot = () => county.opened.client.reviewSlot.findFirstOrThrow({ where: { period: '2020-06-22' } });
    expect(await slot()).toMatchObject({ day: '2020-06-24' });
    await county.act(coordinator, { do: 'submit', fields: { to: '2020-06-28' } });
    await county.app.rest();
    expect(await slot()).toMatchObject({ day: '2020-06-28' });
    expect(await agendas('6月28日周日 · 企业走访')).toHaveLength(1);
    await to('06-28T16:00');
    await press(coordinator, '6月28日周日', '已开');
  });

  it('the third visit shows first what became of what the firm needed', async () => {
    const { client } = county.opened;
    const [met] = await needs();
    await client.obstacle.update({
      where: { id: met?.obstacleId ?? 0 },
      data: { standing: 'closed', closedAt: new Date('2020-06-20T02:00:00Z'), dueAt: null },
    });
    await to('06-30T16:00');
    await expect.poll(async () => (await agendas('7月1日周三')).length, { timeout: 60_000 }).toBe(1);
    const [agenda] = await agendas('7月1日周三');
    expect(agenda).toContain('走访：P-033 鸿运轴承');
    expect(agenda).toContain('上次提3件：办结1，2件在');
    await to('07-01T08:31');
    await expect.poll(() => morning(sponsor, '2020-07-01'), { timeout: 60_000 }).toContain('上次提3件：办结1');
    await expect.poll(() => seenAgenda('7月1日周三'), { timeout: 60_000 }).toBeDefined();
    await press(coordinator, '7月1日周三', '走访单');
    expect(await newest(coordinator)).toContain('上次提3件：办结1');
    expect(await newest(coordinator)).toContain('招不到车工');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
