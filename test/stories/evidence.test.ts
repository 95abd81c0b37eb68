import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const unit = '经济开发区-项目';
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photo = (name: string) => [{ name, mimetype: 'image/png', base64: png }];

describe('a photo shows what was reported, and is never asked for', () => {
  let county: County;
  let root: string;
  beforeAll(async () => {
    county = await openCounty();
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 20%' });
    root = (await county.seen('qiuzhen', unit))[0]?.ts as string;
  });
  afterAll(() => county.close());

  const say = (act: object) => county.act('hezhiyuan', { do: 'say', channel: unit, thread: root, ...act });
  const own = async () =>
    (await county.seen('hezhiyuan', unit)).filter((message) => message.ephemeral).at(-1)?.lines ?? [];

  it('with the line, in the answer and in the thread, where it is opened by a press', async () => {
    await say({ text: '设备安装 30%', files: photo('现场.png') });
    expect((await own())[2]).toBe('设备安装 30%（上次 20%），附照片1张');
    const line = (await county.seen('qiuzhen', unit)).at(-1);
    expect(line?.lines).toEqual(['何志远：设备安装 30%（上次 20%），附照片1张', '[看附件]']);
    await county.act('qiuzhen', { do: 'press', channel: unit, ts: line?.ts, label: '看附件' });
    const handed = (await county.seen('qiuzhen', 'bot')).at(-1);
    expect(JSON.stringify(handed)).toContain('现场.png');
  });

  it('a moment after the report, in its thread: it joins what was reported', async () => {
    await say({ text: '设备安装 32%' });
    await county.clock({ advance: '4m' });
    await say({ text: '现场照片', files: photo('后来.png') });
    expect((await own())[2]).toBe('设备安装 32%（上次 30%），附照片1张');
    const lines = (await county.seen('qiuzhen', unit)).map((message) => message.lines[0]);
    expect(lines).toContain('何志远：设备安装 32%（上次 30%），附照片1张');
    expect(lines.filter((line) => line?.includes('：设备安装 32%'))).toHaveLength(1);
  });

  it('before the report, in direct messages: it waits ten minutes, and no longer', async () => {
    await county.clock({ advance: '30m' });
    const bot = { do: 'say', channel: undefined, thread: undefined, to: 'bot' };
    await county.act('hezhiyuan', { ...bot, text: '', files: photo('早些.png') });
    expect(await county.newest('hezhiyuan', 'bot')).toEqual(['照片先收着。十分钟内说一句进度，就附在那条上报上。']);
    await county.act('hezhiyuan', { ...bot, text: 'P-001 设备安装 34%' });
    expect((await county.newest('hezhiyuan', 'bot'))[2]).toBe('设备安装 34%（上次 32%），附照片1张');
    await county.clock({ advance: '30m' });
    await county.act('hezhiyuan', { ...bot, text: '', files: photo('太早.png') });
    await county.clock({ advance: '11m' });
    await county.act('hezhiyuan', { ...bot, text: 'P-001 设备安装 36%' });
    expect((await county.newest('hezhiyuan', 'bot'))[2]).toBe('设备安装 36%（上次 34%）');
  });

  it('is counted in the list behind the digest, where it is opened by a press', async () => {
    await say({ text: '设备安装 38%', files: photo('日报.png') });
    await county.act('qiuzhen', { do: 'command', channel: unit, text: '/digest' });
    await county.act('qiuzhen', { do: 'press', channel: unit, label: '更多' });
    const { modal: more } = await county.screen('qiuzhen');
    const label = /\[(上报\d+)\]/.exec(more?.lines.join(' ') ?? '')?.[1];
    await county.act('qiuzhen', { do: 'press', label });
    const { modal } = await county.screen('qiuzhen');
    expect(modal?.lines.join('\n')).toMatch(/P-001 设备安装\S*38%，附照片1张[\s\S]*\[看附件\]/);
    await county.act('qiuzhen', { do: 'press', label: '看附件' });
    expect(JSON.stringify((await county.seen('qiuzhen', 'bot')).at(-1))).toContain('日报.png');
    await county.act('qiuzhen', { do: 'close' });
  });

  it('stays through an amendment, and with figures alone', async () => {
    await say({ text: '设备安装 40%', files: photo('改前.png') });
    const answer = (await county.seen('hezhiyuan', unit)).findLast((message) => message.ephemeral);
    await county.act('hezhiyuan', { do: 'press', channel: unit, ts: answer?.ts, label: '更正' });
    await county.act('hezhiyuan', { do: 'submit', fields: { 这一条应为: 'P-001 设备安装 41%' } });
    expect((await own()).join('|')).toContain('附照片1张');
    await say({ text: '完成投资 1.3亿', files: photo('凭证.png') });
    expect((await own()).join('|')).toContain('今年累计完成投资 1.3亿元，附照片1张');
  });
  it('with an obstacle: its card opens it for who may see it', async () => {
    await say({ text: '卡住了：配电柜到货损坏，需要厂家换', files: photo('损坏.png') });
    expect((await own()).join('|')).toContain('这一条像是卡点');
    await county.act('hezhiyuan', { do: 'press', label: '提出卡点' });
    await county.act('qiuzhen', { do: 'command', channel: unit, text: '/obstacle 1' });
    expect((await county.newest('qiuzhen', unit)).join('|')).toContain('损坏.png');
    await county.act('qiuzhen', { do: 'press', label: '看附件' });
    expect(JSON.stringify((await county.seen('qiuzhen', 'bot')).at(-1))).toContain('损坏.png');
  });
});
