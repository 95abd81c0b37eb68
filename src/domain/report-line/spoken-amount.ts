import { CHINESE_DIGITS, numberOf, tidy } from './number-words.js';
import type { Span } from './types.js';

/** An amount of money in 10k yuan (万元); null where it is no exact amount of yuan (美元, 1.2-1.5亿): to be asked about. */
export type SpokenAmount = Span & { readonly wan: number | null; readonly candidates: readonly number[] };

const DIGIT = `[\\d${CHINESE_DIGITS}]`;
const FIGURE = `${DIGIT}(?:[\\d.,${CHINESE_DIGITS}点]*${DIGIT})?`;
const COUNTED =
  '(?!\\s*(?:平|吨|方|立|亩|米|m|度|千瓦|千伏|kw|台|套|人|株|棵|头|只|羽|册|件|支|片|块砖|户|公里|标|个|t\\b|双|瓶|盒|箱|公斤|辆|次|张))';
const CURRENCY = '(?:美元|美金|欧元|港币|港元|日元|英镑|美刀|usd|eur|us dollars?|dollars?|euros?)';
const CHINESE_AMOUNT = new RegExp(
  `(约|大约|大概|近|将近|接近|不到|不足|超过|超|\\$|us\\$|€)?\\s*(${FIGURE})\\s*(?:(多|余|来))?\\s*个?(亿|万)(?:\\s*(${FIGURE}))?\\s*(万)?(多|余|左右|上下|以上|不到)?\\s*(?:(${CURRENCY})|元|块钱?|人民币|rmb|yuan)?(?:(多|余|左右|上下|以上))?${COUNTED}`,
  'g',
);
const RANGE = new RegExp(
  `${FIGURE}\\s*(?:亿|万)?元?\\s*(?:-|~|—|–|至|到)\\s*${FIGURE}\\s*(?:亿|万)(?:元)?${COUNTED}`,
  'g',
);
const SMALL = new RegExp(`(?<![\\d.])(${FIGURE})\\s*(?:(${CURRENCY})|元(?!件|旦|素)|块钱|yuan)`, 'g');
const ENGLISH = new RegExp(
  `(\\$|us\\$|€|¥|rmb\\s?)?\\s*(\\d[\\d,.]*)\\s*(million|billion|m|bn)\\b\\s*(?:(${CURRENCY})|yuan|rmb|cny)?`,
  'g',
);
const TEN_THOUSAND = /(?<![\d.])(\d[\d,.]*)\s*(?:wan|10k|w)\b(?:\s*(?:yuan|rmb))?/g;

const LEAST_YUAN = 100_000;

type Reading = Omit<SpokenAmount, 'start' | 'end'>;
const exact = (wan: number | null): Reading => ({ wan, candidates: wan === null ? [] : [wan] });
const unsure = (wan: number | null): Reading => ({ wan: null, candidates: wan === null ? [] : [wan] });

const RULES: readonly { shape: RegExp; read: (match: RegExpExecArray) => Reading | null }[] = [
  { shape: RANGE, read: () => unsure(null) },
  { shape: CHINESE_AMOUNT, read: chinese },
  {
    shape: ENGLISH,
    read: (match) => {
      const yuan = (numberOf(match[2] ?? '') ?? Number.NaN) * ((match[3] ?? '').startsWith('b') ? 1e9 : 1e6);
      const foreign = match[4] !== undefined || (match[1] !== undefined && !/rmb|¥/.test(match[1]));
      return Number.isNaN(yuan) ? null : foreign ? unsure(null) : exact(tidy(yuan / 1e4));
    },
  },
  { shape: TEN_THOUSAND, read: (match) => exact(numberOf(match[1] ?? '')) },
  {
    shape: SMALL,
    // A small investment in single yuan is mostly a forgotten 万: asked, not divided.
    read: (match) => {
      const yuan = match[2] === undefined ? numberOf(match[1] ?? '') : null;
      return yuan !== null && yuan >= LEAST_YUAN ? exact(tidy(yuan / 1e4)) : unsure(yuan);
    },
  },
];

function chinese(match: RegExpExecArray): Reading | null {
  const [, around = '', head = '', more = '', unit = '', tail = '', tailUnit = '', after = '', currency, last = ''] =
    match;
  if (tail === '' && tailUnit !== '') return unit === '万' ? null : exactOr(numberOf(`${head}${unit}`), true);
  const yuan = numberOf(`${head.replace(/,/g, '')}${unit}${tailNumber(tail, tailUnit)}`);
  const wan = yuan === null ? null : tidy(yuan / 1e4);
  if (wan === null || currency !== undefined || around.includes('$') || around === '€') return unsure(null);
  // "3000多万" is taken as its floor (phrases of the county); "约", "左右", "近" are asked about.
  const rounded = around !== '' || /左右|上下|以上|不到/.test(after + last);
  return rounded ? unsure(wan) : exactOr(wan, more !== '' && unit === '亿');
}

const exactOr = (wan: number | null, doubt: boolean): Reading => (doubt ? unsure(wan) : exact(wan));

function tailNumber(tail: string, unit: string): string {
  if (unit !== '万') return tail;
  const value = numberOf(`${tail.replace(/^[零〇]/, '')}万`);
  return value === null ? '?' : String(value);
}

/** No amount is so long, or so far from its unit; the shapes would try each of its digits as a beginning. */
const NO_AMOUNT = new RegExp(`[\\d.,${CHINESE_DIGITS}点]{31,}|\\s{9,}`, 'g');

/** Every amount of money of the line, left to right. */
export function findAmounts(line: string): SpokenAmount[] {
  const plain = line.replace(NO_AMOUNT, (run) => '□'.repeat(run.length));
  const found: SpokenAmount[] = [];
  const free = (span: Span) => found.every((other) => span.end <= other.start || span.start >= other.end);
  for (const { shape, read } of RULES) {
    for (const match of plain.matchAll(shape) as IterableIterator<RegExpExecArray>) {
      const blank = match[0].length - match[0].trimStart().length;
      const span = { start: match.index + blank, end: match.index + match[0].length };
      const reading = free(span) ? read(match) : null;
      if (reading !== null) found.push({ ...span, ...reading });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
