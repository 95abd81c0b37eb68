import type { LocalDay } from '../day.js';
import { isWholeYuan, toYuan, wanOf, yuanOf } from '../exact.js';
import { findAmounts } from '../report-line/spoken-amount.js';
import { findDays } from '../report-line/spoken-day.js';

/** Funds in place (yuan) and foreign capital (dollars) are two things, and never added. */
export const MONEY_KINDS = ['funds', 'foreign-capital'] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

/** Money that arrived, as a line states it; the amount in 10k yuan or 10k dollars, exact to the yuan or dollar. */
export type ReadMoney = {
  readonly kind: MoneyKind;
  readonly voucher: string;
  readonly amount: number;
  /** 增资到: the amount is what it is now in all, and its increment counts. */
  readonly inAll: boolean;
  /** As it was typed: the ledger's code. */
  readonly code: string;
  /** null: today. */
  readonly on: LocalDay | null;
};

export type MoneyFault = 'voucher' | 'amount' | 'amounts' | 'project' | 'projects' | 'day';

/** What is right about a voucher that was wrong; null: as it was. Void (作废): nothing arrived by it. */
export type ReadCorrection =
  | { readonly voucher: string; readonly void: true }
  | ({ readonly voucher: string; readonly void: false } & Pick<ReadMoney, 'inAll' | 'on'> & {
        readonly money: Pick<ReadMoney, 'kind' | 'amount'> | null;
        readonly code: string | null;
      });

