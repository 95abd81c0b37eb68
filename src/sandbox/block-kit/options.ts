import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { anyText, bounded, plainText, several, webAddress } from './text.js';

export const option = z.strictObject({
  text: plainText(LIMITS.optionText),
  value: bounded(LIMITS.optionValue, 0),
  description: plainText(LIMITS.optionDescription).optional(),
});
/** Of checkboxes and radio buttons: markup is allowed. */
export const listedOption = z.strictObject({
  text: anyText(LIMITS.optionText),
  value: bounded(LIMITS.optionValue, 0),
  description: anyText(LIMITS.optionDescription).optional(),
});
/** Of an overflow menu. */
export const menuOption = option.extend({ url: webAddress(LIMITS.buttonUrl).optional() });
const group = z.strictObject({
  label: plainText(LIMITS.optionGroupLabel),
  options: several(option, LIMITS.selectOptions),
});
export const choices = {
  options: several(option, LIMITS.selectOptions).optional(),
  option_groups: several(group, LIMITS.optionGroups).optional(),
};

interface Choosing {
  options?: { value: string }[] | undefined;
  option_groups?: { options: { value: string }[] }[] | undefined;
}

/** Either options or groups; and what is chosen at first must be one of them. */
export function chooses(select: Choosing, initial: { value: string }[], context: z.RefinementCtx): void {
  if ((select.options === undefined) === (select.option_groups === undefined))
    context.addIssue({ code: 'custom', path: ['options'], message: 'must provide options or option_groups, not both' });
  const listed = select.options ?? (select.option_groups ?? []).flatMap((one) => one.options);
  const values = new Set(listed.map((one) => one.value));
  for (const one of initial)
    if (!values.has(one.value))
      context.addIssue({ code: 'custom', path: ['initial_option'], message: 'must be one of the options' });
}

/** The options that a bot answers to a block_suggestion. */
export const suggestions = z.object(choices);
