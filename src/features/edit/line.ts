import type { LocalDay } from '../../domain/day.js';
import { findDays } from '../../domain/report-line/spoken-day.js';

/** The first word of a line, by which a project is found, and the rest. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.normalize('NFKC').trim()) ?? [];
  return { word, rest };
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
  return { before, day: found.coming, after: clean(source.slice(found.end)) };
}
