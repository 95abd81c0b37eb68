import type { KnownBlock } from '@slack/types';
import { RECALL_DAYS } from '../../../domain/factor.js';
import { type Ctx, inItsPlace, type Outcome } from '../../../feature.js';
import { actions, button, header, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Recallable, Returned } from '../model.js';
import { factorPhrases } from './parts.js';
import { deniedRefusal, unknownRefusal } from './refusals.js';

const words = {
  returned: {
    zh: (code: string, factor: string, left: string) => `${code}的${factor}已退回，池里${left}`,
    en: (code: string, factor: string, left: string) => `${code}: ${factor} is given back, ${left} left`,
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
      const { need, factor, left } = returned;
      const phrases = factorPhrases(ctx, ctx.language);
      const say = inLanguage(words, ctx.language);
      const text = say.returned(need.code, phrases.title(factor, need.part), phrases.amount(left, factor));
      return inItsPlace({ kind: 'say', message: plain(text) });
    }
  }
}

/** On the home tab: what is proposed to be recalled; a person decides. */
export function recallBlocks(ctx: Ctx, recallable: readonly Recallable[]): KnownBlock[] {
  if (recallable.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const left = recallable.length - MOST_SHOWN;
  return [
    header(say.title(recallable.length)),
    ...recallable.slice(0, MOST_SHOWN).map(({ need, factor, plannedStart }) => {
      const amount = phrases.amount(need.given, factor);
      const project = phrases.named({ code: need.code, name: need.projectName, nickname: need.nickname });
      const row = say.row(project, phrases.title(factor, need.part), amount);
      const press = button(ids.recall, { id: need.id }, say.recall);
      return section([row, say.due(phrases.day(plannedStart), RECALL_DAYS)].join('\n'), {
        ...press,
        action_id: `${press.action_id}#${need.id}`,
      });
    }),
    ...(left > 0 ? [actions(button(ids.overview, {}, say.all))] : []),
  ];
}
