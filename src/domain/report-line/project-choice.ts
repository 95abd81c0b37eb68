import { localDay } from '../day.js';
import type { Clause } from './clause.js';
import type { LineLedger } from './line-ledger.js';
import { onlySmallWords, wordAt } from './line-words.js';
import type { MilestoneWords } from './milestone-words.js';
import { findCodes, findNames, findShortened, type SpokenProject } from './project-mention.js';
import { findDays } from './spoken-day.js';
import { masked } from './token.js';
import type { LineContext, Span } from './types.js';

const ANY_DAY = localDay('2020-01-01');

/** Which project each clause speaks of. */
export type ProjectChoice = {
  /** Per clause: the codes that fit, best known first; one is settled, several must be asked about, none is unknown. */
  readonly perClause: readonly (readonly string[])[];
  /** What was typed where the ledger has no such project. */
  readonly unknown: string | null;
  /** Projects that stand in the text, as spans that are read as nothing else. */
  readonly mentions: readonly SpokenProject[];
  readonly named: boolean;
};

// Only what ends like a project's name and is no part of works: 附属工程, 绿化工程 are pieces of a project.
const STRANGER =
  /^([\p{Script=Han}a-z0-9]{2,16}?(?:项目|产业园|广场|小区|医院|学校|小学|中学|公园|水库|大桥|大道|酒店|大厦|商场))(?!的?(?:部|方|办|经理|公司|负责|指挥))/u;
const NO_STRANGER =
  /^(?:我们?|咱们?|本|该|这个?|那个?|所有|全部|各|其他|重点|整个|几个|一个|负责|包保|目前|今天|现在|我单位|我局|我镇)/;

/** Finds the projects of a line. Named in the text > the thread's > the only one owned > the only owned one with that milestone. */
export function chooseProjects(
  plain: string,
  text: string,
  clauses: readonly Clause[],
  ledger: LineLedger,
  context: LineContext,
  forced: string | null,
): ProjectChoice {
  const codes = findCodes(plain, text, ledger);
  const names = findNames(plain, text, ledger, codes).filter((name) => counts(name, plain, clauses, codes, ledger));
  const found = [...codes, ...names];
  const shortened = clauses
    .filter((clause) => !found.some((mention) => mention.start >= clause.start && mention.end <= clause.end))
    .flatMap((clause) => findShortened(plain, text, clause, ledger) ?? []);
  const mentions = [...found, ...shortened].sort((one, other) => one.start - other.start);
  const unknown =
    mentions.find((mention) => mention.codes.length === 0)?.typed ?? stranger(plain, text, clauses, mentions);
  const fallback = forced !== null ? [forced] : byContext(plain, ledger, context);
  let current: readonly string[] | null = null;
  const perClause = clauses.map((clause) => {
    const inside = mentions.filter((mention) => mention.start >= clause.start && mention.end <= clause.end);
    const said = inside.length > 0 ? settled(inside, plain, clause, context) : null;
    if (said !== null) current = forced !== null && (said.length !== 1 || said.includes(forced)) ? [forced] : said;
    return current;
  });
  // A clause before the first mention speaks of what is mentioned later: 主体封顶80%, P-017.
  const first = perClause.find((each) => each !== null) ?? fallback;
  return { perClause: perClause.map((each) => each ?? first), unknown, mentions, named: mentions.length > 0 };
}

function settled(
  inside: readonly SpokenProject[],
  plain: string,
  clause: Clause,
  context: LineContext,
): readonly string[] {
  const sets = inside.map((mention) => mention.codes);
  const common = sets.reduce((one, other) => one.filter((code) => other.includes(code)));
  // A code and a name that disagree are both offered.
  if (common.length === 0) return [...new Set(sets.flat())];
  const prefixed = inside.some((mention) => mention.by === 'name' && strangePrefix(mention, plain, clause));
  const owned = common.filter((code) => context.owns.has(code));
  if (common.length > 1 && owned.length === 1 && !prefixed) return owned;
  return prefixed && common.length === 1 ? [...common, ...common] : common;
}

/** The text between the last blank (or the clause's start) and the mention, small words taken off. */
function strangePrefix(mention: SpokenProject, plain: string, clause: Span): boolean {
  const before = plain.slice(clause.start, mention.start);
  const part = before.slice(before.lastIndexOf(' ') + 1);
  return part !== '' && !leadsIn(part) && !/^(?:东阿|东阿县|全县|县|市|省|p-?\d+)$/.test(part);
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
  if (name.sure) return subject || alone || led;
  return (
    (subject || alone || led) &&
    (led ||
      alone ||
      /^(?:\s|$|\d|的|[（(:：])/.test(after) ||
      (wordAt(after, 0) !== null && !milestoneLike(name, ledger, plain)))
  );
}

// 设备 stands in a project's name and is a milestone's word too: then it is the milestone.
function milestoneLike(name: SpokenProject, ledger: LineLedger, plain: string): boolean {
  const written = plain.slice(name.start, name.end);
  return name.codes.some((code) => {
    const project = ledger.byCode.get(code);
    return project !== undefined && ledger.wordsOf(project).find(written).length > 0;
  });
}

function stranger(
  plain: string,
  text: string,
  clauses: readonly Clause[],
  mentions: readonly SpokenProject[],
): string | null {
  for (const clause of clauses) {
    if (mentions.some((mention) => mention.start >= clause.start && mention.start < clause.end)) continue;
    const match = STRANGER.exec(plain.slice(clause.start, clause.end));
    const name = match?.[1];
    if (
      name === undefined ||
      NO_STRANGER.test(name) ||
      onlySmallWords(name) ||
      onlySmallWords(name.replace(/项目$/, ''))
    )
      continue;
    if (
      /签约|注册|洽谈|[昨今明后]天|规定|新建|要求|政策|文件|涉及|由于|因|导致|进入|列入|申报|支持|安排|实施|推进|完成|投资|进度|主体|设备|施工|封顶|开工|招标|验收|路[基面]/.test(
        name,
      )
    )
      continue;
    return text.slice(clause.start, clause.start + name.length);
  }
  return null;
}

function byContext(plain: string, ledger: LineLedger, context: LineContext): readonly string[] {
  if (context.threadProject !== undefined && ledger.byCode.has(context.threadProject)) return [context.threadProject];
  const owned = [...context.owns].filter((code) => ledger.byCode.has(code));
  if (owned.length < 2) return owned;
  const ranked = owned.map((code) => ({ code, rank: likenessTo(plain, ledger.byCode.get(code), ledger) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ code }) => code);
}

const RANKS = { near: 0, part: 1, misspelt: 2, name: 3 } as const;

function likenessTo(
  plain: string,
  project: { milestones: readonly { name: string }[] } | undefined,
  ledger: LineLedger,
): number {
  const words: MilestoneWords | null = project ? ledger.wordsOf(project as Parameters<LineLedger['wordsOf']>[0]) : null;
  return Math.max(0, ...(words?.find(plain) ?? []).map((mention) => RANKS[mention.likeness]));
}
