import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, plainText } from '../../../slack/blocks.js';
import type { ItemCase } from '../../../store/action-items.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { type FormAct, ids } from '../ids.js';
import { words as itemWords } from './item.js';
import { itemPhrases } from './parts.js';

const words = {
  ...itemWords,
  close: { zh: '取消', en: 'Cancel' },
  to: { zh: '新的日期', en: 'The new day' },
  toHint: { zh: (day: string) => `现在是${day}`, en: (day: string) => `Now ${day}` },
  whyLate: { zh: '晚的原因', en: 'Late because' },
  whyDrop: { zh: '不办的原因', en: 'Dropped because' },
} as const satisfies Phrases;

/** The form of what is to be done with an item; `row`: opened from a row of a longer message. */
export function actForm(ctx: Ctx, item: ItemCase, act: FormAct, row = false): Outcome {
  const say = inLanguage(words, ctx.language);
  const phrases = itemPhrases(ctx, ctx.language);
  const reason = input('text', act === 'late' ? say.whyLate : say.whyDrop, {
    type: 'plain_text_input',
    action_id: 'text',
    max_length: 300,
  });
  const to = input(
    'to',
    say.to,
    { type: 'datepicker', action_id: 'to' },
    { hint: say.toHint(phrases.day(item.state.due)) },
  );
  return {
    kind: 'view',
    view: form(
      ids.actForm,
      { place: ctx.place, id: item.id, version: item.state.version, act, ...(row ? { row } : {}) },
      { title: say[act], submit: say[act], close: say.close },
      [
        { type: 'context', elements: [plainText(clip(`${phrases.number(item.number)} ${item.text}`, 150))] },
        ...(act === 'late' ? [to] : []),
        reason,
      ],
    ),
  };
}