const VOUCHER =
  /(?:凭证|单号|voucher)\s*(?:号码?|no\.?|number)?\s*[:：#]?\s*([a-z0-9][a-z0-9/-]{2,29})(?![a-z0-9]|\.\d|,\d{3}(?!\d)|\s*(?:[万亿元]|美|million|yuan))/iu;
const CODE = /(?<![a-z0-9-])[a-z]{1,4}-\d{1,4}(?![\d-])/giu;
const DOLLARS =
  /(?:(?:us)?\$\s*)(\d[\d,.]*)\s*(million|m|万)?\b|(\d[\d,.]*)\s*(亿|万|million|m)?\s*(?:美元|美金|usd|dollars?)/giu;
const IN_ALL = /(?:增资|增加|增|累计)[到至为]|\bin all\b/iu;

const VOID = /作废|冲销|\bvoid\b/iu;
const CORRECTS = /更正|改正|订正|作废|冲销|\b(?:correct|amend|void)\b/iu;

/** Whether a line corrects a voucher. */
export const correctsVoucher = (text: string): boolean => CORRECTS.test(text.normalize('NFKC')) && namesVoucher(text);

/** Whether a line speaks of a voucher at all. */
export const namesVoucher = (text: string): boolean => /凭证|voucher/iu.test(text.normalize('NFKC'));

/** Reads `凭证0615-031 5000万元 P-013`, or `凭证0702-008 300万美元 P-021 7月2日`. Never a rounded amount, never two. */
export function readMoneyLine(
  typed: string,
  today: LocalDay,
): { readonly money: ReadMoney } | { readonly fault: MoneyFault } {
  const read = partsOf(typed, today);
  if ('fault' in read) return read;
  const { voucher, codes, on, undated } = read;
  const [code] = codes;
  if (code === undefined) return { fault: 'project' };
  const amount = amountIn(undated);
  if ('fault' in amount) return amount;
  return { money: { ...amount, voucher, inAll: IN_ALL.test(undated), code, on } };
}

/**
 * Reads `更正凭证0615-031 4800万元`, `更正凭证0615-031 P-021 6月12日`, `凭证0615-031 作废`: what is not written stays as it was.
 * Fault `change`: nothing is written, or void beside something else.
 */
export function readCorrectionLine(
  typed: string,
  today: LocalDay,
): { readonly correction: ReadCorrection } | { readonly fault: MoneyFault | 'change' } {
  const read = partsOf(typed, today);
  if ('fault' in read) return read;
  const { voucher, codes, on } = read;
  const undated = read.undated.replace(CORRECTS, ' ');
  const [code = null] = codes;
  const stated = /\d/u.test(undated);
  if (VOID.test(read.undated))
    return stated || code !== null || on !== null ? { fault: 'change' } : { correction: { voucher, void: true } };
  if (!stated && code === null && on === null) return { fault: 'change' };
  const amount = stated ? amountIn(undated) : null;
  if (amount !== null && 'fault' in amount) return amount;
  return { correction: { voucher, void: false, money: amount, inAll: IN_ALL.test(undated), code, on } };
}

type Parts = {
  readonly voucher: string;
  /** At most one. */
  readonly codes: readonly string[];
  readonly on: LocalDay | null;
  /** What is left, with the amount. */
  readonly undated: string;
};

function partsOf(typed: string, today: LocalDay): Parts | { readonly fault: MoneyFault } {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const voucher = VOUCHER.exec(text);
  if (voucher?.[1] === undefined) return { fault: 'voucher' };
  const rest = text.replace(voucher[0], ' ');
  const codes = [...new Set((rest.match(CODE) ?? []).map((code) => code.toUpperCase()))];
  if (codes.length > 1) return { fault: 'projects' };
  const plain = rest.replace(CODE, ' ').toLowerCase();
  const days = findDays(plain, today);
  const day = days[0];
  if (days.length > 1 || (day !== undefined && (day.past === null || day.past > today))) return { fault: 'day' };
  const undated = day === undefined ? plain : `${plain.slice(0, day.start)} ${plain.slice(day.end)}`;
  return { voucher: voucher[1].toUpperCase(), codes, on: day?.past ?? null, undated };
}

function amountIn(
  text: string,
): { readonly kind: MoneyKind; readonly amount: number } | { readonly fault: 'amount' | 'amounts' } {
  const dollars = [...text.matchAll(DOLLARS)];
  const yuan = findAmounts(text.replace(DOLLARS, ' '));
  if (dollars.length + yuan.length > 1) return { fault: 'amounts' };
  const [dollar] = dollars;
  const amount = dollar === undefined ? (yuan[0]?.wan ?? null) : dollarsOf(dollar);
  if (amount === null || amount <= 0 || !isWholeYuan(toYuan(amount)) || !exact(amount)) return { fault: 'amount' };
  return { kind: dollar === undefined ? 'funds' : 'foreign-capital', amount: toYuan(amount) };
}

function dollarsOf([, english, englishUnit, chinese, chineseUnit]: RegExpMatchArray): number | null {
  const figure = Number((english ?? chinese ?? '').replaceAll(',', ''));
  const unit = (englishUnit ?? chineseUnit ?? '').toLowerCase();
  const whole = unit === '亿' ? 1e8 : unit === '万' ? 1e4 : unit === '' ? 1 : 1e6;
  return Number.isFinite(figure) ? (figure * whole) / 1e4 : null;
}

/** Finer than a yuan is no amount that a voucher holds. */
const exact = (amount: number): boolean => Math.abs(amount - toYuan(amount)) < 1e-9;

/** The sum of amounts, exact. */
export const sumOf = (amounts: readonly number[]): number =>
  wanOf(amounts.reduce((sum, amount) => sum + yuanOf(amount), 0));

/** What an amount adds where `before` is in place already: all of it, or of one that is meant in all its increment. */
export const incrementOf = ({ amount, inAll }: Pick<ReadMoney, 'amount' | 'inAll'>, before: number): number =>
  inAll ? wanOf(yuanOf(amount) - yuanOf(before)) : amount;

/** A part of a target in hundredths of a percent, rounded down: 20000 of 400000 is 500, 25000 is 625. */
export const hundredthsDone = (value: number, target: number): number =>
  Number((BigInt(yuanOf(value)) * 10_000n) / BigInt(yuanOf(target)));
