import { CHINESE_DIGITS, FRACTIONS, NUMBER, numberOf, tidy } from './number-words.js';
import type { Span } from './types.js';

/** A percent as it stands in a line. `sure` is false for what is no exact figure (过半, 70-80%, 0.8): to be asked about. */
export type SpokenPercent = Span & {
  readonly value: number;
  readonly sure: boolean;
  /** Figures that may have been meant, best first, where it is not sure. */
  readonly candidates: readonly number[];
};

const TENTH = `[一二两三四五六七八九十]|\\d(?:\\.\\d)?|10`;
const NOT_TENTH = '(?![立功本果效品员都为交片套人分]|不(?!是|到))';
// No more than a hundred: 百分之五十五一千六百户 goes on with another number.
const HUNDREDTHS =
  '(?:\\d+(?:\\.\\d+)?|一百(?:[零一二三四五六七八九]?十?[一二三四五六七八九]?(?![千百万]))|[一二三四五六七八九]?十[一二三四五六七八九]?(?:点[零〇一二三四五六七八九]+)?|[零〇一二三四五六七八九](?:点[零〇一二三四五六七八九]+)?)';
const UNIT = '(?:%+|percent|per cent|pct|个百分点|百分点|个点)';
const ENGLISH = new Map(
  'zero ten twenty thirty forty fifty sixty seventy eighty ninety hundred'
    .split(' ')
    .map((word, at) => [word, at * 10]),
);
const ONES = new Map('zero one two three four five six seven eight nine'.split(' ').map((word, at) => [word, at]));
const TENS_WORDS = 'ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

const FROM = '((?:从|由|自|from)\\s*)?';
const ON_TO =
  '变成|变为|(?:调整|变更|修正|改)(?:到|至|为|成)|(?:提高|提升|增加|上升|增长|推进|升|涨|下降|下调|回落|降)(?:到|至)了?';
const MOVED = /->|→|[变提增升涨推降调改落修]/;

type Reading = { sure: boolean; candidates: (number | null)[] };
type Rule = { readonly shape: RegExp; readonly read: (match: RegExpExecArray) => Reading | null };

const exact = (value: number | null): Reading => ({ sure: true, candidates: [value] });
const unsure = (...candidates: (number | null)[]): Reading => ({ sure: false, candidates });
const tenths = (word: string | undefined): number | null => {
  const value = numberOf(word ?? '');
  return value === null ? null : tidy(value * 10);
};
const half = (word: string | undefined): number =>
  word === undefined || word === '' ? 0 : word === '半' ? 5 : (numberOf(word) ?? 0);

