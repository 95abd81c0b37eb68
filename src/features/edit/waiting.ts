import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../feature.js';
import { wishMessage } from './messages/postponement.js';
import type { SeenPostponement } from './model.js';
import { withProject } from './postponement.js';

/** As many wishes as a home tab shows of those that wait. */
const MOST_WISHES = 5;

/** The later days that wait for somebody's consent, theirs or of whom they stand in for, the oldest first. */
export function waitingPostponements(ctx: Ctx): Promise<readonly SeenPostponement[]> {
  const people = [ctx.person.id, ...ctx.person.standsInFor];
  return ctx.store.transaction(async (tx) => {
    const wishes = await tx.postponements.waitingOn(ctx.program.id, people);
    const seen: SeenPostponement[] = [];
    for (const wish of wishes.filter(({ askedById }) => askedById !== ctx.person.id).slice(0, MOST_WISHES)) {
      const found = await withProject(ctx, tx, wish);
      if (found) seen.push(found);
    }
    return seen;
  });
}

/** The same as blocks of a home tab: each with its effect and the two answers. */
export const wishBlocks = (ctx: Ctx, seen: readonly SeenPostponement[]): KnownBlock[] =>
  seen.flatMap((each) => wishMessage(each, ctx.language, ctx.program.year));
