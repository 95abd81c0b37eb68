import type { WordTag } from './line-words.js';
import type { SpokenMilestone } from './milestone-words.js';
import type { Token } from './token.js';

/** A clause or the piece of it that speaks of one milestone (or of several, joined: 主体封顶、设备安装). */
export type Segment = {
  readonly tokens: readonly Token[];
  readonly milestones: readonly SpokenMilestone[];
  readonly clause: number;
};

/** Cuts the tokens of a clause where it goes on to another milestone: 主体封顶完成 内外装修65%. */
export function segmentsOf(tokens: readonly Token[], clause: number): Segment[] {
  const places = tokens.flatMap((token, place) => (token.kind === 'milestone' ? [place] : []));
  const groups: number[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const together =
      before !== undefined &&
      (tokens.slice(before + 1, place).every(joins) || sameMilestone(tokens[before], tokens[place]));
    if (group && together) group.push(place);
    else groups.push([place]);
  }
  if (groups.length < 2) return [segment(tokens, clause)];
  const firstFact = tokens.findIndex(isFigure);
  const lastFact = tokens.findLastIndex(isFigure);
  // "80% 主体封顶 65% 内外装修": each figure stands before its milestone.
  const figureFirst = firstFact >= 0 && firstFact < (places[0] ?? 0) && lastFact < (places.at(-1) ?? 0);
  const cuts = groups.slice(1).map((group, at) => {
    const end = groups[at]?.at(-1) ?? 0;
    const start = group[0] ?? 0;
    return figureFirst ? end + 1 : cutBetween(tokens, end, start);
  });
  return [0, ...cuts].map((from, at) => segment(tokens.slice(from, cuts[at] ?? tokens.length), clause));
}

const isFigure = (token: Token): boolean => token.kind === 'percent' || token.kind === 'amount';

// 主体已封顶, 主体快封顶了: two words for one milestone with its modifier between them.
function sameMilestone(one: Token | undefined, other: Token | undefined): boolean {
  if (one?.kind !== 'milestone' || other?.kind !== 'milestone') return false;
  return one.milestone.milestones.some((milestone) => other.milestone.milestones.includes(milestone));
}

function joins(token: Token): boolean {
  return token.kind === 'gap' || (token.kind === 'word' && (token.tag === 'and' || token.tag === 'particle'));
}

// Behind the last blank after the first milestone's figure, so that 已 or a day before the second goes with it.
function cutBetween(tokens: readonly Token[], end: number, start: number): number {
  const between = tokens.slice(end, start);
  const figure = between.findLastIndex(isFigure);
  const gap = between.findLastIndex((token) => token.kind === 'gap');
  if (gap >= 0 && gap > figure) return end + gap + 1;
  const told = between.findLastIndex((token) => isFigure(token) || tagged(token, 'done', 'particle', 'permit', 'work'));
  return end + Math.max(told, 0) + 1;
}

function segment(tokens: readonly Token[], clause: number): Segment {
  return {
    tokens,
    clause,
    milestones: tokens.flatMap((token) => (token.kind === 'milestone' ? [token.milestone] : [])),
  };
}

/** The parts of a segment: what stands between blanks. */
export function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'gap') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** True for a token that is a small word with one of the tags. */
export function tagged(token: Token, ...tags: readonly WordTag[]): boolean {
  return token.kind === 'word' && tags.includes(token.tag);
}

/** True for a part that only tells something else: it holds content and nothing that a report is made of. */
export function isNote(part: readonly Token[]): boolean {
  const content = part.some((token) => token.kind === 'content');
  const key = part.some(
    (token) =>
      token.kind === 'milestone' ||
      token.kind === 'percent' ||
      tagged(token, 'money') ||
      (token.kind === 'amount' && !content),
  );
  return !key && part.some((token) => token.kind === 'content' || token.kind === 'count');
}
