import { addDays } from '../day.js';
import {
  agreed,
  bareDate,
  bareWeekday,
  type DayRule,
  inWeek,
  lastOf,
  monthDay,
  monthOf,
  same,
  vague,
  yearless,
  yearOf,
} from './day-reading.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_WORD = '(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\\b';
const englishMonth = (word: string | undefined): number => MONTHS.indexOf((word ?? '').slice(0, 3)) + 1;

/** How days are said in English, the more telling ways first. */
export const ENGLISH_DAYS: readonly DayRule[] = [
  { shape: /\b(?:the )?day before yesterday\b/g, read: (_, today) => same(addDays(today, -2)) },
  { shape: /\b(?:the )?day after tomorrow\b/g, read: (_, today) => same(addDays(today, 2)) },
  { shape: /\byesterday\b/g, read: (_, today) => same(addDays(today, -1)) },
  { shape: /\btomorrow\b/g, read: (_, today) => same(addDays(today, 1)) },
  { shape: /\b(?:today|this morning|this afternoon|just now)\b/g, read: (_, today) => same(today) },
  {
    shape: new RegExp(`\\b(?:on )?(last|this|next|coming)?\\s*${DAY_WORD}`, 'g'),
    read: (match, today) => {
      const number = WEEKDAYS.indexOf(match[2] ?? '') + 1;
      const bare = bareWeekday(number, today);
      // "last Monday" said on a Wednesday is this week's or last week's: only where both readings agree it is a day.
      if (match[1] === 'last') return agreed(bare.past, inWeek(-1, number, today));
      if (match[1] === 'next')
        return agreed(bare.coming === today ? addDays(today, 7) : bare.coming, inWeek(1, number, today));
      return match[1] === undefined ? bare : same(match[1] === 'this' ? inWeek(0, number, today) : bare.coming);
    },
  },
  {
    shape: new RegExp(
      `\\b${MONTH_WORD}\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s*((?:19|20)\\d{2}))?(?![\\d%])`,
      'g',
    ),
    read: (match, today) =>
      match[3]
        ? monthDay(Number(match[3]), englishMonth(match[1]), Number(match[2]))
        : yearless(englishMonth(match[1]), Number(match[2]), today),
  },
  {
    shape: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH_WORD}\\b(?:,?\\s*((?:19|20)\\d{2}))?`,
      'g',
    ),
    read: (match, today) =>
      match[3]
        ? monthDay(Number(match[3]), englishMonth(match[2]), Number(match[1]))
        : yearless(englishMonth(match[2]), Number(match[1]), today),
  },
  {
    shape: new RegExp(
      `\\b(?:the |by )?end[- ](?:of )?(?:${MONTH_WORD}|(?:the|this) (month|year|quarter)|(next) month|month\\b)`,
      'g',
    ),
    read: (match, today) => {
      const [year, month] = [yearOf(today), monthOf(today)];
      if (match[1]) return same(lastOf(year, englishMonth(match[1])));
      return same(
        lastOf(
          year,
          match[2] === 'year' ? 12 : match[2] === 'quarter' ? Math.ceil(month / 3) * 3 : match[3] ? month + 1 : month,
        ),
      );
    },
  },
  {
    shape: /\b(?:month|year)[- ]end\b/g,
    read: (match, today) => same(lastOf(yearOf(today), match[0].startsWith('y') ? 12 : monthOf(today))),
  },
  { shape: /\bthe (\d{1,2})(?:st|nd|rd|th)\b/g, read: (match, today) => bareDate(Number(match[1]), today) },
  {
    shape:
      /\b(?:next|last|this) (?:week|month|year|quarter)\b|\b(?:recently|soon|the other day|a few days ago|in a few days)\b/g,
    read: () => vague(),
  },
  { shape: /\b(\d{1,3}) days? ago\b/g, read: (match, today) => same(addDays(today, -Number(match[1]))) },
  { shape: /\b(?:in|within) (\d{1,3}) days?\b/g, read: (match, today) => same(addDays(today, Number(match[1]))) },
  {
    shape: new RegExp(`\\bin ${MONTH_WORD}\\b`, 'g'),
    read: (match, today) => vague(lastOf(yearOf(today), englishMonth(match[1]))),
  },
];
