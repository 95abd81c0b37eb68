import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const street = '新城街道-项目';
/** Of another unit than P-001: they may not know of it. */
const stranger = 'zhangdesheng';

describe('a project that one may not see', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  const ask = async (text: string) => {
    await county.act(stranger, { do: 'command', channel: street, text });
    return (await county.newest(stranger, street)).join('\n');
  };
  const tell = async (text: string) => {
    await county.act(stranger, { do: 'say', to: 'bot', text });
    return (await county.newest(stranger, 'bot')).join('\n');
  };
  /** The full names of all projects that are not of this person's unit. */
  const secrets = () => {
    const { plan } = county;
    const units = new Set(plan.people.find(({ key }) => key === stranger)?.roles.map(({ unit }) => unit));
    return plan.projects
      .filter(({ unit, owner, sponsor }) => !units.has(unit) && owner !== stranger && sponsor !== stranger)
      .flatMap(({ name }) => [name, name.slice(0, 10)]);
  };
  const tellsNothing = (said: string) => {
    for (const secret of secrets()) expect(said).not.toContain(secret);
  };

  it('is not found', async () => {
    tellsNothing(await ask('/gongjian P-001'));
    tellsNothing(await ask('/gongjian 产业园'));
  });

  it('is refused as one that is not there', async () => {
    const hidden = await ask('/progress P-001 设备安装 60%');
    expect(hidden).toContain('没有 P-001 这个项目，或您看不到，没有记下。');
    const none = await ask('/progress P-999 设备安装 60%');
    expect(none.replaceAll('P-999', 'P-001')).toBe(hidden);
    expect((await tell('P-001 设备安装 60%')).split('\n')[0]).toContain('没有 P-001 这个项目，或您看不到');
    tellsNothing(await ask('/progress 瑞胶堂 60%'));
    tellsNothing(await tell('瑞胶堂 现在怎么样？'));
  });

  it('is in no question, whatever fragment is typed', async () => {
    for (const fragment of ['产业园 60%', '瑞胶堂 设备安装 60%', '阿胶 设备安装', 'P-00 60%', '项目 60%'])
      tellsNothing(await ask(`/progress ${fragment}`));
    for (const fragment of ['产业园 土地指标未批', '瑞胶堂 土地指标未批，开不了工'])
      tellsNothing(await ask(`/obstacle ${fragment}`));
  });

  it('is in no menu and no form', async () => {
    await county.act(stranger, { do: 'shortcut', name: '提出卡点' });
    const { modal } = await county.screen(stranger);
    expect(modal?.title).toBe('提出卡点');
    tellsNothing(JSON.stringify(modal));
    await county.act(stranger, { do: 'close' });
  });

  it('by its code an obstacle may be filed on it, which tells neither its name nor its unit', async () => {
    const filed = await ask('/obstacle P-001 土地指标未批，开不了工');
    expect(filed).toContain('已转责任单位');
    expect(filed).not.toMatch(/瑞胶堂|经济开发区|何志远|冯立志/);
    const obstacle = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(obstacle.text).toContain('土地指标未批');
    for (const text of [
      `/obstacle ${obstacle.number}`,
      '/obstacle list 我的',
      '/obstacle P-001 土地指标没有批，开不了工',
    ]) {
      const said = await ask(text);
      expect(said).toContain('P-001');
      expect(said).not.toMatch(/瑞胶堂|经济开发区|何志远|冯立志/);
    }
    await ask(`/obstacle ${obstacle.number}`);
    await county.act(stranger, { do: 'press', label: '撤回' });
    const taken = (await county.newest(stranger, street)).join('\n');
    expect(taken).toContain('已撤回');
    expect(taken).not.toMatch(/瑞胶堂|经济开发区/);
  });

  it('what becomes of it is told without name or unit, and it can be verified', async () => {
    const before = (await county.seen(stranger, 'bot')).length;
    await ask('/obstacle P-001 施工道路被挡，材料进不了场');
    const { client } = county.opened;
    const { id, number } = await client.obstacle.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const stands = async () => (await client.obstacle.findUniqueOrThrow({ where: { id } })).standing;
    const { holderId } = await client.obstacle.findUniqueOrThrow({ where: { id } });
    const holder = await client.person.findUniqueOrThrow({ where: { id: holderId ?? 0 } });
    const as = county.plan.people.find(({ email }) => email === holder.email)?.key ?? '';
    const heard = async () => (await county.newest(stranger, 'bot')).join('\n');
    const silent = (said: string) => {
      expect(said).toContain('P-001');
      tellsNothing(said);
      expect(said).not.toMatch(/瑞胶堂|经济开发区/);
      expect(said).not.toContain(holder.name);
    };
    const work = async (label: string, fields: Record<string, string>) => {
      await county.act(as, { do: 'command', channel: street, text: `/obstacle ${number}` }).catch(async () => {
        await county.act(as, { do: 'say', to: 'bot', text: `卡点 ${number}` });
      });
      await county.act(as, { do: 'press', label });
      await county.act(as, { do: 'submit', fields });
    };
    // An outsider's obstacle is confirmed before it is taken up.
    await county.act(as, { do: 'press', label: '确认' });
    await work('认领', { 承诺哪天办结: '2020-06-19' });
    expect(await stands()).toBe('claimed');
    expect(await heard()).toContain('已认领，承诺');
    silent(await heard());
    await work('办结', { 怎么办结的: '道路已经让开' });
    expect(await stands()).toBe('resolved');
    expect(await heard()).toContain('已办结：道路已经让开');
    silent(await heard());
    await county.act(stranger, { do: 'press', label: '核实销号' });
    expect(await stands()).toBe('closed');
    for (const { lines } of (await county.seen(stranger, 'bot')).slice(before)) {
      expect(lines.join('\n')).not.toMatch(/瑞胶堂|经济开发区/);
      expect(lines.join('\n')).not.toContain(holder.name);
    }
  });
});

describe('the shortcuts under +', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('open the forms without a channel, whose answer comes in direct messages', async () => {
    await county.act('hezhiyuan', { do: 'shortcut', name: '上报进度' });
    expect((await county.screen('hezhiyuan')).modal?.title).toBe('上报进度');
    await county.act('hezhiyuan', { do: 'submit', fields: { 完成百分比: '60' } });
    expect((await county.newest('hezhiyuan', 'bot')).join('\n')).toContain('60%');
    await county.act('leixia', { do: 'shortcut', name: '上报进度' });
    expect((await county.screen('leixia')).modal?.lines.join('\n')).toContain('您名下没有在办的节点');
  });
});
