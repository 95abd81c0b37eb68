import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';

describe('/gongjian', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00' });
  });
  afterAll(() => county.close());

  const type = (as: string, text: string, channel = zone) => county.act(as, { do: 'command', channel, text });
  const answer = async (as: string, channel = zone) => (await county.newest(as, channel)).join('\n');

  it('alone: help with the asker’s own project, and buttons that lead on', async () => {
    await type('hezhiyuan', '/gongjian');
    const help = await answer('hezhiyuan');
    expect(help).toContain('何志远，您是责任人（经济开发区）、责任人（农业农村局）。');
    expect(help).toMatch(/P-0(01|61) \S+ 80%/);
    expect(help).not.toContain('/people');
    await county.act('hezhiyuan', { do: 'press', label: '我的信息' });
    expect(await answer('hezhiyuan')).toMatch(/负责：项目2个，未完成的节点 ?\d+个/);
  });

  it('finds by initials, and shows the card with its roadmap; its button opens the form of that project', async () => {
    await county.act('hezhiyuan', {
      do: 'command',
      channel: zone,
      text: '/progress P-001 设备安装 10% 首批设备已进场',
    });
    await type('fenglizhi', '/gongjian rjtajjkcyy');
    const card = await answer('fenglizhi');
    expect(card).toContain('P-001 瑞胶堂阿胶健康产业园一期项目');
    expect(card).toContain('何志远上报：设备安装 10%，首批设备已进场');
    expect(card).toMatch(/\(P-001 瑞胶堂阿胶健康产业园一期项目 路线图。.*设备安装：2021年2月28日到期，10%/);
    await county.act('fenglizhi', { do: 'press', label: '上报进度' });
    const { modal } = await county.screen('fenglizhi');
    expect(modal?.title).toBe('上报进度');
    expect(modal?.lines.join('\n')).toContain('P-001');
    await county.act('fenglizhi', { do: 'close' });
  });

  it('several: a list with buttons; none: near names; what one may not see is not found', async () => {
    await type('leixia', '/gongjian 产业园', '全县调度');
    expect(await answer('leixia', '全县调度')).toMatch(/^符合“产业园”的项目 ?\d+个/);
    await county.act('leixia', { do: 'press', label: '看卡片' });
    expect(await answer('leixia', '全县调度')).toContain('路线图');
    await type('leixia', '/gongjian 瑞交堂阿胶健康产业园', '全县调度');
    expect(await answer('leixia', '全县调度')).toMatch(/^没有找到“瑞交堂阿胶健康产业园”。是不是要找：\n.*P-001/);
    await type('zhangdesheng', '/gongjian P-001', '新城街道-项目');
    expect(await answer('zhangdesheng', '新城街道-项目')).not.toContain('瑞胶堂');
  });

  it('a complaint reaches the coordinators, whose answer reaches who complained', async () => {
    await type('hezhiyuan', '/gongjian 意见 昨天问了两遍 P-001');
    expect(await answer('hezhiyuan')).toContain('已送给项目办（任长青、曾洪波）。');
    expect(await answer('renchangqing', 'bot')).toContain('昨天问了两遍 P-001');
    await county.act('renchangqing', { do: 'press', label: '回复' });
    await county.act('renchangqing', { do: 'submit', fields: { 回复: '已改正' } });
    expect(await answer('hezhiyuan', 'bot')).toMatch(/项目办（任长青）回复您：\n.*已改正/);
    expect(await answer('zenghongbo', 'bot')).toMatch(/任长青\*已回复何志远的意见：\n.*已改正/);
  });

  it('without a name, and in the evening: nobody is named, and it is told in the morning', async () => {
    await county.clock({ set: '2020-06-17T21:00:00+08:00' });
    await type('hezhiyuan', '/gongjian 意见 匿名 催得太勤');
    expect(await answer('hezhiyuan')).toContain('已匿名送给项目办');
    expect(await answer('renchangqing', 'bot')).not.toContain('催得太勤');
    await county.clock({ set: '2020-06-18T08:00:00+08:00' });
    const told = (await county.seen('renchangqing', 'bot')).map((each) => each.lines.join('\n'));
    const complaint = told.find((each) => each.includes('催得太勤'));
    expect(complaint).toContain('有人匿名给项目办提意见：');
    expect(complaint).not.toContain('何志远');
    expect(complaint).not.toContain('[回复]');
  });

  it('an English reader reads English', async () => {
    await type('daniel-reed', '/gongjian', 'assault-year');
    expect(await answer('daniel-reed', 'assault-year')).toContain('Daniel Reed, your roles: official (');
    await type('daniel-reed', '/gongjian settings', 'assault-year');
    expect(await answer('daniel-reed', 'assault-year')).toContain('Language: English.');
  });
});
