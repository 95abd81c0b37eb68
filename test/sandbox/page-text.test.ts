import { describe, expect, it } from 'vitest';
import { complete, withMentions, withNames } from '../../src/sandbox/page/chat/completion.js';
import { linkTo, readLink } from '../../src/sandbox/page/state/link.js';
import { type Node, parseMrkdwn } from '../../src/sandbox/page/text/mrkdwn.js';
import { clockDay, dayHeading, formatDateTokens, localDay } from '../../src/sandbox/page/text/when.js';
import { instantOf } from '../../src/sandbox/page/text/zone.js';
import fc from '../support/properties.js';

/** What a reader sees, formatting left out. */
function seen(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'break') return '\n';
      if ('children' in node) return seen(node.children);
      return 'text' in node ? node.text : `{${node.kind}}`;
    })
    .join('');
}

describe('mrkdwn', () => {
  it('knows bold, italics, strike and code, within each other', () => {
    expect(parseMrkdwn('*开工 _38_ 个* ~旧~ `a*b*`')).toEqual([
      {
        kind: 'bold',
        children: [
          { kind: 'text', text: '开工 ' },
          { kind: 'italic', children: [{ kind: 'text', text: '38' }] },
          { kind: 'text', text: ' 个' },
        ],
      },
      { kind: 'text', text: ' ' },
      { kind: 'strike', children: [{ kind: 'text', text: '旧' }] },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'a*b*' },
    ]);
  });

  it('leaves signs inside words as typed, as Slack does', () => {
    expect(parseMrkdwn('完成*80%*了 snake_case_name 3*4*5')).toEqual([
      { kind: 'text', text: '完成*80%*了 snake_case_name 3*4*5' },
    ]);
  });

  it('gathers quoted lines and keeps code blocks verbatim', () => {
    expect(parseMrkdwn('前\n&gt;一\n> 二\n```\n*不粗* &lt;b&gt;\n```后')).toEqual([
      { kind: 'text', text: '前' },
      {
        kind: 'quote',
        children: [{ kind: 'text', text: '一' }, { kind: 'break' }, { kind: 'text', text: '二' }],
      },
      { kind: 'preformatted', text: '*不粗* <b>' },
      { kind: 'text', text: '后' },
    ]);
  });

  it('reads people, channels, links, dates, broadcasts and emoji', () => {
    expect(
      parseMrkdwn(
        '<@U1> <#C1|指挥部> <https://a.cn/?x=1&amp;y=2|文件> <!date^1592301600^{date_num}|那天> <!here> :tada:',
      ),
    ).toEqual([
      { kind: 'person', id: 'U1' },
      { kind: 'text', text: ' ' },
      { kind: 'channel', id: 'C1', label: '指挥部' },
      { kind: 'text', text: ' ' },
      { kind: 'link', url: 'https://a.cn/?x=1&y=2', children: [{ kind: 'text', text: '文件' }] },
      { kind: 'text', text: ' ' },
      { kind: 'date', epochMs: 1592301600000, pattern: '{date_num}', fallback: '那天' },
      { kind: 'text', text: ' ' },
      { kind: 'broadcast', name: 'here' },
      { kind: 'text', text: ' ' },
      { kind: 'emoji', name: 'tada' },
    ]);
  });

  it('makes no link of a script address', () => {
    expect(JSON.stringify(parseMrkdwn('<javascript:alert(1)|点我>'))).not.toContain('"link"');
  });

  it('never loses or invents text that carries no signs of its own', () => {
    const signless = fc.string({ unit: fc.constantFrom('开', '工', '8', ' ', 'x', '，', '(', '-') });
    fc.assert(fc.property(signless, (text) => seen(parseMrkdwn(text)) === text));
  });

  it('reads any text whatsoever without fault, and shows escaped signs as themselves', () => {
    const wild = fc.string({
      unit: fc.constantFrom('*', '_', '~', '`', '<', '>', '|', '@', '!', ':', '\n', '&lt;', 'a', ' '),
    });
    const count = (text: string) => text.split('a').length;
    fc.assert(
      fc.property(wild, (text) => count(seen(parseMrkdwn(text))) <= count(text)),
      { numRuns: 2000 },
    );
    expect(seen(parseMrkdwn('&lt;!channel&gt; &amp;lt;'))).toBe('<!channel> &lt;');
  });
});

