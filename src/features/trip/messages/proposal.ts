import type { KnownBlock } from '@slack/types';
import { monthWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type Proposal } from '../ids.js';
import type { SeenProposal } from '../model.js';
import { procedureName } from './parts.js';

const words = {
  title: { zh: (count: number) => `跑动多的事项${count}`, en: (count: number) => `Procedures with trips: ${count}` },
  row: {
    zh: (step: string, month: string, answers: number) => `*${step}* ${month}有${answers}件跑了2趟以上`,
    en: (step: string, month: string, answers: number) => `*${step}* ${month}: ${answers} took two or more`,
  },
  offer: { zh: '可提为紧箍咒，改办事规则', en: 'A shackle would have its rule changed' },
  raise: { zh: '提紧箍咒', en: 'Raise' },
  dismiss: { zh: '这次不提', en: 'Not now' },
  text: {
    zh: (step: string, month: string, answers: number) => `${step}${month}有${answers}件跑了2趟以上，要改办事规则`,
    en: (step: string, month: string, answers: number) =>
      `${step}: ${answers} took two trips or more in ${month}; the rule is to be changed`,
  },
  decided: {
    zh: (step: string, month: string) => `${step}的跑动，${month}已定`,
    en: (step: string, month: string) => `${step}: decided for ${month}`,
  },
} as const satisfies Phrases;

const MOST_SHOWN = 2;

/** On the coordinator's home: what answers about trips propose. */
export function proposalBlocks(ctx: Ctx, proposals: readonly SeenProposal[]): KnownBlock[] {
  if (proposals.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  return [
    header(say.title(proposals.length)),
    ...proposals.slice(0, MOST_SHOWN).flatMap(({ procedure, month, answers }) => {
      const step = procedureName(procedure, ctx.language);
      const press = { procedure, month };
      return [
        section([say.row(step, monthWords(month, ctx.language, ctx.program.year), answers), say.offer].join('\n')),
        actions(...[button(ids.propose, press, say.raise), button(ids.dismiss, press, say.dismiss)].map(named(press))),
      ];
    }),
  ];
}

/** Slack wants every action_id once; actions() numbers them within a row alone. */
const named =
  ({ procedure, month }: Proposal) =>
  <B extends { readonly action_id?: string }>(each: B): B => ({
    ...each,
    action_id: `${each.action_id}#${month}${procedure}`,
  });

/** What the shackle says. */
export const shackleText = ({ language, program }: Ctx, { procedure, month, answers }: SeenProposal): string =>
  inLanguage(words, language).text(procedure, monthWords(month, language, program.year), answers);

export const decidedMessage = ({ language, program }: Ctx, { procedure, month }: Proposal): Message =>
  plain(
    inLanguage(words, language).decided(procedureName(procedure, language), monthWords(month, language, program.year)),
  );
