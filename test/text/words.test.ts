/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest';
import { features } from '../../src/features/index.js';

/** Every module that holds what people read: words files of features and surface, and the domain's own catalogues. */
const modules = import.meta.glob(
  [
    '../../src/**/words.ts',
    '../../src/**/words-*.ts',
    '../../src/features/*/messages/*.ts',
    '../../src/**/words/*.ts',
    '../../src/**/*-words.ts',
    '../../src/domain/**/*.ts',
  ],
  { eager: true },
) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type Phrase = { readonly at: string; readonly zh: unknown; readonly en: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp);

/** Every object with a zh or an en side, wherever it lies. */
function* phrasesIn(at: string, value: unknown, depth = 0): Generator<Phrase> {
  if (!isObject(value) || depth > 6) return;
  if ('zh' in value || 'en' in value) {
    yield { at, zh: value.zh, en: value.en };
    return;
  }
  for (const [key, part] of Object.entries(value)) yield* phrasesIn(`${at}.${key}`, part, depth + 1);
}

const PAGE = '../../src/sandbox/page/words';
/** The page has a file a language. */
const page = { at: 'page', zh: modules[`${PAGE}/zh.ts`]?.zh, en: modules[`${PAGE}/en.ts`]?.en };

const phrases: readonly Phrase[] = [
  page,
  ...Object.entries(modules)
    .filter(([file]) => !file.startsWith(PAGE))
    .flatMap(([file, exported]) => [...phrasesIn(file.replace('../../', ''), exported)]),
  ...features.flatMap(({ name, commands = [], shortcuts = [] }) => [
    ...commands.flatMap((command) => [...phrasesIn(`${name}.${command.name}`, { description: command.description })]),
    ...shortcuts.flatMap((shortcut) => [...phrasesIn(`${name}.${shortcut.id}`, { name: shortcut.name })]),
  ]),
];

/** What a side of a phrase can say: itself, the parts of a refusal, or what it makes of sample values. */
function textsOf(side: unknown): string[] {
  if (typeof side === 'string') return [side];
  if (isObject(side)) return Object.values(side).flatMap(textsOf);
  if (typeof side !== 'function') return [];
  const said: string[] = [];
  for (const sample of [1, 2, 'x', 'open', null]) {
    try {
      said.push(...textsOf(side(...Array.from({ length: side.length }, () => sample))));
    } catch {
      // Not a value that it takes.
    }
  }
  return said.filter((text) => !/undefined|NaN|\[object/.test(text));
}

const shapeOf = (side: unknown): unknown =>
  typeof side === 'function'
    ? `function of ${side.length}`
    : isObject(side)
      ? Object.fromEntries(Object.entries(side).map(([key, part]) => [key, shapeOf(part)]))
      : Array.isArray(side)
        ? 'list'
        : typeof side;

/** Without what is typed as it stands: code, commands with what follows them, links, examples, amounts and days as a county writes them. */
const spoken = (text: string): string =>
  text
    .replace(/`[^`]*`/g, '')
    .replace(/such as:? .*$/gm, '')
    .replace(/\d[\d.]*\p{Script=Han}+/gu, '')
    .replace(/\/[a-z]{2,}[^，。；、（）\n.;)]*/g, '')
    .replace(/<[^>]*>|https?:\/\/\S+/g, '')
    .replace(/"[^"]*"|“[^”]*”|「[^」]*」/g, '');

/** Files whose Chinese is what people type, not what they are told: the readings of lines and sheets. */
const READINGS = /src\/domain\/(report-line|ledger-sheet\/(column-words|find|unit-cell|date|grid|sections))/;
const told = phrases.filter(({ at }) => !READINGS.test(at));

describe('every phrase', () => {
  it('is found: hundreds of them', () => {
    expect(phrases.length).toBeGreaterThan(600);
  });

  it('has both languages, of the same shape, with as many values', () => {
    const faults = phrases
      .filter(({ zh, en }) => JSON.stringify(shapeOf(zh)) !== JSON.stringify(shapeOf(en)))
      .map(({ at, zh, en }) => `${at}: ${JSON.stringify(shapeOf(zh))} and ${JSON.stringify(shapeOf(en))}`);
    expect(faults).toEqual([]);
  });

  it('says something, without leading or trailing blanks left over', () => {
    const faults = told.flatMap(({ at, zh, en }) =>
      [zh, en].flatMap((side) => (typeof side === 'string' && side.trim() === '' ? [at] : [])),
    );
    expect(faults).toEqual([]);
  });

  it('shouts in neither language', () => {
    const faults = told.flatMap(({ at, zh, en }) =>
      [...textsOf(zh), ...textsOf(en)].filter((text) => /[!！]/.test(text)).map((text) => `${at}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  it('has no Chinese in its English, but what is typed as it stands', () => {
    const faults = told.flatMap(({ at, en }) =>
      textsOf(en)
        .filter((text) => /\p{Script=Han}/u.test(spoken(text)))
        .map((text) => `${at}: ${text}`),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('has no Western punctuation in its Chinese', () => {
    const faults = told.flatMap(({ at, zh }) =>
      textsOf(zh)
        .filter((text) => /\p{Script=Han} ?[,;:?]|[,;?]\s?\p{Script=Han}|\p{Script=Han}\.(?:\s|$)/u.test(spoken(text)))
        .map((text) => `${at}: ${text}`),
    );
    expect([...new Set(faults)]).toEqual([]);
  });
});
