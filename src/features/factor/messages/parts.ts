import { dayAt, type LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { decimalText } from '../../../domain/exact.js';
import { type FactorClass, leftOf, yieldTenths } from '../../../domain/factor.js';
import { amountText, type FactorAmount } from '../../../domain/factor-amount.js';
import { pollutantName } from '../../../domain/factor-need.js';
import type { PlanFactor } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { fitsRow } from '../../../text/row.js';
import type { Need, SeenPool } from '../model.js';

const words = {
  provincial: { zh: '省重点', en: 'provincial key' },
  livelihood: { zh: '民生', en: 'livelihood' },
  other: { zh: '其他', en: 'other' },
  gate: {
    zh: (month: number, year: string) => `${year}${month}月关口`,
    en: (month: number, year: string) => `${MONTHS[month - 1]}${year} gate`,
  },
  noGate: { zh: '没有开工关口', en: 'no start gate' },
  yield: {
    zh: (money: string, measure: string) => (measure === '亩' ? `亩均${money}` : `每${measure}${money}`),
    en: (money: string, measure: string) => `${money} a ${measure}`,
  },
  noYield: { zh: '投资未登记', en: 'investment not entered' },
  asked: { zh: (day: string) => `${day}提出`, en: (day: string) => day },
  part: {
    zh: (factor: string, part: string) => `${factor}（${part}）`,
    en: (factor: string, part: string) => `${factor} (${part})`,
  },
  none: { zh: (factor: string) => `${factor}：还没有指标`, en: (factor: string) => `${factor}: no pool yet` },
  there: { zh: (amount: string) => amount, en: (amount: string) => `: ${amount}` },
  left: {
    zh: (left: string, all: string) => `剩${left}/${all}`,
    en: (left: string, all: string) => `: ${left} of ${all} left`,
  },
} as const satisfies Phrases;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MEASURES_EN: Readonly<Record<string, string>> = { 亩: 'mu', 吨标准煤: 'tce', 吨: 't', 万立方米: '10k m³' };
/** In a sentence: `a mu`. */
const EACH_EN: Readonly<Record<string, string>> = { ...MEASURES_EN, 万元: '10k yuan' };
const NAME_LETTERS = 8;

/** What every message of factors says, in the words of one language. */
export function factorPhrases({ program, today }: Pick<Ctx, 'program' | 'today'>, language: Language) {
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const comma = zh ? '，' : ', ';
  const day = (of: LocalDay) =>
    zh ? dayWords(of, 'zh', program.year).replaceAll(' ', '') : dayWords(of, 'en', program.year);
  const bare = (of: FactorAmount, { measure }: Pick<PlanFactor, 'measure'>) =>
    !zh && measure === '万元' ? moneyWords(of / 10_000, 'en') : amountText(of);
  /** `32亩`, `32 mu` */
  const amount = (of: FactorAmount, factor: Pick<PlanFactor, 'measure'>): string => {
    if (zh) return `${amountText(of)}${factor.measure}`;
    const measure = MEASURES_EN[factor.measure];
    return measure === undefined ? bare(of, factor) : `${amountText(of)} ${measure}`;
  };
  const gate = ({ gate: on }: Need) => {
    if (on === null) return say.noGate;
    const year = Number(on.slice(0, 4));
    const other = year === program.year ? '' : zh ? `${year}年` : ` ${year}`;
    return say.gate(Number(on.slice(5, 7)), other);
  };
  const yieldOf = (need: Need, { measure }: PlanFactor) => {
    const tenths = yieldTenths(need);
    if (tenths === null) return say.noYield;
    // 1312.5 of 10k yuan are 13.125 million.
    return zh
      ? say.yield(`${decimalText(tenths, 1)}万元`, measure)
      : say.yield(`${decimalText(tenths, 3)}m yuan`, EACH_EN[measure] ?? measure);
  };
  const calledOf = (of: { readonly name: string; readonly nickname: string | null }) =>
    of.nickname ?? clip(of.name.replace(/(?:项目|工程)$/u, ''), NAME_LETTERS);
  const nameOf = (of: { readonly code: string; readonly name: string; readonly nickname: string | null }) =>
    escapeText(`${of.code} ${calledOf(of)}`);
  const title = (factor: PlanFactor, part: string) => {
    const name = escapeText(factor.name[language]);
    return part === '' ? name : say.part(name, escapeText(pollutantName(part, language)));
  };
  return {
    language,
    comma,
    day,
    amount,
    bare,
    gate,
    yieldOf,
    title,
    typed: (text: string) => escapeText(clip(text, 200)),
    class: (of: FactorClass) => say[of],
    project: (need: Need) => nameOf({ code: need.code, name: need.projectName, nickname: need.nickname }),
    named: nameOf,
    /** A project in parts, for a row in which its name gives way; to be escaped by who says it. */
    parts: ({ code, projectName, nickname }: Need) => ({ code, called: calledOf({ name: projectName, nickname }) }),
    /** `6月关口，亩均1312.5万元，5月25日提出`: what decided its place; the last part only where the row holds it. */
    reason(need: Need, factor: PlanFactor): string {
      const first = need.class === 'other' ? [] : [say[need.class]];
      const row = [...first, gate(need), yieldOf(need, factor)].join(comma);
      const whole = [row, say.asked(day(dayAt(need.askedAt, program.timeZone)))].join(comma);
      return fitsRow(`　${whole}`, language) ? whole : row;
    },
    /** `土地120亩`, and once something was given `土地剩43/120亩` */
    pool({ pool, factor }: Pick<SeenPool, 'pool' | 'factor'>): string {
      const all = pool.batches.reduce((sum, batch) => sum + batch.amount, 0);
      const left = leftOf(pool.batches, today, true);
      const name = title(factor, pool.part);
      if (all === 0) return say.none(name);
      return left === all
        ? `${name}${say.there(amount(all, factor))}`
        : `${name}${say.left(bare(left, factor), amount(all, factor))}`;
    },
  };
}

export type FactorPhrases = ReturnType<typeof factorPhrases>;
