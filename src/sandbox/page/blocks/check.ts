import type { KnownBlock } from '@slack/types';
import type { Value } from '../wire.js';
import type { Words } from '../words/zh.js';
import { type AnyElement, isEmpty, statefulElements } from './values.js';

/**
 * What Slack itself refuses before the bot hears of a submission: empty inputs that are not optional, lengths, bounds.
 * @returns the fault of each block, in the page's language
 */
export function check(
  blocks: KnownBlock[],
  heldValue: (blockId: string, element: AnyElement) => Value,
  words: Words,
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { block, blockId, element } of statefulElements(blocks)) {
    if (block.type !== 'input') continue;
    const value = heldValue(blockId, element);
    const fault = isEmpty(value) ? (block.optional ? null : words.required) : faultOf(element, value, words);
    if (fault) faults[blockId] = fault;
  }
  return faults;
}

function faultOf(element: AnyElement, value: Value, words: Words): string | null {
  if (typeof value !== 'string') return null;
  const { min_length, max_length, min_value, max_value } = element;
  if (min_length !== undefined && value.length < min_length) return words.tooShort(min_length);
  if (max_length !== undefined && value.length > max_length) return words.tooLong(max_length);
  if (element.type === 'number_input') {
    const number = Number(value);
    if (!Number.isFinite(number)) return words.wrongNumber;
    if (!element.is_decimal_allowed && !Number.isInteger(number)) return words.wholeNumber;
    if (min_value !== undefined && number < Number(min_value)) return words.atLeast(min_value);
    if (max_value !== undefined && number > Number(max_value)) return words.atMost(max_value);
  }
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return words.wrongEmail;
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/i.test(value)) return words.wrongUrl;
  return null;
}
