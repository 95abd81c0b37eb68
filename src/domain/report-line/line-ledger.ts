import { cleanLine } from './clean-line.js';
import { type MilestoneWords, milestoneWords } from './milestone-words.js';
import { indexNames, type NameIndex } from './name-index.js';
import type { LineProject } from './types.js';

/** A ledger made ready for reading lines: codes, names, and the words of each roadmap. Built once, kept while the ledger stands. */
export type LineLedger = {
  readonly projects: readonly LineProject[];
  readonly byCode: ReadonlyMap<string, LineProject>;
  /** By what is left of a code however it is typed: `p 17`, `P-017`, `ｐ０１７` are all `p17`. */
  readonly byKey: ReadonlyMap<string, LineProject>;
  readonly byNumber: ReadonlyMap<number, readonly LineProject[]>;
  /** By each character of their names. */
  readonly byLetter: ReadonlyMap<string, readonly LineProject[]>;
  readonly prefixes: ReadonlySet<string>;
  readonly names: NameIndex;
  /** The whole names and nicknames, as compared: a run that is one of them is named beyond doubt. */
  readonly wholeNames: ReadonlySet<string>;
  wordsOf(project: LineProject): MilestoneWords;
};

const CODE = /^\s*([A-Za-z]*)[^A-Za-z0-9]*0*(\d+)\s*$/;

/** The key of a typed prefix and number; leading noughts do not count. */
export function codeKey(prefix: string, digits: string): string {
  return `${prefix.toLowerCase()}${Number(digits)}`;
}

/** A name as it is compared: plain, without blanks and without the 项目 at its end that everybody leaves out. */
export function comparedName(name: string): string {
  return cleanLine(name).plain.replace(/[\s\n()（）"“”]/g, '');
}

/** Makes a ledger ready for reading lines. 10,000 projects take well under a second. */
export function indexLedger(projects: readonly LineProject[]): LineLedger {
  const byKey = new Map<string, LineProject>();
  const byNumber = new Map<number, LineProject[]>();
  const byLetter = new Map<string, LineProject[]>();
  const prefixes = new Set<string>();
  const names: string[] = [];
  const owners: number[] = [];
  projects.forEach((project, place) => {
    const code = CODE.exec(project.code);
    if (code) {
      const [, prefix = '', digits = ''] = code;
      prefixes.add(prefix.toLowerCase());
      byKey.set(codeKey(prefix, digits), project);
      byNumber.set(Number(digits), [...(byNumber.get(Number(digits)) ?? []), project]);
    }
    for (const letter of new Set(project.name)) {
      const known = byLetter.get(letter);
      if (known) known.push(project);
      else byLetter.set(letter, [project]);
    }
    for (const name of [project.name, ...project.nicknames]) {
      names.push(comparedName(name));
      owners.push(place);
    }
  });
  const words = new Map<string, MilestoneWords>();
  return {
    projects,
    byCode: new Map(projects.map((project) => [project.code, project])),
    byKey,
    byNumber,
    byLetter,
    prefixes,
    names: indexNames(names, owners),
    wholeNames: new Set(names.flatMap((name) => [name, name.replace(/(?:建设)?(?:项目|工程)$/, '')])),
    wordsOf(project) {
      // Roadmaps repeat: ten thousand projects share a few dozen, so their words are made once each.
      const roadmap = project.milestones.map((milestone) => milestone.name);
      const key = roadmap.join('\n');
      const known = words.get(key);
      if (known) return known;
      const made = milestoneWords(roadmap);
      words.set(key, made);
      return made;
    },
  };
}
