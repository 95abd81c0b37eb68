import { instructed, words } from './messages/commented.js';
import { textVerb } from './verb.js';

/** 批示: a leader's instruction about a case is one about its project, and stands on both cards for good. */
export const instruct = textVerb('instruct', {
  right: 'instruct',
  whenever: true,
  label: words.instruction,
  event: ({ by }, { text }) => ({ do: 'instruct', by, text }),
  keep: (ctx, tx, { id, projectId }, { text }) =>
    tx.instructions.add({
      programId: ctx.program.id,
      projectId,
      obstacleId: id,
      personId: ctx.person.id,
      text,
      at: ctx.now,
      cause: ctx.cause,
    }),
  said: instructed,
});
