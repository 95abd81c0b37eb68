import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const leaders = '全县调度';
const P001 = '经济开发区-项目';
const P002 = '新城街道-项目';
const P003 = '大桥镇-项目';

describe('a channel that changes under the bot', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  const say = (as: string, text: string) => county.act(as, { do: 'say', to: 'bot', text });
  const texts = async (as: string, channel: string) =>
    (await county.seen(as, channel)).map(({ lines }) => lines.join('\n'));
  const tied = async (key: string) => (await county.opened.client.unit.findFirst({ where: { key } }))?.channelId;
  const idOf = async (as: string, name: string) =>
    (await county.screen(as)).channels.find((channel) => channel.name === name)?.id;
  const coordinators = () =>
    county.plan.people.filter(({ roles }) => roles.some(({ role }) => role === 'coordinator')).map(({ key }) => key);
  const troubles = async (why: string) => {
    const told: Record<string, number> = {};
    for (const key of coordinators())
      told[key] = (await texts(key, 'bot')).filter((each) => each.includes('发不进去') && each.includes(why)).length;
    return told;
  };
  const each = (count: number) => Object.fromEntries(coordinators().map((key) => [key, count]));
  const subscribed = async () =>
    (await county.opened.client.subscription.findMany({ where: { personId: null }, orderBy: { id: 'asc' } })).map(
      ({ channelId }) => channelId,
    );

  it('renamed, it keeps its unit’s threads and its digest: both follow the id, and nobody is told', async () => {
    const [unitId, leadersId, before] = [
      await tied('economic-zone'),
      await idOf('qiuzhen', leaders),
      await subscribed(),
    ];
    await say('hezhiyuan', 'P-001 设备安装 20%');
    await county.act('hezhiyuan', { do: 'rename', channel: P001, name: '开发区攻坚' });
    await county.act('qiuzhen', { do: 'rename', channel: leaders, name: '县领导' });
    // Whatever happens to other channels, the plan's names are looked for again: those that are gone untie nobody.
    await county.act('jiangpeng', { do: 'kick', channel: P003, person: 'bot' });
    await county.act('jiangpeng', { do: 'invite', channel: P003, person: 'bot' });
    await say('hezhiyuan', 'P-001 设备安装 30%');
    expect((await texts('hezhiyuan', '开发区攻坚')).join('\n')).toContain('设备安装 30%');
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    expect((await texts('qiuzhen', '县领导')).filter((text) => text.includes('日报'))).toHaveLength(1);
    expect(await tied('economic-zone')).toBe(unitId);
    expect(await subscribed()).toEqual(before);
    expect(before).toContain(leadersId);
    expect(await troubles('')).toEqual(each(0));
  });

  it('archived, its coordinators are told once; reports are kept, others go on, and it goes on when it is back', async () => {
    const reports = await county.opened.client.report.count();
    await county.act('zhangdesheng', { do: 'archive', channel: P002 });
    for (const percent of [20, 30, 40]) await say('zhangdesheng', `P-002 设备安装 ${percent}%`);
    expect((await county.newest('zhangdesheng', 'bot')).join('\n')).toContain('设备安装 40%');
    await say('hezhiyuan', 'P-001 设备安装 35%');
    expect((await texts('hezhiyuan', '开发区攻坚')).join('\n')).toContain('设备安装 35%');
    await county.clock({ set: '2020-06-18T18:00:00+08:00' });
    expect(await county.opened.client.report.count()).toBe(reports + 4);
    expect((await texts('qiuzhen', '县领导')).filter((text) => text.includes('日报'))).toHaveLength(2);
    expect(await troubles('频道已归档')).toEqual(each(1));
    await county.act('zhangdesheng', { do: 'unarchive', channel: P002 });
    await say('zhangdesheng', 'P-002 设备安装 50%');
    expect((await texts('zhangdesheng', P002)).join('\n')).toContain('设备安装 50%');
  });

  it('left by the bot, its coordinators are told once what to do, and invited again it goes on', async () => {
    const unitId = await tied('daqiao');
    await county.act('jiangpeng', { do: 'kick', channel: P003, person: 'bot' });
    for (const percent of [20, 30]) await say('jiangpeng', `P-003 环评 ${percent}%`);
    expect((await county.newest('jiangpeng', 'bot')).join('\n')).toContain('环评 30%');
    await county.clock({ set: '2020-06-19T18:00:00+08:00' });
    expect((await texts('qiuzhen', '县领导')).filter((text) => text.includes('日报'))).toHaveLength(3);
    expect(await troubles('请在频道里 /invite 它')).toEqual(each(1));
    expect(await tied('daqiao')).toBe(unitId);
    await county.act('jiangpeng', { do: 'invite', channel: P003, person: 'bot' });
    await say('jiangpeng', 'P-003 环评 40%');
    expect((await texts('jiangpeng', P003)).join('\n')).toContain('环评 40%');
  });

  it('that gets the name that the plan has, or comes back from the archive, is tied at once', async () => {
    const untie = (key: string) => county.opened.client.unit.updateMany({ where: { key }, data: { channelId: null } });
    const [gaoji, liuji] = [await tied('gaoji'), await tied('liuji')];
    const change = (what: object) => county.act('renchangqing', what as Record<string, unknown>);
    await change({ do: 'rename', channel: '高集镇-项目', name: '高集' });
    await change({ do: 'archive', channel: '刘集镇-项目' });
    await untie('gaoji');
    await untie('liuji');
    await change({ do: 'rename', channel: '高集', name: '高集镇-项目' });
    expect([await tied('gaoji'), await tied('liuji')]).toEqual([gaoji, null]);
    await change({ do: 'unarchive', channel: '刘集镇-项目' });
    expect(await tied('liuji')).toBe(liuji);
  });

  it.each(['service_unavailable', 'request_timeout', 'internal_error'])(
    '%s passes: what was to be said there is said once, and nobody is told',
    async (error) => {
      const before = await troubles('');
      const percent = { service_unavailable: 60, request_timeout: 70, internal_error: 80 }[error];
      await county.faults({ errors: [{ method: 'chat.postMessage', channel: P003, error, times: 1 }] });
      await say('jiangpeng', `P-003 环评 ${percent}%`);
      const said = async () =>
        (await texts('jiangpeng', P003)).filter((text) => text.includes(`环评 ${percent}%`)).length;
      await expect.poll(said, { timeout: 20_000, interval: 500 }).toBe(1);
      await county.faults({});
      expect(await troubles('')).toEqual(before);
    },
  );
});
