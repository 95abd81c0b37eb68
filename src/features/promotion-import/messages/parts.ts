import { MONEY_KINDS, type MoneyKind, sumOf } from '../../../domain/promotion/money.js';
import type { RowFault } from '../../../domain/promotion/sheet/types.js';
import type { Ctx } from '../../../feature.js';
import type { Imported } from '../../../store/promotion-imports.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { promotionPhrases } from '../../promotion/door.js';
import type { ImportPlan } from '../model.js';
import { faultWords } from './fault-words.js';

const words = {
  file: { zh: (file: string) => `招商导入：${file}`, en: (file: string) => `Promotion import: ${file}` },
  activities: { zh: (count: number) => `招商活动${count}次`, en: (count: number) => `Activities: ${count}` },
  leads: { zh: (count: number) => `线索${count}条`, en: (count: number) => `Leads: ${count}` },
  money: {
    zh: (kind: string, count: number, sum: string) => `${kind}${count}笔，${sum}`,
    en: (kind: string, count: number, sum: string) => `${kind}: ${count}, ${sum}`,
  },
  there: {
    zh: (count: number) => `已有${count}行，不重复记`,
    en: (count: number) => `${count} there already, left out`,
  },
  skipped: {
    zh: (count: number) => `已撤销、退回、更正的${count}行，不记`,
    en: (count: number) => `${count} taken back before, left out`,
  },
  row: {
    zh: (row: number, why: string) => `第${row}行：${why}`,
    en: (row: number, why: string) => `Row ${row}: ${why}`,
  },
  rowOf: {
    zh: (sheet: string, row: number, why: string) => `${sheet}第${row}行：${why}`,
    en: (sheet: string, row: number, why: string) => `${sheet}, row ${row}: ${why}`,
  },
} as const satisfies Phrases;

export type KindOfMoney = { readonly kind: MoneyKind; readonly count: number; readonly sum: number };

/** Money by its kind: yuan and dollars are never added. */
export const byKind = (
  rows: readonly { readonly kind: MoneyKind; readonly amount: number }[],
): readonly KindOfMoney[] =>
  MONEY_KINDS.flatMap((kind) => {
    const amounts = rows.filter((each) => each.kind === kind).map(({ amount }) => amount);
    return amounts.length === 0 ? [] : [{ kind, count: amounts.length, sum: sumOf(amounts) }];
  });

/** What is said of an import, its rows and its counts. */
export function importPhrases(ctx: Pick<Ctx, 'program' | 'language'>) {
  const say = inLanguage(words, ctx.language);
  const money = ({ kind, count, sum }: KindOfMoney) => {
    const phrases = promotionPhrases(ctx);
    return say.money(phrases.kind(kind), count, phrases.amount(kind, sum));
  };
  return {
    file: (name: string) => say.file(escapeText(clip(name, 24))),
    money,
    /** A row each; what is none is left out. */
    counts: ({ activities, leads, money: parts }: Imported): readonly string[] => [
      ...(activities === 0 ? [] : [say.activities(activities)]),
      ...(leads === 0 ? [] : [say.leads(leads)]),
      ...parts.map(money),
    ],
    leftOut: ({ activities, leads, money: { there }, skipped }: ImportPlan): readonly string[] => {
      const count = activities.there + leads.there + there;
      return [...(count === 0 ? [] : [say.there(count)]), ...(skipped === 0 ? [] : [say.skipped(skipped)])];
    },
    /** `sheets`: the rows are of several, and each says of which. */
    fault: (fault: RowFault, sheets: boolean): string => {
      const why = faultWords(fault, ctx.language);
      return sheets ? say.rowOf(escapeText(clip(fault.sheet, 8)), fault.row, why) : say.row(fault.row, why);
    },
  };
}

/** What a plan would record. */
export const wouldRecord = ({ activities, leads, money }: ImportPlan): Imported => ({
  activities: activities.fresh.length,
  leads: leads.fresh.length,
  money: byKind(money.fresh),
});

export const rowsOf = ({ activities, leads, money }: Imported): number =>
  activities + leads + money.reduce((all, { count }) => all + count, 0);

export const severalSheets = (faults: readonly RowFault[]): boolean =>
  new Set(faults.map(({ sheet }) => sheet)).size > 1;
