import { addDays, dayOf, type LocalDay, localDay, monthEnd } from '../day.js';
import { CHINESE_DIGITS, numberOf } from '../report-line/number-words.js';
import { rememberedOfYear } from './remembered.js';

/** How a text tells a date. A month or a year alone becomes a day only once it is known what the date is for. */
export type ToldDate =
  | { readonly tells: 'day'; readonly day: LocalDay; readonly others: readonly LocalDay[] }
  | { readonly tells: 'month'; readonly year: number; readonly month: number; readonly others: readonly LocalDay[] }
  | { readonly tells: 'year'; readonly year: number; readonly others: readonly LocalDay[] }
  | { readonly tells: 'no-such-day'; readonly others: readonly LocalDay[] };

export type FoundDate = { readonly told: ToldDate; readonly at: number; readonly end: number };

const RELATIVE: Readonly<Record<string, number>> = { 今: 0, 本: 0, 当: 0, 明: 1, 次: 1, 翌: 1, 来: 1, 去: -1, 上: -1 };
const SAID = '(?:(?<year>(?:19|20)\\d{2})年?|(?<short>\\d{2})年|(?<relative>[今本当明次翌来去上])年度?)?的?';
const PART = '(?<part>上旬|中旬|下旬|底|末|初|中(?!旬))?';
const BEFORE = '(?<before>之前|以前|前)?';

type Parts = Readonly<Record<string, string | undefined>>;

/** In order: the first shape that fits at a place is taken, so that the fuller one stands first. */
const SHAPES: readonly { shape: RegExp; tell: (parts: Parts, year: number) => ToldDate }[] = [
  shape('(?<year>(?:19|20)\\d{2})(?<between>[-./])(?<month>\\d{1,2})\\k<between>(?<date>\\d{1,2})日?(?!\\d)', tellDay),
  shape('(?<year>(?:19|20)\\d{2})[./年、](?<month>\\d{1,2})[./月、](?<date>\\d{1,2})[日号]?(?!\\d|个)', tellDay),
  shape('(?<year>20\\d{2})(?<month>\\d{2})(?<date>\\d{2})(?!\\d)', tellDay),
  shape('(?<month>\\d{1,2})/(?<date>\\d{1,2})/(?<year>20\\d{2})(?!\\d)', tellAmerican),
  shape('(?<short>[12]\\d)(?<between>[-./])(?<month>\\d{1,2})\\k<between>(?<date>\\d{1,2})日?(?!\\d)', tellDay),
  shape(`${SAID}(?<month>\\d{1,2})月份?(?<date>\\d{1,2})(?:[日号]|(?=前|之前|以前|底|$|[,;，；。)]))(?!\\d)`, tellDay),
  shape(`${SAID}(?<month>\\d{1,2})月份?的?${PART}${BEFORE}`, tellMonth),
  shape(`(?<year>(?:19|20)\\d{2})[-./](?<month>\\d{1,2})(?!\\d)${PART}${BEFORE}`, tellMonth),
  shape('(?<year>20\\d{2})(?<month>0[1-9]|1[0-2])(?!\\d)', tellMonth),
  shape(`${SAID}(?:第?(?<quarter>[一二三四1-4])季度?|q(?<quarterEn>[1-4]))(?<part>末|底|初|内)?`, tellQuarter),
  shape(`${SAID}(?<half>[上下])半年`, (parts, year) => last(yearOf(parts, year), parts.half === '上' ? 6 : 12)),
  shape('(?<year>(?:19|20)\\d{2})?年(?<part>底|末|终|内|中|初)', tellPartOfYear),
  shape('(?<relative>[今本当明次翌来去上])年(?<part>底|末|终|内|中|初)', tellPartOfYear),
  shape('(?<year>(?:19|20)\\d{2})(?![\\d.])(?:年度?)?', (parts, year) => ({
    tells: 'year',
    year: yearOf(parts, year),
    others: [],
  })),
];

/** What any of the shapes begins with: most letters of a text begin none, and fourteen looks at each are dear. */
const BEGINS = /[\d今本当明次翌来去上下的第一二三四年q]/i;

function shape(source: string, tell: (parts: Parts, year: number) => ToldDate) {
  return { shape: new RegExp(source, 'iy'), tell };
}

/**
 * Every date that a text tells, left to right: 2020.6.30, 2020年6月底前, ６月底前, 二季度, 上半年, 次年3月, 年底.
 * A date without a year is in `year`. `text` is squeezed; `plainDates` turns 六月三十日 into figures first.
 */
