import type { Message } from '../../../message.js';
import { context, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Entered } from '../model.js';
import { partsOf } from './parts.js';

const words = {
  toDelegate: {
    zh: (who: string, days: string) => `${who} ${days}请假，由您代理。`,
    en: (who: string, days: string) => `${who} is on leave, ${days}; you stand in.`,
  },
  toDelegateHint: {
    zh: (count: number) =>
      `期间落到其名下的卡点会发给您，您可以认领、办结、提级。现有${count}个在办：/obstacle 列表 等我。`,
    en: (count: number) =>
      `What falls to them in these days comes to you: claim, resolve or raise it. ${count} open now: /obstacle list waiting.`,
  },
} as const satisfies Phrases;

/** To the delegate: for whom, when, and what that means. */
export function delegateMessage(entered: Entered, language: Language, year: number): Message {
  const say = inLanguage(words, language);
  const { who, days } = partsOf(entered, language, year);
  const line = say.toDelegate(who, days);
  return { text: line, blocks: [section(`*${line}*`), context(say.toDelegateHint(entered.held))] };
}
