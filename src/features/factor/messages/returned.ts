import type { KnownBlock } from '@slack/types';
import { RECALL_DAYS } from '../../../domain/factor.js';
import type { PlanFactor } from '../../../domain/plan.js';
import { type Ctx, inItsPlace, type Outcome } from '../../../feature.js';
import { actions, button, header, plain, section } from '../../../slack/blocks.js';
import type { FactorNeed } from '../../../store/factors.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Recallable, Returned } from '../model.js';
import { factorPhrases } from './parts.js';
import { deniedRefusal, unknownRefusal } from './refusals.js';

const words = {
  returned: {
    zh: (code: string, factor: string, amount: string, left: string) => `${code}退回${factor}${amount}，池里${left}`,
    en: (code: string, factor: string, amount: string, left: string) =>
      `${code}: ${factor} ${amount} given back, ${left} left`,
  },
  gone: {
    zh: (code: string, factor: string) => `${code}已没有${factor}`,
    en: (code: string, factor: string) => `${code}: no ${factor} left to give back`,
  },
  kept: {
    zh: (code: string, factor: string, amount: string) => `${code}留用${factor}${amount}，不再提收回`,
    en: (code: string, factor: string, amount: string) => `${code} keeps ${factor} ${amount}`,
  },
  title: { zh: (count: number) => `可收回的要素${count}`, en: (count: number) => `To recall: ${count}` },
  row: {
    zh: (project: string, factor: string, amount: string) => `*${project}* ${factor}${amount}`,
    en: (project: string, factor: string, amount: string) => `*${project}* ${factor} ${amount}`,
  },
  due: {
    zh: (day: string, days: number) => `应${day}开工，过${days}天未开工`,
    en: (day: string, days: number) => `To start ${day}, not yet after ${days} days`,
  },
  recall: { zh: '收回', en: 'Recall' },
  keep: { zh: '留用', en: 'Keep' },
  all: { zh: '要素', en: 'Factors' },
} as const satisfies Phrases;

const MOST_SHOWN = 3;

export function returnedOutcome(ctx: Ctx, returned: Returned): Outcome {
  switch (returned.kind) {
    case 'unknown':
      return unknownRefusal(ctx, null);
    case 'denied':
      return deniedRefusal(ctx, returned.why);
    case 'returned': {
      const { need, factor, amount, left } = returned;
      const phrases = factorPhrases(ctx, ctx.language);
      const say = inLanguage(words, ctx.language);
      const title = phrases.title(factor, need.part);
      const text =
        amount === 0
          ? say.gone(need.code, title)
          : say.returned(need.code, title, phrases.amount(amount, factor), phrases.amount(left, factor));
      return { kind: 'say', message: plain(text) };
    }
  }
}

/** The proposal is over. */
export function keptOutcome(ctx: Ctx, factor: PlanFactor, need: FactorNeed): Outcome {
  const phrases = factorPhrases(ctx, ctx.language);
  const text = inLanguage(words, ctx.language).kept(
    need.code,
    phrases.title(factor, need.part),
    phrases.amount(need.given, factor),
  );
  return inItsPlace({ kind: 'say', message: plain(text) });
}

/** On the home tab: what is proposed to be recalled; a person decides. */
export function recallBlocks(ctx: Ctx, recallable: readonly Recallable[]): KnownBlock[] {
  if (recallable.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const left = recallable.length - MOST_SHOWN;
  return [
    header(say.title(recallable.length)),
    ...recallable.slice(0, MOST_SHOWN).flatMap(({ need, factor, plannedStart }) => {
      const amount = phrases.amount(need.given, factor);
      const project = phrases.named({ code: need.code, name: need.projectName, nickname: need.nickname });
      const row = say.row(project, phrases.title(factor, need.part), amount);
      const due = say.due(phrases.day(plannedStart), factor.recallDays ?? RECALL_DAYS);
      const presses = [button(ids.recall, { id: need.id }, say.recall), button(ids.keep, { id: need.id }, say.keep)];
      return [
        section([row, due].join('\n')),
        actions(...presses.map((press) => ({ ...press, action_id: `${press.action_id}#${need.id}` }))),
      ];
    }),
    ...(left > 0 ? [actions(button(ids.overview, {}, say.all))] : []),
  ];
}
