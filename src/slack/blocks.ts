import type {
  Button,
  ContextBlock,
  DataTableBlock,
  KnownBlock,
  ModalView,
  Overflow,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../domain/day.js';
import type { Place, Refusal } from '../feature.js';
import type { Message, SlackFile } from '../message.js';
import type { FormId, Id } from '../on.js';
import { clip, escapeText } from '../text/escape.js';
import type { Language } from '../text/language.js';

/**
 * What features build their messages of. Everything is mention-safe and inside Slack's limits: texts that people typed
 * go through `escapeText` before they come here.
 */

/** Names a button, menu or form once, with the shape of what it carries. */
export const defineId = <Value>(id: string, value: z.ZodType<Value>): Id<Value> => ({ id, value });

/** Names a form once, with the shape of what it carries unseen and of its fields, which `filled` has the pieces for. */
export const defineForm = <Value, Fields>(
  id: string,
  value: z.ZodType<Value>,
  fields: z.ZodType<Fields>,
): FormId<Value, Fields> => ({ id, value, fields });

const typedText = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null));

/**
 * Fields of a form as people leave them. Each is null where nothing is in it, or nothing that fits: what is missing is the
 * verb's to say, at the field.
 */
export const filled = {
  /** Text as it was typed, without blanks around it. */
  text: typedText,
  day: typedText.transform((text): LocalDay | null => (text !== null && isLocalDay(text) ? text : null)),
  /** An id of ours, which a menu carries. */
  id: typedText.transform((text) => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)),
  oneOf: <const T extends string>(all: readonly T[]) =>
    typedText.transform((text): T | null => all.find((each) => each === text) ?? null),
  /** What was ticked, chosen or attached; an empty list where nothing was. */
  several: z
    .unknown()
    .optional()
    .transform((value): readonly string[] => (Array.isArray(value) ? value.map(String) : [])),
};

const about = z.enum(['project', 'milestone', 'percent', 'day', 'amount', 'matter']);

/** A line about which something was asked, as the buttons under the question carry it. */
export const partialShape = z.object({
  text: z.string(),
  answers: z.array(z.object({ about, slot: z.number(), choice: z.string() })),
  about,
  slot: z.number(),
  project: z.string().nullable(),
  milestone: z.string().nullable(),
  percent: z.number().nullable(),
});

/** More than these do not fit into a button, which carries 2,000 characters, beside a long line. */
const MOST_CARRIED = 3;

/** Files that came with a line about which something is asked, as a button carries them. */
export const sharedFiles: z.ZodType<readonly SlackFile[]> = z
  .array(z.object({ id: z.string(), name: z.string(), mimetype: z.string(), bytes: z.number() }))
  // Buttons of an earlier version carry none.
  .default([]);

/** What a button carries of files that came with a line: their names are cut, the rest is whole. */
export const carried = (files: readonly SlackFile[]): readonly SlackFile[] =>
  files.slice(0, MOST_CARRIED).map((file) => ({ ...file, name: clip(file.name, 30) }));

/** Where a form was opened, as its metadata carries it: a form has no channel of its own, and is answered there. */
export const placeShape: z.ZodType<Place> = z.object({
  channelId: z.string().nullable(),
  threadTs: z.string().nullable(),
  messageTs: z.string().nullable(),
});

/** A section of mrkdwn; `verbatim` keeps Slack from turning names into mentions or links. */
export const section = (text: string, accessory?: Button): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clip(text, 2990), verbatim: true },
  ...(accessory ? { accessory } : {}),
});

export const context = (...texts: string[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, 10).map((text) => ({ type: 'mrkdwn', text: clip(text, 1990), verbatim: true })),
});

export const header = (text: string): KnownBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: clip(text, 150) },
});

export const divider: KnownBlock = { type: 'divider' };

/** A button that carries a value of its id's shape. */
export function button<Value>(id: Id<Value>, value: Value, label: string, style?: 'primary' | 'danger'): Button {
  return {
    type: 'button',
    action_id: id.id,
    text: { type: 'plain_text', text: clip(label, 75) },
    value: JSON.stringify(value),
    ...(style ? { style } : {}),
  };
}

/**
 * A row of buttons. Slack wants every action_id of a message once: where several buttons share an id, each gets a
 * suffix after `#`, which slack/receive/listen.ts takes off.
 */
export function actions(...buttons: (Button | Overflow)[]): KnownBlock {
  const rows = buttons.slice(0, 25).map((each, index) => ({ ...each, action_id: `${each.action_id}#${index}` }));
  return { type: 'actions', elements: rows };
}

/** A menu of what is done less often, at most five: each option carries a value of its id's shape. */
export const overflow = <Value>(
  { id }: Id<Value>,
  options: readonly { readonly label: string; readonly value: Value }[],
): Overflow => ({
  type: 'overflow',
  action_id: id,
  options: options.slice(0, 5).map(({ label, value }) => option(label, JSON.stringify(value))),
});

/** What a menu shows: its options, each with a value of its id's shape, and the key of the one that holds now. */
type Menu<Value> = {
  readonly placeholder: string;
  readonly chosen: string;
  readonly options: readonly { readonly key: string; readonly label: string; readonly value: Value }[];
};

