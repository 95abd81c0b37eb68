import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';

describe('a conversation', { timeout: 120_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00' });
  });
  afterAll(() => county.close());

  const say = (as: string, text: string) => county.act(as, { do: 'say', to: 'bot', text });
  const newest = async (as: string) => (await county.newest(as, 'bot')).join('\n');
  const tell = async (as: string, text: string) => {
    await say(as, text);
    return newest(as);
  };
  const percentOf = async (code: string, name: string) =>
    (await county.opened.client.milestone.findFirstOrThrow({ where: { name, project: { code } } })).percent;

  describe('said to us, it is always answered', () => {
    it.each([
      ['帮助', /发一句就记下：P-0(01|61) \S+ \d+%\n\[上报进度\] \[怎么用\]/],
      ['你好', /发一句就记下：P-0(01|61) \S+ \d+%\n\[上报进度\] \[怎么用\]/],
      ['我的项目', /您的项目2个：P-001 .+、P-061 .+\n\[全部2\] \[上报进度\]/],
      ['怎么上报', /发一句就记下：P-0(01|61) \S+ \d+%\n\[上报进度\] \[提出卡点\]/],
      ['明天请假', /请假：填起止日期和代理人\n\[请假\] \[怎么用\]/],
      ['撤销', /最近一天没有您报的，没有改动。/],
      ['随便说点别的', /没看懂这一句，没有记下\n改成：P-0\S+ \S+ \d+%\n\[上报进度\] \[提出卡点\]/],
      ['P-061 现在怎么样？', /理解为：P-061 \S+\n\[卡片\] \[上报进度\]/],
    ])('%s', async (text, answer) => expect(await tell('hezhiyuan', text)).toMatch(answer));

    it('in a mention as well, to that person alone; among people nobody is interrupted', async () => {
      await county.act('hezhiyuan', { do: 'say', channel: zone, text: '@bot 帮助' });
      expect((await county.newest('hezhiyuan', zone)).join('\n')).toContain('发一句就记下');
      await county.act('hezhiyuan', { do: 'say', channel: zone, text: '帮助' });
      expect((await county.seen('fenglizhi', zone)).some(({ lines }) => lines.join('').includes('发一句'))).toBe(false);
    });

    it('a leader, who has nothing to report, and an English reader', async () => {
      expect(await tell('leixia', '你好')).toContain('[等我办] [怎么用]');
      await county.act('leixia', { do: 'press', label: '怎么用' });
      expect(await newest('leixia')).toContain('一线总指挥');
      expect(await tell('daniel-reed', 'help')).toMatch(/Send one line: P-\S+ .+ \d+%/);
      expect(await tell('daniel-reed', 'my projects')).toMatch(/Your projects, \d+: P-/);
      expect(await tell('daniel-reed', 'something else entirely')).toContain('This was not understood');
    });

    it('a project and its milestone are never passed over: what was made out, and the form with it', async () => {
      const answer = await tell('hezhiyuan', 'P-061 主体全面封顶');
      expect(answer).not.toBe('');
      expect(answer).toContain('P-061');
      expect(answer).toContain('主体封顶');
      if (answer.includes('没看懂')) {
        await county.act('hezhiyuan', { do: 'press', label: '上报进度' });
        const { modal } = await county.screen('hezhiyuan');
        expect(modal?.lines.join('\n')).toMatch(/主体封顶.*P-061/);
        expect(modal?.lines.join('\n')).toContain('主体全面封顶');
        await county.act('hezhiyuan', { do: 'close' });
      }
    });

    it('the form of leave opens with the day that was named', async () => {
      await say('hezhiyuan', '明天请假');
      await county.act('hezhiyuan', { do: 'press', label: '请假' });
      expect((await county.screen('hezhiyuan')).modal?.lines.join('\n')).toContain('2020-06-18');
      await county.act('hezhiyuan', { do: 'close' });
    });
  });

  describe('the question just asked', () => {
    it('a number answers it, once, also after a restart; its buttons go', async () => {
      const before = await county.opened.client.report.count();
      expect(await tell('hezhiyuan', 'P-001 设备安装')).toContain('百分之几');
      const other = await county.startBot();
      await other.stop();
      expect(await tell('hezhiyuan', '40')).toContain('设备安装 40%');
      expect(await percentOf('P-001', '设备安装')).toBe(40);
      expect(await county.opened.client.report.count()).toBe(before + 1);
      const asked = (await county.seen('hezhiyuan', 'bot')).filter(({ lines }) => lines.join('').includes('百分之几'));
      expect(asked.at(-1)?.lines.join('\n')).toContain('已答：40');
      // It is answered: a number now is another matter.
      expect(await tell('hezhiyuan', '45')).not.toContain('设备安装 45%');
    });

    it('第二个, the name of one, 对, 算了', async () => {
      expect(await tell('hezhiyuan', 'P-001 60%')).toContain('的哪个节点');
      const asked = await newest('hezhiyuan');
      const second = /\] \[([^\]]+)\]/.exec(asked)?.[1];
      expect(await tell('hezhiyuan', '第二个')).toContain(`${second} 60%`);
      await tell('hezhiyuan', '撤销');
      await say('hezhiyuan', 'P-001 60%');
      expect(await tell('hezhiyuan', '设备安装')).toContain('设备安装 60%');
      await say('hezhiyuan', 'P-001 70%');
      expect(await tell('hezhiyuan', '算了')).toContain('没有记');
      const last = (await county.seen('hezhiyuan', 'bot')).filter(({ lines }) => lines.join('').includes('哪个节点'));
      expect(last.at(-1)?.lines.join('\n')).toContain('已答：算了');
    });

    it('pressed after it was answered by a word, it says so; after an hour nothing waits', async () => {
      await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/gongjian 我' });
      await county.act('hezhiyuan', { do: 'say', channel: zone, text: '@bot P-001 75%' });
      const asked = (await county.seen('hezhiyuan', zone)).at(-1);
      expect(asked?.lines.join('')).toContain('哪个节点');
      await county.act('hezhiyuan', { do: 'say', channel: zone, text: '@bot 设备安装' });
      expect((await county.newest('hezhiyuan', zone)).join('\n')).toContain('设备安装 75%');
      const count = await county.opened.client.report.count();
      await county.attempt('hezhiyuan', { do: 'press', label: '竣工投产', message: { channel: zone, ts: asked?.ts } });
      await county.app.rest();
      expect(await county.opened.client.report.count()).toBe(count);
      await say('hezhiyuan', 'P-001 80%');
      await county.clock({ advance: 'PT61M' });
      expect(await tell('hezhiyuan', '设备安装')).not.toContain('设备安装 80%');
    });

    it('in a thread, for whom it was asked', async () => {
      const root = (await county.seen('hezhiyuan', zone)).find(({ lines }) => lines.join('').startsWith('P-001'))?.ts;
      expect(root).toBeDefined();
      await county.act('hezhiyuan', { do: 'say', channel: zone, thread: root, text: '整体 85%' });
      expect((await county.newest('hezhiyuan', zone)).join('')).toContain('哪个节点');
      const before = await county.opened.client.report.count();
      await county.act('fenglizhi', { do: 'say', channel: zone, thread: root, text: '设备安装' });
      expect(await county.opened.client.report.count()).toBe(before);
      await county.act('hezhiyuan', { do: 'say', channel: zone, thread: root, text: '设备安装' });
      expect(await percentOf('P-001', '设备安装')).toBe(85);
    });
  });

  describe('second thoughts', () => {
    it('改成 amends the last report, 刚才发错了 takes it back, and only once', async () => {
      await say('hezhiyuan', 'P-001 设备安装 90%');
      // What falls needs its reason, typed with it.
      expect(await tell('hezhiyuan', '改成88')).toContain('变低了');
      expect(await tell('hezhiyuan', '改成88，报多了')).toMatch(/已更正[\s\S]*设备安装 88%/);
      expect(await percentOf('P-001', '设备安装')).toBe(88);
      expect(await tell('hezhiyuan', '刚才发错了')).toContain('已撤销');
      expect(await percentOf('P-001', '设备安装')).toBe(85);
    });

    it('where a report and an obstacle are fresh, which one is asked', async () => {
      await say('hezhiyuan', 'P-001 设备安装 92%');
      await county.act('hezhiyuan', { do: 'command', channel: zone, text: '/obstacle P-001 用地手续未批，影响竣工' });
      const { id } = await county.opened.client.obstacle.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(await tell('hezhiyuan', '撤回')).toMatch(/撤回哪一条？\n\[P-001 设备安装 92%\] \[卡点\d+号/);
      expect(await tell('hezhiyuan', '第二个')).toContain('已撤回');
      expect((await county.opened.client.obstacle.findUniqueOrThrow({ where: { id } })).standing).toBe('closed');
      expect(await percentOf('P-001', '设备安装')).toBe(92);
    });

    it('in a thread, about its project alone; what is not fresh is chat', async () => {
      const root = (await county.seen('hezhiyuan', zone)).find(({ lines }) => lines.join('').startsWith('P-001'))?.ts;
      await county.act('hezhiyuan', { do: 'say', channel: zone, thread: root, text: '撤回' });
      await county.act('hezhiyuan', { do: 'press', label: '报多了' });
      expect(await percentOf('P-001', '设备安装')).not.toBe(92);
      const seen = (await county.seen('hezhiyuan', zone)).length;
      await county.clock({ advance: '3h' });
      await county.act('hezhiyuan', { do: 'say', channel: zone, thread: root, text: '撤回' });
      expect((await county.seen('hezhiyuan', zone)).length).toBe(seen + 1);
    });
  });
});
