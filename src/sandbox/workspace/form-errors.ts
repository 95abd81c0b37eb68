import type { Block, Element } from '../block-kit/shapes.js';
import { isEmpty, valueKey } from './form.js';
import type { InputValue, Person, ViewState } from './records.js';

type Locale = Person['locale'];

/** What Slack's form says of a field, in its reader's language. */
const SAID = {
  'zh-CN': {
    complete: '请填写此项。',
    tooLong: (most: number) => `最多${most}个字。`,
    tooShort: (least: number) => `至少${least}个字。`,
    number: '请输入数字。',
    wholeNumber: '请输入整数。',
    atLeast: (least: string) => `不能小于 ${least}。`,
    atMost: (most: string) => `不能大于 ${most}。`,
    email: '请输入邮箱地址。',
    url: '请输入网址。',
    tooMany: (most: number) => `最多选${most}项。`,
  },
  'en-US': {
    complete: 'Please complete this required field.',
    tooLong: (most: number) => `This must be ${most} characters or fewer.`,
    tooShort: (least: number) => `This must be at least ${least} characters.`,
    number: 'Enter a number.',
    wholeNumber: 'Enter a whole number.',
    atLeast: (least: string) => `Enter a number that is ${least} or more.`,
    atMost: (most: string) => `Enter a number that is ${most} or less.`,
    email: 'Enter a valid email address.',
    url: 'Enter a valid URL.',
    tooMany: (most: number) => `Choose ${most} or fewer.`,
  },
} satisfies Record<Locale, unknown>;

/** What Slack's own form says before it bothers the bot: required fields, lengths, numbers, addresses. By block_id. */
export function formErrors(blocks: readonly Block[], state: ViewState, locale: Locale): Record<string, string> {
  const said = SAID[locale];
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input' || !block.element) continue;
    const value = state[block.block_id ?? '']?.[block.element.action_id ?? ''];
    const missing = block.optional ? undefined : said.complete;
    const fault = isEmpty(value) ? missing : fieldError(block.element, value, said);
    if (fault !== undefined) errors[block.block_id ?? ''] = fault;
  }
  return errors;
}

function fieldError(element: Element, value: InputValue | undefined, said: (typeof SAID)[Locale]): string | undefined {
  const text = String(value?.value ?? '');
  if (element.type === 'plain_text_input') {
    const longest = element.max_length ?? 3_000;
    const shortest = element.min_length ?? 0;
    if (text.length > longest) return said.tooLong(longest);
    if (text.length < shortest) return said.tooShort(shortest);
  }
  if (element.type === 'number_input') {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return said.number;
    if (!element.is_decimal_allowed && text.includes('.')) return said.wholeNumber;
    if (element.min_value !== undefined && Number(text) < Number(element.min_value))
      return said.atLeast(element.min_value);
    if (element.max_value !== undefined && Number(text) > Number(element.max_value))
      return said.atMost(element.max_value);
  }
  if (element.type === 'email_text_input' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) return said.email;
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(text)) return said.url;
  const listed = value?.[valueKey(element.type) ?? ''];
  const most = element.type === 'file_input' ? (element.max_files ?? 10) : element.max_selected_items;
  if (Array.isArray(listed) && most !== undefined && listed.length > most) return said.tooMany(most);
  return undefined;
}
