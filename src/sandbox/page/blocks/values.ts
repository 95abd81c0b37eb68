import type { KnownBlock } from '@slack/types';
import type { Value, Values } from '../wire.js';
import type { Actionable } from './actionable.js';

/** An interactive element, with the keys that any of them may carry; each kind of element reads its own. */
export interface AnyElement extends Actionable {
  /** Text, or a rich text that this page does not edit. */
  initial_value?: unknown;
  initial_option?: OptionLike;
  initial_options?: OptionLike[];
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_users?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  max_files?: number;
  filetypes?: string[];
}

export interface OptionLike {
  text: { type: string; text: string };
  value?: string;
  description?: { text: string };
  url?: string;
}

const stateful = new Set([
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'file_input',
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
]);

/** What an element holds before anybody touched it; null (or an empty list) when nothing. */
export function initialOf(element: AnyElement): Value {
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? null;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return (element.initial_options ?? []).map((option) => option.value ?? '');
    case 'users_select':
      return element.initial_user ?? null;
    case 'multi_users_select':
      return element.initial_users ?? [];
    case 'conversations_select':
      return element.initial_conversation ?? null;
    case 'multi_conversations_select':
      return element.initial_conversations ?? [];
    case 'channels_select':
      return element.initial_channel ?? null;
    case 'multi_channels_select':
      return element.initial_channels ?? [];
    case 'datepicker':
      return element.initial_date ?? null;
    case 'timepicker':
      return element.initial_time ?? null;
    case 'datetimepicker':
      return element.initial_date_time ?? null;
    case 'file_input':
      return [];
    default:
      return typeof element.initial_value === 'string' ? element.initial_value : null;
  }
}

/** Every element of a view that holds a value, with the block that it stands in. */
export function statefulElements(blocks: KnownBlock[]): { block: KnownBlock; blockId: string; element: AnyElement }[] {
  return blocks.flatMap((block) => {
    const elements: AnyElement[] =
      block.type === 'input'
        ? [block.element]
        : block.type === 'actions'
          ? block.elements
          : block.type === 'section' && block.accessory
            ? [block.accessory as AnyElement]
            : [];
    return elements
      .filter((element) => stateful.has(element.type))
      .map((element) => ({ block, blockId: block.block_id ?? '', element }));
  });
}

/** All values of a view as they stand, for a submission or for the state that goes along with a press. */
export function valuesOf(blocks: KnownBlock[], heldValue: (blockId: string, element: AnyElement) => Value): Values {
  const values: Values = {};
  for (const { blockId, element } of statefulElements(blocks)) {
    values[blockId] = { ...values[blockId], [element.action_id ?? '']: heldValue(blockId, element) };
  }
  return values;
}

export const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);
