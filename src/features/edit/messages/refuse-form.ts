import type { Ctx, Outcome } from '../../../feature.js';
import { form } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { text } from './inputs.js';
import { phrases } from './phrases.js';

export const words = {
  refuseTitle: { zh: '不同意延期', en: 'Refuse' },
  refuseWhy: { zh: '原因（会告诉申请人）', en: 'Why (whoever asked is told)' },
  refuse: phrases.refuse,
  close: phrases.close,
} as const satisfies Phrases;

/** A postponement is refused with a reason, which whoever asked is told. */
export function refuseForm(ctx: Ctx, postponement: number): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.refuseTitle, submit: say.refuse, close: say.close };
  return {
    kind: 'view',
    view: form(ids.refuseForm, { postponement, place: ctx.place }, texts, [
      text('why', say.refuseWhy, null, 300, {}, true),
    ]),
  };
}
