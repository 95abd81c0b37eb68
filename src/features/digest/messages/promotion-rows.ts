import type { Digest } from '../../../domain/digest/compute.js';
import { escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';
import { type Row, row } from './rows.js';

/** What the month asks of the county leaders. */
export const words = {
  lead: {
    zh: (month: number, _name: string) => `${month}月招商活动`,
    en: (_month: number, name: string) => `${name} activities`,
  },
  short: { zh: (missing: number) => `还差${missing}次`, en: (missing: number) => `: ${missing} short` },
  month: {
    zh: (done: number, missing: number) => `：${done}次${missing === 0 ? '' : `，还差${missing}次`}`,
    en: (done: number, missing: number) => `: ${done}${missing === 0 ? '' : `, ${missing} short`}`,
  },
  ofLeader: {
    zh: (name: string, missing: number) => `*${name}*\n还差${missing}次`,
    en: (name: string, missing: number) => `*${name}*\n${missing} short`,
  },
  whoSees: { zh: '名单由总指挥和招商主管单位看', en: 'By leader for the commander and the office' },
} as const satisfies Catalogue;

/** `6月招商活动还差7次` on the month's last working days while any is wanting; monthly what the month had, too. */
export function promotionRow({ promotion, cadence }: Digest, phrases: Phrases): Row | null {
  if (promotion === null || !promotion.told) return null;
  const own = inLanguage(words, phrases.language);
  const { month, missing, activities } = promotion;
  const lead = own.lead(Number(month.slice(5, 7)), phrases.month(month));
  if (cadence === 'monthly')
    return activities.length + missing === 0 ? null : row(lead, own.month(activities.length, missing));
  return missing === 0 ? null : row(lead, own.short(missing));
}

/** The leaders of whom any is wanting, in the plan's order; null: in front of who does not see them all, their own row alone. */
export function promotionItems(
  { promotion }: Digest,
  phrases: Phrases,
  reader: { readonly personId: number; readonly seesDuty: boolean } | null,
): { readonly title: string; readonly about: string; readonly items: readonly string[] } {
  const own = inLanguage(words, phrases.language);
  const short = promotion?.leaders.filter(({ missing }) => missing > 0) ?? [];
  const sees = reader === null || reader.seesDuty;
  const shown = sees ? short : short.filter(({ leaderId }) => leaderId === reader.personId);
  const missing = promotion?.missing ?? 0;
  const month = promotion?.month ?? null;
  const lead = month === null ? '' : own.lead(Number(month.slice(5, 7)), phrases.month(month));
  return {
    title: `${lead}${own.short(missing)}`,
    about: sees ? '' : own.whoSees,
    items: shown.map(({ name, missing }) => own.ofLeader(escapeText(phrases.name(name) ?? ''), missing)),
  };
}
