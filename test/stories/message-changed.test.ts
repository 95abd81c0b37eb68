import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const unit = '经济开发区-项目';

describe('a message that is edited or deleted after it was said', () => {
  let county: County;
  let root: string;
  beforeAll(async () => {
    county = await openCounty();
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 20%' });
    root = (await county.seen('qiuzhen', unit))[0]?.ts as string;
  });
  afterAll(() => county.close());

  const reply = async (text: string) =>
    (await county.act('hezhiyuan', { do: 'say', channel: unit, thread: root, text })).ts as string;
  const edit = (ts: string, text: string) => county.act('hezhiyuan', { do: 'edit', channel: unit, ts, text });
  const answers = async () =>
    (await county.seen('hezhiyuan', unit)).filter((message) => message.ephemeral).map((message) => message.lines);
  const thread = async () => (await county.seen('qiuzhen', unit)).map((message) => message.lines.join('|'));
  const percent = async () =>
    (await county.opened.client.milestone.findFirstOrThrow({
      where: { name: '设备安装', project: { code: 'P-001' } },
    } as never)) as unknown as { percent: number | null };

  it('an edit takes the place of what was reported, lower as well, and the thread shows both', async () => {
    const ts = await reply('设备安装54%');
    await edit(ts, '设备安装45%，先前报多了');
    expect((await answers()).at(-1)).toEqual([
      '已更正：',
      'P-001 瑞胶堂阿胶健康产业园一期项目',
      '设备安装 45%（上次 54%），说明：先前报多了',
      '[撤销] [更正]',
    ]);
    expect((await percent()).percent).toBe(45);
    const lines = await thread();
    expect(lines).toContainEqual(expect.stringMatching(/设备安装 54%.*已更正，见下$/));
    expect(lines.at(-1)).toContain('设备安装 45%');
    await edit(ts, '设备安装46%');
    expect((await percent()).percent).toBe(46);
  });

  it('a mended word changes nothing and is not answered', async () => {
    const ts = await reply('设备安装 50%');
    const before = (await answers()).length;
    await edit(ts, '设备安装 50％');
    expect(await answers()).toHaveLength(before);
    expect(await county.opened.client.report.count({ where: { percent: 50 } })).toBe(1);
  });

  it('an edit without progress leaves the report, and its author is told why with the ways to change it', async () => {
    const ts = await reply('设备安装 52%');
    await edit(ts, '收到，谢谢');
    expect((await answers()).at(-1)).toEqual([
      '改后的这句没看出进度，原来的上报不变：',
      'P-001 瑞胶堂阿胶健康产业园一期项目',
      '设备安装 52%',
      '[撤销] [更正]',
    ]);
    expect((await percent()).percent).toBe(52);
  });

  it('what was refused, or was chat, is taken once the message is mended', async () => {
    const refused = await reply('设备安装 150%');
    await edit(refused, '设备安装 55%');
    expect((await percent()).percent).toBe(55);
    const chat = await reply('收到');
    await edit(chat, '设备安装 56%');
    expect((await percent()).percent).toBe(56);
  });

  it('after it was taken back, an edit reports nothing and says so', async () => {
    const ts = await reply('设备安装 58%');
    const answer = (await county.seen('hezhiyuan', unit)).findLast((message) => message.ephemeral);
    await county.act('hezhiyuan', { do: 'press', channel: unit, ts: answer?.ts, label: '撤销' });
    await county.act('hezhiyuan', { do: 'press', channel: unit, label: '报多了' });
    await edit(ts, '设备安装 59%');
    expect((await answers()).at(-1)).toEqual(['这一条先前已经撤销或更正，改消息不再算上报。要报，请另发一条。']);
    expect((await percent()).percent).toBe(56);
  });

  it('a deleted message leaves its report, and its author is told', async () => {
    const ts = await reply('设备安装 60%');
    await county.act('hezhiyuan', { do: 'delete', channel: unit, ts });
    expect((await answers()).at(-1)?.slice(0, 3)).toEqual([
      '消息删了，上报还在：',
      'P-001 瑞胶堂阿胶健康产业园一期项目',
      '设备安装 60%',
    ]);
    expect((await percent()).percent).toBe(60);
  });

  it('somebody else’s message that is edited is nobody’s business', async () => {
    const before = await county.opened.client.report.count();
    const said = await county.act('qiuzhen', { do: 'say', channel: unit, thread: root, text: '抓紧' });
    await county.act('qiuzhen', { do: 'edit', channel: unit, ts: said.ts, text: '抓紧推进' });
    expect(await county.opened.client.report.count()).toBe(before);
    expect((await county.seen('qiuzhen', unit)).some((message) => message.ephemeral)).toBe(false);
  });

  it('control characters and halves of a character are left out, and the line is taken', async () => {
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 设备安装 77% 备注\u0000' });
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 设备安装 78% 备注\ud83d' });
    await county.act('hezhiyuan', { do: 'command', to: 'bot', text: '/progress P-001 设备安装 79% 备注\u0000' });
    const notes = await county.opened.client.report.findMany({
      where: { percent: { in: [77, 78, 79] } },
      orderBy: { id: 'asc' },
      select: { percent: true, note: true },
    });
    expect(notes).toEqual([77, 78, 79].map((each) => ({ percent: each, note: '备注' })));
  });
});
