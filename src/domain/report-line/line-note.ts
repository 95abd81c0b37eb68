import type { CleanLine } from './clean-line.js';
import type { ReadSegment } from './read-segments.js';
import { isNote, partsOf, tagged } from './segment.js';
import type { Token } from './token.js';

/** True for content in a part of its own behind a figure: it tells something else and takes nothing from the figure. */
export function isRemark(segment: ReadSegment, token: Token): boolean {
  return partsOf(segment.tokens).some(
    (part) =>
      part.includes(token) &&
      isNote(part) &&
      segment.tokens.some((each) => each.kind === 'percent' && each.end <= token.start),
  );
}

const SAYS_NOTHING = ['fill', 'particle', 'now', 'and', 'already', 'to', 'wrong', 'before'] as const;

/** A segment in full, for the note; empty where it says nothing. */
export function wholeText(segment: ReadSegment, line: CleanLine): string {
  // 截至6月15日 says when the rest stands, which the report's own day says too.
  const until = segment.tokens.some((token) => tagged(token, 'now'));
  const tells = segment.tokens.filter(
    (token) =>
      token.kind !== 'gap' &&
      token.kind !== 'project' &&
      !(until && token.kind === 'day') &&
      !tagged(token, ...SAYS_NOTHING),
  );
  return tells.length === 0
    ? ''
    : line.text
        .slice(segment.tokens.find((token) => token.kind !== 'project')?.start, segment.tokens.at(-1)?.end)
        .trim();
}

/** What nobody used of a segment: remarks in full, and the content inside a part which was used. */
export function noteOf(segment: ReadSegment, line: CleanLine): string {
  return partsOf(segment.tokens)
    .flatMap((part) => {
      const named = part.some(
        (token) => token.kind === 'milestone' || token.kind === 'project' || tagged(token, 'money'),
      );
      const figureOfIt =
        part.findIndex((token) => token.kind === 'content') < part.findIndex((token) => token.kind === 'percent');
      const other = !named && figureOfIt && part.some((token) => token.kind === 'content');
      if (isNote(part) || other) return [line.text.slice(part[0]?.start, part.at(-1)?.end)];
      const content = part.filter(
        (token) => token.kind === 'content' || token.kind === 'count' || token.kind === 'bare',
      );
      const last = content.at(-1);
      const figure = part.findLast(
        (token) => token.kind === 'percent' || token.kind === 'milestone' || token.kind === 'amount',
      );
      const first = content[0];
      if (first === undefined || last === undefined) return [];
      // Behind the last figure everything belongs together: 80%塔吊已到位.
      return [line.text.slice(first.start, figure && first.start >= figure.end ? part.at(-1)?.end : last.end)];
    })
    .join(' ')
    .trim();
}
