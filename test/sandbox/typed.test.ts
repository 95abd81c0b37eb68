import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { readable } from '../../src/sandbox/lines.js';
import fc from '../support/properties.js';
import { messages, workspace } from './probe.js';

describe('what people type', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await workspace();
  });
  afterAll(() => sandbox.close());
  const typed = async (text: string) => {
    await sandbox.act({ as: 'he', do: 'say', channel: 'leaders', text });
    const channel = await sandbox.screen('he');
    const list = (channel.channels as { name: string; messages: { text: string; lines: string[] }[] }[]).find(
      (one) => one.name === 'leaders',
    );
    const last = list?.messages.at(-1);
    return { text: last?.text ?? '', lines: (last?.lines ?? []).join('\n') };
  };

  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['请@王秀英看一下', /^请<@U\w+>看一下$/],
    ['@bot看一下', /^<@U\w+>看一下$/],
    ['@botany', '@botany'],
    ['@wang @bot：看', /^<@U\w+> <@U\w+>：看$/],
    ['在 #general 说', /^在 <#C\w+> 说$/],
    ['在 #secret 说', '在 #secret 说'],
    ['见 https://e.org/a?b=1&c=2。', '见 <https://e.org/a?b=1&amp;c=2>。'],
    ['@here 开会', '<!here> 开会'],
    ['邮箱 a@wang.cn', '邮箱 a@wang.cn'],
  ])('"%s" becomes what Slack would send', async (given, expected) => {
    const { text } = await typed(given);
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });

  it('reads on the screen as it was typed', async () => {
    const word = fc.stringMatching(/^[a-z一-龥0-9 &<>()，。！/%.:"'-]+$/);
    await fc.assert(
      fc.asyncProperty(word, async (text) => {
        fc.pre(text.trim() !== '' && !text.startsWith('/') && !text.includes('://'));
        expect((await typed(text)).lines).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['*已完成* 80%', '已完成 80%'],
    ['进度*不加粗*这里', '进度*不加粗*这里'],
    ['_斜_ ~删~ `码`', '斜 删 码'],
    ['<https://e.org|说明> <@U1> <#C1|公告> <!date^1580000000^{date}|1月26日>', '说明 @U1 #公告 1月26日'],
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['2*3*4', '2*3*4'],
  ])('markup %s reads as %s', (markup, expected) => {
    expect(readable(markup)).toBe(expected);
  });

  it('is left to the ones who are there', async () => {
    expect(await messages(sandbox, 'li', 'leaders')).toEqual([]);
  });
});
