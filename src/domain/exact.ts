/**
 * Amounts stand in 10k yuan with at most four decimals, percents with at most two: a rule compares and adds them as whole
 * numbers (yuan, hundredths), since 0.1 + 0.2 is not 0.3 in floating point.
 */

/** An amount in 10k yuan (or 10k dollars) as whole yuan (dollars). Exact below 900 billion. */
export const yuanOf = (wan: number): number => Math.round(wan * 10_000);

/** Whole yuan as an amount in 10k yuan: the double nearest to it, which prints and compares as that decimal. */
export const wanOf = (yuan: number): number => yuan / 10_000;

/** The nearest whole yuan to an amount that may be finer, in 10k yuan. */
export const toYuan = (wan: number): number => wanOf(yuanOf(wan));

/** Whether an amount in 10k yuan is exact to the yuan. */
export const isWholeYuan = (wan: number): boolean => toYuan(wan) === wan;

/** Hundredths of a percent as a whole number: 59.57 is 5957. */
export const hundredthsOf = (percent: number): number => Math.round(percent * 100);

/** A percent as it is kept: two decimals, what is finer rounded down. */
export function toHundredths(percent: number): number {
  const near = hundredthsOf(percent);
  // What was typed with two decimals at most is that, and not the double a little below it.
  return (near / 100 <= percent ? near : near - 1) / 100;
}

/** `one` - `other`, amounts in 10k yuan, exact. */
export const wanLess = (one: number, other: number): number => wanOf(yuanOf(one) - yuanOf(other));

/** A whole number divided by a power of ten, as text without needless zeros: 39998.9 / 10^4. */
export function decimalText(whole: number, places: number): string {
  const digits = String(Math.abs(whole)).padStart(places + 1, '0');
  const behind = digits.slice(digits.length - places).replace(/0+$/, '');
  const text = digits.slice(0, digits.length - places) + (places > 0 && behind !== '' ? `.${behind}` : '');
  return whole < 0 ? `-${text}` : text;
}

/** Tenths, rounded down: what is reached. 33.39 is 33.3. */
export const tenthsDown = (number: number): number => Math.floor(number * 10 + NOISE) / 10;

/** Tenths, rounded up: what is demanded or missing. 60.714 is 60.8. */
export const tenthsUp = (number: number): number => Math.ceil(number * 10 - NOISE) / 10;

// A share of whole days that is no tenth is farther from the next one than a hundred-thousandth; a double is off by less.
const NOISE = 1e-8;
