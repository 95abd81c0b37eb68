import type { LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { decimalText, yuanOf } from '../../../domain/exact.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { MoneyKind } from '../../../domain/promotion/money.js';
import type { Ctx } from '../../../feature.js';
import type { Money } from '../../../store/promotion-money.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PromotionNames } from '../model.js';

const words = {
  funds: { zh: '到位资金', en: 'Funds' },
  'foreign-capital': { zh: '利用外资', en: 'Foreign capital' },
  firms: { zh: (count: number) => `对接${count}家`, en: (count: number) => `met ${countEn(count, 'firm')}` },
  led: { zh: (name: string) => `${name}带队`, en: (name: string) => name },
  somebody: { zh: '（已离开）', en: '(left)' },
} as const satisfies Phrases;

const NAME_LETTERS = 8;
const PLACE_LETTERS = 12;
const FIELD_LETTERS = 12;

/** Exact to the yuan, whatever the size: 5000万元, 1.2亿元; 50 million yuan. */
export function exactAmount(kind: MoneyKind, amount: number, language: Ctx['language']): string {
  const yuan = yuanOf(amount);
  if (language === 'en') {
    const millions = decimalText(yuan, 6);
    return kind === 'funds' ? `${millions}m yuan` : `$${millions}m`;
  }
  if (kind === 'foreign-capital') return `${decimalText(yuan, 4)}万美元`;
  return yuan >= 100_000_000 ? `${decimalText(yuan, 8)}亿元` : `${decimalText(yuan, 4)}万元`;
}

/** What every message of promotion says, in the words of its reader. */
export function promotionPhrases({ program, language }: Pick<Ctx, 'program' | 'language'>) {
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const day = (of: LocalDay): string => {
    const text = dayWords(of, language, program.year);
    return zh ? text.replaceAll(' ', '') : text;
  };
  const list = (parts: readonly string[]) => parts.join(zh ? '，' : ', ');
  return {
    day,
    list,
    /** `6月`, `June`. */
    month: (of: LocalDay) => (zh ? `${Number(of.slice(5, 7))}月` : (dayWords(of, 'en').split(' ')[1] ?? '')),
    kind: (of: MoneyKind) => say[of],
    firms: (count: number) => say.firms(count),
    name: (names: PromotionNames, id: number): string => {
      const found = names.get(id);
      return found === undefined ? say.somebody : escapeText(zh ? found.name : found.nameEn);
    },
    led: (name: string) => say.led(name),
    /** `苏州，装备制造` */
    where: ({ place, field }: { readonly place: string; readonly field: string | null }) =>
      list(
        [place, ...(field === null ? [] : [field])].map((text, at) =>
          escapeText(clip(text, at === 0 ? PLACE_LETTERS : FIELD_LETTERS)),
        ),
      ),
    amount: (kind: MoneyKind, amount: number) => exactAmount(kind, amount, language),
    /** A sum, rounded down: never more than there is. */
    sum: (kind: MoneyKind, amount: number) =>
      goalWords(language, program.year).quantity(kind === 'funds' ? '10k-yuan' : '10k-dollars', amount),
    project: ({ code, nickname, projectName }: Pick<Money, 'code' | 'nickname' | 'projectName'>) =>
      escapeText(`${code} ${nickname ?? clip(projectName.replace(/(?:项目|工程)$/u, ''), NAME_LETTERS)}`.trim()),
  };
}
