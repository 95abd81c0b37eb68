import type { Span } from './types.js';

/** A clause between two marks; `sentence` counts up at every full stop, question mark and line break. */
export type Clause = Span & { readonly sentence: number; readonly closing: string };

// The comma of 3,500 and the point of 6.12 or 80.5 are no marks. An English full stop is followed by a blank.
const MARK = /(?:,(?!\d{3}(?!\d))|(?<!\d),|[。;!?\n]|\.(?=\s|$)|\.{2,}|…+)+/g;

/** The clauses of a line, empty ones left out. */
export function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  const add = (end: number, closing: string) => {
    const text = plain.slice(start, end);
    const from = start + (text.length - text.trimStart().length);
    if (text.trim() !== '') clauses.push({ start: from, end: from + text.trim().length, sentence, closing });
  };
  for (const match of plain.matchAll(MARK)) {
    add(match.index, match[0]);
    if (!/^,+$/.test(match[0])) sentence += 1;
    start = match.index + match[0].length;
  }
  add(plain.length, '');
  return clauses;
}
