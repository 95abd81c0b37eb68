import type { LocalDay } from './day.js';
import type { Words } from './plan.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `6月10日`, `10 June`; with its year where that is not `year`, the reader's own. Without `year`, never. */
export function dayWords(day: LocalDay, language: keyof Words, year?: number): string {
  const [ofYear = 0, month = 1, date = 1] = day.split('-').map(Number);
  const other = year !== undefined && ofYear !== year;
  if (language === 'zh') return `${other ? `${ofYear}年` : ''}${month}月${date}日`;
  return `${date} ${MONTHS[month - 1]}${other ? ` ${ofYear}` : ''}`;
}

/** `6月`, `June`, of the month that a day lies in; with its year where that is not `year`. */
export function monthWords(day: LocalDay, language: keyof Words, year: number): string {
  const [ofYear = 0, month = 1] = day.split('-').map(Number);
  const other = ofYear !== year;
  if (language === 'zh') return `${other ? `${ofYear}年` : ''}${month}月`;
  return `${MONTHS[month - 1]}${other ? ` ${ofYear}` : ''}`;
}

/** What a program's year is called on a day: 今年, and `2020年` once it is over. */
export function yearWords(year: number, today: LocalDay, language: keyof Words): string {
  const over = Number(today.slice(0, 4)) > year;
  if (language === 'zh') return over ? `${year}年` : '今年';
  return over ? `in ${year}` : 'this year';
}

/** `1 day`, `3 days`. */
export function countEn(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