// In order: what is longer and more telling first, so that 七八成 is a range before 八成 is a figure.
const RULES: readonly Rule[] = [
  {
    shape: new RegExp(
      `${FROM}(${NUMBER})\\s*(?:(?:${UNIT})?\\s*(?:-+>?|~|—+|–|→|${ON_TO}|至|到了?|to)|、)\\s*(${NUMBER})\\s*${UNIT}`,
      'g',
    ),
    read: (match) => {
      const [first, last] = [numberOf(match[2] ?? ''), numberOf(match[3] ?? '')];
      return match[1] || MOVED.test(match[0]) ? exact(last) : unsure(last, first);
    },
  },
  {
    shape: new RegExp(
      `${FROM}(${TENTH})(?:成)?\\s*(?:[-~—–]|、|→|${ON_TO}|到了?|至)?\\s*(${TENTH})成${NOT_TENTH}`,
      'g',
    ),
    read: (match) => {
      const [first, last] = [tenths(match[2]), tenths(match[3])];
      return match[1] || MOVED.test(match[0]) ? exact(last) : unsure(first, last);
    },
  },
  { shape: /百分(?:之)?百/g, read: () => exact(100) },
  {
    shape: new RegExp(
      `${FROM}百分之(${HUNDREDTHS})(?:\\s*(?:-|~|→|${ON_TO}|到了?|至|、)\\s*(?:百分之)?(${HUNDREDTHS}))?`,
      'g',
    ),
    read: (match) => {
      const [first, last] = [numberOf(match[2] ?? ''), numberOf(match[3] ?? '')];
      if (match[3] === undefined) return exact(first);
      return match[1] || MOVED.test(match[0]) ? exact(last) : unsure(last, first);
    },
  },
  {
    shape: new RegExp(`(?<![\\d.]|\\d,)([-+]?)(${NUMBER})\\s*(${UNIT})`, 'g'),
    read: (match) => {
      const value = numberOf(match[2] ?? '');
      // "3 80%" may be 380 or a stray 3; "-5%" and "+5%" are no levels; 5个百分点 is mostly a rise, not a level.
      const strayed = /\d\s+$/.test(match.input.slice(0, match.index)) || match[1] !== '';
      return strayed || (match[3] ?? '').includes('百分点') ? unsure(value) : exact(value);
    },
  },
  { shape: /%\s?(\d{1,3}(?:\.\d+)?)(?![\d%])/g, read: (match) => exact(numberOf(match[1] ?? '')) },
  {
    shape: new RegExp(
      `(${TENTH})成(?:(半|[一二三四五六七八九1-9])(?!\\d|[号#栋层楼区期标段个台人户成月日天亩米公十百千万亿点]))?${NOT_TENTH}`,
      'g',
    ),
    read: (match) => {
      const value = tenths(match[1]);
      return exact(value === null ? null : value + half(match[2]));
    },
  },
  {
    shape: new RegExp(`([${CHINESE_DIGITS}\\d]+)分之([${CHINESE_DIGITS}\\d]+)`, 'g'),
    read: (match) => fraction(numberOf(match[2] ?? ''), numberOf(match[1] ?? '')),
  },
  { shape: /(?<![\d./])(\d{1,2})\/(\d{1,3})(?![\d/])(?=\s*(?:$|[了,。;完]))/g, read: slashed },
  {
    shape: /(?:过|大|多|小|快)一?半(?!天|月|年|夜)|半数|一半(?:多|以上|左右)|一多半|一大半|一小半/g,
    read: () => unsure(50),
  },
  { shape: /(?<!另|那|这|前|后|下|上)一半|(?<=完成|到|干|过|做|有)半(?=了)/g, read: () => exact(50) },
  { shape: /\b(?:three quarters|three-quarters)\b/g, read: () => exact(75) },
  { shape: /\b(?:one|a) quarter\b/g, read: () => exact(25) },
  { shape: /\btwo[- ]thirds\b/g, read: () => unsure(67, 66) },
  { shape: /\b(?:more than|over|about|nearly|almost)\s+half\b/g, read: () => unsure(50) },
  { shape: /\bhalf(?:way)?\b/g, read: () => exact(50) },
  {
    shape: new RegExp(
      `\\b(?:(${TENS_WORDS})(?:[- ](one|two|three|four|five|six|seven|eight|nine))?|(?:one |a )?(hundred))[ -]?(?:percent|per cent|%)`,
      'g',
    ),
    read: (match) => exact((ENGLISH.get(match[1] ?? match[3] ?? '') ?? 0) + (ONES.get(match[2] ?? '') ?? 0)),
  },
  {
    shape: /(?<![\d.])0\.\d{1,3}(?![\d.]|\s*(?:万|亿|元|米|亩|公里|km|吨|成|%|度))/g,
    read: (match) => unsure(tidy(Number(match[0]) * 100)),
  },
];

function fraction(above: number | null, below: number | null): Reading | null {
  if (above === null || below === null || below === 0 || above > below) return null;
  const value = tidy((above / below) * 100);
  return Number.isInteger(value) ? exact(value) : unsure(Math.round(value), Math.floor(value));
}

// 4/5 may be four fifths or 5 April: only what is no date is a figure, and then it is asked about.
function slashed(match: RegExpExecArray): Reading | null {
  const [above, below] = [Number(match[1]), Number(match[2])];
  if (below === 0 || above >= below || (above <= 12 && below <= 31 && !FRACTIONS.has(below))) return null;
  const read = fraction(above, below);
  return read === null ? null : { ...read, sure: false };
}

/** Every percent of the line, left to right, never overlapping. */
export function findPercents(plain: string): SpokenPercent[] {
  const found: SpokenPercent[] = [];
  const free = (span: Span) => found.every((other) => span.end <= other.start || span.start >= other.end);
  for (const { shape, read } of RULES) {
    for (const match of plain.matchAll(shape) as IterableIterator<RegExpExecArray>) {
      const span = { start: match.index, end: match.index + match[0].length };
      const reading = free(span) ? read(match) : null;
      const candidates = reading?.candidates.filter((value) => value !== null) ?? [];
      const value = candidates[0];
      if (reading === null || value === undefined) continue;
      found.push({ ...span, value, sure: reading.sure, candidates });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
