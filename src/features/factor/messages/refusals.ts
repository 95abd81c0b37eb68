import { waiting } from '../../../domain/factor.js';
import type { PlanFactor } from '../../../domain/plan.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import type { NamedProject } from '../../../store/projects.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { FactorFault, Given } from '../model.js';
import { factorPhrases } from './parts.js';

type Said = { readonly wrong: string; readonly instead: string };

const EXAMPLE_ZH = '/factor P-003 土地 32亩 6月20日前';
const EXAMPLE_EN = '/factor P-003 land 32 mu by 20 June';

const words = {
  unknown: {
    zh: { wrong: '没有这项要素，或者不在您可以查看的范围内', instead: '/factor 看您的要素和申请' },
    en: { wrong: 'No such pool, or it is outside of what you may see', instead: '/factor shows yours' },
  },
  empty: {
    zh: (factor: string): Said => ({ wrong: `${factor}还没有指标，也没有您的申请`, instead: EXAMPLE_ZH }),
    en: (factor: string): Said => ({ wrong: `${factor}: no pool yet, and nothing asked by you`, instead: EXAMPLE_EN }),
  },
  denied: {
    zh: (why: string): Said => ({ wrong: `没有办：${why}`, instead: '/factor 看您的要素和申请' }),
    en: (why: string): Said => ({ wrong: `Not done: ${why}`, instead: '/factor shows yours' }),
  },
  factor: {
    zh: { wrong: '没有看出是哪一种要素', instead: EXAMPLE_ZH },
    en: { wrong: 'Which factor was not understood', instead: EXAMPLE_EN },
  },
  amount: {
    zh: { wrong: '没有看出是一个数量', instead: EXAMPLE_ZH },
    en: { wrong: 'The one amount was not understood', instead: EXAMPLE_EN },
  },
  past: {
    zh: { wrong: '要用的日期已经过去', instead: EXAMPLE_ZH },
    en: { wrong: 'The day it is needed by has passed', instead: EXAMPLE_EN },
  },
  days: {
    zh: { wrong: '没有看出是哪一天', instead: EXAMPLE_ZH },
    en: { wrong: 'The one day was not understood', instead: EXAMPLE_EN },
  },
  project: {
    zh: (typed: string): Said => ({ wrong: `没有${typed}这个项目`, instead: EXAMPLE_ZH }),
    en: (typed: string): Said => ({ wrong: `There is no project ${typed}`, instead: EXAMPLE_EN }),
  },
  part: {
    zh: (factor: string): Said => ({
      wrong: `${factor}分污染物，没有写哪一种`,
      instead: `/factor ${factor} VOCs 20吨`,
    }),
    en: (factor: string): Said => ({
      wrong: `${factor} is by pollutant; none was named`,
      instead: `/factor ${factor} VOCs 20 t`,
    }),
  },
  waits: {
    zh: (code: string, factor: string): Said => ({
      wrong: `${code}的${factor}已经在等`,
      instead: `/factor ${code} 看申请`,
    }),
    en: (code: string, factor: string): Said => ({
      wrong: `${code} waits for ${factor} already`,
      instead: `/factor ${code} shows it`,
    }),
  },
  short: {
    zh: (code: string, wanted: string, left: string, by: string): Said => ({
      wrong: `${code}要${wanted}，池里${left}，差${by}，没有配`,
      instead: '再记一批指标，或等退回',
    }),
    en: (code: string, wanted: string, left: string, by: string): Said => ({
      wrong: `${code} asks for ${wanted} of ${left}: ${by} short, nothing given`,
      instead: 'enter another batch, or wait for a return',
    }),
  },
  meanwhile: {
    zh: (code: string, waits: string): Said => ({
      wrong: `没有配：${code}已变，${waits}`,
      instead: '/factor 看现在的次序',
    }),
    en: (code: string, waits: string): Said => ({
      wrong: `Nothing given: ${code} changed, ${waits}`,
      instead: '/factor shows the order now',
    }),
  },
  stillWaits: { zh: (amount: string) => `在等${amount}`, en: (amount: string) => `waits for ${amount}` },
  has: { zh: (amount: string) => `已配${amount}`, en: (amount: string) => `has ${amount}` },
} as const satisfies Phrases;

/** There is none such, or it is not for this person to see: which of both is not said. */
export function unknownRefusal(ctx: Ctx, factor: PlanFactor | null): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(factor === null ? say.unknown : say.empty(factorPhrases(ctx, ctx.language).title(factor, '')));
}

export const deniedRefusal = (ctx: Ctx, why: string): Outcome => refuse(inLanguage(words, ctx.language).denied(why));

/** A line that was not taken, with what to type instead. */
export function lineRefusal(ctx: Ctx, fault: FactorFault): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(fault.what === 'project' ? say.project(escapeText(fault.typed)) : say[fault.what]);
}

export const partRefusal = (ctx: Ctx, factor: PlanFactor): Outcome =>
  refuse(inLanguage(words, ctx.language).part(factorPhrases(ctx, ctx.language).title(factor, '')));

/** A project waits for a factor once. */
export const waitsRefusal = (ctx: Ctx, factor: PlanFactor, { code }: NamedProject): Outcome =>
  refuse(inLanguage(words, ctx.language).waits(code, factorPhrases(ctx, ctx.language).title(factor, '')));

export function shortRefusal(ctx: Ctx, { need, factor, wanted, left, by }: Extract<Given, { kind: 'short' }>): Outcome {
  const { amount } = factorPhrases(ctx, ctx.language);
  return refuse(
    inLanguage(words, ctx.language).short(need.code, amount(wanted, factor), amount(left, factor), amount(by, factor)),
  );
}

export function meanwhileRefusal(ctx: Ctx, { need, factor }: Extract<Given, { kind: 'meanwhile' }>): Outcome {
  const say = inLanguage(words, ctx.language);
  const { amount } = factorPhrases(ctx, ctx.language);
  const waits = waiting(need);
  return refuse(
    say.meanwhile(need.code, waits > 0 ? say.stillWaits(amount(waits, factor)) : say.has(amount(need.given, factor))),
  );
}
