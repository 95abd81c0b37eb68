import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const unit = '经济开发区-项目';

describe('leaders read one digest that is right', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  const digestIn = async (as: string, channel: string) =>
    (await county.seen(as, channel)).find(
      (message) => !message.ephemeral && message.thread === null && /日报|digest/i.test(message.lines[0] ?? ''),
    );

  it('a report of the day stands in the digest that comes at 18:00, in the language of the channel', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 开工完成了' });
    await county.clock({ set: '18:00' });
    const chinese = await digestIn('leixia', '全县调度');
    expect(chinese?.lines.join('\n')).toContain('完成1');
    const english = await digestIn('leixia', 'assault-year');
    expect(english?.lines[0]).toMatch(/^Wed 17 June/);
  });

  it('undoing the report corrects both digests in place, visibly', async () => {
    const before = await digestIn('leixia', '全县调度');
    const english = await digestIn('leixia', 'assault-year');
    await county.act('hezhiyuan', { do: 'press', label: '撤销' });
    const after = await digestIn('leixia', '全县调度');
    expect(after?.ts).toBe(before?.ts);
    expect(after?.lines.join('\n')).toContain('更正');
    expect(after?.lines.join('\n')).not.toContain('完成1');
    // Slack marks no message as edited whose blocks were updated: the digest itself says that it was corrected.
    const corrected = await digestIn('leixia', 'assault-year');
    expect(corrected?.ts).toBe(english?.ts);
    expect(corrected?.lines.join('\n')).toMatch(/correct/i);
  });

  it('a day off has no digest, the next working day has', async () => {
    const count = async () =>
      (await county.seen('leixia', '全县调度')).filter((message) => message.thread === null && !message.ephemeral)
        .length;
    const before = await count();
    await county.clock({ set: '2020-06-18 18:30' });
    await county.clock({ set: '2020-06-21 20:00' });
    // Thursday and Friday; the weekend is off.
    expect(await count()).toBe(before + 2);
  });
});

describe('the same in English', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('an English-reading official reports, reads the digest, and undoes', async () => {
    await county.act('daniel-reed', { do: 'say', to: 'bot', text: 'P-044 signing 60%, draft contract exchanged' });
    expect((await county.newest('daniel-reed', 'bot'))[0]).toBe('Noted:');
    await county.act('daniel-reed', { do: 'command', channel: 'assault-year', text: '/digest' });
    const digest = (await county.seen('daniel-reed', 'assault-year')).filter((message) => message.ephemeral).at(-1);
    expect(digest?.lines.join('\n')).toMatch(/Daily digest/);
    await county.act('daniel-reed', { do: 'press', label: 'Undo' });
    expect((await county.newest('daniel-reed', 'bot'))[0]).toBe('Taken back; it no longer counts:');
    await county.act('daniel-reed', { do: 'command', channel: 'assault-year', text: '/digest' });
    const again = (await county.seen('daniel-reed', 'assault-year')).filter((message) => message.ephemeral).at(-1);
    expect(again?.lines.join('\n')).toMatch(/Nothing changed since the last one/);
  });
});
