import { type Block, type Option, optionsOf, placedElements } from '../block-kit/shapes.js';
import type { InputValue, ViewState } from './records.js';

/** The key under which a value of each input type is kept in `view.state.values`; buttons and overflow menus keep none. */
const VALUE_KEYS: Record<string, string> = {
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  file_input: 'files',
};

const INITIAL_KEYS: Record<string, string> = {
  value: 'initial_value',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
};

export function valueKey(type: string): string | undefined {
  return VALUE_KEYS[type];
}

/** Several values at once (lists), or one. */
export function takesSeveral(type: string): boolean {
  return type.startsWith('multi_') || type === 'checkboxes' || type === 'file_input';
}

/** An object without inherited keys: block and action ids are the bot's to choose, `__proto__` too. */
function bare<T extends object>(): T {
  return Object.create(null) as T;
}

/** The values of one block, made when there are none yet. */
export function valuesOf(state: ViewState, blockId: string): ViewState[string] {
  const held = state[blockId];
  if (held) return held;
  const made = bare<ViewState[string]>();
  state[blockId] = made;
  return made;
}

/** What the inputs hold before anyone has touched them. */
export function initialState(blocks: readonly Block[]): ViewState {
  const state = bare<ViewState>();
  for (const { block, element } of placedElements(blocks)) {
    const key = VALUE_KEYS[element.type];
    if (key === undefined) continue;
    const initial = element[INITIAL_KEYS[key] ?? ''];
    const empty = takesSeveral(element.type) ? [] : null;
    const values = valuesOf(state, block.block_id ?? '');
    values[element.action_id ?? ''] = { type: element.type, [key]: initial ?? empty };
  }
  return state;
}

export function isEmpty(value: InputValue | undefined): boolean {
  if (!value) return true;
  const held = value[VALUE_KEYS[value.type] ?? ''];
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
}

/** The option with this visible text or value. */
export function optionNamed(options: readonly Option[], word: string): Option | undefined {
  return options.find((one) => one.text.text === word) ?? options.find((one) => one.value === word);
}

export { optionsOf };
