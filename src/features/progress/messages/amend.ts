import type { Ctx, Outcome } from '../../../feature.js';
import { form, input } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

/** The form to amend a report. */
export const words = {
  amendTitle: { zh: '更正上报', en: 'Amend a report' },
  amendSubmit: { zh: '更正', en: 'Amend' },
  close: { zh: '取消', en: 'Cancel' },
  lineLabel: { zh: '这一条应为', en: 'It should say' },
  lineHint: { zh: '写法同平时上报；日报会随之更正', en: 'Written as usual; the digest is corrected with it' },
  whyLabel: { zh: '为什么改低', en: 'Why it falls' },
  whyHint: { zh: '比原来低才填，会显示在这一条里', en: 'Only for a lower figure; it is shown with it' },
  whyNeeded: { zh: '比原来低，写明原因', en: 'It is lower than before: say why' },
  namesNone: {
    zh: '这一句没有说到原来报的任何一项，没有改',
    en: 'This names nothing of what was reported, so nothing was changed',
  },
  notUnderstood: { zh: '没有看懂，请写全：编号、节点、百分数', en: 'Not understood: give code, milestone and percent' },
} as const satisfies Phrases;

/** The form to amend a report: its line, as it was typed. */
export function amendOutcome(ctx: Ctx, cause: string, said: string): Outcome {
  const say = inLanguage(words, ctx.language);
  return {
    kind: 'view',
    view: form(
      ids.amendForm,
      { place: ctx.place, cause },
      { title: say.amendTitle, submit: say.amendSubmit, close: say.close },
      [
        input(
          'line',
          say.lineLabel,
          { type: 'plain_text_input', action_id: 'line', multiline: true, max_length: 1000, initial_value: said },
          { hint: say.lineHint, optional: false },
        ),
        input(
          'why',
          say.whyLabel,
          { type: 'plain_text_input', action_id: 'why', max_length: 60 },
          { hint: say.whyHint, optional: true },
        ),
      ],
    ),
  };
}
