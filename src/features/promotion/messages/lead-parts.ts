import { daysBetween, type LocalDay } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import type { MorningNote } from '../../../domain/morning-note.js';
import type { ReadLead } from '../../../domain/promotion/lead.js';
import type { Ctx } from '../../../feature.js';
import type { Lead } from '../../../store/promotion-leads.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { ListedLead } from '../model.js';
import { promotionPhrases } from './parts.js';

const words = {
  number: { zh: (number: number) => `线索${number}号`, en: (number: number) => `Lead ${number}` },
  field: { zh: (field: string) => `（${field}）`, en: (field: string) => ` (${field})` },
  judgeBy: { zh: (day: string) => `${day}前研判`, en: (day: string) => `judge by ${day}` },
  answerBy: { zh: (day: string) => `${day}前回复`, en: (day: string) => `answer by ${day}` },
  judgeLate: {
    zh: (days: number) => `研判超期${days}天`,
    en: (days: number) => `${countEn(days, 'day')} late to judge`,
  },
  answerLate: {
    zh: (days: number) => `回复超期${days}天`,
    en: (days: number) => `${countEn(days, 'day')} late to answer`,
  },
  dropped: {
    zh: (reason: string, day: string) => `${day}定不跟：${reason}`,
    en: (reason: string, day: string) => `dropped ${day}: ${reason}`,
  },
  signed: { zh: (code: string) => `已签约：${code}`, en: (code: string) => `signed: ${code}` },
} as const satisfies Phrases;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const ROW_LETTERS = 8;

/** What every message of a lead says. */
export function leadPhrases(ctx: Pick<Ctx, 'program' | 'language' | 'today'>) {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const clock = (
    day: LocalDay | null,
    by: (day: string) => string,
    late: (days: number) => string,
  ): readonly string[] => {
    if (day === null) return [];
    return [day < ctx.today ? late(daysBetween(day, ctx.today)) : by(phrases.day(day))];
  };
  const investor = ({ investor, field }: Pick<ReadLead, 'investor' | 'field'>): string =>
    escapeText(investor) + (field === null ? '' : say.field(escapeText(field)));
  const due = (judge: LocalDay | null, answer: LocalDay | null): readonly string[] => {
    const clocks = [...clock(judge, say.judgeBy, say.judgeLate), ...clock(answer, say.answerBy, say.answerLate)];
    return clocks.length === 0 ? [] : [capital(phrases.list(clocks))];
  };
  return {
    number: say.number,
    investor,
    due,
    /** `线索21号 · 苏州精工（装备制造）` */
    title: (lead: Lead) => `${say.number(lead.number)} · ${investor(lead)}`,
    /** As short as a row wants it. */
    short: (lead: Pick<Lead, 'investor'>) => escapeText(clip(lead.investor, ROW_LETTERS)),
    /** `6月18日前研判，6月22日前回复`, or what became of it. */
    stands: ({ lead, judgeBy, answerBy, code }: ListedLead & { readonly code?: string | null }): readonly string[] => {
      if (lead.standing === 'dropped' && lead.judgedOn !== null)
        return [capital(say.dropped(escapeText(lead.dropReason ?? ''), phrases.day(lead.judgedOn)))];
      if (lead.standing === 'signed') return [capital(say.signed(escapeText(code ?? '')))];
      return due(judgeBy, answerBy);
    },
  };
}

/** `线索21号 苏州精工`, and below it by when it is judged and answered, or how late that is. */
export function leadNoteRows(
  reader: Pick<Ctx, 'program' | 'language' | 'today'>,
  { number, investor, judge, answer }: Extract<MorningNote, { readonly kind: 'lead' }>,
): readonly string[] {
  const { number: numbered, short, due } = leadPhrases(reader);
  return [`*${numbered(number)}* ${short({ investor })}`, ...due(judge, answer)];
}
