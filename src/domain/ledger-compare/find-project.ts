import type { SheetProject } from '../ledger-sheet/index.js';
import { codeKey, nameKey } from './fold.js';
import type { LedgerProject } from './types.js';

/** Which project of the ledger a row is. `by` code or name is certain; `likely` is a question for a person. */
export type Found =
  | { readonly by: 'code' | 'name' | 'nickname'; readonly project: LedgerProject }
  | { readonly by: 'likely'; readonly candidates: readonly LedgerProject[] }
  | { readonly by: 'none' };

type Row = Pick<SheetProject, 'code' | 'name'> & { readonly unitId: number | null };

// Names less alike than this are of two projects (shared pairs of letters, 0-1). Lower, and every park asks about its neighbour.
const LIKELY = 0.6;
// Under one code two names this different are not one project renamed.
const RENAMED = 0.34;
const MOST_CANDIDATES = 4;
// A pair of letters in more names than this (项目, 建设) tells nothing.
const MOST_NAMES = 400;

/** The ledger's projects by code, name, nickname and likeness; a lookup costs the same among ten and ten thousand. */
export function indexProjects(projects: readonly LedgerProject[]) {
  const byCode = new Map(projects.map((project) => [codeKey(project.code), project]));
  const byName = gather(projects, ({ name }) => [nameKey(name)]);
  const byNickname = gather(projects, ({ nicknames }) => nicknames.map(nameKey));
  const pairs = new Map(projects.map((project) => [project, pairsOf(project.name)]));
  const byPair = gather(projects, (project) => [...(pairs.get(project) ?? [])]);

  /** The only one, or the only one of the row's unit. */
  function single(found: readonly LedgerProject[] | undefined, unitId: number | null): LedgerProject | null {
    const open = (found ?? []).filter(({ standing }) => standing !== 'withdrawn');
    const among = open.length > 0 ? open : (found ?? []);
    if (among.length <= 1) return among[0] ?? null;
    const ofUnit = among.filter((project) => project.unitId === unitId);
    return ofUnit.length === 1 ? (ofUnit[0] ?? null) : null;
  }

  function alike(name: string, unitId: number | null): readonly LedgerProject[] {
    const own = pairsOf(name);
    const shared = new Map<LedgerProject, number>();
    for (const pair of own) {
      const holders = byPair.get(pair) ?? [];
      if (holders.length > MOST_NAMES) continue;
      for (const project of holders)
        if (unitId === null || project.unitId === unitId) shared.set(project, (shared.get(project) ?? 0) + 1);
    }
    return [...shared]
      .filter(([{ standing }]) => standing !== 'withdrawn')
      .map(([project, count]) => ({ project, likeness: likeness(count, own.size, pairs.get(project)?.size ?? 0) }))
      .filter((each) => each.likeness >= LIKELY)
      .sort((one, other) => other.likeness - one.likeness || one.project.id - other.project.id)
      .slice(0, MOST_CANDIDATES)
      .map(({ project }) => project);
  }

  const renamed = (project: LedgerProject, name: string): boolean =>
    [project.name, ...project.nicknames].some((each) => {
      const [one, other] = [pairsOf(each), pairsOf(name)];
      const shared = [...one].filter((pair) => other.has(pair)).length;
      return nameKey(each) === nameKey(name) || likeness(shared, one.size, other.size) >= RENAMED;
    });

  return {
    codes: byCode,

    /** Finds what is certain. */
    certain({ code, name, unitId }: Row): Found {
      const ofCode = code === '' ? undefined : byCode.get(codeKey(code));
      const named = byName.get(nameKey(name));
      const ofName = single(named, unitId);
      if (ofCode !== undefined) {
        if (ofName === null ? renamed(ofCode, name) : ofName === ofCode || (named ?? []).includes(ofCode))
          return { by: 'code', project: ofCode };
        if (ofName === null) return { by: 'likely', candidates: [ofCode] };
      }
      if (ofName !== null) return { by: 'name', project: ofName };
      if (named !== undefined) return { by: 'likely', candidates: named.slice(0, MOST_CANDIDATES) };
      const nicknamed = single(byNickname.get(nameKey(name)), unitId);
      return nicknamed === null ? { by: 'none' } : { by: 'nickname', project: nicknamed };
    },

    /** What a row without a certain project may be: of its unit, where that is known. */
    likely({ name, unitId }: Row, taken: ReadonlySet<LedgerProject>): readonly LedgerProject[] {
      return alike(name, unitId).filter((project) => !taken.has(project));
    },
  };
}

function likeness(shared: number, one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * shared) / (one + other);
}

const COMMON = /(?:建设)?(?:项目|工程)$/;

function pairsOf(name: string): ReadonlySet<string> {
  const bare = nameKey(name).replace(COMMON, '');
  const letters = [...bare];
  if (letters.length < 2) return new Set(letters);
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

function gather(
  projects: readonly LedgerProject[],
  keysOf: (project: LedgerProject) => readonly string[],
): Map<string, LedgerProject[]> {
  const byKey = new Map<string, LedgerProject[]>();
  for (const project of projects) {
    for (const key of keysOf(project)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [project]);
      else if (known.at(-1) !== project) known.push(project);
    }
  }
  return byKey;
}
