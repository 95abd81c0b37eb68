import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';
const office = '全县调度';

/** Supervision slips from issue to their end, by every way there is. */
describe('a slip', { timeout: 90_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true });
  });
  afterAll(() => county.close());

  const type = (as: string, channel: string, text: string) => county.act(as, { do: 'command', channel, text });
  const press = (as: string, label: string) => county.act(as, { do: 'press', label });
  const newest = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
  const row = (number: number) => county.opened.client.slip.findFirstOrThrow({ where: { number } });
  /** The one message of a slip in its unit's channel. */
  async function postOf(number: number) {
    const found = (await county.seen('fenglizhi', zone)).filter(
      ({ lines, ephemeral }) => !ephemeral && lines[0]?.includes(`督〔2020〕${number}号`),
    );
    expect(found).toHaveLength(1);
    return found[0];
  }
  const post = async (number: number) => (await postOf(number))?.lines.join('\n') ?? '';
  const channelId = async (as: string, name: string) =>
    (await county.screen(as)).channels.find((each) => (name === 'bot' ? each.id.startsWith('D') : each.name === name))
      ?.id;
  const pressAt = async (as: string, channel: string, ts: string | undefined, label: string) =>
    county.act(as, { do: 'press', label, message: { channel: await channelId(as, channel), ts } });
  /** A button of the slip's own message. */
  const pressPost = async (number: number, label: string) =>
    pressAt('fenglizhi', zone, (await postOf(number))?.ts, label);
  /** A button of the newest message of a channel. */
  const pressNewest = async (as: string, channel: string, label: string) =>
    pressAt(as, channel, (await county.seen(as, channel)).at(-1)?.ts, label);
  async function issue(text: string): Promise<void> {
    await type('renchangqing', office, text);
    await pressNewest('renchangqing', office, '签发');
  }

  it('is read back, issued by one press, and stands in the channel of its unit', async () => {
    await type('renchangqing', office, '/slip P-001 加快进场 6月30日');
    const asked = await newest('renchangqing', office);
    expect(asked).toContain('签发督办单（蓝）？');
    expect(asked).toContain('主送：经济开发区');
    expect(await county.opened.client.slip.count()).toBe(0);
    await pressNewest('renchangqing', office, '签发');
    expect(await newest('renchangqing', office)).toContain('已签发督〔2020〕1号');
    expect(await post(1)).toContain('按一下或报一次即签收');
  });

  it('is signed by any press of who is to answer it, and by nobody else’s', async () => {
    await type('zhangjiguang', zone, '/slip 1');
    expect((await row(1)).signedById).toBeNull();
    await type('fenglizhi', zone, '/slip 1');
    expect(await post(1)).toContain('冯立志6月17日签收');
  });

  it('is answered, returned, answered again and accepted; each is told to who issued it', async () => {
    await pressPost(1, '答复');
    await county.act('fenglizhi', { do: 'submit', fields: { 办得怎么样: '已进场30人' } });
    expect(await post(1)).toContain('冯立志答复：已进场30人');
    expect(await newest('renchangqing', 'bot')).toContain('等督查室定');
    await pressNewest('renchangqing', 'bot', '退回');
    await county.act('renchangqing', { do: 'submit', fields: { 理由: '没有写设备' } });
    expect(await post(1)).toContain('已退回1次：没有写设备');
    await pressPost(1, '答复');
    await county.act('fenglizhi', { do: 'submit', fields: { 办得怎么样: '设备也到了' } });
    await pressNewest('renchangqing', 'bot', '接受');
    expect(await post(1)).toContain('6月17日办结');
    expect(await row(1)).toMatchObject({ standing: 'closed', returned: 1 });
  });

  it('on a milestone is closed by the ordinary report, and open again once that is taken back', async () => {
    const { client } = county.opened;
    const milestone = await client.milestone.findFirstOrThrow({
      where: { project: { code: 'P-001' }, doneOn: null, OR: [{ percent: null }, { percent: { lt: 100 } }] },
      orderBy: { ordinal: 'asc' },
    });
    await issue(`/slip P-001 ${milestone.name} 抓紧 6月30日`);
    expect((await row(2)).milestoneId).toBe(milestone.id);
    await type('renchangqing', office, `/slip P-001 ${milestone.name} 再督一次 6月30日`);
    expect(await newest('renchangqing', office)).toContain('一事一单');
    await type('hezhiyuan', zone, `/progress P-001 ${milestone.name} 完成`);
    expect(await row(2)).toMatchObject({ standing: 'closed', endedOn: '2020-06-17' });
    expect(await post(2)).toContain('6月17日办结');
    await type('renchangqing', office, `/slip P-001 ${milestone.name} 再督一次 6月30日`);
    expect(await newest('renchangqing', office)).toContain('已报完成，不用督办');
    await press('hezhiyuan', '撤销');
    if ((await row(2)).standing === 'closed') await press('hezhiyuan', '刚才发错了');
    expect(await row(2)).toMatchObject({ standing: 'open', endedOn: null });
    await type('renchangqing', office, '/slip 2');
    await pressNewest('renchangqing', office, '作废');
    await county.act('renchangqing', { do: 'submit', fields: { 理由: '节点延期' } });
    expect(await post(2)).toContain('作废：节点延期');
  });

  it('the fourth of a unit waits, and goes out once one of the three is void', async () => {
    for (const matter of ['报防汛值班表', '报用工台账', '报用电负荷', '报安全自查'])
      await issue(`/slip 经济开发区 ${matter} 6月30日`);
    expect(await newest('renchangqing', office)).toContain('已编督〔2020〕6号，排队');
    const channel = (await county.seen('fenglizhi', zone)).filter(({ ephemeral }) => !ephemeral);
    expect(channel.some(({ lines }) => lines[0]?.includes('6号'))).toBe(false);
    await type('renchangqing', office, '/slip 3');
    await pressNewest('renchangqing', office, '作废');
    await county.act('renchangqing', { do: 'submit', fields: { 理由: '重复' } });
    expect(await post(6)).toContain('报安全自查');
  });

  it('stands in digests and on the home tab of who is to answer; a past digest has what stood then', async () => {
    const top = async (text: string) => {
      await type('leixia', office, text);
      return newest('leixia', office);
    };
    expect(await top('/digest')).toContain('督办单 在办3');
    await county.act('fenglizhi', { do: 'home' });
    const { home } = (await county.screen('fenglizhi')) as unknown as { home: { lines: string[] } };
    expect(home.lines.join('\n')).toMatch(
      /等您办的督办单3张\n督〔2020〕4号（蓝）.*\n报用工台账 6月30日\n限6月30日，未签收\n\[看\]/,
    );
    await county.clock({ set: '2020-06-18T10:00:00+08:00' });
    await type('renchangqing', office, '/slip 6');
    await pressNewest('renchangqing', office, '作废');
    await county.act('renchangqing', { do: 'submit', fields: { 理由: '重复' } });
    expect(await top('/digest')).toContain('督办单 在办2');
    expect(await top('/digest 6月17日')).toContain('督办单 在办3');
  });

  it('has more time asked on a holiday, which is decided by 29 June; afterwards it is refused', async () => {
    await county.clock({ set: '2020-06-26T10:00:00+08:00' });
    await type('fenglizhi', zone, '/slip 4');
    await pressPost(4, '申请延时');
    await county.act('fenglizhi', { do: 'submit', fields: { 延到哪天: '2020-07-03', 理由: '等设备' } });
    expect(await post(4)).toContain('申请延时到7月3日：等设备\n限6月29日18:00前定');
    const asked = async () =>
      (await county.seen('renchangqing', 'bot')).some(({ lines }) => lines.join().includes('等设备'));
    expect(await asked()).toBe(false);
    await county.clock({ set: '2020-06-28T08:30:30+08:00' });
    expect(await asked()).toBe(false);
    await county.clock({ set: '2020-06-28T08:31:30+08:00' });
    expect(await asked()).toBe(true);
    await type('renchangqing', office, '/slip 4');
    await pressNewest('renchangqing', office, '同意延时');
    expect((await row(4)).dueDay).toBe('2020-07-03');
    await county.clock({ set: '2020-07-01T10:00:00+08:00' });
    const { id, version } = await row(5);
    expect(version).toBe(1);
    await type('renchangqing', office, '/slip 5');
    await pressNewest('renchangqing', office, '转红');
    expect(await post(5)).toContain('督〔2020〕5号（红）');
    expect((await row(5)).id).toBe(id);
  });

  it('issued by night reaches its unit in the morning', async () => {
    await county.clock({ set: '2020-07-01T21:00:00+08:00' });
    await issue('/slip 高集镇 报汛情 7月3日 加急：夜间有大雨');
    const said = () => county.opened.client.post.count({ where: { dedupeKey: { startsWith: 'slip:7' } } });
    expect(await row(7)).toMatchObject({ colour: 'yellow', urgentReason: '夜间有大雨' });
    expect(await said()).toBe(0);
    await county.clock({ set: '2020-07-02T08:30:30+08:00' });
    expect(await said()).toBe(0);
    await county.clock({ set: '2020-07-02T08:31:30+08:00' });
    expect(await said()).toBe(1);
  });

  it('teaches where it refuses', async () => {
    const refused = async (as: string, channel: string, text: string) => {
      await type(as, channel, text);
      return newest(as, channel);
    };
    expect(await refused('fenglizhi', zone, '/slip P-001 加快进场 7月30日')).toContain('只有统筹人员可以这样做');
    expect(await refused('renchangqing', office, '/slip P-001 加快进场')).toContain('没有看出时限是哪一天');
    expect(await refused('renchangqing', office, '/slip P-999 加快进场 7月30日')).toContain('没有P-999这个项目');
    expect(await refused('renchangqing', office, '/slip 加快进场 7月30日')).toContain('没有看出发给哪个单位');
    expect(await refused('renchangqing', office, '/slip P-001 加快进场 7月5日')).toContain('7月5日不上班');
    expect(await refused('renchangqing', office, '/slip 卡点99号 P-001 7月30日')).toContain('没有卡点99号');
    expect(await refused('renchangqing', office, '/slip 99')).toContain('没有这张督办单');
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
