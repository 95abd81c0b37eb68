import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const office = '全县调度';

describe('what the bot sent and spared', { timeout: 90_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true });
  });
  afterAll(() => county.close());

  const say = async (as: string, text: string, channel = office) => {
    await county.act(as, { do: 'command', channel, text });
    return (await county.newest(as, channel)).join('\n');
  };

  it('is counted from its posts and mornings: equal to a recount of them, message by message', async () => {
    await county.clock({ set: '2020-06-18T08:31:00+08:00' });
    const said = await say('renchangqing', '/gongjian 负担');
    const { client } = county.opened;
    const asked = await client.promptItem.count();
    expect(asked).toBeGreaterThan(5);
    expect(said).toMatch(new RegExp(`^6月 · 攻坚发了什么、省了什么\n问${asked}项，免问\\d+项（已知道的）\n`));
    expect(said).toContain('每人每天最多1条：没有超过\n减负规定12条：逐条对照，都符合');
    const direct = (await client.post.findMany({ where: { standing: 'posted' } })).filter(({ dedupeKey }) =>
      dedupeKey.startsWith('prompt:'),
    );
    expect(said).toContain(`催报${direct.length}`);
    const heard = new Map<string, number>();
    for (const { channelId } of direct) heard.set(channelId, (heard.get(channelId) ?? 0) + 1);
    expect(Math.max(...heard.values())).toBe(1);
  });

  it('says each rule, the month before, and which months there are', async () => {
    await county.act('renchangqing', { do: 'press', label: '逐条' });
    expect((await county.newest('renchangqing', office)).join('\n')).toMatch(
      /^6月 · 减负规定12条逐条对照\n✓ 不打卡签到：计划里写了就不载入\n/,
    );
    await say('renchangqing', '/gongjian 负担 6月');
    await county.act('renchangqing', { do: 'press', label: '存档页' });
    const [page] = (await county.seen('renchangqing', 'bot')).flatMap(({ files }) => files ?? []).slice(-1);
    expect(page).toMatchObject({ name: '2020年6月负担情况.docx' });
    expect(await say('renchangqing', '/gongjian 负担 5月')).toMatch(/^5月 · 攻坚发了什么、省了什么\n这个月没有催报\n/);
    expect(await say('renchangqing', '/gongjian burden 2019-12')).toContain('没有看出是本行动的哪个月');
    expect(await say('renchangqing', '/gongjian 负担 13月')).toContain('没有看出是本行动的哪个月');
  });

  it('opens from the coordinator’s home, and is nobody else’s but the commander’s', async () => {
    await county.act('renchangqing', { do: 'home' });
    await county.act('renchangqing', { do: 'press', in: 'home', label: '负担' });
    expect((await county.newest('renchangqing', 'bot')).join('\n')).toContain('6月 · 攻坚发了什么、省了什么');
    expect(await say('leixia', '/gongjian 负担')).toContain('攻坚发了什么');
    expect(await say('hezhiyuan', '/gongjian 负担', '经济开发区-项目')).toContain('没有打开：只有');
  });

  it('says how often a person heard twice on a day', async () => {
    const { client } = county.opened;
    const post = await client.post.findFirstOrThrow({ where: { dedupeKey: { startsWith: 'prompt:' } } });
    const { id: _, ...more } = post;
    await client.post.create({ data: { ...more, body: {}, dedupeKey: 'leave:999', ts: null } });
    expect(await say('renchangqing', '/gongjian 负担')).toContain('每人每天最多1条：超过1次\n减负规定12条：1条不符合');
  });
});
