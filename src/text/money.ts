import { decimalText, yuanOf } from '../domain/exact.js';
import type { Language } from './language.js';

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/**
 * An amount given in 10k yuan, as each language says it: `1,200万元`, `1.2亿元`; `¥12 million`, `¥120 million`,
 * `¥4 billion`. Exact to the last yuan.
 */
export function moneyWords(amount: number, language: Language): string {
  const yuan = yuanOf(amount);
  if (language === 'zh')
    return amount >= 10_000 ? `${decimalText(yuan, 8)}亿元` : `${grouped(decimalText(yuan, 4))}万元`;
  return amount >= 100_000 ? `¥${grouped(decimalText(yuan, 9))} billion` : `¥${decimalText(yuan, 6)} million`;
}
