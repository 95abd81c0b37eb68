import { localDay } from '../day.js';
import type { Clause } from './clause.js';
import type { LineLedger } from './line-ledger.js';
import { onlySmallWords, wordAt } from './line-words.js';
import { masked } from './masked.js';
import type { MilestoneWords } from './milestone-words.js';
import { findCodes, findNames, findShortened, type SpokenProject } from './project-mention.js';
import { findDays } from './spoken-day.js';
import { stranger } from './stranger.js';
import type { LineContext, Span } from './types.js';

const ANY_DAY = localDay('2020-01-01');

/** One way to say which project each clause speaks of; a line has a few, and the choice among whole readings settles it. */
export type Scheme = {
  /** By what the projects were found: as named, names that only may be ones too, the context alone, or a name unknown. */
  readonly by: 'named' | 'loosely' | 'context' | 'unknown';
  /** The clauses of the line, cut also where it goes on to another project. */
  readonly clauses: readonly Clause[];
  /** Per clause: the codes that fit, best known first; one is settled, several must be asked about, none is unknown. */
  readonly perClause: readonly (readonly string[])[];
  /** What was typed where the ledger has no such project. */
  readonly unknown: string | null;
  /** Projects that stand in the text, as spans that are read as nothing else. */
  readonly mentions: readonly SpokenProject[];
  /** What the choice may go by. */
  readonly signs: readonly string[];
};
/** The ways to assign projects, each different from the others. `forced` is a project that was pressed. */
export function schemesOf(
  plain: string,
  text: string,
  clauses: readonly Clause[],
  ledger: LineLedger,
  context: LineContext,
  forced: string | null,
): Scheme[] {
  const codes = findCodes(plain, text, ledger);
  const names = findNames(plain, text, ledger, codes);
  const counted = names.filter(
    (name) =>
      counts(name, plain, clauses, codes, ledger) && (name.sure || !isOwnMilestone(name, plain, ledger, context)),
  );
  const found = [...codes, ...counted];
  const shortened = clauses
    .filter((clause) => !found.some((mention) => mention.start >= clause.start && mention.end <= clause.end))
    .flatMap((clause) => findShortened(plain, text, clause, ledger) ?? [])
    .filter((each) => !isOwnMilestone(each, plain, ledger, context));
  const noSuch = codes.find((mention) => mention.codes.length === 0);
  const strange = forced === null ? stranger(plain, text, clauses, [...found, ...shortened], ledger, context) : null;
  const surely = counted.filter((name) => name.sure);
  const likely = sorted([...found, ...shortened]);
  const loosely = sorted([...codes, ...names, ...shortened.filter((each) => clearOf(each, names))]);
  const known = codes.filter((mention) => mention.codes.length > 0);
  const schemes: Scheme[] = [];
  const add = (by: Scheme['by'], mentions: readonly SpokenProject[]) => {
    const cut = cutAt(clauses, mentions, plain);
    const perClause = assign(
      mentions.filter((each) => each.codes.length > 0),
      plain,
      cut,
      ledger,
      context,
      forced,
    );
    const key = JSON.stringify([perClause, mentions.map(({ start, end }) => [start, end])]);
    if (
      !schemes.some(
        (scheme) => JSON.stringify([scheme.perClause, scheme.mentions.map(({ start, end }) => [start, end])]) === key,
      )
    )
      schemes.push({
        by,
        clauses: cut,
        perClause,
        mentions,
        unknown: null,
        signs: signsOf(by, mentions, perClause, loosely, context),
      });
  };
  add('named', likely);
  if (surely.length + known.length < likely.length) add('named', sorted([...codes, ...surely]));
  if (loosely.length > likely.length) add('loosely', loosely);
  if (known.length < likely.length || likely.length === 0) add('context', known);
  const [first] = schemes;
  if (first && noSuch) return [{ ...first, by: 'unknown', unknown: noSuch.typed, signs: ['no-such-code'] }];
  else if (first && strange) {
    const followed = [...context.owns].some((code) => {
      const project = ledger.byCode.get(code);
      return project !== undefined && ledger.wordsOf(project).find(plain.slice(strange.end))[0]?.start === 0;
    });
    const signs = [
      ...strange.signs,
      `stranger:followed:${followed}`,
      `stranger:beside:${likely.length > 0}`,
      `stranger:on:${context.surface}`,
      `stranger:thread:${context.threadProject !== undefined}`,
    ];
    schemes.push({ ...first, by: 'unknown', unknown: strange.typed, signs });
    for (const [at, scheme] of schemes.entries())
      if (scheme.by !== 'unknown')
        schemes[at] = { ...scheme, signs: [...scheme.signs, ...strange.signs.map((sign) => `no-${sign}`)] };
  }
  return schemes;
}

