import type { Button } from '@slack/types';
import { LONGEST_DECISION } from '../../../domain/decision-line.js';
import { may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import { button } from '../../../slack/blocks.js';
import type { Instruction } from '../../../store/instructions.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { reviewsOf } from '../reviews.js';

const words = {
  toItem: { zh: '转为交办', en: 'Make an item' },
  made: { zh: (number: number) => `交办${number}号`, en: (number: number) => `Item ${number}` },
} as const satisfies Phrases;

/**
 * Makes an action item of what a leader said about a project, once: then it opens that item. null: not for this person, or
 * the program holds no reviews.
 */
export function toItemButton(
  ctx: Ctx,
  {
    project,
    id,
    text,
    item = null,
  }: { readonly project: number } & Pick<Instruction, 'id' | 'text'> & {
      readonly item?: Instruction['item'];
    },
): Button | null {
  const { program, person, language } = ctx;
  if (reviewsOf(program).length === 0 || !may(person, 'lead-review', { programId: program.id }).allowed) return null;
  const say = inLanguage(words, language);
  if (item !== null) return button(ids.card, { id: item.id }, say.made(item.number));
  return button(ids.open, { project, instruction: id, text: text.slice(0, LONGEST_DECISION) }, say.toItem);
}
