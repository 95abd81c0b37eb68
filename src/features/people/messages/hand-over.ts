import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, form, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { HandOver, Leaving } from '../model.js';
import { personField } from './fields.js';
import { leavingMessage } from './leaving.js';
import { nameOf } from './parts.js';
import { phrases } from './phrases.js';
import { countsWords, workField } from './responsibilities.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  handOverTitle: { zh: '移交工作', en: 'Hand over work' },
  handOver: phrases.handOver,
  close: phrases.close,
  handOverTo: { zh: '接收人', en: 'To whom' },
  handOverWhat: { zh: '移交哪些', en: 'What' },
  handOverHint: {
    zh: '不选就是全部；分给几个人就分几次',
    en: 'All of it where nothing is chosen; to several people in several turns',
  },
  handedOver: {
    zh: (from: string, to: string, what: string) => `已从${from}移交给${to}：${what}。`,
    en: (from: string, to: string, what: string) => `From ${from} to ${to}: ${what}.`,
  },
  undo: phrases.undo,
  self: { zh: '不能移交给本人', en: 'They cannot take over from themselves' },
  undone: { zh: '已撤销移交，恢复原样。', en: 'Undone: all is as it was.' },
  undoGone: { zh: '这次移交已经撤销。', en: 'This was undone before.' },
  undoLate: {
    zh: '已过一天，不能撤销；要改请再移交一次。',
    en: 'It was more than a day ago and stays; hand it over again instead.',
  },
  undoStale: {
    zh: '移交以后又有改动，不能撤销；要改请再移交一次。',
    en: 'Something was changed since, so it stays; hand it over again instead.',
  },
} as const satisfies Phrases;

export function handOverForm(ctx: Ctx, { person, work }: Leaving): Outcome {
  const say = inLanguage(words, ctx.language);
  return {
    kind: 'view',
    view: form(
      ids.handOverForm,
      { person: person.id, place: ctx.place },
      { title: say.handOverTitle, submit: say.handOver, close: say.close },
      [
        section(`*${nameOf(person, ctx.language)}*\n${countsWords(work, ctx.language)}`),
        personField('to', say.handOverTo, {}, ctx.language),
        workField('what', say.handOverWhat, work, say.handOverHint, ctx.language),
      ],
    ),
  };
}

/** What was handed over, with undo, and what is left. */
export function handedOverMessage(
  { from, to, work, left, cause }: Extract<HandOver, { kind: 'handed-over' }>,
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const line = say.handedOver(nameOf(from, language), nameOf(to, language), countsWords(work, language));
  const after = leavingMessage(left, language);
  return {
    text: line,
    blocks: [section(line), actions(button(ids.undo, { cause }, say.undo)), ...after.blocks.slice(1)],
  };
}

/** At the field of whom it goes to. */
export const notToSelf = (language: Language): string => inLanguage(words, language).self;

/** What became of the undo. */
export function undoneMessage(kind: 'undone' | 'gone' | 'late' | 'stale', language: Language): Message {
  const say = inLanguage(words, language);
  return plain({ undone: say.undone, gone: say.undoGone, late: say.undoLate, stale: say.undoStale }[kind]);
}
