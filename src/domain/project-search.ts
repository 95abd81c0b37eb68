import { soundOf } from '../text/pinyin.js';
import { COVERS, type Covers, evened, matchSearchKey, type SearchKey, searchKey } from './search-key.js';

/** What a project is called by. `people`: its owners and its sponsor. */
export type Searchable = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly unitId: number;
  readonly ownerIds: readonly number[];
  readonly sponsorId: number | null;
};

/** Names of units and people, each with all that they are called. */
export type Called = { readonly id: number; readonly names: readonly string[] };

/** By what a project was found. The order is that of the ranks, within as much as was typed of it. */
export const FIELDS = ['code', 'name', 'nickname', 'sounds', 'unit', 'owner', 'sponsor'] as const;
export type Field = (typeof FIELDS)[number];
export type FoundProject = { readonly id: number; readonly covers: Covers; readonly by: Field };

export type ProjectIndex = {
  /** The projects that were meant by what was typed, the best first; equals by code. */
  readonly find: (typed: string) => readonly FoundProject[];
  /** Where nothing was found: the projects whose names come near, the nearest first. */
  readonly near: (typed: string, most: number, allowed: (id: number) => boolean) => readonly number[];
};

/** Longer than any name. */
const LONGEST = 80;

type Entry = {
  readonly id: number;
  readonly code: KnownCode;
  readonly names: readonly { readonly searchKey: SearchKey; readonly field: 'name' | 'nickname' }[];
  readonly unitId: number;
  readonly ownerIds: readonly number[];
  readonly sponsorId: number | null;
};

type Rank = number;
const rankOf = (covers: Covers, by: Field): Rank => COVERS.indexOf(covers) * FIELDS.length + FIELDS.indexOf(by);
const NO_RANK: Rank = Number.POSITIVE_INFINITY;

/**
 * An index over the projects of a program, made once a revision: ten thousand of them are searched in some milliseconds.
 * What was typed exactly comes before beginnings, these before parts; words apart by blanks have to be met all.
 */
export function projectIndex(
  projects: readonly Searchable[],
  units: readonly Called[],
  people: readonly Called[],
): ProjectIndex {
  const called = (list: readonly Called[]) => list.map(({ id, names }) => ({ id, names: names.map(searchKey) }));
  const calledUnits = called(units);
  const calledPeople = called(people);
  const entries = [...projects]
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(
      (project): Entry => ({
        id: project.id,
        code: knownCode(project.code),
        names: [
          { searchKey: searchKey(project.name), field: 'name' },
          ...project.nicknames.map((text) => ({ searchKey: searchKey(text), field: 'nickname' as const })),
        ],
        unitId: project.unitId,
        ownerIds: project.ownerIds,
        sponsorId: project.sponsorId,
      }),
    );
  const nearness = lazily(() => nearIndex(entries));

  /** The rank of every project for one word, in the order of the entries. */
  function ranks(word: string): Rank[] {
    const typed = evened(word).slice(0, LONGEST);
    const code = codeTyped(word);
    const unitCovers = coversById(typed, calledUnits);
    const peopleCovers = coversById(typed, calledPeople);
    return entries.map((entry) => {
      let best = NO_RANK;
      const take = (covers: Covers | null | undefined, by: Field) => {
        if (covers) best = Math.min(best, rankOf(covers, by));
      };
      take(code === null ? null : matchCode(code, entry.code), 'code');
      for (const { searchKey: name, field } of entry.names) {
        const match = matchSearchKey(typed, name);
        if (match !== null) take(match.covers, match.as === 'sounds' ? 'sounds' : field);
      }
      take(unitCovers.get(entry.unitId), 'unit');
      for (const id of entry.ownerIds) take(peopleCovers.get(id), 'owner');
      if (entry.sponsorId !== null) take(peopleCovers.get(entry.sponsorId), 'sponsor');
      return best;
    });
  }

  return {
    find(typed) {
      const words = typed
        .normalize('NFKC')
        .split(/[\s,，、;；]+/u)
        .filter((word) => evened(word) !== '');
      if (words.length === 0) return [];
      const whole = ranks(words.join(''));
      const each = words.length === 1 ? [] : words.slice(0, 6).map(ranks);
      return entries
        .map((entry, at) => ({
          entry,
          rank: Math.min(
            whole[at] ?? NO_RANK,
            each.length === 0 ? NO_RANK : Math.max(...each.map((of) => of[at] ?? NO_RANK)),
          ),
        }))
        .filter(({ rank }) => rank !== NO_RANK)
        .sort((one, other) => one.rank - other.rank)
        .map(({ entry, rank }) => ({
          id: entry.id,
          covers: COVERS[Math.floor(rank / FIELDS.length)] ?? 'part',
          by: FIELDS[rank % FIELDS.length] ?? 'name',
        }));
    },
    near: (typed, most, allowed) => nearness()(typed, most, allowed),
  };
}

