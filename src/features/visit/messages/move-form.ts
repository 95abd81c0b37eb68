import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { form, input, plain, plainText } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Visit } from '../model.js';
import { visitPhrases } from './parts.js';

const words = {
  title: { zh: '改天走访', en: 'Another day' },
  submit: { zh: '改', en: 'Move' },
  close: { zh: '取消', en: 'Cancel' },
  to: { zh: '改到', en: 'The new day' },
  hint: {
    zh: (day: string, until: string) => `现在是${day}，最晚${until}`,
    en: (day: string, until: string) => `Now ${day}, by ${until} at the latest`,
  },
  moved: {
    zh: (firm: string, day: string) => `已改：${firm}，${day}走访`,
    en: (firm: string, day: string) => `Moved: ${firm}, visit on ${day}`,
  },
} as const satisfies Phrases;

/** The form in which another day is chosen for a visit. */
export function moveForm(ctx: Ctx, visit: Visit): Outcome {
  const say = inLanguage(words, ctx.language);
  const phrases = visitPhrases(ctx, ctx.language);
  const to = input(
    'to',
    say.to,
    { type: 'datepicker', action_id: 'to' },
    { hint: say.hint(phrases.day(visit.slot.day), phrases.day(visit.planned.closes)) },
  );
  return {
    kind: 'view',
    view: form(ids.moveForm, { place: ctx.place, slot: visit.slot.id }, say, [
      { type: 'context', elements: [plainText(phrases.firm(visit))] },
      to,
    ]),
  };
}

export function movedMessage(ctx: Ctx, visit: Visit): Message {
  const phrases = visitPhrases(ctx, ctx.language);
  return plain(inLanguage(words, ctx.language).moved(phrases.firm(visit), phrases.dayAndWeekday(visit.slot.day)));
}
