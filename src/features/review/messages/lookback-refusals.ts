import type { LocalDay } from '../../../domain/day.js';
import { LESSONS_MOST } from '../../../domain/lookback.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { itemPhrases } from './parts.js';
import type { Said } from './refusals.js';

const words = {
  gate: {
    zh: (example: string): Said => ({ wrong: '那天没有关口，不能复盘', instead: `/review 复盘 ${example}` }),
    en: (example: string): Said => ({ wrong: 'No gate is on that day', instead: `/review lookback ${example}` }),
  },
  early: {
    zh: (day: string): Said => ({ wrong: `关口还没有过：${day}`, instead: '过了再复盘；/goals 看预计' }),
    en: (day: string): Said => ({ wrong: `That gate is still to come: ${day}`, instead: '/goals tells its forecast' }),
  },
  full: {
    zh: (): Said => ({ wrong: `没有记：一个关口最多${LESSONS_MOST}条`, instead: '先去掉一条' }),
    en: (): Said => ({ wrong: `Not noted: ${LESSONS_MOST} of a gate at most`, instead: 'drop one first' }),
  },
  dropped: {
    zh: (): Said => ({ wrong: '没有记：这条经验已经去掉', instead: '/review 复盘 看现在怎样' }),
    en: (): Said => ({ wrong: 'Not noted: that lesson was dropped', instead: '/review lookback shows them' }),
  },
  decided: {
    zh: (): Said => ({ wrong: '没有去掉：已经转为交办', instead: '/review 复盘 看交办号' }),
    en: (): Said => ({ wrong: 'Not dropped: it is an action item', instead: '/review lookback shows which' }),
  },
  empty: { zh: '写一句经验', en: 'Write it in a sentence' },
} as const satisfies Phrases;

/** `gate`: one that there is. */
export const gateRefusal = (ctx: Ctx, typed: string, gate: LocalDay): Outcome =>
  refuse(
    inLanguage(words, ctx.language).gate(itemPhrases(ctx, ctx.language).day(gate)),
    typed === '' ? null : escapeText(clip(typed, 40)),
  );

export const earlyRefusal = (ctx: Ctx, gate: LocalDay): Outcome =>
  refuse(inLanguage(words, ctx.language).early(itemPhrases(ctx, ctx.language).day(gate)));

/** Why nothing came of a lesson. */
export const lessonRefusal = (ctx: Ctx, why: 'full' | 'dropped' | 'decided'): Outcome =>
  refuse(inLanguage(words, ctx.language)[why]());

export const emptyLesson = ({ language }: Pick<Ctx, 'language'>): Readonly<Record<string, string>> => ({
  text: inLanguage(words, language).empty,
});
