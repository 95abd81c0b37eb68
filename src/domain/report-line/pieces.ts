import type { LocalDay } from '../day.js';
import type { Clause } from './clause.js';
import type { CleanLine } from './clean-line.js';
import { type FigureRole, rolesOf } from './figure-roles.js';
import type { LineLedger } from './line-ledger.js';
import { type WordTag, wordAt } from './line-words.js';
import { MASK, masked } from './masked.js';
import type { Finish } from './milestone-terms.js';
import type { MilestoneWords } from './milestone-words.js';
import { findBareFigures, findCounts, findOpaque } from './other-figures.js';
import type { Scheme } from './project-schemes.js';
import { findAmounts, type SpokenAmount } from './spoken-amount.js';
import { findDays, type SpokenDay } from './spoken-day.js';
import { findPercents } from './spoken-percent.js';
import type { Span, SpokenMilestone } from './types.js';

/** A number that may be how far a milestone is; `bare` ones stand without a per cent sign. */
export type Figure = Span & {
  readonly value: number;
  readonly sure: boolean;
  readonly candidates: readonly number[];
  readonly bare: boolean;
  readonly roles: ReadonlySet<FigureRole>;
};

/** A milestone where it stands in the line, with the project whose roadmap has it. */
export type Place = SpokenMilestone & {
  readonly project: string;
  readonly words: MilestoneWords;
  readonly clause: number;
  readonly finish: Finish;
};

/** What a line is made of, left to right; `at` points into the list of its kind. */
export type Piece = Span & {
  readonly kind: 'milestone' | 'figure' | 'day' | 'amount' | 'project' | 'count' | 'word' | 'mark' | 'text';
  readonly at: number;
  readonly tag: WordTag | null;
  readonly clause: number;
};

/** The mentions of a line under one assumption about its projects. Found once, decided by nobody yet. */
export type Sheet = {
  readonly line: CleanLine;
  readonly clauses: readonly Clause[];
  readonly scheme: Scheme;
  readonly places: readonly Place[];
  /** Milestones whose word goes on into another one: only an obstacle may be about them. */
  readonly asides: readonly Place[];
  readonly figures: readonly Figure[];
  readonly days: readonly SpokenDay[];
  readonly amounts: readonly SpokenAmount[];
  readonly pieces: readonly Piece[];
};

// Marks part a line; only these say something themselves.
const SPEAKS = /[\p{L}\p{N}√×~±≈<>≥≤]/u;

/** Finds every mention of the line as `scheme` assigns its projects. */
export function sheetOf(line: CleanLine, scheme: Scheme, ledger: LineLedger, today: LocalDay): Sheet {
  const { clauses } = scheme;
  const opaque = findOpaque(line.plain);
  let open = masked(line.plain, [...opaque, ...scheme.mentions]);
  const clear = (span: Span) => !open.slice(span.start, span.end).includes(MASK);
  const found = placesIn(clauses, scheme, ledger, (words) => words.find(open));
  const aside = placesIn(clauses, scheme, ledger, (words) => words.findAsides(open));
  // A ledger's own name may hold digits (1号楼封顶): whole names are read before any figure.
  const whole = found.filter((place) => place.likeness === 'name');
  open = masked(open, whole);
  const days = findDays(open, today);
  open = masked(open, days);
  const percents = findPercents(open).map((each) => ({ ...each, bare: false }));
  open = masked(open, percents);
  const amounts = findAmounts(open);
  open = masked(open, amounts);
  const parts = found.filter((place) => place.likeness !== 'name' && clear(place));
  open = masked(open, parts);
  const counts = findCounts(open);
  open = masked(open, counts);
  const bare = findBareFigures(open);
  open = masked(open, bare);
  const places = spokenOf([...whole, ...parts], line.plain);
  const figures: Figure[] = [
    ...percents,
    ...bare.map((each) => ({ ...each, sure: true, candidates: [each.value], bare: true })),
  ]
    .map((each) => ({ ...each, roles: rolesOf(line.plain, each.start, each.end) }))
    .sort((one, other) => one.start - other.start);
  const pieces = piecesOf(open, line.plain, clauses, [
    ...places.map((each, at) => piece('milestone', each, at)),
    ...figures.map((each, at) => piece('figure', each, at)),
    ...days.map((each, at) => piece('day', each, at)),
    ...amounts.map((each, at) => piece('amount', each, at)),
    ...scheme.mentions.map((each, at) => piece('project', each, at)),
    ...counts.map((each, at) => piece('count', each, at)),
    ...opaque.map((each, at) => piece('text', each, at)),
  ]);
  const asides = aside.filter(
    (each) => each.likeness !== 'letter' || !places.some((place) => sharesMilestone(place, each)),
  );
  return { line, clauses, scheme, places, asides, figures, days, amounts, pieces };
}

