import type { LocalDay } from './day.js';
import { wanLess } from './exact.js';

/** What a project has invested this year by the figures that stand, and what its ledger says; 10k yuan, null: not known. */
export type Invested = {
  readonly doneInvestment: number | null;
  readonly totalInvestment: number | null;
  readonly yearPlan: number | null;
};

/** Why cumulative figures cannot be meant as they are said; `limit` in 10k yuan. */
export type InvestmentDoubt = {
  readonly because: 'amount-falls' | 'over-total' | 'over-year';
  readonly limit: number;
};

/**
 * What speaks against figures of the year: cumulative ones do not fall, are no more than the whole project costs, and do
 * not rise at once by more than the year's plan. null: nothing. A person who says that the last ones were wrong is believed.
 */
export function doubtInvestment(said: number, now: Invested): InvestmentDoubt | null {
  const { doneInvestment: before, totalInvestment: total, yearPlan } = now;
  if (before !== null && said < before) return { because: 'amount-falls', limit: before };
  if (total !== null && said > total) return { because: 'over-total', limit: total };
  if (yearPlan !== null && wanLess(said, before ?? 0) > yearPlan) return { because: 'over-year', limit: yearPlan };
  return null;
}

/** 今年 once the year of the program is over: a cumulative figure of another year, which must not take the place of this one. */
export function saysLaterYear(said: string, year: number, today: LocalDay): boolean {
  const now = Number(today.slice(0, 4));
  return now > year && new RegExp(`今年|本年|年初以来|this year|${now}\\s*年(?!\\s*\\d)`, 'i').test(said);
}

const INVESTED = '(?:底|末|度|全年|年底|年末)?(?:累计|已经?|共|总共)*(?:完成)?(?:固定资产投资|固投|投资)';
const IN_YEAR = new RegExp(`(?<!\\d)(20\\d\\d)\\s*年${INVESTED}|\\binvested[^,;.]{0,30}\\bin (20\\d\\d)\\b`, 'i');

/** `2019年完成投资…`: figures of a year that is named, and is not the program's. */
export function saysOtherYear(said: string, year: number): boolean {
  const [, zh, en] = IN_YEAR.exec(said) ?? [];
  return zh !== undefined || en !== undefined ? Number(zh ?? en) !== year : false;
}
