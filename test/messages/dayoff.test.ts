import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { delegateMessage } from '../../src/features/dayoff/messages/delegate.js';
import { endedMessage, enteredMessage } from '../../src/features/dayoff/messages/entered.js';
import { leaveForm } from '../../src/features/dayoff/messages/form.js';
import { leavesMessage } from '../../src/features/dayoff/messages/list.js';
import { refusedWords } from '../../src/features/dayoff/messages/refusals.js';
import type { Entered } from '../../src/features/dayoff/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import type { Language } from '../../src/text/language.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, people, person } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const leave = { id: 1, personId: 2, delegateId: 6, from: localDay('2020-05-06'), to: localDay('2020-05-09'), byId: 2 };
const entered: Entered = { leave, people, held: 2, actingId: 6 };
const coordinator = person(6, [{ role: 'coordinator', unitId: null }]);
const now = at('2020-05-06', '08:30');

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
  );
  await goldenSent(`dayoff/${name}`, messages);
  await goldenRead(`dayoff/${name}`, ...lines);
}

describe.each<Language>(['zh', 'en'])('leave, as people read it (%s)', (language) => {
  test('entered: with a delegate, with a chain, with nobody', async () => {
    await golden(
      `entered-${language}`,
      enteredMessage(entered, language, 2020),
      enteredMessage({ ...entered, actingId: 3 }, language, 2020),
      enteredMessage(
        { ...entered, leave: { ...leave, delegateId: null, to: leave.from }, actingId: null },
        language,
        2020,
      ),
      endedMessage(entered, language, 2020),
    );
  });

  test('the delegate is told', async () => {
    await golden(`delegate-${language}`, delegateMessage(entered, language, 2020));
  });

  test('the list, and an empty one', async () => {
    const who = ctx(coordinator, now, language);
    await golden(`list-${language}`, leavesMessage(who, [entered]), leavesMessage(who, []));
  });

  test('the form of a coordinator', async () => {
    const outcome = leaveForm(ctx(coordinator, now, language));
    if (outcome.kind !== 'view') throw new Error(outcome.kind);
    await goldenSent(`dayoff/form-${language}`, outcome.view);
    await goldenRead(`dayoff/form-${language}`, formLines(outcome.view));
  });

  test('every refusal has its words', () => {
    for (const because of ['order', 'past', 'self', 'stranger'] as const)
      expect(refusedWords(because, language).length).toBeGreaterThan(5);
  });
});
