import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Kept } from '../model.js';
import { keptLine, words as keptWords, type Reader } from './kept.js';

/** What became of a report whose message was edited or deleted. */
export const words = {
  notRead: { zh: '改后的这句没看出进度，原来的上报不变', en: 'The edited message says no progress; the report stands' },
  denied: {
    zh: (why: string) => `改消息没有改到上报：${why}`,
    en: (why: string) => `The edit did not change the report: ${why}`,
  },
  deleted: { zh: '消息删了，上报还在', en: 'The message is deleted; its report stands' },
  takenBack: {
    zh: '这一条先前已经撤销或更正，改消息不再算上报。要报，请另发一条。',
    en: 'This was taken back or amended before, so the edit reports nothing. Send another line to report.',
  },
  obstacle: {
    zh: '卡点已按原来的话提出，改消息不会改它。要补充，请在卡点上写。',
    en: 'The obstacle was filed as first written; an edit does not change it. Add to it on its card.',
  },
} as const satisfies Phrases;

/** Why a report is as it was, what it says, and the two ways to change that. */
export function standsMessage(why: string, kept: readonly Kept[], cause: string, reader: Reader): Message {
  const { language } = reader;
  const say = inLanguage(keptWords, language);
  const ending = language === 'zh' ? '：' : ':';
  const reason = why.replace(/[。.]$/, '');
  const lines = kept.map((each) => `*${each.code} ${escapeText(each.projectName)}*\n${keptLine(each, reader)}`);
  return {
    text: reason,
    blocks: [
      section(`${reason}${ending}\n${lines.join('\n')}`),
      actions(button(ids.undo, { cause }, say.undo), button(ids.amend, { cause }, say.amend)),
    ],
  };
}
