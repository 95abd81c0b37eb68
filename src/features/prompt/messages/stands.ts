import { daysBetween, type LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { spanPace } from '../../../domain/pace.js';
import type { Answer, PromptItem } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { PromptContext } from '../model.js';
import { phrases } from './phrases.js';

/** Where one that is asked about stands, and what was answered; zh-CN and English side by side. */
export const words = {
  dueToday: { zh: '今天到期', en: 'due today' },
  dueIn: {
    zh: (day: string, days: number) => `${day}到期，还有${days}天`,
    en: (day: string, days: number) => `due ${day}, in ${countEn(days, 'day')}`,
  },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  noDue: { zh: '未定期限', en: 'no date' },
  known: {
    zh: (percent: number, day: string) => `上次 ${percent}%（${day}）`,
    en: (percent: number, day: string) => `last ${percent}% (${day})`,
  },
  knownNoPercent: { zh: (day: string) => `上次${day}报`, en: (day: string) => `last reported ${day}` },
  unknown: { zh: '还没有报过', en: 'not reported yet' },
  pace: { zh: (percent: number) => `序时 ${percent}%`, en: (percent: number) => `pace ${percent}%` },
  answeredDone: { zh: (day: string) => `${day}完成`, en: (day: string) => `done ${day}` },
  answeredObstacle: {
    zh: (number: number) => `卡住，卡点${number}号`,
    en: (number: number) => `blocked, obstacle ${number}`,
  },
} as const satisfies Phrases;

const all = { ...phrases, ...words };
const dot = ' · ';

export const overdueBy = ({ due }: PromptItem, today: LocalDay): number => (due === null ? 0 : daysBetween(due, today));

/** Pace in whole percent, 0-100; null where nothing is expected by the calendar. */
export function paceOf({ due, paceFrom }: PromptItem, today: LocalDay): number | null {
  return due === null || paceFrom === null ? null : Math.round(spanPace(paceFrom, due, today));
}

/** Where it stands, in a line: `超期7天 · 上次 80%（6月12日）`. */
export function standWords(item: PromptItem, language: Language, { today, program }: PromptContext): string {
  const say = inLanguage(all, language);
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
export function answerWords(answer: Answer, language: Language, { program }: Pick<PromptContext, 'program'>): string {
  const say = inLanguage(all, language);
  if (answer.by === 'obstacle') return say.answeredObstacle(answer.number);
  const date = (day: LocalDay) => dayWords(day, language, program.year);
  const parts = [
    answer.doneOn ? say.answeredDone(date(answer.doneOn)) : answer.percent === null ? null : `${answer.percent}%`,
    answer.forecast ? say.forecast(date(answer.forecast)) : null,
    answer.note === '' ? null : escapeText(clip(answer.note, 80)),
  ];
  return parts.filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
}
