import type { Button } from '@slack/types';
import type { LocalDay } from '../../../domain/day.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids as dayoffIds } from '../../dayoff/ids.js';
import { ids as helpIds } from '../../help/ids.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { ids as projectIds } from '../../project/ids.js';
import type { Wish } from '../input.js';

const words = {
  line: { zh: (example: string) => `发一句就记下：${example}`, en: (example: string) => `Send one line: ${example}` },
  obstacle: {
    zh: (code: string) => `写一句卡在哪：/obstacle ${code} 用地手续未批`,
    en: (code: string) => `Say what stops it: /obstacle ${code} no land permit`,
  },
  leads: { zh: '等您办的、找项目，都在下面', en: 'What waits for you, and how to find a project' },
  mine: {
    zh: (count: number, some: string) => `您的项目${count}个：${some}`,
    en: (count: number, some: string) => `Your projects, ${count}: ${some}`,
  },
  others: { zh: (some: string) => `${some}等`, en: (some: string) => `${some} and others` },
  none: { zh: '您名下没有项目', en: 'No project is yours' },
  leave: { zh: '请假：填起止日期和代理人', en: 'Leave: give the days and who stands in' },
  leaveForm: { zh: '请假', en: 'Enter leave' },
  report: { zh: '上报进度', en: 'Report' },
  flag: { zh: '提出卡点', en: 'Flag an obstacle' },
  how: { zh: '怎么用', en: 'How to' },
  waiting: { zh: '等我办', en: 'Waiting for me' },
  card: { zh: '卡片', en: 'Card' },
  all: { zh: (count: number) => `全部${count}`, en: (count: number) => `All ${count}` },
} as const satisfies Phrases;

/** More than these are not named in a line. */
const MOST_NAMED = 2;

/** The button that opens the whole help. */
export const howButton = (language: Language): Button => button(helpIds.help, {}, inLanguage(words, language).how);
export const reportButton = (
  language: Language,
  known: Parameters<typeof progressIds.open.value.parse>[0] = {},
): Button => button(progressIds.open, known as never, inLanguage(words, language).report, 'primary');
export const flagButton = (language: Language, known: { project?: number; text?: string } = {}): Button =>
  button(obstacleIds.open, known, inLanguage(words, language).flag);
export const cardButton = (language: Language, id: number): Button =>
  button(projectIds.card, { id }, inLanguage(words, language).card);
export const waitingButton = (language: Language): Button =>
  button(obstacleIds.list, { filter: { of: 'waiting' }, offset: 0 }, inLanguage(words, language).waiting);

const lineOf = (text: string, ...buttons: Button[]): Message => ({
  text,
  blocks: [section(text), actions(...buttons)],
});

/** How to: a line that could be sent as it stands, and two buttons. `example` null: nothing is theirs to report. */
export function helpMessage({ language }: Ctx, wish: Exclude<Wish, 'mine'>, example: string | null): Message {
  const say = inLanguage(words, language);
  const typed = example === null ? null : escapeText(example);
  if (wish === 'obstacle') {
    const code = typed?.split(' ')[0] ?? 'P-001';
    return lineOf(say.obstacle(code), flagButton(language), howButton(language));
  }
  if (typed === null) return lineOf(say.leads, waitingButton(language), howButton(language));
  return lineOf(
    say.line(typed),
    reportButton(language),
    wish === 'report' ? flagButton(language) : howButton(language),
  );
}

/** What is theirs, and the way to it. */
export function mineMessage(
  { language, person }: Ctx,
  projects: readonly { readonly id: number; readonly code: string; readonly name: string }[],
): Message {
  const say = inLanguage(words, language);
  const [first] = projects;
  if (!first) return lineOf(say.none, waitingButton(language), howButton(language));
  const named = projects
    .slice(0, MOST_NAMED)
    .map(({ code, name }) => `${code} ${escapeText(clip(name, 8))}`)
    .join(language === 'zh' ? '、' : ', ');
  const some = projects.length > MOST_NAMED ? say.others(named) : named;
  const lead =
    projects.length === 1
      ? cardButton(language, first.id)
      : button(projectIds.list, { typed: person.name }, say.all(projects.length));
  return lineOf(say.mine(projects.length, some), lead, reportButton(language));
}

/** Days off: the form, with the days that were named. */
export function leaveMessage(
  { language }: Ctx,
  days: { readonly from: LocalDay; readonly to: LocalDay } | null,
): Message {
  const say = inLanguage(words, language);
  return lineOf(
    say.leave,
    button(dayoffIds.open, days ?? { from: null, to: null }, say.leaveForm, 'primary'),
    howButton(language),
  );
}
