import type { Instant } from '../../domain/day.js';
import { fallDue, nextDue } from '../../domain/obstacle.js';
import type { Program } from '../../domain/program.js';
import type { JobCtx } from '../../feature.js';
import type { Store } from '../../store/index.js';
import { contextsOf } from './context.js';
import type { Transition } from './model.js';
import { saveTransitions } from './save.js';

/** So many move in one transaction: enough that a statement is cheap for each, few enough that nobody waits long for it. */
const BATCH = 100;

/** More than this at one moment to one case would be a fault of ours. */
const MOST_AT_ONCE = 12;

/** The next moment at which something happens to an obstacle by itself. */
export const nextMoment = (store: Store, program: Program, now: Instant): Promise<Instant | null> =>
  store.obstacles.nextDue(program.id, now);

/**
 * Lets happen what is due by now, what was due first in front. Cases are locked and looked at again, so that of two
 * processes, or after a restart, one raises each. One that fails does not keep the others waiting.
 */
export async function runDue(ctx: JobCtx): Promise<void> {
  const faults: unknown[] = [];
  const tried = new Set<number>();
  for (;;) {
    const due = await ctx.store.obstacles.due(ctx.program.id, ctx.now, BATCH + tried.size);
    const fresh = due.filter((id) => !tried.has(id)).slice(0, BATCH);
    if (fresh.length === 0) break;
    for (const id of fresh) tried.add(id);
    faults.push(...(await letFallDue(ctx, fresh)));
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} obstacles did not move`);
}

/** All that is due on these cases, in its order. Where they cannot move together, each moves alone; answers what failed. */
export async function letFallDue(ctx: JobCtx, ids: readonly number[]): Promise<readonly unknown[]> {
  try {
    await moveTogether(ctx, ids);
    return [];
  } catch (error) {
    if (ids.length <= 1) return [error];
    const faults: unknown[] = [];
    for (const id of ids) faults.push(...(await letFallDue(ctx, [id])));
    return faults;
  }
}

/** Each thing that falls due is a cause of its own, so that the log refuses it twice. */
async function moveTogether(ctx: JobCtx, ids: readonly number[]): Promise<void> {
  let open = ids;
  for (let round = 0; round < MOST_AT_ONCE && open.length > 0; round += 1) {
    open = await ctx.store.transaction(async (tx) => {
      const cases = await tx.obstacles.lockAll(ctx.program.id, open);
      const contexts = await contextsOf(ctx, tx, cases);
      const happened: Transition[] = [];
      const atRest: Parameters<typeof tx.obstacles.save>[0][number][] = [];
      for (const [index, before] of cases.entries()) {
        const context = contexts[index];
        if (!context) continue;
        const due = nextDue(before.state, context);
        const moved = fallDue(before.state, context);
        if (due !== null && moved !== null) {
          const cause = `obstacle:${before.id}:${due.what}:${before.state.version}:${due.at}`;
          happened.push({ before, moved, context, personId: null, cause });
        } else {
          // What was due is not any more (a leave was taken back): the index is put right.
          atRest.push({ ...before, dueAt: due?.at ?? null });
        }
      }
      await tx.obstacles.save(atRest);
      await saveTransitions(ctx, tx, happened);
      return happened.map(({ before }) => before.id);
    });
  }
}