export const findDates = rememberedOfYear((text, year): readonly FoundDate[] => {
  const found: FoundDate[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!BEGINS.test(text.charAt(at))) continue;
    if (/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at))) continue;
    for (const { shape: expression, tell } of SHAPES) {
      expression.lastIndex = at;
      const match = expression.exec(text);
      if (match === null) continue;
      found.push({ told: tell(match.groups ?? {}, year), at, end: expression.lastIndex });
      at = expression.lastIndex - 1;
      break;
    }
  }
  return found;
});

const CHINESE_NUMBER = new RegExp(`[${CHINESE_DIGITS}]+(?=年|月|日|号)`, 'g');

/** 二〇二〇年六月三十日 as 2020年6月30日. */
export function plainDates(text: string): string {
  return text.replace(CHINESE_NUMBER, (letters) => String(numberOf(letters) ?? letters));
}

function yearOf(parts: Parts, year: number): number {
  if (parts.year !== undefined) return Number(parts.year);
  if (parts.short !== undefined) return 2000 + Number(parts.short);
  return year + (RELATIVE[parts.relative ?? '今'] ?? 0);
}

const day = (said: LocalDay | null, others: readonly (LocalDay | null)[] = []): ToldDate =>
  said === null
    ? { tells: 'no-such-day', others: [] }
    : { tells: 'day', day: said, others: others.filter((other): other is LocalDay => other !== null) };

/** The last day of a month. */
function last(year: number, month: number): ToldDate {
  const first = dayOf(year, month, 1);
  return day(first === null ? null : monthEnd(first));
}

function tellDay(parts: Parts, year: number): ToldDate {
  return day(dayOf(yearOf(parts, year), Number(parts.month), Number(parts.date)));
}

function tellAmerican(parts: Parts): ToldDate {
  const [year, first, second] = [Number(parts.year), Number(parts.month), Number(parts.date)];
  const american = dayOf(year, first, second);
  const european = first === second ? null : dayOf(year, second, first);
  return american === null ? day(european) : day(american, [european]);
}

function tellMonth(parts: Parts, said: number): ToldDate {
  const year = yearOf(parts, said);
  const month = Number(parts.month);
  const on = (date: number) => dayOf(year, month, date);
  const first = on(1);
  if (first === null) return { tells: 'no-such-day', others: [] };
  if (parts.part === '底' || parts.part === '末' || parts.part === '下旬') return day(monthEnd(first));
  if (parts.part === '上旬') return day(on(10), [first]);
  if (parts.part === '中旬') return day(on(20), [on(11)]);
  if (parts.part === '初') return day(on(10), [first, on(5)]);
  if (parts.part === '中') return day(on(15), [on(20)]);
  // 6月前: by the end of June, as counties mostly mean it, or by the end of May.
  return { tells: 'month', year, month, others: parts.before === undefined ? [] : [addDays(first, -1)] };
}

function tellQuarter(parts: Parts, said: number): ToldDate {
  const written = parts.quarter ?? parts.quarterEn ?? '1';
  const quarter = '一二三四'.includes(written) ? '一二三四'.indexOf(written) + 1 : Number(written);
  const year = yearOf(parts, said);
  if (parts.part === '初') return day(dayOf(year, quarter * 3 - 2, 10), [dayOf(year, quarter * 3 - 2, 1)]);
  return last(year, quarter * 3);
}

function tellPartOfYear(parts: Parts, said: number): ToldDate {
  const year = yearOf(parts, said);
  if (parts.part === '中') return last(year, 6);
  if (parts.part === '初') return day(dayOf(year, 1, 31), [dayOf(year, 1, 1)]);
  return last(year, 12);
}

/** The day that a told date stands for: a month alone is its first day for a start, its last for what is due. */
export function dayFor(told: ToldDate, use: 'start' | 'due'): LocalDay | null {
  if (told.tells === 'no-such-day') return null;
  if (told.tells === 'day') return told.day;
  if (told.tells === 'year') return dayOf(told.year, use === 'start' ? 1 : 12, use === 'start' ? 1 : 31);
  const first = dayOf(told.year, told.month, 1);
  return first === null || use === 'start' ? first : monthEnd(first);
}

const SERIAL_ZERO = localDay('1899-12-30');

/** The day of a spreadsheet's serial number (43982 is 31 May 2020). */
export function dayOfSerial(serial: number): LocalDay {
  return addDays(SERIAL_ZERO, Math.floor(serial));
}
