import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const unit = '经济开发区-项目';
const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('one message from an official reaches the leaders', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('an official reports in a line; they alone see what was understood, the thread hears it', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 20% 塔吊已到位' });
    const own = await county.seen('hezhiyuan', unit);
    const answer = own.find((message) => message.ephemeral);
    expect(answer?.lines).toEqual([
      '已记下：',
      'P-001 瑞胶堂阿胶健康产业园一期项目',
      '设备安装 20%，说明：塔吊已到位',
      '[撤销] [更正]',
    ]);
    const others = await county.seen('qiuzhen', unit);
    expect(others.some((message) => message.ephemeral)).toBe(false);
    expect(others.map((message) => message.lines.join('|'))).toEqual([
      'P-001 瑞胶堂阿胶健康产业园一期项目|经济开发区 · 责任人 何志远 · 包保领导 邱震|进度在这里回复即可，例如：主体封顶 80%',
      '何志远：设备安装 20%，说明：塔吊已到位',
    ]);
    expect(others[1]?.thread).toBe(others[0]?.ts);
  });

  it('a reply in the project’s thread reports on that project, and chat there stays chat', async () => {
    const root = (await county.seen('qiuzhen', unit))[0]?.ts;
    await county.act('hezhiyuan', { do: 'say', channel: unit, thread: root, text: '开工完成了' });
    await county.act('hezhiyuan', { do: 'say', channel: unit, thread: root, text: '收到，马上落实' });
    const lines = (await county.seen('qiuzhen', unit)).map((message) => message.lines[0]);
    expect(lines).toContain('何志远：开工 已完成（6月17日）');
    expect((await county.seen('hezhiyuan', unit)).filter((message) => message.ephemeral)).toHaveLength(2);
  });

  it('a direct message reports, a photo stays with the report as evidence', async () => {
    await county.act('hezhiyuan', {
      do: 'say',
      to: 'bot',
      text: 'P-001 设备安装 35%',
      files: [{ name: '现场.png', mimetype: 'image/png', base64: photo }],
    });
    expect((await county.newest('hezhiyuan', 'bot'))[2]).toBe('设备安装 35%（上次 20%），附照片1张');
    expect(await county.opened.client.evidence.findMany({ select: { name: true, mimetype: true } })).toEqual([
      { name: '现场.png', mimetype: 'image/png' },
    ]);
  });

  it('a mention reports, too', async () => {
    await county.act('hezhiyuan', { do: 'say', channel: unit, text: '@bot P-001 设备安装 36%' });
    expect((await county.seen('qiuzhen', unit)).at(-1)?.lines).toEqual(['何志远：设备安装 36%（上次 35%）']);
  });

  it('a message shortcut reports what somebody wrote elsewhere', async () => {
    const said = await county.act('hezhiyuan', { do: 'say', channel: unit, text: 'P-001 设备安装今天到 38%' });
    await county.act('hezhiyuan', { do: 'shortcut', name: '上报进度', message: { channel: unit, ts: said.ts } });
    expect((await county.seen('qiuzhen', unit)).at(-1)?.lines).toEqual(['何志远：设备安装 38%（上次 36%）']);
  });

  it('the shortcut on a project’s own post opens that project’s form', async () => {
    const root = (await county.seen('hezhiyuan', unit)).find((message) => message.lines[0]?.startsWith('P-001 '));
    await county.act('hezhiyuan', { do: 'shortcut', name: '上报进度', message: { channel: unit, ts: root?.ts } });
    const { modal } = await county.screen('hezhiyuan');
    expect(modal?.title).toBe('上报进度');
    expect(modal?.lines.join('\n')).toMatch(/节点: \S+ · P-001 /);
    await county.act('hezhiyuan', { do: 'close' });
  });

  it('figures are the project’s investment of the year', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 完成投资 1.2亿' });
    expect((await county.seen('qiuzhen', unit)).at(-1)?.lines).toEqual(['何志远：今年累计完成投资 1.2亿元']);
    const project = await county.opened.client.project.findFirst({ where: { code: 'P-001' } });
    expect(project?.doneInvestment).toBe(12000);
  });

  it('a report about an earlier day is marked late (补报)', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 用地6月15日完成' });
    expect((await county.seen('qiuzhen', unit)).at(-1)?.lines[0]).toContain('补报6月15日');
  });

  it('the form opens with what is due first and keeps what was typed when something is wrong', async () => {
    await county.act('zhangdesheng', { do: 'command', channel: '新城街道-项目', text: '/progress' });
    expect((await county.screen('zhangdesheng')).modal?.title).toBe('上报进度');
    const refused = await county.attempt('zhangdesheng', { do: 'submit', fields: {} });
    expect(refused.errors).toEqual({ 完成百分比: '至少填一项：百分比、日期、投资或说明' });
    await county.act('zhangdesheng', { do: 'submit', fields: { 完成百分比: '40', 说明: '地基已验收' } });
    expect((await county.screen('zhangdesheng')).modal).toBeNull();
    const seen = await county.seen('zhangdesheng', '新城街道-项目');
    expect(seen.find((message) => message.ephemeral)?.lines[2]).toMatch(/40%，说明：地基已验收$/);
  });

  it('an amendment takes the place of what was reported', async () => {
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 设备安装 60%' });
    await county.act('hezhiyuan', { do: 'press', label: '更正' });
    await county.act('hezhiyuan', { do: 'submit', fields: { 这一条应为: 'P-001 设备安装 50%', 为什么改低: '量错了' } });
    const milestone = await county.opened.client.milestone.findFirst({
      where: { name: '设备安装', project: { code: 'P-001' } },
    });
    expect(milestone?.percent).toBe(50);
    const lines = (await county.seen('qiuzhen', unit)).slice(-2).map((message) => message.lines.join('|'));
    expect(lines[0]).toContain('已更正，见下');
    expect(lines[1]).toBe('何志远：设备安装 50%（上次 60%），说明：量错了');
  });

  it('a question is answered by pressing a candidate', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress 开工 完成了' });
    const asked = (await county.seen('hezhiyuan', unit)).filter((message) => message.ephemeral).at(-1);
    expect(asked?.lines[0]).toBe('说的是哪个项目？');
    await county.act('hezhiyuan', { do: 'press', label: 'P-061 黄河滩区高效生态农业示范园项目' });
    expect((await county.seen('suyong', '农业农村局-项目')).at(-1)?.lines[0]).toBe('何志远：开工 已完成（6月17日）');
  });

  it('a photo that came with a line about which was asked stays with what the answer reports', async () => {
    const { evidence } = county.opened.client;
    const before = await evidence.count();
    await county.act('hezhiyuan', {
      do: 'say',
      to: 'bot',
      text: 'P-001 整体 65%',
      files: [{ name: '吊装.png', mimetype: 'image/png', base64: photo }],
    });
    const asked = (await county.newest('hezhiyuan', 'bot')).join(' ');
    expect(asked).toContain('的哪个节点');
    await county.act('hezhiyuan', { do: 'press', label: '设备安装' });
    expect(await evidence.count()).toBe(before + 1);
    expect(await evidence.count({ where: { name: '吊装.png' } })).toBe(1);
  });

  it('an amendment that cannot be taken keeps what was typed', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 60%' });
    await county.act('hezhiyuan', { do: 'press', label: '更正' });
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 70%' });
    const typed = 'P-001 设备安装 61% 二次吊装开始';
    await expect(county.act('hezhiyuan', { do: 'submit', fields: { 这一条应为: typed } })).rejects.toThrow(
      '这一条应为: 该节点之后又有新的上报',
    );
    expect((await county.screen('hezhiyuan')).modal).not.toBeNull();
  });
});
