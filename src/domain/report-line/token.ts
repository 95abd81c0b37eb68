import type { LocalDay } from '../day.js';
import { type WordTag, wordAt } from './line-words.js';
import type { MilestoneWords, SpokenMilestone } from './milestone-words.js';
import { findOtherFigures } from './other-figures.js';
import type { SpokenProject } from './project-mention.js';
import { findAmounts, type SpokenAmount } from './spoken-amount.js';
import { findDays, type SpokenDay } from './spoken-day.js';
import { findPercents, type SpokenPercent } from './spoken-percent.js';
import type { Span } from './types.js';

/** A piece of a clause. `content` is everything that the reader has no word for: a note, or a reason to doubt. */
export type Token = Span &
  (
    | { readonly kind: 'project'; readonly project: SpokenProject }
    | { readonly kind: 'milestone'; readonly milestone: SpokenMilestone }
    | { readonly kind: 'percent'; readonly percent: SpokenPercent }
    | { readonly kind: 'day'; readonly day: SpokenDay }
    | { readonly kind: 'amount'; readonly amount: SpokenAmount }
    | { readonly kind: 'word'; readonly tag: WordTag }
    | { readonly kind: 'count' | 'bare' | 'content' | 'gap' }
  );

const MASK = '\u0001';

/** `plain` with the spans made unreadable, so that what was understood as one thing is not read again as another. */
export function masked(plain: string, spans: readonly Span[]): string {
  let result = plain;
  for (const { start, end } of spans) result = result.slice(0, start) + MASK.repeat(end - start) + result.slice(end);
  return result;
}

/** The tokens of one clause. `known` are projects and unreadable stretches, found over the whole line before. */
export function tokensOf(
  plain: string,
  clause: Span,
  known: readonly { readonly span: Span; readonly project: SpokenProject | null }[],
  words: MilestoneWords,
  today: LocalDay,
): Token[] {
  const shift = <T extends Span>(found: T): T => ({
    ...found,
    start: found.start + clause.start,
    end: found.end + clause.start,
  });
  const inside = known.filter(({ span }) => span.start >= clause.start && span.end <= clause.end);
  let open = masked(
    plain,
    inside.map(({ span }) => span),
  ).slice(clause.start, clause.end);
  const tokens: Token[] = inside.map(({ span, project }) =>
    project
      ? { kind: 'project', project, start: span.start, end: span.end }
      : { kind: 'content', start: span.start, end: span.end },
  );
  const take = <T extends Span>(found: readonly T[], token: (each: T) => Token) => {
    tokens.push(...found.map(shift).map(token));
    open = masked(open, found);
  };
  const milestones = words.find(open);
  // A ledger's own name may hold digits (1号楼封顶): whole names are read before any figure.
  take(
    milestones.filter((each) => each.likeness === 'name'),
    milestoneToken,
  );
  take(findDays(open, today), (day) => ({ kind: 'day', day, start: day.start, end: day.end }));
  take(findPercents(open), (percent) => ({ kind: 'percent', percent, start: percent.start, end: percent.end }));
  take(findAmounts(open), (amount) => ({ kind: 'amount', amount, start: amount.start, end: amount.end }));
  const unmasked = (each: Span) => !open.slice(each.start, each.end).includes(MASK);
  take(
    milestones.filter((each) => each.likeness !== 'name' && unmasked(each)),
    milestoneToken,
  );
  take(findOtherFigures(open), (figure) => ({ kind: figure.kind, start: figure.start, end: figure.end }));
  tokens.push(...rest(open, plain.slice(clause.start, clause.end)).map(shift));
  return tokens.sort((one, other) => one.start - other.start);
}

const milestoneToken = (milestone: SpokenMilestone): Token => ({
  kind: 'milestone',
  milestone,
  start: milestone.start,
  end: milestone.end,
});

/** Words, blanks and content of what is left; neighbouring content is one token. */
function rest(open: string, clause: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < open.length; ) {
    const letter = open.charAt(at);
    if (letter === MASK) at += 1;
    else if (letter === ' ' || letter === ':') {
      // Blanks part what Chinese is written together, but not the words of an English phrase.
      const english = /[a-z]/.test(clause.charAt(at - 1)) && /[a-z]/.test(clause.charAt(at + 1));
      if (!english) tokens.push({ kind: 'gap', start: at, end: at + 1 });
      at += 1;
    } else {
      const word = wordAt(open, at);
      const end = word?.end ?? at + 1;
      const last = tokens.at(-1);
      if (word) tokens.push({ kind: 'word', ...word });
      else if (last?.kind === 'content' && last.end === at) tokens[tokens.length - 1] = { ...last, end };
      else tokens.push({ kind: 'content', start: at, end });
      at = end;
    }
  }
  return tokens;
}
