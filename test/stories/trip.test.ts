import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { promoting } from '../support/promoting.js';

const office = '项目攻坚年';

/** Trips: asked once, in the answer to the report that ends an approval; told by procedure; often ones propose a shackle. */
describe('trips', { timeout: 90_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true, plan: promoting });
  });
  afterAll(() => county.close());

  const type = (as: string, text: string) => county.act(as, { do: 'command', channel: office, text });
  const newest = async (as: string) => (await county.newest(as, office)).join('\n');
  async function press(as: string, label: string): Promise<void> {
    const channel = (await county.screen(as)).channels.find(({ name }) => name === office)?.id;
    const ts = (await county.seen(as, office)).at(-1)?.ts;
    await county.act(as, { do: 'press', label, message: { channel, ts } });
  }
  async function home(as: string): Promise<string> {
    await county.act(as, { do: 'home' });
    const { home } = (await county.screen(as)) as unknown as { home: { lines: string[] } };
    return home.lines.join('\n');
  }
  async function endsWith(code: string, label: string): Promise<void> {
    await type('renchangqing', `/progress ${code} 用地 完成`);
    await press('renchangqing', label);
  }

  it('are asked for once, in the answer to the report that ends an approval, and never have to be told', async () => {
    await type('hezhiyuan', '/progress P-001 用地 60%');
    expect(await newest('hezhiyuan')).not.toContain('跑了几趟');
    await type('hezhiyuan', '/progress P-001 用地 完成');
    expect(await newest('hezhiyuan')).toContain('这一项跑了几趟？不答也行\n[不用跑] [1趟] [2趟以上]');
    expect(await county.opened.client.tripAnswer.count()).toBe(0);
    await type('hezhiyuan', '/gongjian 跑一次');
    expect(await newest('hezhiyuan')).toContain('还没有人答');
  });

  it('are kept by one press, in place, beside the report’s own buttons', async () => {
    await endsWith('P-002', '1趟');
    const said = await newest('renchangqing');
    expect(said).toContain('用地 已完成');
    expect(said).toContain('已记：跑1趟');
    expect(said).toContain('[撤销] [更正]');
    expect(said).not.toContain('跑了几趟');
    const { client } = county.opened;
    expect(await client.tripAnswer.findMany()).toMatchObject([{ procedure: '用地', trips: 1 }]);
    // The log says what was answered, so that the list computes again from it, and of nobody.
    expect(await client.activity.findMany({ where: { action: 'trip-answered' } })).toMatchObject([
      { personId: null, thing: 'trip', after: { procedure: '用地', trips: 1 } },
    ]);
  });

  it('are told by procedure from five answers up, and without what was taken back', async () => {
    await endsWith('P-005', '2趟以上');
    await endsWith('P-006', '2趟以上');
    await endsWith('P-008', '不用跑');
    await type('hezhiyuan', '/gongjian 跑动');
    expect(await newest('hezhiyuan')).toContain('用地4件：太少，不算');
    expect(await home('renchangqing')).not.toContain('跑动多的事项');
    await endsWith('P-009', '2趟以上');
    await type('hezhiyuan', '/gongjian 跑一次');
    // (0 + 1 + 3 x 3) / 5
    expect(await newest('hezhiyuan')).toContain('用地5件：平均2趟\n　不超过1趟的40%');
    await press('renchangqing', '撤销');
    expect(await newest('renchangqing')).toContain('已撤销，不再计入');
    await type('hezhiyuan', '/gongjian 跑一次');
    expect(await newest('hezhiyuan')).toContain('用地4件：太少，不算');
    await endsWith('P-009', '2趟以上');
  });

  it('of one message that ends two approvals are asked for of each, by name, and kept apart', async () => {
    await type('renchangqing', '/progress P-010用地已完成；P-012用地已完成');
    const asked = await newest('renchangqing');
    expect(asked).toContain('P-010 用地跑了几趟？不答也行');
    expect(asked).toContain('P-012 用地跑了几趟？不答也行');
    await press('renchangqing', '1趟');
    const half = await newest('renchangqing');
    expect(half).toContain('P-010 用地已记：跑1趟');
    expect(half).toContain('P-012 用地跑了几趟？不答也行');
    await press('renchangqing', '不用跑');
    expect(await newest('renchangqing')).toContain('P-012 用地已记：没有跑');
    const rows = await county.opened.client.tripAnswer.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(rows.map(({ procedure, trips }) => [procedure, trips])).toEqual([
      ['用地', 0],
      ['用地', 1],
    ]);
    await press('renchangqing', '撤销');
  });

  it('three of two or more in a month propose a shackle, which a coordinator raises or not, once', async () => {
    expect(await home('hezhiyuan')).not.toContain('跑动多的事项');
    expect(await home('renchangqing')).toContain('跑动多的事项1\n用地 6月有3件跑了2趟以上\n可提为紧箍咒，改办事规则');
    await county.act('renchangqing', { do: 'press', label: '提紧箍咒', home: true });
    const filed = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(filed).toMatchObject({ kind: 'shackle', matter: 'approval', text: '用地6月有3件跑了2趟以上，要改办事规则' });
    expect(await home('renchangqing')).not.toContain('跑动多的事项');
    expect(await home('zenghongbo')).not.toContain('跑动多的事项');
    expect(await county.opened.client.tripProposal.count()).toBe(1);
  });

  it('are asked for, too, where the morning’s 完成 ends an approval', async () => {
    await county.clock({ set: '2020-06-18T08:30:00+08:00' });
    const { id } = await county.opened.client.milestone.findFirstOrThrow({
      where: { name: '用地', project: { code: 'P-062' } },
    });
    await county.act('zhangdesheng', { do: 'press', actionId: `prompt.done#${id}#1` });
    expect((await county.newest('zhangdesheng', 'bot')).join('\n')).toContain('这一项跑了几趟？不答也行');
  });

  it('speak English to who reads English', async () => {
    await type('daniel-reed', '/gongjian trips');
    expect(await newest('daniel-reed')).toContain('Trips, by procedure\nLand 用地, 5 answers: 2 on average');
  });
});
