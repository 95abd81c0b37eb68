import type { KnownBlock } from '@slack/types';
import { isItemAnswered } from '../../../domain/action-item-asked.js';
import { actions, section } from '../../../slack/blocks.js';
import type { PromptAction } from '../../../store/prompt-actions.js';
import type { Prompt, PromptItem } from '../../../store/prompts.js';
import { askedItem, itemOnRow, moreItemsButton } from '../../review/door.js';
import type { PromptContext } from '../model.js';

/** With the milestones' rows more would not be read. */
const MOST_ROWS = 5;

/** The action items that have a row of their own: no milestone's row asks for their step. */
export function ownRows({ items, actions: asked }: Prompt): readonly PromptAction[] {
  const steps = new Set(items.map(({ milestoneId }) => milestoneId));
  return asked.filter(({ milestoneId }) => milestoneId === null || !steps.has(milestoneId));
}

/** What the action items of the step are that a milestone's row asks for. */
export const rideOn = (prompt: Prompt, { milestoneId }: PromptItem, moment: PromptContext): readonly string[] =>
  prompt.actions
    .filter((each) => each.milestoneId === milestoneId && each.standing === 'open')
    .map((each) => itemOnRow(moment, each, prompt.language));

/** The rows of action items, those to answer first. */
export function actionBlocks(prompt: Prompt, moment: PromptContext): readonly KnownBlock[] {
  const own = ownRows(prompt);
  const inOrder = [...own.filter((each) => !isItemAnswered(each)), ...own.filter(isItemAnswered)];
  const left = inOrder.length - MOST_ROWS;
  return [
    ...inOrder.slice(0, MOST_ROWS).flatMap((each): KnownBlock[] => {
      const { rows, buttons } = askedItem(moment, each, prompt.language);
      // Of several rows with the same buttons, each row's are told apart by its item.
      const told = buttons.map((one) => ({ ...one, action_id: `${one.action_id}#${each.itemId}` }));
      return [section(rows.join('\n')), ...(told.length === 0 ? [] : [actions(...told)])];
    }),
    ...(left > 0 ? [actions(moreItemsButton(left, prompt.language))] : []),
  ];
}

/** The same in the message's plain text. */
export const actionLines = (prompt: Prompt, moment: PromptContext): readonly string[] =>
  ownRows(prompt).map((each) => askedItem(moment, each, prompt.language).line);

/** Those that were answered, once the next morning's message is there. */
export const answeredActions = (prompt: Prompt, moment: PromptContext): readonly string[] =>
  ownRows(prompt)
    .filter(isItemAnswered)
    .map((each) => askedItem(moment, each, prompt.language).rows.join('\n'));
