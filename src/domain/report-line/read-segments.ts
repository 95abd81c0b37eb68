import type { LocalDay } from '../day.js';
import type { Clause } from './clause.js';
import type { MilestoneWords } from './milestone-words.js';
import type { SpokenProject } from './project-mention.js';
import { foldRemarks } from './remark-part.js';
import { type Segment, segmentsOf, tagged } from './segment.js';
import { type Token, tokensOf } from './token.js';
import type { Span } from './types.js';

/** A clause with the project that it speaks of, as far as that is known, and the words of its roadmap. */
export type AssignedClause = Clause & { readonly project: string | null; readonly words: MilestoneWords };

/** Projects and unreadable stretches, found over the whole line. */
export type Known = readonly { readonly span: Span; readonly project: SpokenProject | null }[];

/** A segment with what its clause and its neighbours do to it: a question, a supposition, a correction. */
export type ReadSegment = Segment & {
  readonly assigned: AssignedClause;
  readonly asks: boolean;
  readonly supposed: boolean;
  readonly wrong: boolean;
};

/** Cuts the clauses of a line into segments. A question, a doubt or an if reaches over the clauses beside it. */
export function readSegments(
  plain: string,
  clauses: readonly AssignedClause[],
  known: Known,
  today: LocalDay,
): ReadSegment[] {
  const told = clauses.map((clause) => ({
    clause,
    project: clause.project,
    finish: clause.words.finish,
    tokens: tokensOf(plain, clause, known, clause.words, today),
  }));
  const read = foldRemarks(told, plain, today);
  const wrong = read.some(({ tokens }) => tokens.some((token) => tagged(token, 'wrong', 'before')));
  const settled = read.map(({ clause, tokens }) => ({
    clause,
    // 应该是55% corrects after "报多了"; alone it is a guess.
    tokens: tokens.map(
      (token): Token => (tagged(token, 'ought') ? { ...token, kind: 'word', tag: wrong ? 'wrong' : 'about' } : token),
    ),
  }));
  const asking = settled.map(
    ({ clause, tokens }) => clause.closing.includes('?') || tokens.some((token) => tagged(token, 'ask')),
  );
  const doubted = settled.map(() => false);
  settled.forEach(({ clause, tokens }, place) => {
    // "主体封顶80%，对吗", "…，待核实": the question or the doubt is about the clause before.
    const empty = !tokens.some((token) => ['milestone', 'percent', 'amount', 'day', 'content'].includes(token.kind));
    if (!empty || place === 0) return;
    if (asking[place] && settled[place - 1]?.clause.sentence === clause.sentence) asking[place - 1] = true;
    if (tokens.some((token) => tagged(token, 'doubt'))) doubted[place - 1] = true;
  });
  let supposing = -1;
  return settled.flatMap(({ clause, tokens }, place) => {
    if (tokens.some((token) => tagged(token, 'if', 'say'))) supposing = clause.sentence;
    const state = {
      assigned: clause,
      asks: asking[place] ?? false,
      supposed: supposing === clause.sentence || doubted[place] === true,
    };
    const segments = segmentsOf(tokens, place);
    return segments.map((segment, at) => ({
      ...segment,
      ...state,
      supposed: state.supposed || takesNext(segment, segments[at + 1]),
      wrong: segment.tokens.some((token) => tagged(token, 'wrong')),
    }));
  });
}

// "路面完成招标": what was finished is the second, or both; a figure or a mark of its own would tell.
function takesNext(segment: Segment, next: Segment | undefined): boolean {
  const last = segment.tokens.at(-1);
  const first = next?.tokens[0];
  if (last === undefined || next === undefined || first === undefined || last.end !== first.start) return false;
  const told = next.tokens.some(
    (token) => token.kind === 'percent' || token.kind === 'day' || tagged(token, 'done', 'permit', 'particle'),
  );
  return tagged(last, 'done') && first.kind === 'milestone' && !told;
}
