const DIGITS = new Map([...'零一二三四五六七八九'].map((letter, value) => [letter, value]));
DIGITS.set('〇', 0).set('两', 2);
const TENS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['亿', 1e8],
]);

/** What is below the line of a fraction that people say. */
export const FRACTIONS: ReadonlySet<number> = new Set([2, 3, 4, 5]);

/** The letters of a Chinese number, for use inside a character class. */
export const CHINESE_DIGITS = '零〇一二两三四五六七八九十百千';

/** A number in figures (3,500 or 0.8) or in Chinese (八十五点五), for use inside an expression. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${CHINESE_DIGITS}]+(?:点[零〇一二三四五六七八九]+)?)`;

/**
 * The value of a number in figures or Chinese, with or without 万 and 亿 inside (三千五百万, 1.2亿, 一亿二, 1亿2000万).
 * Null where the letters make no number, so that the caller asks rather than guesses.
 */
export function numberOf(written: string): number | null {
  const text = written.replace(/[,\s]/g, '');
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const big = /^(.+?)(亿|万)(.*)$/.exec(text);
  if (big) return bigNumber(big[1] ?? '', big[2] ?? '', big[3] ?? '');
  const [whole = '', decimals] = text.split('点');
  const value = chineseWhole(whole);
  if (value === null || decimals === undefined) return value;
  const fraction = [...decimals].map((letter) => DIGITS.get(letter));
  if (fraction.length === 0 || fraction.includes(undefined)) return null;
  return Number(`${value}.${fraction.join('')}`);
}

function bigNumber(head: string, unit: string, tail: string): number | null {
  const scale = TENS.get(unit) ?? 1;
  const above = numberOf(head);
  if (above === null) return null;
  if (tail === '') return tidy(above * scale);
  // 一亿二 is 1.2亿, as people say it; 一亿二千万 goes on.
  const spoken = /^[一二两三四五六七八九1-9]$/.test(tail) ? numberOf(tail) : null;
  if (spoken !== null) return tidy((above + spoken / 10) * scale);
  const below = numberOf(tail.replace(/^零/, ''));
  return below === null || below >= scale ? null : tidy(above * scale + below);
}

function chineseWhole(text: string): number | null {
  if (text === '') return null;
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text))
    return Number([...text].map((letter) => DIGITS.get(letter)).join(''));
  let total = 0;
  let digit: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const value = /\d/.test(letter) ? Number(letter) : DIGITS.get(letter);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    const scale = TENS.get(letter);
    if (scale === undefined || scale >= last) return null;
    total += (digit ?? (scale === 10 && total === 0 ? 1 : Number.NaN)) * scale;
    digit = null;
    last = scale;
  }
  // 一百二 is 120, 三千五 is 3500; 十二 is twelve.
  const trailing = digit ?? 0;
  const spoken = last >= 100 && Number.isFinite(last) && trailing > 0 && !text.includes('零') && !text.includes('〇');
  const sum = total + (spoken ? (trailing * last) / 10 : trailing);
  return Number.isNaN(sum) ? null : sum;
}

/** Takes away what binary fractions add: 1.2 x 10000 is 12000, not 11999.999. */
export function tidy(value: number): number {
  // A whole number of that many digits is as tidy as it gets; a ledger has tens of thousands.
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}
