import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../src/domain/day.js';
import { type County, openCounty } from '../support/county.js';

const office = '全县调度';
const coordinator = 'renchangqing';

/** What becomes of a slip when the ledger takes away what it presses for. */
describe('a slip on a milestone', { timeout: 90_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true });
  }, 120_000);
  afterAll(() => county.close());

  const type = (text: string, as = coordinator, channel = office) => county.act(as, { do: 'command', channel, text });
  const press = (label: string, as = coordinator) => county.act(as, { do: 'press', label });
  const row = (number: number) => county.opened.client.slip.findFirstOrThrow({ where: { number } });
  async function posts(number: number): Promise<readonly string[]> {
    const { id } = await row(number);
    const found = await county.opened.client.post.findMany({ where: { dedupeKey: `slip:${id}` } });
    return found.map(({ body }) => JSON.stringify(body));
  }
  const open = (code: string) =>
    county.opened.client.project.findFirstOrThrow({
      where: { code },
      include: { milestones: { where: { doneOn: null }, orderBy: { ordinal: 'asc' } }, owner: true, sponsor: true },
    });
  async function issue(code: string, milestone: string | undefined): Promise<void> {
    await type(`/slip ${code} ${milestone} 抓紧 6月30日`);
    const channel = (await county.screen(coordinator)).channels.find(({ name }) => name === office)?.id;
    const ts = (await county.seen(coordinator, office)).at(-1)?.ts;
    await county.act(coordinator, { do: 'press', label: '签发', message: { channel, ts } });
  }

  it('is void once its project pauses or leaves, told once, and open again once that is taken back', async () => {
    const last = (await open('P-012')).milestones.at(-1);
    await issue('P-012', last?.name);
    expect(await row(1)).toMatchObject({ standing: 'open', milestoneId: last?.id });
    await type('/ledger 暂停 P-012 2020-08-31 等待规划调整');
    expect(await row(1)).toMatchObject({ standing: 'open' });
    await press('确认暂停');
    expect(await row(1)).toMatchObject({ standing: 'void', voidBecause: 'paused', endedOn: '2020-06-17' });
    expect(await posts(1)).toEqual([expect.stringContaining('作废：项目暂停')]);
    await press('撤销修改');
    expect(await row(1)).toMatchObject({ standing: 'open', voidBecause: null, endedOn: null });
    await type('/ledger 退出 P-012 企业放弃投资');
    await press('确认退出');
    expect(await row(1)).toMatchObject({ standing: 'void', voidBecause: 'withdrawn' });
    expect(await posts(1)).toEqual([expect.stringContaining('作废：项目退出')]);
  });

  it('is void once it moves with consent, and says whose; a day that its owner moves alone voids nothing', async () => {
    const free = await open('P-001');
    const last = free.milestones.at(-1);
    await issue('P-001', last?.name);
    const to = addDays(localDay(last?.due ?? ''), 1);
    await type(`/ledger 延期 P-001 ${last?.name} ${to} 设备晚到`, free.owner?.key, '项目攻坚年');
    expect((await open('P-001')).milestones.at(-1)?.due).not.toBe(last?.due);
    expect(await row(2)).toMatchObject({ standing: 'open' });

    const gated = await county.opened.client.project.findMany({
      where: { stage: { in: ['lead', 'signed', 'landed'] }, ownerId: { not: null }, sponsorId: { not: null } },
      include: { milestones: { orderBy: { ordinal: 'asc' } }, owner: true, sponsor: true },
      orderBy: { code: 'asc' },
    });
    const one = gated.find(({ code, milestones }) => code !== 'P-012' && milestones.some(depends));
    const start = one?.milestones.find(depends);
    if (!one || !start) throw new Error('no project depends on the gate');
    await issue(one.code, start.name);
    expect(await row(3)).toMatchObject({ standing: 'open', milestoneId: start.id });
    await type(`/ledger 延期 ${one.code} ${start.name} 2020-08-31 拆迁没有完成`, one.owner?.key, '项目攻坚年');
    expect(await row(3)).toMatchObject({ standing: 'open' });
    await press('同意', one.sponsor?.key);
    expect(await row(3)).toMatchObject({ standing: 'void', voidBecause: 'postponed', voidedById: one.sponsorId });
    expect(await posts(3)).toEqual([expect.stringContaining(`作废：节点延期（${one.sponsor?.name}同意）`)]);
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

type Step = { readonly stage: string | null; readonly due: string | null; readonly doneOn: string | null };

const depends = ({ stage, due, doneOn }: Step): boolean =>
  stage === 'started' && due !== null && due > '2020-06-17' && due <= '2020-06-30' && doneOn === null;
