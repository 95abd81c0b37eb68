import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/sandbox/page/blocks/check.js';
import { type AnyElement, initialOf, valuesOf } from '../../src/sandbox/page/blocks/values.js';
import { rowsOf } from '../../src/sandbox/page/chat/rows.js';
import { findPeople } from '../../src/sandbox/page/frame/find-people.js';
import { share } from '../../src/sandbox/page/state/share.js';
import type { Message, Value } from '../../src/sandbox/page/wire.js';
import { zh } from '../../src/sandbox/page/words/zh.js';
import fc from '../support/properties.js';

describe('what did not change', () => {
  it('is always equal to the new value, and the old one itself when nothing changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(share(before, after)).toEqual(after);
        expect(share(after, structuredClone(after))).toBe(after);
      }),
    );
  });

  it('takes __proto__ for a key as any other', () => {
    const after: unknown = JSON.parse('{"__proto__": "", "text": "a"}');
    expect(Object.keys(share({}, after) as object)).toEqual(['__proto__', 'text']);
    expect(share(after, structuredClone(after))).toBe(after);
  });

  it('keeps its identity when a message comes in before or after it', () => {
    const [one, two] = [
      { ts: '1', text: 'a', blocks: [{ type: 'divider' }] },
      { ts: '2', text: 'b' },
    ];
    const shared = share([one, two], [{ ts: '0', text: 'z' }, structuredClone(one), { ts: '2', text: 'B' }]);
    expect(shared[1]).toBe(one);
    expect(shared[2]).toEqual({ ts: '2', text: 'B' });
  });
});

describe('rows of a conversation', () => {
  const message = (iso: string, fromId: string, more: Partial<Message> = {}): Message => ({
    ts: `${Date.parse(iso) / 1000}.000000`,
    from: fromId,
    fromId,
    text: '',
    ...more,
  });

  it('group an author’s messages within minutes, break at midnight of the workspace’s zone, and leave the bot’s apart', () => {
    const messages = [
      message('2020-06-16T15:57:00Z', 'U1'),
      message('2020-06-16T15:58:00Z', 'U1'),
      message('2020-06-16T15:59:00Z', 'U2'),
      message('2020-06-16T16:00:00Z', 'U2'),
      message('2020-06-16T16:01:00Z', 'U2', { ephemeral: true }),
      message('2020-06-16T16:02:00Z', 'U2', { ephemeral: true }),
      message('2020-06-16T16:03:00Z', 'UB', { bot: true }),
      message('2020-06-16T16:03:30Z', 'UB', { bot: true }),
    ];
    const rows = rowsOf(messages, 'Asia/Shanghai', messages[2]?.ts ?? null);
    expect(rows.map((row) => row.newDay)).toEqual([true, false, false, true, false, false, false, false]);
    expect(rows.map((row) => row.continues)).toEqual([false, true, false, false, false, false, false, false]);
    expect(rows.map((row) => row.firstUnread)).toEqual([false, false, true, false, false, false, false, false]);
  });
});

describe('a form', () => {
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  const blocks: KnownBlock[] = [
    {
      type: 'input',
      block_id: 'note',
      label: plain('说明'),
      element: { type: 'plain_text_input', action_id: 'a', min_length: 2 },
    },
    {
      type: 'input',
      block_id: 'percent',
      label: plain('进度'),
      optional: true,
      element: { type: 'number_input', action_id: 'a', is_decimal_allowed: false, min_value: '0', max_value: '100' },
    },
    {
      type: 'section',
      block_id: 'scope',
      text: plain('范围'),
      accessory: {
        type: 'static_select',
        action_id: 'b',
        options: [{ text: plain('全县'), value: 'all' }],
        initial_option: { text: plain('全县'), value: 'all' },
      },
    },
  ];
  const faults = (typed: Record<string, Value>) =>
    check(blocks, (blockId, element: AnyElement) => typed[blockId] ?? initialOf(element), zh);

  it('is checked before it is sent: what is missing, too short, no whole number, out of bounds', () => {
    expect(faults({})).toEqual({ note: zh.required });
    expect(faults({ note: '短' })).toEqual({ note: zh.tooShort(2) });
    expect(faults({ note: '两字', percent: '8.5' })).toEqual({ percent: zh.wholeNumber });
    expect(faults({ note: '两字', percent: '八成' })).toEqual({ percent: zh.wrongNumber });
    expect(faults({ note: '两字', percent: '101' })).toEqual({ percent: zh.atMost('100') });
    expect(faults({ note: '两字', percent: '100' })).toEqual({});
  });

  it('sends every value, untouched ones as they started', () => {
    expect(valuesOf(blocks, (_, element) => initialOf(element))).toEqual({
      note: { a: null },
      percent: { a: null },
      scope: { b: 'all' },
    });
  });
});

describe('the list of people', () => {
  const people = [
    { id: 'U1', handle: 'he', name: '何志远', title: '县委 总指挥' },
    { id: 'U2', handle: 'anna', name: 'Anna Smith', title: 'Investor' },
  ];

  it('is searched by name, role and handle, every word counting', () => {
    expect(findPeople(people, '总指 何').map((person) => person.id)).toEqual(['U1']);
    expect(findPeople(people, 'SMITH').map((person) => person.id)).toEqual(['U2']);
    expect(findPeople(people, ' ')).toEqual(people);
    expect(findPeople(people, '何 Investor')).toEqual([]);
  });
});
