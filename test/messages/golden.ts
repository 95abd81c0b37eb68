import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ModalView } from '@slack/types';
import { expect } from 'vitest';
import type { Message, Picture } from '../../src/message.js';
import { checkView } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { unescapeText } from '../../src/text/escape.js';

/**
 * Golden messages: as people read them, all of them; as Slack is sent them, one of each kind of block, since every JSON
 * breaks with every word. `UPDATE=1 npm test` writes them.
 */

/** Kept as JSON too. Each kind of block and of field stands in one of them at least: blocks.test.ts counts. */
export const AS_JSON: readonly string[] = [
  'dayoff/form-zh',
  'digest/daily-zh',
  'digest/list-goal-zh',
  'digest/list-goals-zh',
  'help/help-complaint-form-zh',
  'home/official-idle-zh',
  'ledger/form-import-zh',
  'ledger/form-names-zh',
  'obstacle/claimed-zh',
  'obstacle/list-zh',
  'people/leaving-form-zh',
  'people/leaving-zh',
  'prompt/form-number-zh',
];
const asJson = new Set(AS_JSON);

/** What messages and forms are made of. A kind that is new is written here, and a golden that has it into AS_JSON. */
export const KINDS: readonly string[] = [
  'actions',
  'actions>button',
  'actions>button!danger',
  'actions>button!primary',
  'actions>external_select',
  'actions>overflow',
  'actions>static_select',
  'context',
  'data_table',
  'data_table>raw_number',
  'data_table>raw_text',
  'data_visualization',
  'data_visualization>bar',
  'divider',
  'header',
  'modal',
  'modal>actions',
  'modal>actions>button',
  'modal>context',
  'modal>input',
  'modal>input>checkboxes',
  'modal>input>datepicker',
  'modal>input>external_select',
  'modal>input>file_input',
  'modal>input>multi_static_select',
  'modal>input>number_input',
  'modal>input>plain_text_input',
  'modal>input>radio_buttons',
  'modal>input>static_select',
  'modal>input>users_select',
  'modal>section',
  'modal>section>button',
  'section',
  'section>button',
];

/** Where `npm run slack-check` wants all of them as Slack is sent them. */
const { GOLDENS_SENT } = process.env;

/** As Slack is sent it, where this one is kept so. */
export async function goldenSent(name: string, sent: object): Promise<void> {
  expect(KINDS).toEqual(expect.arrayContaining([...new Set(kindsOf(sent))]));
  for (const each of [sent].flat()) {
    const { picture } = each as { picture?: Picture };
    if (picture) expectSaid(picture);
  }
  if (GOLDENS_SENT) {
    const file = join(GOLDENS_SENT, `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(sent));
  }
  if (asJson.has(name)) await expect(`${JSON.stringify(sent, null, 2)}\n`).toMatchFileSnapshot(`${name}.json`);
}

/** What a picture says to who cannot see it fits Slack's block, and names every figure that the picture shows. */
export function expectSaid({ chart, alt }: Picture): void {
  expect(alt.length).toBeLessThanOrEqual(2000);
  const missing = shownBy(chart)
    .flatMap((text) => text.match(/\d[\d.,/]*/g) ?? [])
    .filter((figure) => !alt.includes(figure));
  expect(missing, alt).toEqual([]);
}

/** The texts of a picture that carry figures. A table's amounts are said in words (3.5亿元 for 35,000): its own golden keeps those. */
function shownBy(chart: Picture['chart']): readonly string[] {
  switch (chart.kind) {
    case 'goals':
      return [chart.title, ...chart.bars.flatMap(({ value, says }) => [value, says])];
    case 'roadmap':
      return [chart.title, chart.about, chart.today.label, ...chart.steps.map(({ says }) => says)];
    case 'calendar':
      return [
        chart.title,
        chart.about,
        chart.today?.label ?? '',
        ...chart.rows.flatMap(({ says, marks }) => [says, ...marks.map(({ day }) => String(day))]),
      ];
    case 'pool':
      return [chart.title, chart.about, ...chart.rows.flatMap(({ name, says }) => [name, says])];
    case 'table':
      return [chart.about, ...chart.rows.map(({ cells }) => cells[1]?.text ?? '')];
  }
}

const bare = (text: string) => unescapeText(text).replace(/[*_>`~\s]/g, '');

/** The lines of a message, and before them what its notification says where they do not say it. */
export const readLines = ({ text }: Pick<Message, 'text'>, lines: string): string =>
  bare(lines).includes(bare(text)) ? lines : `通知：${text}\n${lines}`;

/** Messages as they are read, below one another. */
export async function goldenRead(name: string, ...read: readonly string[]): Promise<void> {
  await expect(`${read.join('\n\n')}\n`).toMatchFileSnapshot(`${name}.txt`);
}

/** What a message or form is made of: `actions>button!primary`, `modal>input>datepicker`. */
export function kindsOf(sent: unknown, path = ''): readonly string[] {
  if (Array.isArray(sent)) return sent.flatMap((each) => kindsOf(each, path));
  if (typeof sent !== 'object' || sent === null) return [];
  const { type, style } = sent as { type?: unknown; style?: unknown };
  const named = typeof type === 'string' && type !== 'mrkdwn' && type !== 'plain_text';
  const own = named ? [path, type].filter((part) => part !== '').join('>') : path;
  const kind = named ? [typeof style === 'string' ? `${own}!${style}` : own] : [];
  return [...kind, ...Object.values(sent).flatMap((each) => kindsOf(each, own))];
}

const names = { person: (id: string) => id, channel: (id: string) => id };

/** A form as people read it; what Slack would refuse of it fails. */
export const formLines = (view: ModalView): string =>
  [view.title.text, ...blockLines(checkView(view, 'modal').blocks, {}, {}, names)].join('\n');
