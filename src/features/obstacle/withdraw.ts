import type { Ctx } from '../../feature.js';
import { withdrawn } from './messages/withdrawn.js';
import { pressVerb } from './verb.js';

/** 撤回: who raised it takes it back, as long as nobody has taken it on. */
export const withdraw = pressVerb({
  right: 'withdraw-obstacle',
  event: ({ by }) => ({ do: 'withdraw', by }),
  said: withdrawn,
});

/** The same, typed, of what the person raised last. */
export const withdrawByWord = (ctx: Ctx, id: number) => withdraw.answer(ctx, { id, version: null });
