import { wanOf } from '../../exact.js';
import { shownBy } from '../../ledger-sheet/amount-cell.js';
import { squeezed } from '../../ledger-sheet/clean.js';
import type { Cell } from '../../ledger-sheet/grid.js';
import type { MoneyKind } from '../money.js';
import { RowRefused, textIn } from './cells.js';

/** An amount in 10k yuan or dollars, exact to one; `kind`: what its own words say of it. */
export type ReadMoneyCell = { readonly amount: number; readonly kind: MoneyKind | null };

const FIGURE =
  /^(人民币|rmb|cny|[¥￥]|us\$|\$|usd|美元)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(亿|千万|百万|万|千)?(元|美元|美金|人民币|usd|rmb|cny|dollars?)?(?:整|人民币)?$/u;
const ZEROS: Readonly<Record<string, number>> = { 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3, '': 0 };
const HEAD_UNIT = /(亿|千万|百万|万|千)|(元|yuan|dollars?)|(10k)/u;
const DOLLARS = /美|\$|usd|dollar/u;
const YUAN = /^元$|人民币|rmb|cny|[¥￥]/u;

/** More than a hundred thousand million is no county's voucher, but a number in the wrong column. */
const MOST_YUAN = 100_000_000_000n;

/** What an amount's head says of its unit: zeros behind a figure, and the currency. */
export function headUnit(head: string): { readonly zeros: number | null; readonly kind: MoneyKind | null } {
  const said = HEAD_UNIT.exec(/[（(:：](.*)$/u.exec(head)?.[1] ?? head);
  const zeros = said === null ? null : said[3] !== undefined ? 4 : (ZEROS[said[1] ?? ''] ?? 0);
  return { zeros, kind: DOLLARS.test(head) || head.includes('外资') ? 'foreign-capital' : null };
}

/** The amount in a cell, by decimals and never by doubles; null: nothing stands there. */
export function moneyIn(cell: Cell | null, head: string): ReadMoneyCell | null {
  const text = textIn(cell, 60);
  if (cell === null || text === null) return null;
  const plain = squeezed(text).toLowerCase();
  if (cell.date !== null || cell.format?.includes('%')) throw new RowRefused('amount', text);
  const unit = headUnit(head);
  if (cell.number !== null) {
    const shown = shownBy(cell.format);
    const zeros = shown.unit === null ? unit.zeros : (ZEROS[shown.unit.replace('元', '')] ?? 0);
    return { amount: exactly(decimalOf(cell.number), zeros, shown.places, text), kind: unit.kind };
  }
  const match = FIGURE.exec(plain);
  if (match === null) throw new RowRefused('amount', text);
  const [, before = '', figure = '', scale = '', after = ''] = match;
  const zeros = scale === '' && after === '' && before === '' ? unit.zeros : (ZEROS[scale] ?? 0);
  const words = `${before}${after}`;
  const kind = DOLLARS.test(words) ? 'foreign-capital' : YUAN.test(words) ? 'funds' : unit.kind;
  return { amount: exactly(figure.replaceAll(',', ''), zeros, 0, text), kind };
}

/** A stored number as a person typed it: what a spreadsheet adds after the twelfth figure is none of theirs. */
const decimalOf = (number: number): string => String(Number(number.toPrecision(12)));

function exactly(decimal: string, zeros: number | null, places: number, text: string): number {
  const match = /^(\d+)(?:\.(\d+))?$/u.exec(decimal);
  if (match === null) throw new RowRefused('amount', text);
  if (zeros === null) throw new RowRefused('unit', text);
  const [, whole = '', part = ''] = match;
  const behind = part.length + places;
  const digits = BigInt(whole + part) * 10n ** BigInt(Math.max(zeros - behind, 0));
  const finer = 10n ** BigInt(Math.max(behind - zeros, 0));
  // Finer than a yuan is no amount that a voucher holds.
  if (digits % finer !== 0n || digits / finer > MOST_YUAN) throw new RowRefused('amount', text);
  return wanOf(Number(digits / finer));
}
