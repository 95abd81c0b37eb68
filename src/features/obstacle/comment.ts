import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import { commented, words } from './messages/commented.js';
import { textVerb } from './verb.js';

/** 留言: whoever may see a case says something of it. */
export const comment = textVerb('comment', {
  right: 'see-obstacle',
  whenever: true,
  label: words.comment,
  event: ({ by }, { text }) => ({ do: 'comment', by, text }),
  said: commented,
});

/** What was typed is the same as an open one: it goes under it. */
export const commentOnSame = async (
  ctx: Ctx,
  { id, text }: { readonly id: number; readonly text: string },
): Promise<Outcome> => inItsPlace(await comment.answer(ctx, { id, version: null }, { text }));
