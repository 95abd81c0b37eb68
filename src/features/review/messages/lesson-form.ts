import type { LocalDay } from '../../../domain/day.js';
import { LONGEST_LESSON } from '../../../domain/lookback.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

const words = {
  title: { zh: '记一条经验', en: 'A lesson' },
  submit: { zh: '记下', en: 'Keep' },
  close: { zh: '取消', en: 'Cancel' },
  text: { zh: '以后怎么做', en: 'What to do from now on' },
  hint: {
    zh: '写事不写人；记下后转为交办，或者不采纳',
    en: 'About things, not persons; it becomes an action item or is dropped',
  },
} as const satisfies Phrases;

/** The form of what a gate taught. */
export function lessonForm({ language, place }: Ctx, gate: LocalDay): Outcome {
  const say = inLanguage(words, language);
  const text = input(
    'text',
    say.text,
    { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: LONGEST_LESSON },
    { hint: say.hint },
  );
  const titles = { title: say.title, submit: say.submit, close: say.close };
  return { kind: 'view', view: form(ids.lessonForm, { place, gate }, titles, [text]) };
}
