import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const unit = '经济开发区-项目';

describe('bad input gets a clear answer and harms nothing', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  const answer = async (text: string, as = 'hezhiyuan'): Promise<string> => {
    await county.act(as, { do: 'command', channel: unit, text });
    return (
      (await county.seen(as, unit))
        .filter((message) => message.ephemeral)
        .at(-1)
        ?.lines.join('\n') ?? ''
    );
  };

  it.each([
    ['an unknown code', '/progress P-999 开工完成', /没有 P-999 这个项目，或您看不到/],
    ['150 %', '/progress P-001 设备安装 150%', /超过 100%/],
    ['a date to come', '/progress P-001 已于6月20日开工', /完成日期6月20日还没有到/],
    ['nothing but dots', '/progress 。。。', /没有看到进度|哪个/],
    ['somebody else’s project', '/progress P-002 开工完成', /没有 P-002 这个项目，或您看不到/],
  ])('%s', async (_what, text, says) => {
    const said = await answer(text);
    expect(said).toMatch(says);
    expect(said).toMatch(/请改为|点一个即可/);
    expect(said).toContain(`您发的：${text.replace('/progress ', '')}`);
  });

  it.each([
    ['/goals 到位资金 ', '1,'],
    ['/digest ', '6月17日 '],
    ['/obstacle P-001 ', '急，等'],
    ['/progress P-001 ', '\n“'],
    ['/progress P-001 ', '<!'],
    ['/gongjian 上报', '一'],
    ['/program ', 'a '],
  ])('%s with 10,000, 20,000 and 40,000 characters is refused before it is read', async (command, piece) => {
    for (const length of [10_000, 20_000, 40_000]) {
      const text = `${command}${piece.repeat(length)}`.slice(0, command.length + length);
      const spent: number[] = [];
      let said = '';
      for (let tries = 0; tries < 3; tries += 1) {
        const before = process.cpuUsage();
        said = await answer(text);
        const { user, system } = process.cpuUsage(before);
        spent.push((user + system) / 1000);
      }
      expect(said).toMatch(/这一条太长，有[\d,]+个字，最多2,000个字，没有记下/);
      // The workspace, its screens and the store are in this process as well.
      expect(said.length).toBeLessThan(260);
      expect(Math.min(...spent)).toBeLessThan(150);
    }
  });

  it.each([
    ['/goals 到位资金 ', '9'],
    ['/goals 到位资金 ', '1,'],
    ['/goals x', ' '],
    ['/goals 到位资金 ', '1234567890'],
    ['/digest x', '6月17日 '],
    ['/dayoff ', '6月17日 '],
    ['/dayoff ', '5.6-'],
    ['/obstacle P-001 ', '急，等'],
    ['/progress P-001 设备安装 ', '80% '],
    ['/progress P-001 ', '完成投资3亿5千万'],
    ['/progress ', 'P-001 '],
    ['/gongjian ', '姜楼镇'],
  ])(
    '%s with as many characters as are read (%s) costs less than 50 ms more than a short one',
    async (command, piece) => {
      const least = async (text: string): Promise<number> => {
        const spent: number[] = [];
        for (let tries = 0; tries < 4; tries += 1) {
          const before = process.cpuUsage();
          await county.attempt('hezhiyuan', { do: 'command', channel: unit, text });
          await county.app.rest();
          const { user, system } = process.cpuUsage(before);
          spent.push((user + system) / 1000);
        }
        return Math.min(...spent);
      };
      // The workspace and the store are in this process as well: they cost the same for either.
      const short = await least(`${command}${piece}`);
      const long = await least(`${command}${piece.repeat(2_000)}`.slice(0, 1_990));
      expect(long - short).toBeLessThan(50);
    },
  );

  it('a message, and the field of a form, that are too long are refused as well', async () => {
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: `P-001 设备安装 60% ${'很长'.repeat(1500)}` });
    expect((await county.newest('hezhiyuan', 'bot')).join('')).toContain('这一条太长');
    expect(await county.opened.client.report.count({ where: { percent: 60 } })).toBe(0);
  });

  it('a ping, markup and a formula stay text', async () => {
    await county.act('hezhiyuan', {
      do: 'command',
      channel: unit,
      text: '/progress P-001 设备安装 82% <!channel> *重要* =HYPERLINK("http://x","y") <http://evil.example|点这里>',
    });
    const line = (await county.seen('qiuzhen', unit)).at(-1);
    expect(line?.lines.join('')).toContain('=HYPERLINK');
    const call = JSON.stringify(
      (await county.opened.client.post.findMany({ where: { dedupeKey: { startsWith: 'report:' } } })).map(
        (post) => post.body,
      ),
    );
    expect(call).not.toContain('<!channel>');
    expect(call).not.toContain('<http://evil');
  });

  it('a fall is refused, and nothing of a line with a fault is kept', async () => {
    const before = await county.opened.client.report.count();
    expect(await answer('/progress P-001 设备安装 10%')).toContain('上次82%，这次10%，变低了');
    expect(await county.opened.client.report.count()).toBe(before);
  });

  it('a stranger is told whom to ask, and nobody else hears it', async () => {
    await fetch(`${county.sandbox.url}/_sandbox/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        people: [{ handle: 'stranger', name: '雷霞', email: 'fake@elsewhere.example', locale: 'zh-CN' }],
        channels: [{ name: 'town-square', members: ['stranger', 'leixia'], bot: true }],
      }),
    });
    await county.act('stranger', { do: 'command', channel: 'town-square', text: '/digest' });
    const said = (await county.seen('stranger', 'town-square')).at(-1)?.lines.join('\n') ?? '';
    expect(said).toContain('名册里没有您');
    expect(said).toContain('任长青');
    expect(await county.seen('leixia', 'town-square')).toEqual([]);
  });

  it('the same command twice within a moment is kept once a command, never twice an envelope', async () => {
    await county.faults({ duplicate: 1 });
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 85% 两次送达' });
    await county.faults({});
    expect(await county.opened.client.report.count({ where: { note: { contains: '两次送达' } } })).toBe(1);
  });

  it('an archived channel stops nothing else, and the coordinators hear of it once', async () => {
    await county.act('renchangqing', { do: 'archive', channel: '新城街道-项目' });
    await county.act('zhangdesheng', { do: 'say', to: 'bot', text: 'P-002 用地完成了' });
    await county.act('zhangdesheng', { do: 'say', to: 'bot', text: 'P-002 施工许可 50%' });
    const told = (await county.seen('renchangqing', 'bot')).filter((message) =>
      message.lines.join('').includes('发不进去'),
    );
    expect(told).toHaveLength(1);
    expect((await county.seen('zhangdesheng', 'bot')).at(-1)?.lines[0]).toBe('已记下：');
  });

  it('a form opens within three seconds however slow the store is', async () => {
    const blocked = county.opened.transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE payload, program, person IN ACCESS EXCLUSIVE MODE`;
      await new Promise((resolve) => setTimeout(resolve, 4000));
    });
    const began = performance.now();
    expect(await county.attempt('hezhiyuan', { do: 'command', channel: unit, text: '/progress' })).toMatchObject({
      ok: true,
    });
    for (let title: string | undefined; title === undefined && performance.now() - began < 3000; ) {
      title = ((await county.sandbox.screen('hezhiyuan')) as unknown as { modal: { title: string } | null }).modal
        ?.title;
      if (title === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
      else expect(['正在打开', '上报进度']).toContain(title);
    }
    expect(performance.now() - began).toBeLessThan(3000);
    await blocked;
    expect((await county.screen('hezhiyuan')).modal?.title).toBe('上报进度');
  }, 30_000);
});
