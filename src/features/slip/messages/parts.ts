import { dayAt, daysBetween, type LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import { countedWords } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { SlipColour } from '../../../domain/slip.js';
import type { WorkCalendar } from '../../../domain/workday.js';
import { deadline, workdaysBetween } from '../../../domain/workday.js';
import type { SlipCase } from '../../../store/slips.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { SeenSlip } from '../model.js';

const words = {
  blue: { zh: '蓝', en: 'blue' },
  yellow: { zh: '黄', en: 'yellow' },
  red: { zh: '红', en: 'red' },
  number: {
    zh: (year: number, number: number) => `督〔${year}〕${number}号`,
    en: (year: number, number: number) => `Slip ${year}-${number}`,
  },
  coloured: {
    zh: (number: string, colour: string) => `${number}（${colour}）`,
    en: (number: string, colour: string) => `${number} (${colour})`,
  },
  milestone: {
    zh: (name: string, due: string) => `${name}${due}到期`,
    en: (name: string, due: string) => `${name}: due ${due}`,
  },
  at: { zh: (percent: string) => `，现${percent}%`, en: (percent: string) => `, at ${percent}%` },
  overdue: { zh: (days: number) => `，超期${days}天`, en: (days: number) => `, ${countEn(days, 'day')} overdue` },
  obstacle: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `Obstacle ${number}` },
  until: {
    zh: (day: string, counted: string) => `限${day}${counted}`,
    en: (day: string, counted: string) => `By ${day}${counted}`,
  },
  somebody: { zh: '（已离开）', en: '(left)' },
} as const satisfies Phrases;

/** Longer limits are not counted out: the row would not fit. */
const COUNTED_OUT = 4;
const NAME_LETTERS = 8;

/** `督〔2020〕9号（蓝）` */
export function slipTitle(
  year: number,
  { number, colour }: { readonly number: number; readonly colour: SlipColour },
  language: Language,
): string {
  const say = inLanguage(words, language);
  return say.coloured(say.number(year, number), say[colour]);
}

type Setting = {
  readonly program: Pick<Program, 'year' | 'timeZone'>;
  readonly today: LocalDay;
  readonly calendar: WorkCalendar;
};

/** What every message of slips says, in the words of one language. */
export function slipPhrases({ program, today, calendar }: Setting, language: Language) {
  const say = inLanguage(words, language);
  const close = (text: string) => (language === 'zh' ? text.replaceAll(' ', '') : text);
  const day = (of: LocalDay) => close(dayWords(of, language, program.year));
  const colour = (of: SlipColour) => say[of];
  const number = (of: number) => say.number(program.year, of);
  const overdue = (due: LocalDay) => (today > due ? say.overdue(daysBetween(due, today)) : '');
  const project = (of: Pick<SlipCase, 'code' | 'projectName' | 'nickname'>) =>
    of.code === null
      ? ''
      : escapeText(
          `${of.code} ${of.nickname ?? clip((of.projectName ?? '').replace(/(?:项目|工程)$/u, ''), NAME_LETTERS)}`.trim(),
        );
  /** `限6月30日（24、28、29、30日）` */
  const until = (from: LocalDay, due: LocalDay): string => {
    const count = workdaysBetween(from, due, calendar);
    if (count < 1 || count > COUNTED_OUT) return say.until(day(due), '');
    const counted = close(countedWords(deadline(from, count, calendar).counted, language));
    return say.until(day(due), language === 'zh' ? `（${counted}）` : ` (${counted})`);
  };
  return {
    language,
    day,
    colour,
    number,
    project,
    until,
    overdue,
    dayOf: (at: number) => dayAt(at, program.timeZone),
    title: ({ number: of, state }: Pick<SlipCase, 'number' | 'state'>) =>
      slipTitle(program.year, { number: of, colour: state.colour }, language),
    obstacle: (of: number) => say.obstacle(of),
    typed: (text: string) => escapeText(clip(text, 600)),
    unit: (name: { readonly zh: string; readonly en: string }) => escapeText(name[language]),
    name: (people: SeenSlip['people'], id: number | null) => {
      const found = id === null ? undefined : people.get(id);
      return found ? escapeText(language === 'zh' ? found.name : found.nameEn) : say.somebody;
    },
    /** `开工6月30日到期，现55%` */
    milestone: ({ milestone, milestoneDue, milestonePercent }: SlipCase): string | null => {
      if (milestone === null) return null;
      const name = escapeText(milestoneName(milestone, language));
      if (milestoneDue === null) return name;
      const percent = milestonePercent === null ? '' : say.at(String(Math.floor(milestonePercent * 10) / 10));
      return `${say.milestone(name, day(milestoneDue))}${(milestonePercent ?? 0) < 100 ? overdue(milestoneDue) : ''}${percent}`;
    },
  };
}

export type SlipPhrases = ReturnType<typeof slipPhrases>;
