import { codeKey, type LineLedger } from './line-ledger.js';
import type { LineProject, Span } from './types.js';

/**
 * A project as it stands in a line: `codes` of the projects that fit, none where a code is typed that the ledger has not.
 * `sure` is false for a short or everyday word (二期, 道路), which only counts where a project's name is expected.
 */
export type SpokenProject = Span & {
  readonly codes: readonly string[];
  readonly typed: string;
  readonly by: 'code' | 'name';
  readonly sure: boolean;
};

const CODE = /(?<![a-z0-9])([a-z]{1,6})\s?[-_–—‐‑.·]?\s?([0-9oil]{1,6})(?![a-z0-9%]|\.\d|\s?%)(?:号)?(?:项目)?/g;
const NUMBERED = /(?<![a-z0-9第.-])(\d{1,4})号(?:项目|工程)/g;
const EVERYDAY =
  /项目|工程|建设|公司|集团|生产线|生产|改造|扩产|扩建|改建|技改|加工|中心|基地|设备|提升|智能化?|制造|配套|年产|示范|综合|城乡|城区|现代|新型|高端|意向|有限|科技|服务|管理|工业|技术|系统|平台|及|与|的|县|[、（）()]/g;
const PHASE = /^[一二三四五]期/;

/** Codes typed in any fashion: p17, Ｐ－０１７, P 017, 017号项目. */
export function findCodes(plain: string, text: string, ledger: LineLedger): SpokenProject[] {
  const found: SpokenProject[] = [];
  for (const match of plain.matchAll(CODE)) {
    const [whole, prefix = '', typed = ''] = match;
    const digits = typed.replace(/o/g, '0').replace(/[il]/g, '1');
    if (!/\d/.test(typed)) continue;
    const span = {
      start: match.index,
      end: match.index + whole.length,
      typed: text.slice(match.index, match.index + whole.length),
    };
    const project = ledger.byKey.get(codeKey(prefix, digits));
    const looksLikeOne = ledger.prefixes.has(prefix) || (match.index === 0 && /^[a-z]{1,3}-\d{3}$/.test(whole));
    if (project) found.push({ ...span, codes: [project.code], by: 'code', sure: true });
    else if (looksLikeOne) found.push({ ...span, codes: [], by: 'code', sure: true });
  }
  for (const match of plain.matchAll(NUMBERED)) {
    const projects = ledger.byNumber.get(Number(match[1])) ?? [];
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      typed: match[0],
      codes: projects.map((project) => project.code),
      by: 'code',
      sure: true,
    });
  }
  return found.sort((one, other) => one.start - other.start);
}

const NUMBER_FIRST = /^(0\d{1,3})(?=[\s,:]|\p{Script=Han})(?!号楼|[年月日号.])/u;
const LEAST = 2;
const MOST = 8;
// What fits more projects than this names none of them.
const TELLING = 20;

/** A project named by what is left when people leave characters out, at the start of a clause: 建材园, or its number: 017. */
export function findShortened(plain: string, text: string, clause: Span, ledger: LineLedger): SpokenProject | null {
  const said = plain.slice(clause.start, clause.end);
  const number = NUMBER_FIRST.exec(said)?.[1];
  const numbered = number === undefined ? [] : (ledger.byNumber.get(Number(number)) ?? []);
  const mention = (length: number, projects: readonly LineProject[], by: SpokenProject['by']): SpokenProject => {
    const span = { start: clause.start, end: clause.start + length };
    const codes = projects.map((project) => project.code);
    return { ...span, codes, by, sure: true, typed: text.slice(span.start, span.end) };
  };
  if (number !== undefined && numbered.length > 0) return mention(number.length, numbered, 'code');
  const run = /^\p{Script=Han}+/u.exec(said)?.[0] ?? '';
  if (run.length < LEAST) return null;
  // What is longer fits only where its first two characters fit.
  const near = (ledger.byLetter.get(run.charAt(0)) ?? []).filter((project) =>
    leavesOut(run.slice(0, LEAST), project.name),
  );
  for (let length = Math.min(run.length, MOST); length >= LEAST; length -= 1) {
    const letters = run.slice(0, length);
    if (letters.replace(EVERYDAY, '').length < 2) continue;
    const fitting = near.filter((project) => leavesOut(letters, project.name));
    if (fitting.length === 0 || fitting.length > TELLING) continue;
    const ending = fitting.filter((project) => isNameEnd(said.slice(length), project, ledger));
    // Two characters (棚改) are only a name where they fit a single project.
    if (ending.length === 1 || (ending.length > 1 && length > LEAST)) return mention(length, ending, 'name');
  }
  return null;
}

/** True where the letters stand in the name in their order: what is left when people leave characters out. */
export function leavesOut(letters: string, name: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

// What follows must be what follows a name: a blank, 项目, or one of the project's milestones.
function isNameEnd(after: string, project: LineProject, ledger: LineLedger): boolean {
  return /^(?:[\s:]|$|的|项目|工程)/.test(after) || ledger.wordsOf(project).find(after)[0]?.start === 0;
}

/** Names, nicknames and distinctive parts of them. `taken` are the codes. */
export function findNames(plain: string, text: string, ledger: LineLedger, taken: readonly Span[]): SpokenProject[] {
  const found: SpokenProject[] = [];
  let group: { start: number; end: number; projects: readonly number[] } | null = null;
  const close = () => {
    if (group) {
      const mention = named(group, plain, text, ledger);
      if (mention) found.push(mention);
    }
    group = null;
  };
  for (let at = 0; at < plain.length; ) {
    const inside = taken.find((span) => at >= span.start && at < span.end);
    const run = inside ? null : ledger.names.runs(plain, at);
    if (run === null || run.projects.length === 0) {
      at = inside?.end ?? run?.end ?? at + 1;
      if (inside) close();
      continue;
    }
    const open = group as { start: number; end: number; projects: readonly number[] } | null;
    const common = open ? run.projects.filter((place) => open.projects.includes(place)) : [];
    if (open && common.length > 0 && /^(?:的|项目|工程|公司| )?$/.test(plain.slice(open.end, run.start))) {
      group = { start: open.start, end: run.end, projects: common };
    } else {
      close();
      group = run;
    }
    at = run.end;
  }
  close();
  return found;
}

function named(
  run: { start: number; end: number; projects: readonly number[] },
  plain: string,
  text: string,
  ledger: LineLedger,
): SpokenProject | null {
  const tail = /^(?:这个|那个|的)?(?:项目|工程)/.exec(plain.slice(run.end, run.end + 5));
  const written = plain.slice(run.start, run.end);
  const distinct = written.replace(EVERYDAY, '').length;
  const whole = ledger.wholeNames.has(written.replace(/\s/g, ''));
  const telling = whole || distinct >= 2 || PHASE.test(written) || written.length >= 4;
  if (!telling || /^\d*$/.test(written) || /^[a-z0-9 .%-]{1,3}$/.test(written)) return null;
  const end = run.end + (tail?.[0].length ?? 0);
  // 县医院, 东阿县人民医院: the county before a name is part of it.
  const county = /(?:东阿县?|我?县|全县)$/.exec(plain.slice(Math.max(0, run.start - 3), run.start))?.[0].length ?? 0;
  return {
    start: run.start - county,
    end,
    typed: text.slice(run.start - county, end),
    codes: run.projects.map((place) => ledger.projects[place]?.code ?? ''),
    by: 'name',
    sure: whole || (distinct >= 3 && !PHASE.test(written)),
  };
}