// 一期保温60% 二期规划许可批了: one clause by its marks, two by what it speaks of.
function cutAt(clauses: readonly Clause[], mentions: readonly SpokenProject[], plain: string): readonly Clause[] {
  if (mentions.length < 2) return clauses;
  return clauses.flatMap((clause) => {
    const inside = mentions.filter((each) => each.start >= clause.start && each.end <= clause.end);
    const cuts = inside.slice(1).filter((each, at) => {
      const before = inside[at];
      return (
        before &&
        !before.codes.some((code) => each.codes.includes(code)) &&
        /[\p{L}\p{N}]{2}/u.test(plain.slice(before.end, each.start))
      );
    });
    const starts = [clause.start, ...cuts.map((each) => each.start)];
    return starts.map((start, at) => ({ ...clause, start, end: starts[at + 1] ?? clause.end }));
  });
}

// 隔壁D-011都40%了,我们25%: what follows is of one's own again.
const OURS = /我们|咱|我这|本项目|自己/;

const sorted = (mentions: SpokenProject[]): SpokenProject[] => mentions.sort((one, other) => one.start - other.start);
const clearOf = (span: Span, others: readonly Span[]): boolean =>
  others.every((other) => span.end <= other.start || span.start >= other.end);

function signsOf(
  by: Scheme['by'],
  mentions: readonly SpokenProject[],
  perClause: readonly (readonly string[])[],
  possible: readonly SpokenProject[],
  context: LineContext,
): string[] {
  const codes = [...new Set(perClause.flat())];
  const thread = context.threadProject === undefined ? 'no-thread' : 'thread';
  const signs = [`by:${by}`, `by:${by}:${thread}`, `projects:${Math.min(codes.length, 3)}`];
  for (const mention of mentions) {
    const owned = mention.codes.some((code) => context.owns.has(code));
    signs.push(`name:${mention.by}:${mention.sure}:${mention.codes.length > 1}`, `name-owned:${owned}:${mention.sure}`);
    if (context.threadProject && !mention.codes.includes(context.threadProject))
      signs.push(`name-leaves-thread:${owned}`);
  }
  for (const mention of possible) {
    if (mentions.includes(mention)) continue;
    const owned = mention.codes.some((code) => context.owns.has(code));
    signs.push(`no-name:${mention.by}:${mention.sure}`, `no-name-owned:${owned}:${mention.sure}`);
    if (mention.codes.some((code) => codes.includes(code))) signs.push('no-name-same');
  }
  if (perClause.some((each) => each.length > 1)) signs.push(`several:${mentions.length > 0}`);
  if (perClause.some((each) => each.length === 0)) signs.push('nobody');
  if (codes.some((code) => !context.mayReport(code))) signs.push(`foreign:${mentions.length > 0}`);
  return signs;
}

function assign(
  mentions: readonly SpokenProject[],
  plain: string,
  clauses: readonly Clause[],
  ledger: LineLedger,
  context: LineContext,
  forced: string | null,
): readonly (readonly string[])[] {
  const fallback = forced !== null ? [forced] : byContext(plain, ledger, context);
  let current: readonly string[] | null = null;
  const perClause = clauses.map((clause) => {
    const inside = mentions.filter((mention) => mention.start >= clause.start && mention.end <= clause.end);
    const said = inside.length > 0 ? settled(inside, plain, clause, ledger, context) : null;
    if (said !== null) current = forced !== null && (said.length !== 1 || said.includes(forced)) ? [forced] : said;
    else if (current !== null && fallback.length === 1 && OURS.test(plain.slice(clause.start, clause.end)))
      current = fallback;
    else if (current === null && mentions.length === 0 && forced === null && fallback.length > 1)
      return byContext(plain.slice(clause.start, clause.end), ledger, context, fallback);
    return current;
  });
  // A clause before the first mention speaks of what is mentioned later: 主体封顶80%, P-017.
  const first = perClause.find((each) => each !== null) ?? fallback;
  return perClause.map((each) => each ?? first);
}
function settled(
  inside: readonly SpokenProject[],
  plain: string,
  clause: Clause,
  ledger: LineLedger,
  context: LineContext,
): readonly string[] {
  const sets = inside.map((mention) => mention.codes);
  const common = sets.reduce((one, other) => one.filter((code) => other.includes(code)));
  // A code and a name that disagree are both offered.
  if (common.length === 0) return [...new Set(sets.flat())];
  const owned = common.filter((code) => context.owns.has(code));
  if (common.length > 1 && owned.length === 1) return owned;
  if (common.length > 1) {
    const likely = byMilestone(plain.slice(clause.start, clause.end), ledger, owned.length > 0 ? owned : common);
    if (likely.length === 1) return likely;
  }
  return common;
}

