import type { KnownBlock } from '@slack/types';
import { timeAt } from '../../../domain/day.js';
import { ladderTerms, sameTerms } from '../../../domain/ladder.js';
import type { Program } from '../../../domain/program.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, context, section } from '../../../slack/blocks.js';
import type { Language, Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { mayOn } from '../rights.js';
import { act, press, recipientButtons, verifyButtons, workButtons } from './buttons.js';
import { face, headText } from './face.js';
import { caseWords, type PhrasesOf, phrasesOf } from './parts.js';

export const words = {
  ...caseWords,
  mustAct: {
    zh: (mention: string) => `${mention} 请认领、办结或提级。`,
    en: (mention: string) => `${mention} please claim, resolve or raise it.`,
  },
  mustKeep: {
    zh: (mention: string) => `${mention} 已认领，请按承诺办结。`,
    en: (mention: string) => `${mention} has claimed it and keeps the promise.`,
  },
  adopt: { zh: '改按现行期限', en: 'Apply the present deadlines' },
} as const satisfies Phrases;

/** Lines of the life that a card shows: the first and the newest. */
const MOST_STEPS = 12;

/** A case's card where everybody of a rung reads it; edited in place as its life goes on. */
export function cardMessage(
  seen: Seen,
  language: Language,
  program: Program,
  where: { readonly at: 'recipient' | 'elsewhere'; readonly mention: string | null },
): Message {
  const phrases = phrasesOf(seen, language, program);
  const buttons = where.at === 'recipient' ? recipientButtons(seen, phrases) : [];
  const { standing } = seen.obstacle.state;
  const mention = where.mention === null ? null : `<@${where.mention}>`;
  const call =
    mention === null || (standing !== 'open' && standing !== 'claimed')
      ? []
      : [
          section(
            standing === 'open'
              ? inLanguage(words, phrases.language).mustAct(mention)
              : inLanguage(words, phrases.language).mustKeep(mention),
          ),
        ];
  return {
    text: headText(phrases),
    blocks: [
      ...face(seen, phrases),
      ...call,
      ...course(seen, phrases, program),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ],
  };
}

/** The card as one person asked for it: with the buttons that are theirs. */
export function privateCard(ctx: Ctx, seen: Seen): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { obstacle } = seen;
  const can = (action: Parameters<typeof mayOn>[1]) => mayOn(ctx, action, obstacle);
  const { standing } = obstacle.state;
  const buttons = [
    ...(can('work-obstacle') ? workButtons(seen, phrases) : []),
    ...(standing === 'resolved' && can('verify-obstacle') ? verifyButtons(seen, phrases) : []),
    ...(standing === 'closed' ? [] : [act(seen, 'comment', phrases.say.comment)]),
    ...(standing !== 'closed' && changedSince(ctx, seen) && can('set-ladder')
      ? [press(seen, 'adopt', inLanguage(words, phrases.language).adopt)]
      : []),
    ...(standing === 'open' && can('withdraw-obstacle') ? [press(seen, 'withdraw', phrases.say.withdraw)] : []),
  ];
  return {
    text: headText(phrases),
    blocks: [
      ...face(seen, phrases),
      ...course(seen, phrases, ctx.program),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ],
  };
}

/** Whether the plan's ladder for its kind is another by now: then who sets it may take the case over to it. */
const changedSince = ({ program }: Ctx, { obstacle: { state } }: Seen): boolean =>
  !sameTerms(state.terms, ladderTerms(program.policy.ladder, state.kind));

function course({ steps }: Seen, phrases: PhrasesOf, program: Program): KnownBlock[] {
  const listed = steps.filter(({ step }) => step.kind !== 'announced' && step.kind !== 'half-way');
  const shown = listed.length <= MOST_STEPS ? listed : [...listed.slice(0, 1), ...listed.slice(-(MOST_STEPS - 1))];
  const lines = shown.map(
    ({ at, step }) => `${phrases.dayAt(at)} ${timeAt(at, program.timeZone)}　${phrases.step(step)}`,
  );
  return lines.length === 0 ? [] : [context(lines.join('\n'))];
}
