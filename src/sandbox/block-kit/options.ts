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

interface Chosen {
  text: { type: string; text: string };
  value: string;
  description?: { type: string; text: string } | undefined;
}

interface Choosing {
  options?: Chosen[] | undefined;
  option_groups?: { options: Chosen[] }[] | undefined;
}

const whole = ({ text, value, description }: Chosen) =>
  JSON.stringify([text.type, text.text, value, description?.text ?? null]);

/** What is chosen at first must be one of the options, text and value alike. */
export function listed(
  options: Chosen[],
  initial: Chosen[],
  place: 'initial_option' | 'initial_options',
  context: z.RefinementCtx,
): void {
  const known = new Set(options.map(whole));
  for (const one of initial)
    if (!known.has(whole(one)))
      context.addIssue({ code: 'custom', path: [place], message: 'must be one of the options' });
}

/** Either options or groups; and what is chosen at first must be one of them. */
export function chooses(
  select: Choosing,
  initial: Chosen[],
  place: 'initial_option' | 'initial_options',
  context: z.RefinementCtx,
): void {
  if ((select.options === undefined) === (select.option_groups === undefined))
    context.addIssue({ code: 'custom', path: ['options'], message: 'must provide options or option_groups, not both' });
  listed(select.options ?? (select.option_groups ?? []).flatMap((one) => one.options), initial, place, context);
}

/** The options that a bot answers to a block_suggestion; there may be none. */
export const suggestions = z.object({
  options: several(option, LIMITS.selectOptions, 0).optional(),
  option_groups: several(group, LIMITS.optionGroups, 0).optional(),
});