describe('dates', () => {
  const zone = 'Asia/Shanghai';
  const now = Date.parse('2020-06-17T01:00:00Z');

  it('are days of the workspace’s zone, not of the browser’s', () => {
    expect(localDay(Date.parse('2020-06-16T16:00:00Z'), zone)).toBe('2020-06-17');
    expect(localDay(Date.parse('2020-06-16T15:59:59Z'), zone)).toBe('2020-06-16');
  });

  it('name today and yesterday, and give the year when it is another', () => {
    expect(dayHeading(now, now, zone, 'zh')).toBe('今天 6月17日 星期三');
    expect(dayHeading(now - 86_400_000, now, zone, 'zh')).toBe('昨天 6月16日 星期二');
    expect(dayHeading(Date.parse('2019-12-31T01:00:00Z'), now, zone, 'zh')).toBe('2019年12月31日 星期二');
    expect(dayHeading(now, now, zone, 'en')).toBe('Today, Wednesday 17 June');
    expect(clockDay(now, zone, 'en')).toBe('Wed 17 Jun');
  });

  it('fill Slack’s date tokens', () => {
    expect(formatDateTokens('{date_num} {time}', now, zone, 'zh')).toBe('2020-06-17 09:00');
    expect(formatDateTokens('{date_long}', now, zone, 'zh')).toBe('2020年6月17日星期三');
  });

  it('come back from a wall-clock time in any zone', () => {
    const minutes = fc.integer({ min: 18_000_000, max: 32_000_000 }).map((n) => n * 60_000);
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Kolkata', 'UTC', 'America/St_Johns');
    fc.assert(
      fc.property(minutes, zones, (ms, timeZone) => {
        const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(ms);
        const back = instantOf(wall, timeZone);
        // The hour that clocks repeat in autumn has two instants; either is right.
        expect([0, 3_600_000]).toContain(Math.abs(back - ms));
      }),
    );
  });
});

describe('completion', () => {
  const manifest = {
    workspace: '',
    bot: { id: 'UBOT', name: '攻坚', home: true, messages: true },
    commands: [{ command: '/progress', usage: '[项目]' }, { command: '/promotion' }, { command: '/goals' }],
    shortcuts: [],
    timeZone: 'Asia/Shanghai',
  };
  const people = [
    { id: 'U1', handle: 'he', name: '何志远', title: '总指挥' },
    { id: 'U2', handle: 'hexin', name: '何新' },
  ];

  it('offers commands only at the front of the text, and people after an @', () => {
    expect(complete('/pro', 4, manifest, people)?.offers.map((offer) => offer.key)).toEqual([
      '/progress',
      '/promotion',
    ]);
    expect(complete('看 /pro', 6, manifest, people)).toBeNull();
    expect(complete('请 @何', 4, manifest, people)?.offers.map((offer) => offer.key)).toEqual(['U1', 'U2']);
    expect(complete('@总指', 3, manifest, people)?.offers.map((offer) => offer.key)).toEqual(['U1']);
    expect(complete('a@何', 3, manifest, people)).toBeNull();
  });

  it('turns picked names into mentions and back, the longer name first', () => {
    const picked = new Map([
      ['何新', 'U2'],
      ['何新民', 'U3'],
    ]);
    const stored = withMentions('@何新民 和 @何新 看一下', picked);
    expect(stored).toBe('<@U3> 和 <@U2> 看一下');
    expect(withNames(stored, (id) => ({ U2: '何新', U3: '何新民' })[id])).toBe('@何新民 和 @何新 看一下');
    expect(withNames('<@U9>', () => undefined)).toBe('<@U9>');
  });
});

describe('a message’s link', () => {
  it('names channel, message and thread', () => {
    expect(readLink('/archives/C01/p1592301600000100')).toEqual({ channel: 'C01', message: '1592301600.000100' });
    expect(readLink('/archives/C01/p1592301600000200?thread_ts=1592301600.000100&cid=C01')).toEqual({
      channel: 'C01',
      message: '1592301600.000200',
      thread: '1592301600.000100',
    });
    expect(readLink('/archives/../p1')).toBeNull();
    const link = linkTo('http://x', 'C01', '1592301600.000200', '1592301600.000100');
    expect(readLink(link.slice('http://x'.length))?.thread).toBe('1592301600.000100');
  });
});