/** A row of menus of one id, each of which shows what holds; choosing another option acts at once. */
export const menus = <Value>({ id }: Id<Value>, ...rows: readonly Menu<Value>[]): KnownBlock => ({
  type: 'actions',
  elements: rows.map(({ placeholder, chosen, options }, index) => {
    const all = options.map(({ key, label, value }) => ({ key, option: option(label, JSON.stringify(value)) }));
    const initial = all.find(({ key }) => key === chosen)?.option;
    return {
      type: 'static_select' as const,
      action_id: `${id}#${index}`,
      placeholder: plainText(placeholder),
      options: all.map((each) => each.option),
      ...(initial ? { initial_option: initial } : {}),
    };
  }),
});

export const option = (label: string, value: string, description?: string): PlainTextOption => ({
  text: { type: 'plain_text', text: clip(label, 75) },
  value,
  ...(description ? { description: { type: 'plain_text', text: clip(description, 75) } } : {}),
});

/** Text that Slack shows as it is. */
export const plainText = (text: string) => ({ type: 'plain_text' as const, text });

/** What can stand in a field of a form. */
export type InputElement = Extract<KnownBlock, { type: 'input' }>['element'];

/** A field of a form; its name is its block_id, by which what was typed comes back. Needed, unless `optional`. */
export const input = (
  name: string,
  label: string,
  element: InputElement,
  settings: { readonly hint?: string; readonly optional?: boolean } = {},
): KnownBlock => ({
  type: 'input',
  block_id: name,
  label: plainText(label),
  element,
  optional: settings.optional ?? false,
  ...(settings.hint ? { hint: plainText(settings.hint) } : {}),
});

type Cell = NonNullable<DataTableBlock['rows'][number]>[number];

/** A row of a table: words as they stand, and numbers, by which it sorts. */
export type TableRow = readonly (string | number)[];

/** So many rows Slack takes, the head aside, and so many characters in all. */
const TABLE_ROWS = 100;
const TABLE_CHARACTERS = 18_000;
/** As many as a phone shows without scrolling; the table turns pages by itself. */
const TABLE_PAGE = 10;

/**
 * A table that sorts and turns pages; null where not all of its rows fit, or there are none. Messages take it, views do not, and
 * an older client may not: put it into a message as `native`.
 */
export function dataTable(caption: string, head: readonly string[], rows: readonly TableRow[]): DataTableBlock | null {
  // No cell may be empty.
  const cell = (value: string | number): Cell =>
    typeof value === 'number'
      ? { type: 'raw_number', value, text: String(value) }
      : { type: 'raw_text', text: value.trim() === '' ? '–' : value };
  const characters = [head, ...rows].flat().reduce<number>((sum, value) => sum + String(value).length, 0);
  if (rows.length === 0 || rows.length > TABLE_ROWS || characters > TABLE_CHARACTERS) return null;
  return {
    type: 'data_table',
    caption: clip(caption, 200),
    rows: [head, ...rows].map((row) => row.map(cell)),
    page_size: TABLE_PAGE,
  };
}

/** A chart that Slack draws; its types are not yet among Slack's. */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
  };
};

/** So many bars Slack takes, with names so long. */
const CHART_BARS = 20;
const CHART_LABEL = 20;

/** Bars beside each other, a group for each label, whose values come in the order of `series`; null where they do not fit. */
export function barChart(
  title: string,
  unit: string,
  series: readonly string[],
  bars: readonly { readonly label: string; readonly values: readonly number[] }[],
): ChartBlock | null {
  const labels = bars.map(({ label }) => clip(label, CHART_LABEL));
  if (bars.length === 0 || bars.length > CHART_BARS || new Set(labels).size < labels.length) return null;
  return {
    type: 'data_visualization',
    title: clip(title, 50),
    chart: {
      type: 'bar',
      series: series.map((name, at) => ({
        name: clip(name, CHART_LABEL),
        data: bars.map(({ values }, index) => ({ label: labels[index] ?? '', value: values[at] ?? 0 })),
      })),
      axis_config: { categories: labels, y_label: clip(unit, 50) },
    },
  };
}

/** A form. `metadata` comes back when it is sent. */
export function form<Value>(
  id: Id<Value>,
  metadata: Value,
  texts: { readonly title: string; readonly submit: string | null; readonly close: string },
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: id.id,
    private_metadata: JSON.stringify(metadata),
    title: { type: 'plain_text', text: clip(texts.title, 24) },
    ...(texts.submit === null ? {} : { submit: { type: 'plain_text', text: clip(texts.submit, 24) } }),
    close: { type: 'plain_text', text: clip(texts.close, 24) },
    blocks,
  };
}

/** A message of lines, one section; `text` is what notifications and old clients show. */
export const plain = (text: string): Message => ({ text: clip(text, 3500), blocks: [section(text)] });

const refusalWords = {
  zh: { understood: '理解为', instead: '请改为', typed: '您发的' },
  en: { understood: 'Understood', instead: 'Instead', typed: 'You typed' },
} as const;

/** A refusal as the person sees it: what was wrong, what was understood, what to type instead, and their own text. */
export function refusalMessage(refusal: Refusal, language: Language, typed: string | null): Message {
  const words = refusalWords[language];
  const colon = language === 'zh' ? '：' : ': ';
  const lines = [
    `*${refusal.wrong}*`,
    ...(refusal.understood === null ? [] : [`${words.understood}${colon}${refusal.understood}`]),
    `${words.instead}${colon}${refusal.instead}`,
  ];
  const blocks: KnownBlock[] = [section(lines.join('\n'))];
  if (typed) blocks.push(context(`${words.typed}${colon}${escapeText(clip(typed, 600))}`));
  return { text: clip(lines.join('\n'), 3500), blocks };
}
