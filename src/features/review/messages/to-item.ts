import type { Button } from '@slack/types';
import { LONGEST_DECISION } from '../../../domain/decision-line.js';
import { may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import { button } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { reviewsOf } from '../reviews.js';

const words = { toItem: { zh: '转为交办', en: 'Make an item' } } as const satisfies Phrases;

/** Makes an action item of what a leader said about a project; null: not for this person, or the program holds no reviews. */
export function toItemButton(
  ctx: Ctx,
  { project, text }: { readonly project: number; readonly text: string },
): Button | null {
  const { program, person, language } = ctx;
  if (reviewsOf(program).length === 0 || !may(person, 'lead-review', { programId: program.id }).allowed) return null;
  return button(ids.open, { project, text: text.slice(0, LONGEST_DECISION) }, inLanguage(words, language).toItem);
}
