import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type KnownNeed } from '../ids.js';
import { factorOf } from '../rights.js';
import { factorPhrases } from './parts.js';

const words = {
  said: {
    zh: (factor: string, text: string) => `${factor}：“${text}”`,
    en: (factor: string, text: string) => `${factor}: “${text}”`,
  },
  ask: { zh: (amount: string) => `申请${amount}`, en: (amount: string) => `Ask ${amount}` },
  fill: { zh: '填数量', en: 'Fill in' },
} as const satisfies Phrases;

/** What a text says that a project needs, to be asked for by one press; what it leaves out is asked for in a form. */
export function offerBlock(ctx: Pick<Ctx, 'program' | 'language' | 'today'>, offered: KnownNeed): KnownBlock[] {
  const factor = factorOf(ctx, offered.factor);
  if (factor === null) return [];
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const { amount, part, source } = offered;
  const press =
    amount === null || part === null
      ? button(ids.openAsk, offered, say.fill)
      : button(ids.ask, { ...offered, amount, part }, say.ask(phrases.amount(amount, factor)));
  return [section(say.said(phrases.title(factor, part ?? ''), phrases.typed(source ?? '')), press)];
}
