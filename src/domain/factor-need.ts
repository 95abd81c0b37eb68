import { amountsIn, type FactorAmount } from './factor-amount.js';
import type { PlanFactor } from './plan.js';

// What people call the factors that counties have, beside the plan's own names.
const CALLED: Readonly<Record<string, RegExp>> = {
  land: /土地|用地|\bland\b/i,
  funds: /资金|\bfunds?\b/i,
  'energy-quota': /能耗|用能|\benergy\b/i,
  'environmental-capacity': /环境容量|排污(?:权|总量|指标)|\benvironmental\b/i,
  water: /用水|取水|\bwater\b/i,
};
/** Factors of which each pollutant is a pool of its own. */
const BY_POLLUTANT: ReadonlySet<string> = new Set(['environmental-capacity']);

const POLLUTANTS: readonly (readonly [string, RegExp])[] = [
  ['VOCs', /VOC(?:s)?(?![a-z])|挥发性有机物/i],
  ['COD', /COD(?![a-z])|化学需氧量/i],
  ['氨氮', /氨氮|NH3-?N|ammonia/i],
  ['二氧化硫', /二氧化硫|SO2|sulphur dioxide/i],
  ['氮氧化物', /氮氧化物|NOx|nitrogen oxides/i],
  ['颗粒物', /颗粒物|烟(?:粉)?尘|particulates?/i],
  ['总磷', /总磷|phosphorus/i],
  ['总氮', /总氮|total nitrogen/i],
];
const POLLUTANTS_EN: Readonly<Record<string, string>> = {
  氨氮: 'ammonia',
  二氧化硫: 'SO2',
  氮氧化物: 'NOx',
  颗粒物: 'particulates',
  总磷: 'phosphorus',
  总氮: 'total nitrogen',
};

/** What a pollutant is called in a language. */
export const pollutantName = (part: string, language: 'zh' | 'en'): string =>
  language === 'zh' ? part : (POLLUTANTS_EN[part] ?? part);

/** A factor that a text names, with as much of its amount as the text states. */
export type SaidFactor = {
  readonly factor: PlanFactor;
  /** The pollutant; '' where there are none; null: not said. */
  readonly part: string | null;
  /** null: none is said. */
  readonly amount: FactorAmount | null;
  /** More than one amount is said, or one that cannot be kept. */
  readonly unclear: boolean;
};

/** The one factor that a text names, by its name or else by a measure that only it has; null: none, or several. */
export function factorIn(text: string, factors: readonly PlanFactor[]): SaidFactor | null {
  const plain = text.normalize('NFKC');
  const low = plain.toLowerCase();
  const named = factors.filter(
    ({ key, name }) =>
      plain.includes(name.zh) || low.includes(name.en.toLowerCase()) || (CALLED[key]?.test(plain) ?? false),
  );
  const measured = factors.filter(({ measure }) => amountsIn(plain, measure).length > 0);
  const [factor, other] = named.length > 0 ? named : measured;
  if (factor === undefined || other !== undefined) return null;
  const amounts = amountsIn(plain, factor.measure);
  return {
    factor,
    part: BY_POLLUTANT.has(factor.key) ? (POLLUTANTS.find(([, shape]) => shape.test(plain))?.[0] ?? null) : '',
    amount: amounts.length === 1 ? (amounts[0] ?? null) : null,
    unclear: amounts.length > 1 || amounts.includes(null),
  };
}

/** A shortage of what comes out of a pool, and not of the paper about it: 土地报批慢 is none. */
const SHORTAGE = /指标|缺口|额度|配额|容量|quota|capacity|shortfall/i;

/** The need of a factor that a problem of the ledger, or an obstacle, tells of; null: it tells of none. */
export function needIn(text: string, factors: readonly PlanFactor[]): SaidFactor | null {
  const said = SHORTAGE.test(text) ? factorIn(text, factors) : null;
  return said !== null && CALLED[said.factor.key]?.test(text.normalize('NFKC')) === true ? said : null;
}

/** Whether an obstacle of a project tells that it lacks this factor: by its matter and by what it says. */
export function lacks(
  obstacle: { readonly matter: string; readonly text: string },
  factors: readonly PlanFactor[],
  key: string,
): boolean {
  return obstacle.matter === key && needIn(obstacle.text, factors)?.factor.key === key;
}
