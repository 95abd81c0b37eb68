import type { Button, KnownBlock } from '@slack/types';
import { isItemAnswered } from '../../../domain/action-item-asked.js';
import { daysBetween, type Instant, instantAt, type LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { LATE_AFTER_MS } from '../../../domain/due.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import { spanPace } from '../../../domain/pace.js';
import type { Program } from '../../../domain/program.js';
import { expectedOn, needsPercent } from '../../../domain/prompt.js';
import { stepFurther } from '../../../domain/step-further.js';
import type { Message } from '../../../message.js';
import { actions, button, context, divider, header, plain, section } from '../../../slack/blocks.js';
import type { Answer, Prompt, PromptItem } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids as editIds } from '../../edit/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { slipTitle } from '../../slip/door.js';
import { ids, type Row } from '../ids.js';
import type { PromptContext } from '../model.js';
import { actionBlocks, actionLines, answeredActions, ownRows, rideOn } from './actions.js';
import { lapsedBlocks } from './lapsed.js';
import { noteBlocks, noteLines } from './notes.js';
import { phrases } from './phrases.js';
import { answerWords, overdueBy, paceOf, standWords } from './stands.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  title: {
    zh: (day: string, count: number) => `${day}，请报${count}项`,
    en: (day: string, count: number) => `${day}: ${countEn(count, 'item')} to report`,
  },
  titleActions: {
    zh: (day: string, count: number) => `${day}，交办${count}项`,
    en: (day: string, count: number) => `${day}: ${countEn(count, 'action item')}`,
  },
  titleLeft: {
    zh: (day: string, count: number, left: number) => `${day}，请报${count}项，还有${left}项`,
    en: (day: string, count: number, left: number) => `${day}: ${countEn(count, 'item')} to report, ${left} left`,
  },
  titleDone: {
    zh: (day: string, count: number) => `${day}的${count}项都已回复`,
    en: (day: string, count: number) =>
      count === 1 ? `${day}: the one item is answered` : `${day}: all ${count} items are answered`,
  },
  handedOver: {
    zh: '今天问您的已移交给别人，您不用再报。',
    en: 'What you were asked today was handed over; there is nothing for you to report.',
  },
  titleNotes: {
    zh: (day: string, count: number) => `${day}，请看${count}件事`,
    en: (day: string, count: number) => `${day}: ${countEn(count, 'thing')} to know`,
  },
  titleLapsed: { zh: '本单位没有回复的', en: 'Your unit: not answered' },
  forOther: { zh: (name: string) => `代 ${name}`, en: (name: string) => `for ${name}` },
  gate: {
    zh: (goal: string, lacks: number) => `关口的项目：${goal}还差${lacks}个`,
    en: (goal: string, lacks: number) => `${goal} is ${lacks} short of its gate`,
  },
  onPace: { zh: '正常', en: 'On pace' },
  done: { zh: '完成', en: 'Done' },
  isLate: { zh: '要晚', en: 'Late' },
  flag: { zh: '提卡点', en: 'Flag an obstacle' },
  askLater: { zh: '申请延期', en: 'Ask for more time' },
  more: {
    zh: (count: number) => `另有${count}项没有列出`,
    en: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} not listed`,
  },
  together: {
    zh: (count: number) => `${count}项可一起答`,
    en: (count: number) => `${count} can be answered together`,
  },
  allOnPlan: { zh: '全部按计划', en: 'All on plan' },
  closed: {
    zh: (day: string, count: number, answered: number) => `${day}的${count}项：已答${answered}`,
    en: (day: string, count: number, answered: number) => `${day}, ${countEn(count, 'item')}: ${answered} answered`,
  },
  movedOn: {
    zh: (count: number, day: string) => `，${count}项转到${day}`,
    en: (count: number, day: string) => `, ${count} moved to ${day}`,
  },
  replaced: { zh: (day: string) => `已由${day}的一条代替`, en: (day: string) => `Replaced by that of ${day}` },
  openForm: { zh: '打开上报表单', en: 'Open the form' },
} as const satisfies Phrases;

const all = { ...phrases, ...words };
const dot = ' · ';

/** Long names would push the buttons off a phone's screen. */
const LONGEST_NAME = 40;

/** The message of a prompt as it stands now: open rows with their buttons, answered ones with what was answered. */
export function promptMessage(prompt: Prompt, moment: PromptContext): Message {
  const { language, items } = prompt;
  const say = inLanguage(all, language);
  // All of it is somebody else's by now.
  if (items.length === 0 && prompt.actions.length === 0 && prompt.lapsed.length === 0 && prompt.notes.length === 0)
    return plain(say.handedOver);
  if (prompt.nextDay !== null) return closedMessage(prompt, prompt.nextDay, moment);
  const title = titleOf(prompt, moment);
  const together = onPlan(prompt, moment);
  const blocks: KnownBlock[] = [
    header(title),
    ...(wasLate(prompt.askedAt, prompt.day, moment.program) ? [context(say.late)] : []),
    ...items.flatMap((item) => rowBlocks(prompt, item, moment)),
    ...actionBlocks(prompt, moment),
    ...(prompt.more > 0 ? [section(say.more(prompt.more)), actions(button(progressIds.open, {}, say.openForm))] : []),
    ...(together.length < 2
      ? []
      : [section(say.together(together.length)), actions(button(ids.allOnPlan, { prompt: prompt.id }, say.allOnPlan))]),
    ...items
      .filter((item) => item.answer === null)
      .slice(0, 1)
      .map((item) => context(say.how(exampleOfItem(item)))),
    ...(items.length + prompt.actions.length > 0 && prompt.lapsed.length > 0 ? [divider] : []),
    ...lapsedBlocks(prompt, moment),
    ...noteBlocks(prompt, moment),
  ];
  const named = items.map((item) => `${itemName(item, language)} ${answerOr(item, language, moment)}`);
  return {
    text: clip([title, ...named, ...actionLines(prompt, moment), ...noteLines(prompt, moment)].join('\n'), 3500),
    blocks,
  };
}

/** Once the next morning's message is there: what was answered stays, nothing is to press. */
function closedMessage(prompt: Prompt, nextDay: LocalDay, moment: PromptContext): Message {
  const { language, items } = prompt;
  const say = inLanguage(all, language);
  const date = (day: LocalDay) => dayWords(day, language, moment.program.year);
  const answered = items.filter((item) => item.answer !== null);
  const moved = items.filter((item) => item.answer === null && item.askedAgain).length;
  const own = ownRows(prompt);
  const count = items.length + own.length;
  const said = answered.length + own.filter(isItemAnswered).length;
  const counted = `${say.closed(date(prompt.day), count, said)}${moved > 0 ? say.movedOn(moved, date(nextDay)) : ''}`;
  const title = count === 0 ? bareTitle(prompt, moment) : counted;
  const lines = answered.flatMap((item) =>
    item.answer ? [`*${itemName(item, language)}*\n${say.answered(answerWords(item.answer, language, moment))}`] : [],
  );
  return {
    text: `${title}\n${say.replaced(date(nextDay))}`,
    blocks: [
      section(`*${title}*`),
      ...lines.map((line) => section(line)),
      ...answeredActions(prompt, moment).map((line) => section(line)),
      context(say.replaced(date(nextDay))),
    ],
  };
}

/**
 * The open rows of which *on plan* says enough: neither due nor overdue, at or above pace. Pressed day after day it is no
 * report of progress: once pace has moved past the number, the row is none of them.
 */
export const onPlan = ({ items }: Prompt, { today, program }: PromptContext): readonly PromptItem[] =>
  items.filter((item) => {
    const expected = expectedOn(item);
    if (item.answer !== null || expected === null || item.paceFrom === null || item.due === null) return false;
    const ahead = daysBetween(today, expected) > program.policy.light.dueSoonDays;
    return ahead && (item.percent ?? 0) >= spanPace(item.paceFrom, item.due, today);
  });

/** Where nothing is asked: what its reader is told. */
function bareTitle({ day, lapsed, notes, language }: Prompt, { program }: Pick<PromptContext, 'program'>): string {
  const say = inLanguage(all, language);
  return lapsed.length > 0 ? say.titleLapsed : say.titleNotes(dayWords(day, language, program.year), notes.length);
}

function titleOf(prompt: Prompt, { program }: PromptContext): string {
  const { day, items, language, more } = prompt;
  const say = inLanguage(all, language);
  const date = dayWords(day, language, program.year);
  const own = ownRows(prompt);
  const count = items.length + own.length;
  if (count === 0) return bareTitle(prompt, { program });
  const left = items.filter((item) => item.answer === null).length + own.filter((each) => !isItemAnswered(each)).length;
  if (left === 0) return say.titleDone(date, count);
  if (left < count) return say.titleLeft(date, count + more, left + more);
  return items.length === 0 ? say.titleActions(date, count) : say.title(date, count + more);
}

/** `主体封顶 · P-001 瑞胶堂阿胶健康产业园一期项目`, for lists and forms. */
export const itemName = ({ name, code }: Pick<PromptItem, 'name' | 'code'>, language: Language): string =>
  `${escapeText(clip(milestoneName(name, language), LONGEST_NAME))}${dot}${code}`;

/** A line that says the next step of a row: it could be sent as it stands. */
export const exampleOfItem = ({ code, name, percent }: PromptItem): string =>
  `${code} ${escapeText(clip(name, LONGEST_NAME))} ${stepFurther(percent)}%`;

const answerOr = (item: PromptItem, language: Language, moment: PromptContext): string =>
  item.answer ? answerWords(item.answer, language, moment) : standWords(item, language, moment);

function rowBlocks(prompt: Prompt, item: PromptItem, moment: PromptContext): KnownBlock[] {
  const { language } = prompt;
  const say = inLanguage(all, language);
  const other = item.ownerName ? `${dot}${say.forOther(escapeText(item.ownerName[language]))}` : '';
  const head = `*${escapeText(clip(milestoneName(item.name, language), LONGEST_NAME))}*${dot}${item.code} ${escapeText(clip(item.projectName, LONGEST_NAME))}${other}`;
  const row: Row = { prompt: prompt.id, milestone: item.milestoneId };
  if (item.answer) {
    const buttons = answeredButtons(prompt, item, item.answer, row);
    // Its new day is that of the action item on it, too.
    const moved = item.answer.by === 'report' && item.answer.forecast !== null ? rideOn(prompt, item, moment) : [];
    const text = section([head, say.answered(answerWords(item.answer, language, moment)), ...moved].join('\n'));
    return buttons.length === 0 ? [text] : [text, rowActions(row, buttons)];
  }
  const first = asksPercent(item, moment)
    ? button(ids.number, row, overdueBy(item, moment.today) > 0 ? say.number : say.onPace)
    : button(ids.onPace, row, say.onPace);
  return [
    section(
      [
        head,
        standWords(item, language, moment),
        ...pressedBy(item, language, moment),
        ...rideOn(prompt, item, moment),
      ].join('\n'),
    ),
    rowActions(row, [
      first,
      button(ids.done, row, say.done),
      button(ids.late, row, say.isLate),
      button(ids.blocked, row, say.blocked),
    ]),
  ];
}

/** `关口的项目：项目开工率还差1个`, `督〔2020〕9号（蓝）`. */
const pressedBy = ({ gate, slip }: PromptItem, language: Language, { program }: PromptContext): string[] => [
  ...(gate ? [inLanguage(all, language).gate(escapeText(clip(gate.goal[language], 24)), gate.lacks)] : []),
  ...(slip ? [slipTitle(program.year, slip, language)] : []),
];

/** Of several rows with the same buttons, each row's are told apart by its milestone. */
const rowActions = ({ milestone }: Row, buttons: readonly Button[]): KnownBlock =>
  actions(...buttons.map((each) => ({ ...each, action_id: `${each.action_id}#${milestone}` })));

