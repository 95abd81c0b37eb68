import { amountText } from '../../../domain/factor-amount.js';
import type { PlanFactor } from '../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, plainText } from '../../../slack/blocks.js';
import type { FactorNeed } from '../../../store/factors.js';
import { clip, unescapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { factorPhrases } from './parts.js';

const words = {
  title: { zh: '退回要素', en: 'Give back' },
  submit: { zh: '退回', en: 'Give back' },
  close: { zh: '取消', en: 'Cancel' },
  amount: { zh: (measure: string) => `退回多少（${measure}）`, en: (measure: string) => `How much (${measure})` },
  wrong: {
    zh: (most: string) => `写一个大于0的数，最多${most}`,
    en: (most: string) => `One number above 0, ${most} at most`,
  },
} as const satisfies Phrases;

type Held = Pick<FactorNeed, 'id' | 'code' | 'projectName' | 'nickname' | 'part' | 'given'>;

/** How much goes back: all of it, unless its project's people say less. */
export function backForm(ctx: Ctx, factor: PlanFactor, need: Held): Outcome {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const { code, projectName: name, nickname } = need;
  const about = `${phrases.named({ code, name, nickname })} · ${phrases.title(factor, need.part)}`;
  return {
    kind: 'view',
    view: form(
      ids.backForm,
      { place: ctx.place, id: need.id },
      { title: say.title, submit: say.submit, close: say.close },
      [
        { type: 'context', elements: [plainText(clip(unescapeText(about), 150))] },
        input('amount', say.amount(factor.measure), {
          type: 'plain_text_input',
          action_id: 'amount',
          max_length: 40,
          initial_value: amountText(need.given),
        }),
      ],
    ),
  };
}

export const backFault = (ctx: Ctx, factor: PlanFactor, { given }: Held): string =>
  inLanguage(words, ctx.language).wrong(factorPhrases(ctx, ctx.language).amount(given, factor));
