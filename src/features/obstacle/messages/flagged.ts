import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, context } from '../../../slack/blocks.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { mayOn } from '../rights.js';
import { act, press } from './buttons.js';
import { face, headText } from './face.js';
import { phrasesOf } from './parts.js';
import { sortMenus } from './sorted.js';

export const words = {
  announceLine: { zh: (moment: string) => `${moment}通知该级`, en: (moment: string) => `The rung is told ${moment}` },
  flagged: { zh: '已提出', en: 'Flagged' },
  sorted: { zh: '已更改', en: 'Changed' },
  flaggedHint: {
    zh: '办到哪一步会告诉您；事项、类别不对可以改，提错了可以撤回。',
    en: 'You are told what becomes of it; change its matter or kind below, or take it back if it was a mistake.',
  },
} as const satisfies Phrases;

/**
 * What happened of it, for who flagged it: the face alone, what it was taken for, to be changed in one press (`changed`: it was
 * just now), and the buttons to take it back or say more.
 */
export function flaggedMessage(ctx: Ctx, seen: Seen, changed = false): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const say = inLanguage(words, phrases.language);
  const { state } = seen.obstacle;
  const lead = changed ? say.sorted : say.flagged;
  const sorts = state.standing === 'open' && mayOn(ctx, 'sort-obstacle', seen.obstacle);
  const quiet = state.announceAt === null ? [] : [context(say.announceLine(phrases.moment(state.announceAt)))];
  return {
    text: `${lead} · ${headText(phrases)}`,
    blocks: [
      ...face(seen, phrases, { lead }),
      ...quiet,
      context(say.flaggedHint),
      ...(sorts ? [sortMenus(seen, ctx.language)] : []),
      actions(...(state.standing === 'open' ? [press(seen, phrases, 'withdraw')] : []), act(seen, phrases, 'comment')),
    ],
  };
}
