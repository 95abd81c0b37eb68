import { ALIKE, alikeness, flag, nextDue } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { contextOf } from './context.js';
import type { Flagged, Flagging } from './model.js';
import { thingOf } from './rights.js';
import { saveTransition } from './transitions.js';

/**
 * Files an obstacle. Anyone in the program may. What says the same as an open one of the project (that the person may
 * see) is not filed unless `anyway`.
 */
export async function flagObstacle(ctx: Ctx, flagging: Flagging, anyway: boolean): Promise<Flagged> {
  const permission = may(ctx.person, 'flag-obstacle', { programId: ctx.program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  return ctx.store.transaction(async (tx) => {
    const again = ctx.retried ? await tx.obstacles.byCause(ctx.program.id, ctx.cause) : null;
    if (again) return { kind: 'flagged', obstacle: again };
    await tx.obstacles.holdProject(flagging.projectId);
    const same = anyway ? null : await alikeOne(ctx, tx, flagging);
    if (same) return { kind: 'alike', obstacle: same };
    return { kind: 'flagged', obstacle: await file(ctx, tx, flagging) };
  });
}

async function alikeOne(ctx: Ctx, tx: Transaction, { projectId, text }: Flagging): Promise<ObstacleCase | null> {
  const ranked = (await tx.obstacles.openOf(ctx.program.id, projectId))
    .filter((each) => may(ctx.person, 'see-obstacle', thingOf(each)).allowed)
    .map((each) => ({ each, alike: alikeness(each.text, text) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((one, other) => other.alike - one.alike);
  return ranked[0]?.each ?? null;
}

async function file(ctx: Ctx, tx: Transaction, flagging: Flagging): Promise<ObstacleCase> {
  const { refersTo, kind, ...rest } = flagging;
  const context = await contextOf(ctx, tx, { ...flagging, state: null });
  const moved = flag(
    { by: ctx.person.id, kind, urgentReason: flagging.urgentReason, policy: ctx.program.policy.ladder },
    context,
  );
  const earlier = refersTo === null ? null : await tx.obstacles.byNumber(ctx.program.id, refersTo);
  const refersToId = earlier && may(ctx.person, 'see-obstacle', thingOf(earlier)).allowed ? earlier.id : null;
  const { id } = await tx.obstacles.file({
    ...rest,
    refersToId,
    programId: ctx.program.id,
    raisedById: ctx.person.id,
    at: ctx.now,
    cause: ctx.cause,
    state: moved.state,
    dueAt: nextDue(moved.state, context)?.at ?? null,
  });
  const filed = await tx.obstacles.byId(ctx.program.id, id);
  if (!filed) throw new Error(`obstacle ${id} was filed and is not there`);
  return saveTransition(ctx, tx, filed, moved, context, ctx.person.id);
}
