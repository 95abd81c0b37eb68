import { describe, expect, test } from 'vitest';
import { burdenRules } from '../../src/domain/burden.js';
import { localDay } from '../../src/domain/day.js';
import { monthMessage } from '../../src/features/burden/messages/month.js';
import { deniedRefusal, monthRefusal } from '../../src/features/burden/messages/refusals.js';
import { rulesMessage } from '../../src/features/burden/messages/rules.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import { fitsRow } from '../../src/text/row.js';
import { juneBurden as june } from '../papers/given.js';
import { goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, person } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const coordinator = person(6, [{ role: 'coordinator', unitId: null }]);
const month = localDay('2020-06-01');
const quiet = { quietFrom: '20:00', quietTo: '08:00' };

describe.each(['zh', 'en'] as const)('what was sent and spared, as people read it (%s)', (language) => {
  test('a month, a broken one, an empty first one; the rules; refusals', async () => {
    const reader = ctx(coordinator, at('2020-06-24', '09:00'), language);
    const kept = burdenRules({ ...quiet, crowdedDays: 0, spared: 6518 });
    const broken = burdenRules({ quietFrom: '21:30', quietTo: '08:00', crowdedDays: 2, spared: 0 });
    const nothing = { sent: [], asked: 0, spared: {}, sparedInAll: 0, meetings: 0, attendances: 0, crowdedDays: 0 };
    const messages = [
      monthMessage(reader, june, kept),
      monthMessage(reader, { ...june, attendances: null, crowdedDays: 2 }, broken),
      monthMessage(reader, { ...nothing, month: localDay('2020-01-01') }, kept),
      rulesMessage(reader, month, kept),
      rulesMessage(reader, month, broken),
      ...[deniedRefusal(reader, '…'), monthRefusal(reader, '13月', month)].flatMap((outcome) =>
        outcome.kind === 'refuse' ? [refusalMessage(outcome.refusal, language, null)] : [],
      ),
    ];
    const lines = messages.map(({ blocks }) => blockLines(checkMessageBlocks(blocks), {}, {}, names).join('\n'));
    await goldenSent(`burden/burden-${language}`, messages);
    await goldenRead(
      `burden/burden-${language}`,
      ...messages.map((each, index) => readLines(each, lines[index] ?? '')),
    );
    for (const row of lines.slice(0, 5).flatMap((each) => each.split('\n').slice(1)))
      if (!/^(?:发了|免问|Sent|Not asked|依据|By)/.test(row)) expect(fitsRow(row, language), row).toBe(true);
  });
});