/**
 * A late one may be followed by what is the reason, and, since an expected day moves no date, by the wish to postpone; one's own
 * report can be taken back.
 */
function answeredButtons(prompt: Prompt, item: PromptItem, answer: Answer, row: Row): readonly Button[] {
  const say = inLanguage(all, prompt.language);
  if (answer.by === 'obstacle') return [];
  return [
    ...(answer.forecast === null ? [] : [button(ids.blocked, row, say.flag)]),
    ...(answer.forecast === null || item.due === null || answer.forecast <= item.due
      ? []
      : [
          button(
            editIds.postpone,
            { project: item.projectId, milestone: item.milestoneId, to: answer.forecast },
            say.askLater,
          ),
        ]),
    ...(answer.personId === prompt.personId ? [button(ids.undo, { ...row, cause: answer.cause }, say.undo)] : []),
  ];
}

/** Overdue, *on pace* is no answer; behind pace, it says too little. */
function asksPercent(item: PromptItem, { today, program }: PromptContext): boolean {
  if (overdueBy(item, today) > 0) return true;
  return needsPercent(item.percent ?? 0, paceOf(item, today), program.policy.light);
}

/** Whether the morning's message went out later than it should. */
const wasLate = (askedAt: Instant, day: LocalDay, { policy, timeZone }: Program): boolean =>
  askedAt - instantAt(day, policy.prompts.morning, timeZone) > LATE_AFTER_MS;