function coversById(typed: string, called: readonly { readonly id: number; readonly names: readonly SearchKey[] }[]) {
  const found = new Map<number, Covers>();
  for (const { id, names } of called) {
    for (const name of names) {
      const covers = matchSearchKey(typed, name)?.covers;
      const known = found.get(id);
      if (covers && (known === undefined || COVERS.indexOf(covers) < COVERS.indexOf(known))) found.set(id, covers);
    }
  }
  return found;
}

/** A code as it is typed: `p17`, `P-017`, `Ｐ０１７`; `plain` is without the zeros that people leave out. */
type TypedCode = { readonly written: string; readonly plain: string };

/** null: what was typed can be no code. */
function codeTyped(word: string): TypedCode | null {
  const written = evened(word);
  return /\d/.test(written) && /^[a-z0-9]+$/.test(written) ? { written, plain: plainCode(written) } : null;
}

const plainCode = (written: string): string =>
  written.replace(/0+(?=\d)/g, (zeros, at: number) => (/\d/.test(written[at - 1] ?? '') ? zeros : ''));

/** A project's code, evened; `last`: its last number, by which alone it is called as well. */
type KnownCode = TypedCode & { readonly last: string };

function knownCode(code: string): KnownCode {
  const written = evened(code);
  const plain = plainCode(written);
  return { written, plain, last: /\d+$/.exec(plain)?.[0] ?? '' };
}

function matchCode({ written, plain }: TypedCode, known: KnownCode): Covers | null {
  if (known.plain === plain) return 'exact';
  // A number alone is the last number of a code.
  const last = /^\d+$/.test(plain) ? known.last : known.plain;
  if (last === plain) return 'exact';
  // Who types the zeros means the code as it is written: P-001 is no beginning of P-014.
  return known.written.startsWith(written) || (written === plain && last.startsWith(plain)) ? 'start' : null;
}

type Near = ProjectIndex['near'];

/** Names as sequences of sounds; whoever writes 阿交 for 阿胶, or turns two initials round, is understood. */
function nearIndex(entries: readonly Entry[]): Near {
  const names = entries.flatMap((entry) =>
    entry.names.map(({ searchKey: name }) => ({
      id: entry.id,
      sounds: name.characters.map(soundToken),
      initials: initialsOf(name),
    })),
  );
  const bySound = postings(names.map(({ sounds }) => sounds));
  const byInitial = postings(names.map(({ initials }) => initials));
  return (typed, most, allowed) => {
    const characters = [...evened(typed).slice(0, LONGEST)];
    if (characters.length < 2) return [];
    const latin = characters.every((each) => /[a-z0-9]/.test(each));
    const wanted = latin ? characters : characters.map(soundToken);
    // One letter again and again is nobody's name: xxxx.
    if (latin && new Set(characters).size === 1) return [];
    // A sound says much, an initial says little.
    const amiss = latin ? Math.floor(wanted.length / 4) : Math.max(1, Math.floor(wanted.length * 0.5));
    const meets = new Map<number, number>();
    for (const token of new Set(wanted)) {
      for (const at of (latin ? byInitial : bySound).get(token) ?? []) meets.set(at, (meets.get(at) ?? 0) + 1);
    }
    const nearest = new Map<number, number>();
    const candidates = [...meets].sort((one, other) => other[1] - one[1]).slice(0, 200);
    for (const [at] of candidates) {
      const name = names[at];
      if (!name || !allowed(name.id)) continue;
      const away = distance(wanted, latin ? name.initials : name.sounds);
      if (away > amiss) continue;
      nearest.set(name.id, Math.min(nearest.get(name.id) ?? Number.POSITIVE_INFINITY, away));
    }
    return [...nearest]
      .sort((one, other) => one[1] - other[1])
      .slice(0, most)
      .map(([id]) => id);
  };
}

const soundToken = (character: string): string => soundOf(character) || character;
const initialsOf = (name: SearchKey): string[] =>
  name.characters.map((character, at) => name.readings[at]?.[0]?.[0] ?? character);

function postings(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lists.forEach((tokens, at) => {
    for (const token of new Set(tokens)) {
      const known = places.get(token);
      if (known) known.push(at);
      else places.set(token, [at]);
    }
  });
  return places;
}

/** How many tokens have to be changed, left out, put in or swapped with their neighbour to find `wanted` within `name`. */
function distance(wanted: readonly string[], name: readonly string[]): number {
  // What stands before and behind in the name costs nothing: people type a piece of it.
  let before: number[] = [];
  let above = name.map(() => 0);
  above.push(0);
  for (let row = 1; row <= wanted.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= name.length; column += 1) {
      const same = wanted[row - 1] === name[column - 1];
      let cost = Math.min(
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
      );
      const swapped =
        row > 1 && column > 1 && wanted[row - 1] === name[column - 2] && wanted[row - 2] === name[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      here.push(cost);
    }
    before = above;
    above = here;
  }
  return Math.min(...above);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
