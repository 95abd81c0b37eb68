import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import type { StatedRow } from '../../../store/stated.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids as progressIds } from '../../progress/ids.js';
import { ids } from '../ids.js';

const words = {
  which: { zh: '撤回哪一条？', en: 'Take back which one?' },
  obstacle: {
    zh: (number: number, text: string) => `卡点${number}号 ${text}`,
    en: (number: number, text: string) => `Obstacle ${number}: ${text}`,
  },
  nothing: {
    zh: '最近一天没有您报的，没有改动。',
    en: 'You reported nothing in the last day; nothing was changed.',
  },
  notAmended: { zh: '没有改：没看懂改成什么。', en: 'Not changed: it is not clear to what.' },
  amend: { zh: '更正', en: 'Amend' },
  undo: { zh: '撤销', en: 'Undo' },
} as const satisfies Phrases;

export function reportLabel({ code, milestone, percent }: StatedRow, language: Language): string {
  const invested = { zh: '完成投资', en: 'invested' }[language];
  return [
    code,
    milestone === null ? invested : milestoneName(milestone, language),
    percent === null ? '' : `${percent}%`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export const obstacleLabel = (
  { number, text }: { readonly number: number; readonly text: string },
  language: Language,
): string => inLanguage(words, language).obstacle(number, clip(text, 30));

/** Both the last report and the last obstacle may be meant. */
export function whichMessage(
  candidates: readonly { readonly choice: string; readonly label: string }[],
  asked: string,
  language: Language,
): Message {
  const question = inLanguage(words, language).which;
  const buttons = candidates.map(({ choice, label }) => button(ids.takeBack, { choice, asked }, label));
  return { text: question, blocks: [section(`*${question}*`), actions(...buttons)] };
}

/** Nothing of theirs is there to be taken back. */
export const nothingMessage = (language: Language): Message => plain(inLanguage(words, language).nothing);

/** The report stands; its form says what it is to be. */
export function notAmended(ctx: Ctx, cause: string): Outcome {
  const say = inLanguage(words, ctx.language);
  const buttons = [button(progressIds.amend, { cause }, say.amend), button(progressIds.undo, { cause }, say.undo)];
  return {
    kind: 'say',
    message: { text: say.notAmended, blocks: [section(say.notAmended), actions(...buttons)] },
  };
}
