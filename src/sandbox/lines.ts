import { unescapeText } from './block-kit/escape.js';
import { type Block, type Cell, type Element, type Option, optionsOf, plain, type Text } from './block-kit/shapes.js';
import { valueKey } from './workspace/form.js';
import type { Attachment, InputValue, Message, View, ViewState } from './workspace/records.js';
import type { World } from './world.js';

/** Names for ids in a text. */
export interface Names {
  person(id: string): string;
  channel(id: string): string;
}

const NOBODY: Names = { person: (id) => id, channel: (id) => id };

export function namesOf(world: World): Names {
  return {
    person: (id) => world.people.get(id)?.name ?? id,
    channel: (id) => world.channels.get(id)?.name ?? id,
  };
}

/** Markup as it reads on the screen: names for ids, link texts, no marks for bold and the like. */
export function readable(text: string, names: Names = NOBODY): string {
  const linked = text.replace(/<([^<>]+)>/g, (_whole, inner: string) => {
    const [target = '', shown] = inner.split('|');
    if (target.startsWith('@')) return `@${names.person(target.slice(1))}`;
    if (target.startsWith('#')) return `#${shown || names.channel(target.slice(1))}`;
    if (target.startsWith('!date')) return shown ?? '';
    if (target.startsWith('!')) return `@${target.slice(1).split('^')[0]}`;
    return shown ?? target.replace(/^mailto:/, '');
  });
  let bare = linked.replace(/```([\s\S]*?)```/g, '$1').replace(/`([^`\n]+)`/g, '$1');
  for (const mark of ['\\*', '_', '~']) {
    const inner = new RegExp(`(?<![\\p{L}\\p{N}])${mark}(\\S(?:[^\\n]*?\\S)?)${mark}(?![\\p{L}\\p{N}])`, 'gu');
    bare = bare.replace(inner, '$1');
  }
  return unescapeText(bare.replace(/^&gt; ?/gm, ''));
}

function textLine(text: Text | string | undefined, names: Names): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text.type === 'mrkdwn' ? readable(text.text, names) : text.text;
}

/** Blocks, line by line: buttons in [brackets], selects with ⌄, inputs with label and value, images by their alt text. */
export function blockLines(
  blocks: readonly Block[],
  state: ViewState,
  errors: Record<string, string>,
  names: Names,
): string[] {
  return blocks.flatMap((block) => {
    const held = state[block.block_id ?? ''] ?? {};
    const error = errors[block.block_id ?? ''];
    return [...linesOf(block, held, names), ...(error === undefined ? [] : [`! ${error}`])];
  });
}

function linesOf(block: Block, held: Record<string, InputValue>, names: Names): string[] {
  switch (block.type) {
    case 'header':
      return textLine(block.text, names).split('\n');
    case 'markdown':
      return markdownLines(plain(block.text), names);
    case 'divider':
      return ['———'];
    case 'section': {
      const text = block.text === undefined ? [] : textLine(block.text, names).split('\n');
      const fields = (block.fields ?? []).flatMap((field) => textLine(field, names).split('\n'));
      const accessory = block.accessory ? [control(block.accessory, held, names)] : [];
      return [...text, ...fields, ...accessory];
    }
    case 'context':
      return [(block.elements ?? []).map((one) => contextPart(one, names)).join(' ')];
    case 'actions':
      return [(block.elements ?? []).map((one) => control(one, held, names)).join(' ')];
    case 'image':
      return [...(block.title ? [textLine(block.title, names)] : []), `(${block.alt_text ?? ''})`];
    case 'input':
      return inputLines(block, held, names);
    case 'rich_text':
      return (block.elements ?? []).flatMap((one) => richLines(one, names));
    case 'data_visualization':
      return chartLines(block);
    case 'file':
    case 'video':
      return [`(${block.title ? textLine(block.title, names) : String(block.external_id)})`];
    case 'data_table':
    case 'table':
      return (block.rows ?? []).map((row) => row.map((cell) => cellText(cell, names)).join(' | '));
    default:
      return [];
  }
}

interface Chart {
  segments?: { label: string; value: number }[];
  series?: { name: string; data: { label: string; value: number }[] }[];
}

/** A chart by its numbers: the title, then a line for each series, or for a pie's slices. */
function chartLines(block: Block): string[] {
  const { segments, series = [] } = block.chart as Chart;
  const values = (points: { label: string; value: number }[]) =>
    points.map((one) => `${one.label} ${one.value}`).join(', ');
  const drawn = series.map((one) => `${one.name}: ${values(one.data)}`);
  return [String(block.title), ...(segments ? [values(segments)] : drawn)];
}

/** Markdown as it reads: no marks, list items with a dot. */
function markdownLines(text: string, names: Names): string[] {
  const bare = text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/(\*\*|__)(\S(?:[^\n]*?\S)?)\1/g, '$2')
    .replace(/^#{1,6} +/gm, '')
    .replace(/^(\s*)[-*] +/gm, '$1• ');
  return readable(bare, names).split('\n');
}

function contextPart(element: Element, names: Names): string {
  return element.type === 'image' ? `(${element.alt_text ?? ''})` : textLine(element as unknown as Text, names);
}

function inputLines(block: Block, held: Record<string, InputValue>, names: Names): string[] {
  const element = block.element;
  if (!element) return [];
  const label = textLine(block.label, names);
  const hint = block.hint ? [textLine(block.hint, names)] : [];
  if (element.type === 'checkboxes' || element.type === 'radio_buttons')
    return [label, control(element, held, names), ...hint];
  const value = valueText(held[element.action_id ?? ''], names) || plain(element.placeholder);
  const arrow = /select|picker/.test(element.type) ? ' ⌄' : '';
  return [`${label}: ${value}${arrow}`, ...hint];
}

function control(element: Element, held: Record<string, InputValue>, names: Names): string {
  if (element.type === 'button') return `[${plain(element.text)}]`;
  if (element.type === 'image') return `(${element.alt_text ?? ''})`;
  const value = held[element.action_id ?? ''];
  if (element.type === 'overflow')
    return `⋯ ⌄ ${optionsOf(element)
      .map((one) => one.text.text)
      .join(' / ')}`;
  if (element.type === 'checkboxes' || element.type === 'radio_buttons') {
    const [on, off] = element.type === 'checkboxes' ? ['☑', '☐'] : ['◉', '○'];
    const chosen = new Set(
      [value?.selected_options ?? [], value?.selected_option ?? []].flat().map((one) => (one as Option).value),
    );
    return optionsOf(element)
      .map((one) => `${chosen.has(one.value ?? '') ? on : off} ${textLine(one.text, names)}`)
      .join('  ');
  }
  return `${valueText(value, names) || plain(element.placeholder)} ⌄`;
}

/** What an input holds, as it reads. */
export function valueText(value: InputValue | undefined, names: Names): string {
  if (!value) return '';
  const held = value[valueKey(value.type) ?? ''];
  if (held === null || held === undefined) return '';
  const list = Array.isArray(held) ? held : [held];
  return list
    .map((one) => {
      if (typeof one === 'object' && one !== null && 'text' in one) return plain((one as Option).text);
      if (typeof one === 'object' && one !== null && 'name' in one) return String(one.name);
      if (typeof one === 'string' && value.type.includes('users')) return names.person(one);
      if (typeof one === 'string' && /conversations|channels/.test(value.type)) return names.channel(one);
      return String(one);
    })
    .join(', ');
}

function cellText(cell: Cell, names: Names): string {
  if (cell.type === 'rich_text') return (cell.elements ?? []).flatMap((one) => richLines(one, names)).join(' ');
  return cell.text ?? String((cell as unknown as { value?: number }).value ?? '');
}

function richLines(element: Element, names: Names): string[] {
  if (element.type === 'rich_text_list')
    return (element.elements ?? []).flatMap((one, index) => {
      const mark = element.style === 'ordered' ? `${index + 1}.` : '•';
      return richLines(one, names).map((line) => `${mark} ${line}`);
    });
  return (element.elements ?? [])
    .map((leaf) => richText(leaf, names))
    .join('')
    .split('\n');
}

function richText(leaf: Element, names: Names): string {
  switch (leaf.type) {
    case 'user':
      return `@${names.person(String(leaf.user_id))}`;
    case 'channel':
      return `#${names.channel(String(leaf.channel_id))}`;
    case 'broadcast':
      return `@${String(leaf.range)}`;
    case 'emoji':
      return `:${String(leaf.name)}:`;
    case 'date':
      return String(leaf.fallback ?? leaf.format);
    case 'link':
      return String(leaf.text ?? leaf.url);
    default:
      return plain(leaf.text);
  }
}

