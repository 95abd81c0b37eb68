import { soundOf } from '../text/pinyin.js';

/** Somebody who can be called by name. */
export type Called = { readonly name: string; readonly nameEn: string };

/** What somebody calls themselves, evened out: no spaces, no case, no titles in brackets. */
const evened = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[（(].*$/, '')
    .replace(/[\s·.,_-]/g, '')
    .toLowerCase();

/** Who is called exactly that, in either language. */
export function namedExactly<P extends Called>(called: string, people: readonly P[]): readonly P[] {
  const wanted = evened(called);
  return wanted === '' ? [] : people.filter(({ name, nameEn }) => evened(name) === wanted || evened(nameEn) === wanted);
}

/**
 * Who may be meant by a name, nearest first: called so, part of it, of the same sound, or one character apart. A name proves
 * nothing: this is for somebody to choose from.
 */
export function nearestNames<P extends Called>(called: string, people: readonly P[], most: number): readonly P[] {
  const wanted = evened(called);
  if (wanted === '') return [];
  const sound = soundsOf(wanted);
  const distance = ({ name, nameEn }: P): number => {
    const [plain, foreign] = [evened(name), evened(nameEn)];
    if (plain === wanted || foreign === wanted) return 0;
    if (sound !== '' && soundsOf(plain) === sound) return 1;
    if (wanted.length >= 2 && (plain.includes(wanted) || wanted.includes(plain) || foreign.includes(wanted))) return 2;
    return plain.length >= 2 && plain.length === wanted.length && apart(plain, wanted) === 1 ? 3 : 4;
  };
  return people
    .map((person) => ({ person, at: distance(person) }))
    .filter(({ at }) => at < 4)
    .sort((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ person }) => person);
}

const soundsOf = (text: string): string => [...text].map(soundOf).join(' ').trim();

const apart = (one: string, other: string): number =>
  [...one].filter((letter, place) => letter !== [...other][place]).length;
