import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { recordMeant, undoRecord } from '../ids.js';
import type { AskedRecord, Recorded, RecordUndone } from '../model.js';
import { goalPhrases } from './phrases.js';

/** What was recorded, and taken back. */
export const words = {
  keptValue: {
    zh: (goal: string, value: string, day: string) => `已登记：${goal} ${value}（截至${day}）`,
    en: (goal: string, value: string, day: string) => `Recorded: ${goal} ${value} (as of ${day})`,
  },
  valueBefore: { zh: (value: string) => `上次 ${value}`, en: (value: string) => `before ${value}` },
  firstValue: { zh: '首次登记', en: 'the first value' },
  asked: {
    zh: (goal: string, value: string, target: string) => `${goal} ${value}？全年目标 ${target}`,
    en: (goal: string, value: string, target: string) => `${goal} ${value}? The target is ${target}`,
  },
  meant: { zh: (value: string) => `就是 ${value}`, en: (value: string) => `Record ${value}` },
  notMeant: { zh: '还没有登记；数不对，改好再发', en: 'Not recorded yet; if it is wrong, send it again' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: {
    zh: (goal: string, value: string) => `已撤销：${goal} ${value}`,
    en: (goal: string, value: string) => `Undone: ${goal} ${value}`,
  },
  standsAgain: { zh: (value: string) => `现在是 ${value}`, en: (value: string) => `now ${value}` },
  standsNone: { zh: '现在没有登记的数值', en: 'nothing is recorded now' },
} as const satisfies Catalogue;

type Reader = Pick<Ctx, 'language' | 'program'>;

/** What was recorded, what it was before, and the way back. */
export function recordedMessage({ id, goal, value, before, on }: Recorded, { language, program }: Reader): Message {
  const own = inLanguage(words, language);
  const { say, name, day, comma } = goalPhrases(program, language);
  const earlier = before === null ? own.firstValue : own.valueBefore(say.quantity(goal.measure, before));
  const text = `${own.keptValue(name(goal.name), say.quantity(goal.measure, value), day(on))}${comma}${earlier}`;
  return { text, blocks: [section(text), actions(button(undoRecord, { id }, own.undo))] };
}

/** Asks whether a value far beyond the target is meant, with what stands. */
export function askedMessage({ goal, value, before, on, asked }: AskedRecord, { language, program }: Reader): Message {
  const own = inLanguage(words, language);
  const { say, name, comma } = goalPhrases(program, language);
  const said = say.quantity(goal.measure, value);
  const earlier = before === null ? '' : `${comma}${own.valueBefore(say.quantity(goal.measure, before))}`;
  const text = `${own.asked(name(goal.name), said, say.quantity(goal.measure, goal.target, 'up'))}${earlier}`;
  const press = button(recordMeant, { goal: goal.key, value, on, asked }, own.meant(said));
  return { text, blocks: [section(text), actions(press), context(own.notMeant)] };
}

export function undoneMessage({ goal, value, stands }: RecordUndone, { language, program }: Reader): Message {
  const own = inLanguage(words, language);
  const { say, name, comma } = goalPhrases(program, language);
  const now = stands === null ? own.standsNone : own.standsAgain(say.quantity(goal.measure, stands));
  return plain(`${own.undone(name(goal.name), say.quantity(goal.measure, value))}${comma}${now}`);
}
