import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, plainText } from '../../../slack/blocks.js';
import type { SlipCase } from '../../../store/slips.js';
import { clip, unescapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { type FormAct, ids } from '../ids.js';
import { words as cardWords } from './card.js';
import { slipPhrases } from './parts.js';

const words = {
  ...cardWords,
  close: { zh: '取消', en: 'Cancel' },
  answerLabel: { zh: '办得怎么样', en: 'What was done' },
  reason: { zh: '理由', en: 'Reason' },
  to: { zh: '延到哪天', en: 'Until which day' },
  toHint: {
    zh: (day: string) => `现在限${day}，下个工作日定`,
    en: (day: string) => `Now ${day}; decided by the next workday`,
  },
} as const satisfies Phrases;

/** The form of what is to be done with a slip. */
export function actForm(ctx: Ctx, slip: SlipCase, act: FormAct): Outcome {
  const say = inLanguage(words, ctx.language);
  const phrases = slipPhrases(ctx, ctx.language);
  const { id, state } = slip;
  const about = unescapeText(
    `${phrases.title(slip)} ${phrases.project(slip)} ${phrases.typed(slip.text === '' ? (slip.milestone ?? '') : slip.text)}`,
  );
  const text = input('text', act === 'answer' ? say.answerLabel : say.reason, {
    type: 'plain_text_input',
    action_id: 'text',
    multiline: true,
    max_length: 500,
  });
  return {
    kind: 'view',
    view: form(
      ids.actForm,
      { place: ctx.place, id, version: state.version, act },
      { title: say[act], submit: say[act], close: say.close },
      [
        { type: 'context', elements: [plainText(clip(about, 150))] },
        ...(act === 'ask-time'
          ? [
              input(
                'to',
                say.to,
                { type: 'datepicker', action_id: 'to' },
                { hint: say.toHint(phrases.day(state.dueDay)) },
              ),
            ]
          : []),
        text,
      ],
    ),
  };
}
