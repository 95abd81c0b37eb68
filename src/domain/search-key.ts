import { readingsOf } from '../text/pinyin.js';

/** Text evened out for looking things up: width, case, blanks and punctuation make no difference. */
export const evened = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A name with all ways to type each of its characters: the character itself, or any of its sounds. */
export type SearchKey = {
  readonly text: string;
  readonly characters: readonly string[];
  /** By character. */
  readonly readings: readonly (readonly string[])[];
  /** By character: the letters that its readings begin with, as bits; for passing by quickly what cannot match. */
  readonly starts: Int32Array;
};

/** How much of a name was typed: all of it, its beginning, or something inside. */
export const COVERS = ['exact', 'start', 'part'] as const;
export type Covers = (typeof COVERS)[number];
export type SearchMatch = { readonly covers: Covers; readonly as: 'characters' | 'sounds' };

export function searchKey(name: string): SearchKey {
  const characters = [...evened(name)];
  const readings = characters.map(readingsOf);
  return {
    text: characters.join(''),
    characters,
    readings,
    starts: Int32Array.from(readings, (each) => each.reduce((bits, reading) => bits | letterBit(reading), 0)),
  };
}

/**
 * Whether a name was meant by what was typed (evened): as it is written, by its pinyin (`ajiaojiankangcheng`), by the
 * initials (`ajjkc`), or by a mixture of these (`阿胶jkc`). Nobody types zh as one letter only when the rest is spelt out, so
 * both are taken.
 */
export function matchSearchKey(typed: string, name: SearchKey): SearchMatch | null {
  if (typed === '') return null;
  const at = name.text.indexOf(typed);
  if (at >= 0) return { covers: coverOf(at, at + typed.length, name.text.length), as: 'characters' };
  if (!/[a-z]/.test(typed)) return null;
  const wanted = [...typed];
  const [first = ''] = wanted;
  const bit = letterBit(first);
  for (let from = 0; from < name.characters.length; from += 1) {
    if (((name.starts[from] ?? 0) & bit) === 0 && name.characters[from] !== first) continue;
    const end = consume(wanted, name, from);
    if (end !== null) return { covers: coverOf(from, end, name.characters.length), as: 'sounds' };
  }
  return null;
}

function coverOf(from: number, end: number, length: number): Covers {
  if (from > 0) return 'part';
  return end === length ? 'exact' : 'start';
}

/**
 * The place in the name at which all that was typed is used up, the last there is; null where it does not fit. Goes through
 * the name with all readings at once, so that no name and no text can make it slow.
 */
function consume(typed: readonly string[], name: SearchKey, from: number): number | null {
  const { characters } = name;
  let end: number | null = null;
  let reached = new Set([0]);
  for (let at = from; at < characters.length && reached.size > 0; at += 1) {
    const next = new Set<number>();
    for (const used of reached) {
      if (typed[used] === characters[at]) next.add(used + 1);
      for (const reading of name.readings[at] ?? []) {
        const said = common(typed, used, reading);
        if (said === 0) continue;
        next.add(used + 1);
        // A sound that was begun at the very end is meant: people go on typing.
        if (said === reading.length || used + said === typed.length) next.add(used + said);
      }
    }
    if (next.delete(typed.length)) end = at + 1;
    reached = next;
  }
  return end;
}

function common(typed: readonly string[], used: number, reading: string): number {
  let length = 0;
  while (length < reading.length && typed[used + length] === reading[length]) length += 1;
  return length;
}

function letterBit(text: string): number {
  const letter = text.charCodeAt(0) - 97;
  return letter >= 0 && letter < 26 ? 1 << letter : 0;
}
