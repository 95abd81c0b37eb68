import type { Language } from './language.js';

const decimals = (value: number, places: number) => String(Number(value.toFixed(places)));
const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/**
 * An amount given in 10k yuan, as each language says it: `1,200 万元`, `1.2 亿元`; `¥12 million`, `¥120 million`,
 * `¥4 billion`. Exact to the last of its 10k yuan.
 */
export function moneyWords(amount: number, language: Language): string {
  if (language === 'zh') {
    return amount >= 10_000 ? `${decimals(amount / 10_000, 4)} 亿元` : `${grouped(String(amount))} 万元`;
  }
  if (amount >= 100_000) return `¥${grouped(decimals(amount / 100_000, 5))} billion`;
  return `¥${decimals(amount / 100, 2)} million`;
}
