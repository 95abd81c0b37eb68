/** The sandbox's own loose reading of blocks and views, once `check` has found them to be right. */
export interface Text {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  emoji?: boolean;
  verbatim?: boolean;
}

export interface Option {
  text: Text;
  value?: string;
  description?: Text;
  url?: string;
}

export interface Element {
  type: string;
  action_id?: string;
  text?: Text | string;
  value?: string;
  url?: string;
  style?: string;
  placeholder?: Text;
  options?: Option[];
  option_groups?: { label: Text; options: Option[] }[];
  alt_text?: string;
  image_url?: string;
  slack_file?: { id?: string; url?: string };
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  max_files?: number;
  filetypes?: string[];
  max_selected_items?: number;
  confirm?: unknown;
  elements?: Element[];
  [key: string]: unknown;
}

export interface Block {
  type: string;
  block_id?: string;
  text?: Text | string;
  fields?: Text[];
  accessory?: Element;
  elements?: Element[];
  element?: Element;
  label?: Text;
  hint?: Text;
  optional?: boolean;
  dispatch_action?: boolean;
  alt_text?: string;
  image_url?: string;
  slack_file?: { id?: string; url?: string };
  title?: Text;
  rows?: Cell[][];
  [key: string]: unknown;
}

export interface Cell {
  type: string;
  text?: string;
  elements?: Element[];
}

export type ViewType = 'modal' | 'home';

/** What a caller hands in as a view. */
export interface ViewDraft {
  type: ViewType;
  blocks: Block[];
  title?: Text;
  submit?: Text;
  close?: Text;
  private_metadata?: string;
  callback_id?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
  submit_disabled?: boolean;
}

/** One interactive element with the block that holds it. */
export interface Placed {
  block: Block;
  element: Element;
}

/** Every interactive element of the blocks, in reading order. */
export function placedElements(blocks: readonly Block[]): Placed[] {
  const found: Placed[] = [];
  for (const block of blocks) {
    if (block.type === 'input' && block.element) found.push({ block, element: block.element });
    else if (block.type === 'section' && block.accessory && block.accessory.type !== 'image')
      found.push({ block, element: block.accessory });
    else if (block.type === 'actions') for (const element of block.elements ?? []) found.push({ block, element });
  }
  return found;
}

/** The options of a select, groups laid flat. */
export function optionsOf(element: Element): Option[] {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

export function plain(text: Text | string | undefined): string {
  return typeof text === 'string' ? text : (text?.text ?? '');
}
