import { describe, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Outcome } from '../../src/feature.js';
import { keptMessage } from '../../src/features/progress/messages/kept.js';
import { tripsMessage } from '../../src/features/trip/messages/list.js';
import { decidedMessage, proposalBlocks } from '../../src/features/trip/messages/proposal.js';
import { deniedRefusal, goneRefusal, offRefusal } from '../../src/features/trip/messages/refusals.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { StatedRow } from '../../src/store/stated.js';
import type { Language } from '../../src/text/language.js';
import { goldenRead, goldenSent, readLines } from './golden.js';
import { at, program as county, ctx, person } from './obstacle-life.js';

const program = {
  ...county,
  policy: {
    ...county.policy,
    mechanisms: { ...county.policy.mechanisms, trips: { procedures: ['用地', '施工许可', '环评'] } },
  },
};
const kept: StatedRow = {
  projectId: 17,
  code: 'P-017',
  projectName: '本草堂项目',
  milestone: '施工许可',
  percent: 100,
  before: 80,
  doneOn: localDay('2020-06-17'),
  forecast: null,
  stays: null,
  investment: null,
  note: '',
  onDay: localDay('2020-06-17'),
  late: false,
  evidence: { photos: 0, files: 0 },
};
const names = { person: (id: string) => id, channel: (id: string) => id };

describe.each<Language>(['zh', 'en'])('trips, as people read them (%s)', (language) => {
  const reader = {
    ...ctx(person(6, [{ role: 'coordinator', unitId: null }]), at('2020-06-17', '10:00'), language),
    program,
  };
  async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
    await goldenSent(`trip/${name}-${language}`, messages);
    const lines = messages.map((each) =>
      readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
    );
    await goldenRead(`trip/${name}-${language}`, ...lines);
  }
  const messageOf = (outcome: Outcome): Message => {
    if (outcome.kind !== 'refuse') throw new Error(outcome.kind);
    return refusalMessage(outcome.refusal, language, null);
  };

  test('the question, answered, and where there is none to ask', async () => {
    await golden(
      'question',
      keptMessage([kept], 'c', reader),
      keptMessage([kept, { ...kept, milestone: '开工', before: null }], 'c', reader),
      ...([0, 1, 2] as const).map((trips) => keptMessage([kept], 'c', reader, null, new Map([['17 施工许可', trips]]))),
      keptMessage([kept, { ...kept, milestone: '环评' }], 'c', reader, null, new Map([['17 施工许可', 1]])),
      // One approval of two projects: each question names its own.
      keptMessage([kept, { ...kept, projectId: 18, code: 'P-018' }], 'c', reader, null, new Map([['17 施工许可', 1]])),
      keptMessage([{ ...kept, percent: 90, doneOn: null }], 'c', reader),
      keptMessage([{ ...kept, before: 100 }], 'c', reader),
      keptMessage([{ ...kept, milestone: '开工' }], 'c', reader),
    );
  });

  test('by procedure, what they propose, and refusals', async () => {
    const june = localDay('2020-06-01');
    const two = ['施工许可', '环评'].map((procedure) => ({ procedure, month: june, answers: 3 }));
    await golden(
      'list',
      tripsMessage(reader, [], 1),
      tripsMessage(
        reader,
        [
          { procedure: '施工许可', answers: 20, told: { meanHundredths: 60, within: 90 } },
          { procedure: '环评', answers: 4, told: null },
        ],
        1,
      ),
      { text: '', blocks: proposalBlocks(reader, two) },
      decidedMessage(reader, { procedure: '施工许可', month: june }),
      messageOf(goneRefusal(reader)),
      messageOf(offRefusal(reader)),
      messageOf(deniedRefusal(reader, '不属于您')),
    );
  });
});
