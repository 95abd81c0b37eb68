import type { FactGoal } from '../../../domain/digest/facts.js';
import type { Ctx, Refusal } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Recorded, RecordUndone } from '../act/record.js';
import { undoRecord } from '../ids.js';
import type { GoalsRequest } from '../input.js';
import { EXAMPLES } from '../words.js';
import { goalPhrases } from './goal.js';

type Reader = Pick<Ctx, 'language' | 'program'>;

/** What was recorded, what it was before, and the way back. */
export function recordedMessage({ id, goal, value, before, on }: Recorded, { language, program }: Reader): Message {
  const { words, say, name, day, comma } = goalPhrases(program, language);
  const earlier = before === null ? words.firstValue : words.valueBefore(say.quantity(goal.measure, before));
  const text = `${words.keptValue(name(goal.name), say.quantity(goal.measure, value), day(on))}${comma}${earlier}`;
  return { text, blocks: [section(text), actions(button(undoRecord, { id }, words.undo))] };
}

export function undoneMessage({ goal, value, stands }: RecordUndone, { language, program }: Reader): Message {
  const { words, say, name, comma } = goalPhrases(program, language);
  const now = stands === null ? words.standsNone : words.standsAgain(say.quantity(goal.measure, stands));
  return plain(`${words.undone(name(goal.name), say.quantity(goal.measure, value))}${comma}${now}`);
}

export function noRecordRefusal({ language, program }: Reader): Refusal {
  const { words } = goalPhrases(program, language);
  return { wrong: words.noRecord, understood: null, instead: words.noRecordInstead };
}

/** Why `/goals …` was not understood, and what to type instead. */
export function unreadRefusal(
  request: Extract<GoalsRequest, { readonly said: string }>,
  goals: readonly FactGoal[],
  { language, program }: Reader,
): Refusal {
  const { words, name, zh } = goalPhrases(program, language);
  const said = escapeText(clip(request.said, 40));
  const names = (of: readonly FactGoal[]) =>
    of
      .slice(0, 8)
      .map((goal) => name(goal.name))
      .join(zh ? '、' : ', ');
  if (request.ask === 'unread-value') {
    const goal = goals.find(({ key }) => key === request.goal);
    const example = `/goals ${goal === undefined ? '' : goal.name[language]} ${EXAMPLES[goal?.measure ?? 'activities'][language]}`;
    return {
      wrong: words.unreadValue(said),
      understood: goal === undefined ? null : words.understoodGoal(name(goal.name)),
      instead: words.valueInstead(escapeText(example)),
    };
  }
  const several = request.ask === 'several' ? goals.filter(({ key }) => request.goals.includes(key)) : goals;
  return {
    wrong: request.ask === 'several' ? words.several(said) : words.unknownGoal(said),
    understood: null,
    instead: words.nameInstead(names(several)),
  };
}