function attachmentLines(one: Attachment, message: Message, names: Names): string[] {
  if (one.blocks) return blockLines(one.blocks, message.state, {}, names);
  const words = [one.pretext, one.title, one.text ?? one.fallback].filter((text) => text !== undefined && text !== '');
  return words.flatMap((text) => readable(String(text), names).split('\n'));
}

export function messageLines(world: World, message: Message): string[] {
  const names = namesOf(world);
  const body =
    message.blocks.length > 0
      ? blockLines(message.blocks, message.state, {}, names)
      : message.text === ''
        ? []
        : readable(message.text, names).split('\n');
  const below = (message.attachments ?? []).flatMap((one) => attachmentLines(one, message, names));
  const files = message.files.map((id) => `(${world.files.get(id)?.title ?? id})`);
  return [...body, ...below, ...files];
}

export function viewLines(world: World, view: View): string[] {
  const body = blockLines(view.blocks, view.state, view.errors, namesOf(world));
  if (view.type === 'home') return body;
  const buttons = [view.close ? `[${view.close.text}]` : '', view.submit ? `[${view.submit.text}]` : ''];
  return [
    view.title?.text ?? '',
    ...body,
    ...(view.trouble === undefined ? [] : [`! ${view.trouble}`]),
    buttons.filter((one) => one !== '').join(' '),
  ].filter((line) => line !== '');
}