// 昨天, 目前, 汇报一下: what may stand before the subject. Which day it is does not matter here.
function leadsIn(text: string): boolean {
  return onlySmallWords(masked(text, findDays(text, ANY_DAY)).replaceAll('\u0001', ' '));
}

// A name counts where a subject is expected: at the start of a clause or as a part of its own, not in "从洛神湖工地调来".
function counts(
  name: SpokenProject,
  plain: string,
  clauses: readonly Clause[],
  codes: readonly SpokenProject[],
  ledger: LineLedger,
): boolean {
  const clause = clauses.find((each) => name.start >= each.start && name.end <= each.end);
  if (clause === undefined) return false;
  let before = plain.slice(clause.start, name.start);
  for (const code of codes) before = before.replace(plain.slice(code.start, code.end), '');
  const after = plain.slice(name.end, clause.end);
  const alone = /^(?:\s|$)/.test(after) && /(?:^|\s)$/.test(before);
  const subject = before.trim() === '' || leadsIn(before.trim());
  const led = name.codes.some((code) => {
    const project = ledger.byCode.get(code);
    const milestone = project ? ledger.wordsOf(project).find(after)[0] : undefined;
    return milestone !== undefined && onlySmallWords(after.slice(0, milestone.start));
  });
  // 恒美家具: a piece of another name is none of 骏美家具.
  if (!subject && !alone && /\p{Script=Han}$/u.test(before) && !startsName(name, ledger, plain)) return false;
  if (name.sure) return subject || alone || led;
  return (
    (subject || alone || led) &&
    (led ||
      alone ||
      /^(?:\s|$|\d|的|[（(:：])/.test(after) ||
      (wordAt(after, 0) !== null && !milestoneLike(name, ledger, plain)))
  );
}

// 管道焊接 is one's own milestone, whatever other project begins with 管道.
function isOwnMilestone(
  { start, end }: SpokenProject,
  plain: string,
  ledger: LineLedger,
  { owns, threadProject }: LineContext,
): boolean {
  const codes = threadProject === undefined ? [...owns] : [threadProject];
  return codes.some((code) => {
    const project = ledger.byCode.get(code);
    if (project === undefined) return false;
    return ledger
      .wordsOf(project)
      .find(plain)
      .some((each) => each.likeness === 'name' && each.start <= start && each.end > end);
  });
}

const startsName = (name: SpokenProject, ledger: LineLedger, plain: string): boolean =>
  name.codes.some((code) => {
    const project = ledger.byCode.get(code);
    const letter = plain.charAt(name.start);
    return [project?.name ?? '', ...(project?.nicknames ?? [])].some((each) => each.toLowerCase().startsWith(letter));
  });

// 设备 stands in a project's name and is a milestone's word too: then it is the milestone.
function milestoneLike(name: SpokenProject, ledger: LineLedger, plain: string): boolean {
  const written = plain.slice(name.start, name.end);
  return name.codes.some((code) => {
    const project = ledger.byCode.get(code);
    return project !== undefined && ledger.wordsOf(project).find(written).length > 0;
  });
}

function byContext(
  plain: string,
  ledger: LineLedger,
  context: LineContext,
  among: readonly string[] | null = null,
): readonly string[] {
  if (context.threadProject !== undefined && ledger.byCode.has(context.threadProject)) return [context.threadProject];
  const owned = among ?? [...context.owns].filter((code) => ledger.byCode.has(code));
  return owned.length < 2 ? owned : byMilestone(plain, ledger, owned);
}

// The projects whose roadmap has what is named, as far as it is named.
function byMilestone(plain: string, ledger: LineLedger, codes: readonly string[]): readonly string[] {
  const known = new Map<MilestoneWords | null, number>();
  const ranked = codes.map((code) => {
    const project = ledger.byCode.get(code);
    const words = project ? ledger.wordsOf(project) : null;
    const rank = known.get(words) ?? Math.max(0, ...(words?.find(plain) ?? []).map((each) => RANKS[each.likeness]));
    known.set(words, rank);
    return { code, rank };
  });
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ code }) => code);
}

const RANKS = { near: 0, hint: 0, letter: 0, part: 1, misspelt: 2, name: 3 } as const;
