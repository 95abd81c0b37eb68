import { NEEDS_AT_ONCE } from '../../../domain/visit.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, plainText } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Visit } from '../model.js';
import { visitPhrases } from './parts.js';

const words = {
  title: { zh: '企业要办的事', en: 'What the firm needs' },
  submit: { zh: '下一步', en: 'Next' },
  close: { zh: '取消', en: 'Cancel' },
  needs: { zh: '要办的事', en: 'Needs' },
  hint: { zh: `一行一件，最多${NEEDS_AT_ONCE}件`, en: `One a line, ${NEEDS_AT_ONCE} at most` },
} as const satisfies Phrases;

/** The form in which the needs of a firm are written, a line each. */
export function tellForm(ctx: Ctx, visit: Visit): Outcome {
  const say = inLanguage(words, ctx.language);
  const text = input(
    'text',
    say.needs,
    { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 600 },
    { hint: say.hint },
  );
  return {
    kind: 'view',
    view: form(ids.tellForm, { place: ctx.place, slot: visit.slot.id }, say, [
      { type: 'context', elements: [plainText(visitPhrases(ctx, ctx.language).firm(visit))] },
      text,
    ]),
  };
}
