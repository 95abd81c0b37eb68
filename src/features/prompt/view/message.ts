import type { Button, KnownBlock } from '@slack/types';
import { daysBetween, type LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { spanPace } from '../../../domain/pace.js';
import { needsPercent } from '../../../domain/prompt.js';
import type { Message } from '../../../message.js';
import { actions, button, context, divider, header, plain, section } from '../../../slack/blocks.js';
import type { Answer, Prompt, PromptItem } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { ids as progressIds } from '../../progress/ids.js';
import { type Scene, wasLate } from '../act/scene.js';
import { ids, type Row } from '../ids.js';
import { words } from '../words.js';
import { lapsedBlocks } from './lapsed.js';

const dot = ' · ';
/** Long names would push the buttons off a phone's screen. */
const LONGEST_NAME = 40;

/** The message of a prompt as it stands now: open rows with their buttons, answered ones with what was answered. */
export function promptMessage(prompt: Prompt, scene: Scene): Message {
  const { language, items } = prompt;
  const say = inLanguage(words, language);
  // All of it is somebody else's by now.
  if (items.length === 0 && prompt.lapsed.length === 0) return plain(say.handedOver);
  const title = titleOf(prompt, scene);
  const blocks: KnownBlock[] = [
    header(title),
    ...(wasLate(prompt.askedAt, prompt.day, scene.program) ? [context(say.late)] : []),
    ...items.flatMap((item) => rowBlocks(prompt, item, scene)),
    ...(prompt.more > 0 ? [section(say.more(prompt.more)), actions(button(progressIds.open, {}, say.openForm))] : []),
    ...(items.some((item) => item.answer === null) ? [context(say.how)] : []),
    ...(items.length > 0 && prompt.lapsed.length > 0 ? [divider] : []),
    ...lapsedBlocks(prompt, scene),
  ];
  const named = items.map((item) => `${itemName(item)} ${answerOr(item, language, scene)}`);
  return { text: clip([title, ...named].join('\n'), 3500), blocks };
}

function titleOf({ day, items, language, more }: Prompt, { program }: Scene): string {
  const say = inLanguage(words, language);
  const date = dayWords(day, language, program.year);
  if (items.length === 0) return say.titleLapsed;
  const left = items.filter((item) => item.answer === null).length;
  if (left === 0) return say.titleDone(date, items.length);
  return left === items.length
    ? say.title(date, items.length + more)
    : say.titleLeft(date, items.length + more, left + more);
}

/** `主体封顶 · P-001 瑞胶堂阿胶健康产业园一期项目`, for lists and forms. */
export const itemName = ({ name, code }: Pick<PromptItem, 'name' | 'code'>): string =>
  `${escapeText(clip(name, LONGEST_NAME))}${dot}${code}`;

const answerOr = (item: PromptItem, language: Language, scene: Scene): string =>
  item.answer ? answerWords(item.answer, language, scene) : standWords(item, language, scene);

function rowBlocks(prompt: Prompt, item: PromptItem, scene: Scene): KnownBlock[] {
  const { language } = prompt;
  const say = inLanguage(words, language);
  const other = item.ownerName ? `${dot}${say.forOther(escapeText(item.ownerName[language]))}` : '';
  const head = `*${escapeText(clip(item.name, LONGEST_NAME))}*${dot}${item.code} ${escapeText(clip(item.projectName, LONGEST_NAME))}${other}`;
  const row: Row = { prompt: prompt.id, milestone: item.milestoneId };
  if (item.answer) {
    const buttons = answeredButtons(prompt, item.answer, row);
    const text = section(`${head}\n${say.answered(answerWords(item.answer, language, scene))}`);
    return buttons.length === 0 ? [text] : [text, rowActions(row, buttons)];
  }
  const first = asksPercent(item, scene)
    ? button(ids.number, row, overdueBy(item, scene.today) > 0 ? say.number : say.onPace)
    : button(ids.onPace, row, say.onPace);
  return [
    section(`${head}\n${standWords(item, language, scene)}`),
    rowActions(row, [
      first,
      button(ids.done, row, say.done),
      button(ids.late, row, say.isLate),
      button(ids.blocked, row, say.blocked),
    ]),
  ];
}

/** Of several rows with the same buttons, each row's are told apart by its milestone. */
const rowActions = ({ milestone }: Row, buttons: readonly Button[]): KnownBlock =>
  actions(...buttons.map((each) => ({ ...each, action_id: `${each.action_id}#${milestone}` })));

/** A late one may be followed by what is the reason; one's own report can be taken back. */
function answeredButtons(prompt: Prompt, answer: Answer, row: Row): readonly Button[] {
  const say = inLanguage(words, prompt.language);
  if (answer.by === 'obstacle') return [];
  return [
    ...(answer.forecast === null ? [] : [button(ids.blocked, row, say.flag)]),
    ...(answer.personId === prompt.personId ? [button(ids.undo, { ...row, cause: answer.cause }, say.undo)] : []),
  ];
}

/** Overdue, *on pace* is no answer; behind pace, it says too little. */
function asksPercent(item: PromptItem, { today, program }: Scene): boolean {
  if (overdueBy(item, today) > 0) return true;
  return needsPercent(item.percent ?? 0, paceOf(item, today), program.policy.light);
}

const overdueBy = ({ due }: PromptItem, today: LocalDay): number => (due === null ? 0 : daysBetween(due, today));

/** Pace in whole percent, 0-100; null where nothing is expected by the calendar. */
export function paceOf({ due, paceFrom }: PromptItem, today: LocalDay): number | null {
  return due === null || paceFrom === null ? null : Math.round(spanPace(paceFrom, due, today));
}

/** Where it stands, in a line: `超期 7 天 · 上次 80%（6 月 12 日）`. */
export function standWords(item: PromptItem, language: Language, { today, program }: Scene): string {
  const say = inLanguage(words, language);
  const date = (day: LocalDay) => dayWords(day, language, program.year);
  const late = overdueBy(item, today);
  const pace = paceOf(item, today);
  const due =
    item.due === null
      ? say.noDue
      : late > 0
        ? say.overdue(late)
        : late === 0
          ? say.dueToday
          : -late <= program.policy.light.dueSoonDays
            ? say.dueIn(date(item.due), -late)
            : say.due(date(item.due));
  const known =
    item.reportedOn === null
      ? say.unknown
      : item.percent === null
        ? say.knownNoPercent(date(item.reportedOn))
        : say.known(item.percent, date(item.reportedOn));
  return [
    due,
    ...(item.forecast === null ? [] : [say.forecast(date(item.forecast))]),
    known,
    ...(pace === null || late >= 0 ? [] : [say.pace(pace)]),
  ].join(dot);
}

/** What was answered, in a clause. */
export function answerWords(answer: Answer, language: Language, { program }: Pick<Scene, 'program'>): string {
  const say = inLanguage(words, language);
  if (answer.by === 'obstacle') return say.answeredObstacle(answer.number);
  const date = (day: LocalDay) => dayWords(day, language, program.year);
  const parts = [
    answer.doneOn ? say.answeredDone(date(answer.doneOn)) : answer.percent === null ? null : `${answer.percent}%`,
    answer.forecast ? say.forecast(date(answer.forecast)) : null,
    answer.note === '' ? null : escapeText(clip(answer.note, 80)),
  ];
  return parts.filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
}
