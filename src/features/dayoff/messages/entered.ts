import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Entered } from '../model.js';
import { partsOf } from './parts.js';

const words = {
  entered: {
    zh: (who: string, days: string) => `已登记：${who}，${days}请假`,
    en: (who: string, days: string) => `Entered: ${who} is on leave, ${days}`,
  },
  held: {
    zh: (count: number) => `名下有${count}个在办卡点`,
    en: (count: number) => `${count} open obstacle${count === 1 ? ' waits' : 's wait'} on them`,
  },
  end: { zh: '销假', en: 'End it' },
  ended: {
    zh: (who: string, days: string) => `已销假：${who}，${days}`,
    en: (who: string, days: string) => `Ended: the leave of ${who}, ${days}`,
  },
  gone: { zh: '这条请假已经销了。', en: 'This leave was ended before.' },
} as const satisfies Phrases;

/** The private answer: whose leave, when, who stands in. */
export function enteredMessage(entered: Entered, language: Language, year: number): Message {
  const say = inLanguage(words, language);
  const { who, days, stands } = partsOf(entered, language, year);
  const line = say.entered(who, days);
  return {
    text: line,
    blocks: [
      section(`*${line}*\n${stands}`),
      ...(entered.held > 0 ? [context(say.held(entered.held))] : []),
      actions(button(ids.end, { id: entered.leave.id }, say.end)),
    ],
  };
}

/** In its place once it was ended. */
export function endedMessage(entered: Entered, language: Language, year: number): Message {
  const say = inLanguage(words, language);
  const { who, days } = partsOf(entered, language, year);
  return plain(say.ended(who, days));
}

/** In its place where somebody had ended it before. */
export const goneMessage = (language: Language): Message => plain(inLanguage(words, language).gone);
