import { toYuan } from '../../domain/exact.js';
import { findAmounts } from '../../domain/report-line/spoken-amount.js';

/** An amount in 10k yuan; a bare number is one. `fault`: what was typed is no amount. */
export function readAmount(text: string | null): number | null | 'fault' {
  if (text === null) return null;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[,，](?=\d)/g, '')
    .trim();
  if (/^\d+(?:\.\d{1,4})?$/.test(plain)) return Number(plain);
  const [one, another] = findAmounts(plain);
  if (!one || another || one.wan === null || `${plain.slice(0, one.start)}${plain.slice(one.end)}`.trim() !== '')
    return 'fault';
  return toYuan(one.wan);
}
