import type { Instant } from '../../../domain/day.js';
import { fallDue, nextDue } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { JobCtx } from '../../../feature.js';
import type { Store } from '../../../store/index.js';
import { sceneOf } from './around.js';
import { keep } from './keep.js';

/** So many are looked up at once; each has its own transaction. */
const BATCH = 200;

/** More than this at one moment to one case would be a fault of ours. */
const MOST_AT_ONCE = 12;

/** The next moment at which something happens to an obstacle by itself. */
export const nextMoment = (store: Store, program: Program, now: Instant): Promise<Instant | null> =>
  store.obstacles.nextDue(program.id, now);

/**
 * Lets happen what is due by now, case by case, what was due first in front. Each case is locked and looked at again,
 * so that of two processes, or after a restart, one raises it. One that fails does not keep the others waiting.
 */
export async function runDue(ctx: JobCtx): Promise<void> {
  const faults: unknown[] = [];
  const tried = new Set<number>();
  for (;;) {
    const due = await ctx.store.obstacles.due(ctx.program.id, ctx.now, BATCH + tried.size);
    const fresh = due.filter((id) => !tried.has(id));
    if (fresh.length === 0) break;
    for (const id of fresh) {
      tried.add(id);
      try {
        await letFallDue(ctx, id);
      } catch (error) {
        faults.push(error);
      }
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} obstacles did not move`);
}

/** All that is due on one case, in its order; each thing is a cause of its own, so that the log refuses it twice. */
export async function letFallDue(ctx: JobCtx, id: number): Promise<void> {
  for (let turn = 0; turn < MOST_AT_ONCE; turn += 1) {
    const more = await ctx.store.transaction(async (tx) => {
      const obstacle = await tx.obstacles.lock(ctx.program.id, id);
      if (!obstacle) return false;
      const scene = await sceneOf(ctx, tx, obstacle, obstacle.state);
      const due = nextDue(obstacle.state, scene.around);
      const moved = fallDue(obstacle.state, scene.around);
      if (due === null || moved === null) {
        // What was due is not any more (a leave was taken back): the index is put right.
        await tx.obstacles.save(id, obstacle.state, due?.at ?? null, obstacle.addresses);
        return false;
      }
      await keep(
        { ...ctx, cause: `obstacle:${id}:${due.what}:${obstacle.state.version}:${due.at}` },
        tx,
        obstacle,
        moved,
        scene,
        null,
      );
      return true;
    });
    if (!more) return;
  }
}
