import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const unit = '经济开发区-项目';
const leaders = '全县调度';

const post = (county: County, path: string, body: object) =>
  fetch(`${county.sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const calls = async (county: County): Promise<{ method: string; channel: string | null; outcome: string }[]> =>
  (await fetch(`${county.sandbox.url}/_sandbox/calls?since=0`)).json() as never;
const emailOf = (county: County, key: string) => county.plan.people.find((each) => each.key === key)?.email ?? '';
const texts = async (county: County, as: string, channel: string) =>
  (await county.seen(as, channel)).map(({ lines }) => lines.join('\n'));

describe('a bot that is invited after its start', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ outside: true });
  });
  afterAll(() => county.close());

  it('is in no channel, and what is reported is kept all the same', async () => {
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 设备安装 20%' });
    expect((await county.newest('hezhiyuan', 'bot')).join('\n')).toContain('设备安装 20%');
    expect(await county.opened.client.unit.count({ where: { channelId: { not: null } } })).toBe(0);
  });

  it('ties each channel as it comes into it: threads, cards and digests go there from then on', async () => {
    await county.act('hezhiyuan', { do: 'invite', channel: unit, person: 'bot' });
    await county.act('qiuzhen', { do: 'invite', channel: leaders, person: 'bot' });
    expect(await county.opened.client.unit.count({ where: { channelId: { not: null } } })).toBe(1);
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 设备安装 30%' });
    expect((await texts(county, 'hezhiyuan', unit)).join('\n')).toContain('设备安装 30%');
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/obstacle P-001 施工道路被挡，进不了场' });
    expect((await texts(county, 'fenglizhi', unit)).join('\n')).toContain('卡点1号');
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    expect((await texts(county, 'qiuzhen', leaders)).some((each) => each.includes('日报'))).toBe(true);
  });
});

describe('people of other places', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
    // As it is before somebody has their account.
    for (const key of ['hezhiyuan', 'zhangdesheng'])
      await county.opened.client.person.updateMany({
        where: { email: emailOf(county, key) },
        data: { slackUserId: null },
      });
    await post(county, 'people', {
      people: [
        { handle: 'hezhiyuan', name: '何志远', deleted: true },
        { handle: 'zhangdesheng', name: '张德生', deleted: true },
      ],
    });
    await county.app.rest();
  });
  afterAll(() => county.close());
  const accountOf = async (key: string) =>
    (await county.opened.client.person.findFirst({ where: { email: emailOf(county, key) } }))?.slackUserId;

  it('a stranger of another team with an official’s address reports nothing and is tied to nobody', async () => {
    const email = emailOf(county, 'hezhiyuan');
    await post(county, 'people', {
      people: [{ handle: 'impostor', name: '何志远', email, team: '别的公司' }],
      channels: [{ name: '合作单位', members: ['impostor', 'qiuzhen'], bot: true }],
    });
    await county.act('impostor', { do: 'command', channel: '合作单位', text: '/progress P-001 设备安装 90%' });
    await county.act('impostor', { do: 'say', channel: '合作单位', text: '@bot P-001 设备安装 95%' });
    await county.act('impostor', { do: 'profile', status: { text: '开会' } });
    await county.app.rest();
    expect(await county.opened.client.report.count()).toBe(0);
    expect(await accountOf('hezhiyuan')).toBeNull();
    // Nor is one of ours, as long as nobody answered Slack's mail.
    await post(county, 'people', { people: [{ handle: 'early', name: '何', email, emailConfirmed: false }] });
    await county.app.rest();
    expect(await accountOf('hezhiyuan')).toBeNull();
  });

  it('an id that begins with W reports, and is written to with one call', async () => {
    await post(county, 'people', {
      people: [{ handle: 'grid', id: 'W0ZHANGDE', name: '张德生', email: emailOf(county, 'zhangdesheng') }],
    });
    await county.app.rest();
    expect(await accountOf('zhangdesheng')).toBe('W0ZHANGDE');
    const code = county.plan.projects.find(({ owner }) => owner === 'zhangdesheng');
    const milestone = code?.milestones.find(({ doneOn }) => doneOn === null);
    await county.act('grid', { do: 'say', to: 'bot', text: `${code?.code} ${milestone?.name} 35%` });
    expect(await county.opened.client.report.count()).toBe(1);
    const before = (await calls(county)).length;
    await county.clock({ set: '2020-06-18T08:30:00+08:00' });
    const made = (await calls(county)).slice(before);
    expect(made.some(({ method, channel }) => method === 'chat.postMessage' && channel === 'W0ZHANGDE')).toBe(true);
    expect(made.filter(({ method }) => method === 'conversations.open')).toEqual([]);
    // The whole morning's messages go out, and none is refused for being too many.
    expect(made.filter(({ method }) => method === 'chat.postMessage').length).toBeGreaterThan(50);
    expect(made.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect((await texts(county, 'grid', 'bot')).at(-1)).toMatch(/\[/);
  });
});

describe('a channel that only administrators may write to', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('is told to the coordinators once, holds up nothing else, and is written to again afterwards', async () => {
    const error = 'restricted_action_read_only_channel';
    await county.faults({ errors: [{ method: 'chat.postMessage', channel: unit, error }] });
    for (const percent of [20, 30, 40])
      await county.act('hezhiyuan', { do: 'say', to: 'bot', text: `P-001 设备安装 ${percent}%` });
    await county.clock({ advance: '10m' });
    const refused = (await calls(county)).filter(({ outcome }) => outcome === error);
    // Each post is tried once: what Slack refuses for good is not tried again for ever.
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(4);
    const coordinators = county.plan.people.filter(({ roles }) => roles.some(({ role }) => role === 'coordinator'));
    for (const { key } of coordinators) {
      const told = (await texts(county, key, 'bot')).filter((each) => each.includes('发不进去'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('频道只许管理员发言');
    }
    expect(await county.opened.client.report.count()).toBe(3);
    await county.clock({ set: '18:00' });
    expect((await texts(county, 'qiuzhen', leaders)).some((each) => each.includes('日报'))).toBe(true);
    await county.faults({});
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 设备安装 50%' });
    expect((await texts(county, 'hezhiyuan', unit)).join('\n')).toContain('设备安装 50%');
  });
});

describe('what Slack draws itself in the digest’s thread', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/obstacle P-001 施工道路被挡，进不了场' });
  });
  afterAll(() => county.close());

  const blocksOf = async (start: string): Promise<readonly { type: string }[]> => {
    const seen = (await county.seen('qiuzhen', leaders)) as unknown as {
      lines: string[];
      blocks: { type: string }[];
    }[];
    return seen.findLast(({ lines }) => lines[0]?.startsWith(start))?.blocks ?? [];
  };
  const types = async (start: string) => (await blocksOf(start)).map(({ type }) => type);

  it('is a chart of the goals and a table of the obstacles', async () => {
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    expect(await types('目标')).toContain('data_visualization');
    expect(await types('目标')).not.toContain('image');
    expect(await types('卡点')).toEqual(['section', 'data_table']);
    const lines = (await county.seen('qiuzhen', leaders)).findLast(({ lines }) => lines[0]?.startsWith('卡点'))?.lines;
    expect(lines?.[1]).toBe('编号 | 项目 | 卡点 | 在谁 | 天数 | 标记');
    expect(lines?.[2]).toMatch(/^1 \| P-001 .*施工道路被挡/);
  });

  it('is the picture and the list where Slack refuses them, with one try more, and none the next day', async () => {
    await county.faults({
      errors: [
        { block: 'data_visualization', error: 'invalid_blocks' },
        { block: 'data_table', error: 'invalid_blocks' },
      ],
    });
    await county.clock({ set: '2020-06-18T18:00:00+08:00' });
    expect(await types('目标')).toContain('image');
    expect(await types('目标')).not.toContain('data_visualization');
    expect(await types('卡点')).not.toContain('data_table');
    const refused = (await calls(county)).filter(({ outcome }) => outcome === 'invalid_blocks');
    // A chart and a table, once each, for all the channels of the evening; those that were under way at the time as well.
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(refused.length).toBeLessThanOrEqual(6);
  });
});

describe('menus that look up, over HTTP', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ http: true });
  });
  afterAll(() => county.close());

  it('offer what was typed, by initials too, and what is chosen opens', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/gongjian' });
    const project = county.plan.projects.find(({ code }) => code === 'P-001')?.name ?? '';
    await county.act('hezhiyuan', { do: 'press', label: `找项目：编号、名称、拼音首字母 > P-001 ${project}` });
    expect((await texts(county, 'hezhiyuan', unit)).at(-1)).toContain('P-001');
  });
});
