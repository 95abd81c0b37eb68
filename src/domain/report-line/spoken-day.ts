import { dayOf, type LocalDay, monthEnd } from '../day.js';
import { CHINESE_DAYS } from './chinese-days.js';
import { monthOf, yearOf } from './day-reading.js';
import { ENGLISH_DAYS } from './english-days.js';
import type { Span } from './types.js';

/**
 * A day as it stands in a line. A bare 12号 or 周五 is another day looking back than looking ahead, so both are kept
 * and the verb decides. Both are null where no day is meant exactly (7月中旬, 下周) or the day does not exist (6月31日):
 * that is asked about, with `candidates`.
 */
export type SpokenDay = Span & {
  readonly past: LocalDay | null;
  readonly coming: LocalDay | null;
  readonly candidates: readonly LocalDay[];
  /** A day still to come, however it is read. */
  readonly ahead: boolean;
  /** 前, 之前, by: a day to be done by. */
  readonly before: boolean;
  /** 推迟到3月15日 said in June: words put a day ahead that is gone by, so the next year's must be meant; else null. */
  readonly returns: LocalDay | null;
};

const RULES = [...CHINESE_DAYS, ...ENGLISH_DAYS];

// The weekday and the time of day go with their day: 6月19日(周五), 昨天下午5点.
const DETAIL = /^\s*\(?(?:周|星期)[一二三四五六日天]\)?/;
const CLOCK =
  /^\s*(?:(?:上午|下午|早上|一早|晚上|凌晨|中午|傍晚)\s*)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:点|时)(?:半|整|钟|\d{1,2}分?)?)|^\s*(?:上午|下午|早上|一早|晚上|凌晨|中午|傍晚)/;
const BEFORE = /^\s*(?:之前|以前|前(?!面|期|后|方|天)|为止|内)/;
const BY = /(?:\bby|\bbefore|赶在|最迟|最晚)\s*(?:the\s+)?$/;

const PUT_AHEAD =
  /(?:(?:推迟|延期|延后|延迟|顺延|拖延?|推|延)[到至]|预计|争取|力争|有望|\b(?:postponed|delayed|put off|pushed)(?: back)? (?:to|until|till)|\bexpected)(?:在|于|到| on| by)?\s*$/;
const ONCE = /(?:原|本来|之前|曾|originally|previously)[^,。;]{0,4}$/;

/** The same day a year later, where the words before it put it ahead, it is gone by, and no year was said. */
function returning(day: LocalDay | null, written: string, lead: string, today: LocalDay): LocalDay | null {
  const put = PUT_AHEAD.exec(lead);
  if (day === null || day >= today || put === null || !/月|[a-z]{3}/.test(written) || /年|\d{4}/.test(written))
    return null;
  if (ONCE.test(lead.slice(0, put.index))) return null;
  return yearLater(day);
}

/** The same day of the next year; of 29 February the month's last. */
export function yearLater(day: LocalDay): LocalDay | null {
  const first = dayOf(yearOf(day) + 1, monthOf(day), 1);
  return dayOf(yearOf(day) + 1, monthOf(day), Number(day.slice(8))) ?? (first && monthEnd(first));
}

/** Every day of the line, left to right, never overlapping. */
export function findDays(plain: string, today: LocalDay): SpokenDay[] {
  const found: SpokenDay[] = [];
  const free = (span: Span) => found.every((other) => span.end <= other.start || span.start >= other.end);
  for (const { shape, read } of RULES) {
    for (const match of plain.matchAll(shape) as IterableIterator<RegExpExecArray>) {
      const span = { start: match.index, end: match.index + match[0].length };
      const reading = match[0] !== '' && free(span) ? read(match, today) : null;
      if (reading === null) continue;
      for (const detail of [DETAIL, CLOCK])
        span.end += detail.exec(plain.slice(span.end, span.end + 12))?.[0].length ?? 0;
      const mark = BEFORE.exec(plain.slice(span.end, span.end + 4));
      const candidates = [...new Set(reading.candidates)].filter((day) => day !== null);
      const before = mark !== null || BY.test(plain.slice(Math.max(0, span.start - 12), span.start));
      const lead = plain.slice(Math.max(0, span.start - 24), span.start);
      found.push({
        start: span.start,
        end: span.end + (mark?.[0].length ?? 0),
        past: reading.past,
        coming: reading.coming,
        candidates,
        ahead: reading.past !== null && reading.past > today,
        before,
        returns: returning(reading.coming, match[0], lead, today),
      });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
