import { describe, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { IndicatorFault } from '../../src/domain/indicators.js';
import { indicatorsMessage, noIndicatorsMessage } from '../../src/features/indicator/messages/list.js';
import { deniedRefusal, fileRefusal, indicatorRefusal } from '../../src/features/indicator/messages/refusals.js';
import { takeForm } from '../../src/features/indicator/messages/take-form.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { Language } from '../../src/text/language.js';
import { mayIndicators } from './given.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, person } from './obstacle-life.js';

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const ids = { person: (id: string) => id, channel: (id: string) => id };
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, ids).join('\n')),
  );
  await goldenSent(`indicator/${name}`, messages);
  await goldenRead(`indicator/${name}`, ...lines);
}

describe.each<Language>(['zh', 'en'])('indicators, as people read them (%s)', (language) => {
  const reader = ctx(person(1, [{ role: 'coordinator', unitId: null }]), at('2020-06-15', '10:00'), language);
  const faults: readonly IndicatorFault[] = [
    { what: 'head' },
    { what: 'none' },
    { what: 'many', count: 9 },
    { what: 'month-twice', month: localDay('2020-05-01') },
    { what: 'month-to-come', month: localDay('2020-07-01') },
    { what: 'name-twice', name: '<用电量>' },
    { what: 'no-number', row: 7, text: '持平' },
  ];

  test('a month with what was revised, to who sends the spreadsheet and to others; none yet', async () => {
    await golden(
      `list-${language}`,
      indicatorsMessage(reader, mayIndicators, true),
      indicatorsMessage(reader, { ...mayIndicators, revisions: [], before: null, takenBy: null }, false),
      noIndicatorsMessage(reader, true),
      noIndicatorsMessage(reader, false),
    );
  });

  test('the form, and what is not taken', async () => {
    const refusals = [
      ...faults.map((fault) => indicatorRefusal(reader, fault)),
      ...(['none', 'too-big', 'gone', 'same'] as const).map((because) => fileRefusal(reader, because)),
      deniedRefusal(reader, '由统筹人员办'),
    ];
    await golden(`refusals-${language}`, ...refusals.map(({ refusal }) => refusalMessage(refusal, language, null)));
    await goldenRead(`indicator/form-${language}`, formLines(takeForm(reader.place, language)));
  });
});
