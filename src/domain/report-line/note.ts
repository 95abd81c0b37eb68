import { LEAD_TO_SHARE } from './figure-roles.js';
import type { Piece, Sheet } from './pieces.js';
import type { Said } from './reading.js';
import type { Span } from './types.js';

// Small words that say nothing once what stands beside them was taken.
const SAYS_NOTHING = new Set([
  'fill',
  'particle',
  'now',
  'already',
  'to',
  'and',
  'ought',
  'actual',
  'wrong',
  'money',
  'from',
  'overall',
]);
const END_WORDS = new Set(['done', 'permit', 'deal', 'goods', 'work', 'ahead', 'started', 'plan']);

// 12.6公里，占70%: what only led on to the figure.
const LEADS_ON = new RegExp(`[\\s,，]*${LEAD_TO_SHARE}$`);

/** What nobody used of a line, in the words that were typed: for people, and never lost. */
export function noteOf(sheet: Sheet, said: readonly Said[], amount: number | null): string {
  const used = usedSpans(sheet, said, amount);
  const isUsed = (piece: Piece) => used.some((span) => piece.start >= span.start && piece.end <= span.end);
  const runs: Piece[][] = [[]];
  for (const piece of sheet.pieces) {
    const parts = isUsed(piece) || isBreak(sheet, piece);
    if (parts) runs.push([]);
    else runs.at(-1)?.push(piece);
  }
  const usedClauses = new Set(sheet.pieces.filter(isUsed).map((piece) => piece.clause));
  return runs
    .map((run) => trimmed(run, sheet, usedClauses))
    .filter((text) => text !== '')
    .join(' ')
    .trim();
}

function usedSpans(sheet: Sheet, said: readonly Said[], amount: number | null): Span[] {
  // 2#车间3层: a piece of the project's name within other words is none.
  const spans: Span[] = sheet.scheme.mentions.filter(
    (each, at) => at === 0 || each.sure || !/[\d#]$/.test(sheet.line.plain.slice(0, each.start)),
  );
  for (const each of said) {
    const place = sheet.places[each.place ?? -1];
    const figure = sheet.figures[each.figure ?? -1];
    const day = sheet.days[each.day ?? -1];
    if (place) {
      spans.push(place);
      // 主体已封顶: a second word for the same milestone, with nothing else between.
      for (const other of sheet.places)
        if (
          other !== place &&
          other.clause === place.clause &&
          other.milestones.some((one) => place.milestones.includes(one)) &&
          Math.abs(other.start - place.end) < 6
        )
          spans.push(other);
    }
    if (figure) spans.push(figure);
    if (day) spans.push(day);
  }
  const money = sheet.amounts[amount ?? -1];
  if (money) spans.push(money);
  return spans;
}

const isBreak = (sheet: Sheet, piece: Piece): boolean =>
  piece.kind === 'mark' && /[ ,;。!?\n]/.test(sheet.line.plain.charAt(piece.start));

function trimmed(run: readonly Piece[], sheet: Sheet, usedClauses: ReadonlySet<number>): string {
  const inside = run.some((piece) => usedClauses.has(piece.clause));
  // 今天到, 截至6月15日: when the rest stands, which the report's own day says too.
  const until = run.some((piece) => piece.tag === 'now');
  const empty = (piece: Piece) =>
    piece.kind === 'mark' ||
    (piece.kind === 'day' && inside && (until || /^(?:今|当天|today)/.test(sheet.line.plain.slice(piece.start)))) ||
    (piece.kind === 'word' && (SAYS_NOTHING.has(piece.tag ?? '') || (inside && END_WORDS.has(piece.tag ?? ''))));
  if (run.every((piece) => empty(piece) || (piece.kind === 'word' && END_WORDS.has(piece.tag ?? '')))) return '';
  // Signs that mean something to whoever typed them are no punctuation between two things said.
  const means = (piece: Piece) => /[=@#+<]/.test(sheet.line.plain.charAt(piece.start));
  const mark = (piece: Piece | undefined) =>
    (piece?.kind === 'mark' && !means(piece)) ||
    (piece?.kind === 'word' && ['particle', 'to', 'and'].includes(piece.tag ?? ''));
  let [from, to] = [0, run.length];
  while (from < to && mark(run[from])) from += 1;
  while (to > from && run[to - 1]?.kind === 'mark' && !/[)）]/.test(sheet.line.plain.charAt(run[to - 1]?.start ?? 0)))
    to -= 1;
  if (from >= to) return '';
  return sheet.line.text
    .slice(run[from]?.start, run[to - 1]?.end)
    .replace(LEADS_ON, '')
    .trim();
}
