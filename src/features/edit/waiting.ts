import type { Ctx } from '../../feature.js';
import type { SeenPostponement, WaitingPostponements } from './model.js';
import { withProject } from './postponement.js';

/** As many as are shown at once of those that wait; the next comes when one is decided. */
const MOST_SHOWN = 5;

/** The later days that wait for somebody's consent, theirs or of whom they stand in for: how many, the oldest shown first. */
export function waitingPostponements(ctx: Ctx): Promise<WaitingPostponements> {
  const { program, person } = ctx;
  return ctx.store.transaction(async (tx) => {
    const waiting = await tx.postponements.waitingOn(program.id, [person.id, ...person.standsInFor], person.id);
    const shown: SeenPostponement[] = [];
    for (const each of waiting.slice(0, MOST_SHOWN)) {
      const found = await withProject(ctx, tx, each);
      if (found) shown.push(found);
    }
    return { count: waiting.length, shown };
  });
}
