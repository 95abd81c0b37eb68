import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, context } from '../../../slack/blocks.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { act, press } from './buttons.js';
import { face, headText } from './face.js';
import { phrasesOf } from './parts.js';

export const words = {
  announceLine: { zh: (moment: string) => `${moment}通知该级`, en: (moment: string) => `The rung is told ${moment}` },
  flagged: { zh: '已提出', en: 'Flagged' },
  flaggedHint: {
    zh: '办到哪一步会告诉您；提错了可以撤回。',
    en: 'You are told what becomes of it; take it back if it was a mistake.',
  },
} as const satisfies Phrases;

/** What happened of it, for who flagged it: the face alone with the buttons to take it back or say more. */
export function flaggedMessage(ctx: Ctx, seen: Seen): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const say = inLanguage(words, phrases.language);
  const { state } = seen.obstacle;
  const quiet = state.announceAt === null ? [] : [context(say.announceLine(phrases.moment(state.announceAt)))];
  return {
    text: `${say.flagged} · ${headText(phrases)}`,
    blocks: [
      ...face(seen, phrases, { lead: say.flagged }),
      ...quiet,
      context(say.flaggedHint),
      actions(...(state.standing === 'open' ? [press(seen, phrases, 'withdraw')] : []), act(seen, phrases, 'comment')),
    ],
  };
}