// 集电线路啊不对是升压站: who corrects themselves in the same breath means the second.
const TAKEN_BACK =
  /^[\s,、。;]*(?:啊|呃|哦|噢|额|嗯|诶|哎)*[\s,、]*(?:不对|不是|说错了?|讲错了?|错了|口误|no,? wait|sorry|i mean)[^\d%百分成]{0,6}$/;

/** Milestones in the order in which they stand, without those that were taken back. */
function spokenOf(places: readonly Place[], plain: string): Place[] {
  const sorted = [...places].sort((one, other) => one.start - other.start);
  return sorted.filter((place) => {
    const next = sorted.find(({ start }) => start >= place.end);
    return next === undefined || !TAKEN_BACK.test(plain.slice(place.end, next.start));
  });
}

const sharesMilestone = (one: Place, other: Place): boolean =>
  one.project === other.project && one.milestones.some((milestone) => other.milestones.includes(milestone));

const piece = (kind: Piece['kind'], { start, end }: Span, at: number): Piece => ({
  kind,
  start,
  end,
  at,
  tag: null,
  clause: 0,
});

function placesIn(
  clauses: readonly Clause[],
  scheme: Scheme,
  ledger: LineLedger,
  find: (words: MilestoneWords) => SpokenMilestone[],
): Place[] {
  const places: Place[] = [];
  const mentions = new Map<string, SpokenMilestone[]>();
  clauses.forEach((clause, number) => {
    const code = scheme.perClause[number]?.[0];
    const project = code === undefined ? undefined : ledger.byCode.get(code);
    if (project === undefined) return;
    const words = ledger.wordsOf(project);
    const found = mentions.get(project.code) ?? find(words);
    mentions.set(project.code, found);
    for (const mention of found) {
      if (mention.start < clause.start || mention.end > clause.end) continue;
      const finish = words.finish[mention.milestones[0] ?? 0] ?? 'work';
      places.push({ ...mention, project: project.code, words, clause: number, finish });
    }
  });
  return places;
}

function piecesOf(open: string, plain: string, clauses: readonly Clause[], mentions: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  const sorted = [...mentions].sort((one, other) => one.start - other.start);
  let next = 0;
  let clause = 0;
  for (let at = 0; at < plain.length; ) {
    while (clause + 1 < clauses.length && at >= (clauses[clause + 1]?.start ?? 0)) clause += 1;
    while ((sorted[next]?.start ?? Number.POSITIVE_INFINITY) < at) next += 1;
    const mention = sorted[next];
    if (mention?.start === at) {
      result.push({ ...mention, clause });
      at = mention.end;
      continue;
    }
    const letter = plain.charAt(at);
    const word = SPEAKS.test(letter) && open.charAt(at) !== MASK ? wordAt(open, at) : null;
    if (word) result.push({ kind: 'word', start: at, end: word.end, at: 0, tag: word.tag, clause });
    else if (/[\p{L}\p{N}]/u.test(letter)) {
      const last = result.at(-1);
      if (last?.kind === 'text' && last.end === at) result[result.length - 1] = { ...last, end: at + 1 };
      else result.push({ kind: 'text', start: at, end: at + 1, at: 0, tag: null, clause });
    } else result.push({ kind: 'mark', start: at, end: at + 1, at: 0, tag: null, clause });
    at = word?.end ?? at + 1;
  }
  return result;
}

/** The milestones that an obstacle may stop. */
export const stoppable = (sheet: Sheet): readonly Place[] =>
  sheet.asides.length === 0 ? sheet.places : [...sheet.places, ...sheet.asides];
