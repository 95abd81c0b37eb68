import { daysBetween, type LocalDay } from '../../domain/day.js';
import { findDays, yearLater } from '../../domain/report-line/spoken-day.js';

/** The first word of a line, by which a project is found, and the rest. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.normalize('NFKC').trim()) ?? [];
  return { word, rest };
}

/** Ours: `3月15日`, said without its year and gone by longer than this, is the next year's; what is gone by less is a slip. */
const SLIP_DAYS = 31;
const OF_A_MONTH = /[\d一二三四五六七八九十]\s*月|[a-z]{3}/;

function ahead(day: LocalDay, written: string, today: LocalDay): LocalDay {
  const bare = OF_A_MONTH.test(written) && !/年|\d{4}/.test(written);
  return bare && day < today && daysBetween(day, today) > SLIP_DAYS ? (yearLater(day) ?? day) : day;
}

/** The first day of a line that is meant exactly, ahead of today where it is bare, and what stands before and behind it. */
export function splitDay(
  text: string,
  today: LocalDay,
): { readonly before: string; readonly day: LocalDay; readonly after: string } | null {
  const plain = text.normalize('NFKC').toLowerCase();
  const found = findDays(plain, today).find(({ coming }) => coming !== null);
  if (!found?.coming) return null;
  const clean = (part: string) => part.replace(/^[\s,，。;；:：]+|[\s,，。;；:：]+$/g, '');
  // Letters may have another length in small: the text as it was typed is cut where it is the same.
  const source = plain.length === text.normalize('NFKC').length ? text.normalize('NFKC') : plain;
  // `延到8月31日`: what leads to the day is none of what is postponed; a reason may well end in 晚到.
  const before = clean(clean(source.slice(0, found.start)).replace(/(?:延期|延|推迟|改)?[到至]$/, ''));
  const day = ahead(found.coming, plain.slice(found.start, found.end), today);
  return { before, day, after: clean(source.slice(found.end)) };
}
