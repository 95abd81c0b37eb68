import { decimalText } from './exact.js';

/**
 * An amount of a factor in ten-thousandths of its measure: a whole number, so that nothing is lost by adding. 32 mu is 320000,
 * a yuan of 10k yuan is 1.
 */
export type FactorAmount = number;

export const AMOUNT_PARTS = 10_000;
const PLACES = 4;
/** More than this is a slip of the finger. */
const MOST: FactorAmount = 1e14;

/** `32`, `0.5`: without its measure. */
export const amountText = (amount: FactorAmount): string => decimalText(amount, PLACES);

/** A unit that people write, as so many parts of the measure: 公顷 is 15 亩. */
type Unit = readonly [RegExp, number];
const NUMBER = String.raw`(?<![\d.])(\d{1,12}(?:,\d{3})*(?:\.\d{1,8})?)`;
const unit = (words: string, parts: number): Unit => [new RegExp(`${NUMBER}\\s*(?:${words})`, 'gi'), parts];

// The longer unit stands before the one that is a part of it.
const UNITS: Readonly<Record<string, readonly Unit[]>> = {
  亩: [unit('公顷|hectares?|ha\\b', 15 * AMOUNT_PARTS), unit('亩|mu\\b', AMOUNT_PARTS)],
  万元: [
    unit('亿元?', 1e8),
    unit('万元?', AMOUNT_PARTS),
    unit('元', 1),
    unit('billion(?: yuan)?', 1e9),
    unit('million(?: yuan)?', 1e6),
    unit('yuan', 1),
  ],
  吨标准煤: [
    unit('万\\s*(?:吨(?:标准煤|标煤)?|tce\\b)', AMOUNT_PARTS * AMOUNT_PARTS),
    unit('吨(?:标准煤|标煤)?|tce\\b', AMOUNT_PARTS),
  ],
  吨: [
    unit('万\\s*吨', AMOUNT_PARTS * AMOUNT_PARTS),
    unit('公斤|千克|kg\\b', 10),
    unit('吨|t\\b|tonnes?', AMOUNT_PARTS),
  ],
  万立方米: [
    unit('亿\\s*(?:立方米|方|m3)', AMOUNT_PARTS * AMOUNT_PARTS),
    unit('万\\s*(?:立方米?|方|m3)', AMOUNT_PARTS),
    unit('立方米?|方|m3', 1),
  ],
};

/** The measures that amounts are understood in. */
export const FACTOR_MEASURES: readonly string[] = Object.keys(UNITS);

/** Every amount that a text states in a measure, left to right; null: it is finer than a ten-thousandth, or beyond all bounds. */
export function amountsIn(text: string, measure: string): readonly (FactorAmount | null)[] {
  const taken: { readonly start: number; readonly end: number; readonly amount: FactorAmount | null }[] = [];
  for (const [shape, parts] of UNITS[measure] ?? []) {
    for (const match of text.matchAll(shape)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (taken.some(({ start, end }) => span.start < end && start < span.end)) continue;
      taken.push({ ...span, amount: times(match[1] ?? '', parts) });
    }
  }
  return taken.sort((one, other) => one.start - other.start).map(({ amount }) => amount);
}

/** A number as it is written, times a whole number; null where that is not whole. */
function times(written: string, parts: number): FactorAmount | null {
  const [whole = '', behind = ''] = written.replaceAll(',', '').split('.');
  const product = BigInt(whole + behind) * BigInt(parts);
  const scale = 10n ** BigInt(behind.length);
  if (product % scale !== 0n || product / scale > BigInt(MOST) || product === 0n) return null;
  return Number(product / scale);
}
