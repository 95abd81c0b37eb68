import { z } from 'zod';
import { UNDO_HOURS } from '../../domain/permission.js';
import { ROLES } from '../../domain/plan.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { succeed } from '../obstacle/door.js';
import { handOverPrompts } from '../prompt/door.js';
import { returnItems } from '../review/door.js';
import { whyNot } from './denied.js';
import { causeOf, logPeople } from './log.js';
import { undoneMessage } from './messages/hand-over.js';
import { deniedRefusal } from './messages/refusals.js';
import type { Denied } from './model.js';
import { StaleTakeOver, tellThreads } from './take-over.js';

export async function undo(ctx: Ctx, { cause }: { readonly cause: string }): Promise<Outcome> {
  const undone = await undoHandOver(ctx, cause);
  if (undone.kind === 'denied') return deniedRefusal(undone, ctx.language);
  // What is turned back needs its button no more; what stays keeps it.
  const kind = undone.kind === 'undone' || undone.kind === 'gone' ? 'replace' : 'say';
  return { kind, message: undoneMessage(undone.kind, ctx.language) };
}

const ids = z.array(z.int());

/** What the log says of a hand-over: enough to turn it back. */
const loggedShape = z.object({
  fromId: z.int().nullable(),
  toId: z.int().nullable(),
  owned: ids,
  sponsored: ids,
  unitIds: ids,
  obstacleIds: ids,
  /** Not in lines of before action items followed. */
  itemIds: ids.default([]),
  roles: z.array(
    z.object({
      role: z.enum(ROLES),
      unitId: z.int().nullable(),
      had: z.boolean().default(true),
      given: z.boolean().default(true),
    }),
  ),
});

type Logged = z.infer<typeof loggedShape>;

type HandOverUndone = { readonly kind: 'undone' | 'gone' | 'late' | 'stale' } | Denied;

/** Turns a hand-over back within a day, unless something of it changed hands since. */
export async function undoHandOver(ctx: Ctx, cause: string): Promise<HandOverUndone> {
  const { program, person } = ctx;
  const denied = whyNot(ctx, 'hand-over');
  if (denied) return denied;
  return ctx.store
    .transaction(async (tx): Promise<HandOverUndone> => {
      await tx.programs.touch(program.id);
      const line = await tx.activity.byCause(program.workspaceId, causeOf(cause));
      if (!line || line.programId !== program.id) return { kind: 'gone' };
      const undoing = { ...ctx, cause: `undo:${cause}` };
      if (await tx.activity.caused(program.workspaceId, causeOf(undoing.cause)))
        return { kind: ctx.retried ? 'undone' : 'gone' };
      if (ctx.now - line.at > UNDO_HOURS * 3_600_000) return { kind: 'late' };
      const read = loggedShape.safeParse(line.after);
      // A line of another version, which does not say enough.
      if (!read.success) return { kind: 'stale' };
      const logged = read.data;
      const by = { workspaceId: program.workspaceId, personId: person.id, at: ctx.now, cause: undoing.cause };
      if ((await tx.ledger.undo(program.id, cause, by)).kind === 'stale') return { kind: 'stale' };
      if (!(await turnBack(undoing, tx, logged, line))) throw new StaleTakeOver();
      await tellThreads({ ...ctx, cause }, tx, logged.fromId, logged);
      await logPeople(undoing, tx, person.id, [
        {
          action: `undo-${line.action}`,
          thing: line.thing as 'position' | 'person',
          thingId: line.thingId,
          before: { holderId: logged.toId },
          after: { holderId: logged.fromId },
        },
      ]);
      return { kind: 'undone' };
    })
    .catch((error: unknown) => {
      if (error instanceof StaleTakeOver) return { kind: 'stale' };
      throw error;
    });
}

async function turnBack(
  ctx: Ctx,
  tx: Transaction,
  { fromId, toId, unitIds, obstacleIds, itemIds, roles }: Logged,
  { thing, thingId }: { readonly thing: string; readonly thingId: number | null },
): Promise<boolean> {
  const positionId = thing === 'position' ? thingId : null;
  if (positionId !== null) {
    const position = await tx.positions.lock(ctx.program.id, positionId);
    if (position?.holderId !== toId) return false;
    await tx.positions.setHolder(positionId, fromId);
  }
  for (const unitId of unitIds) if (!(await tx.duties.setHead(unitId, toId, fromId))) return false;
  for (const { role, unitId, had, given } of roles) {
    const duty = { programId: ctx.program.id, role, unitId };
    if (given && toId !== null) await tx.duties.remove({ ...duty, personId: toId });
    if (had && fromId !== null) await tx.duties.add({ ...duty, personId: fromId, positionId });
  }
  if (fromId !== null && toId !== null) {
    await succeed(ctx, tx, obstacleIds, { byId: ctx.person.id, fromId: toId, toId: fromId });
    await returnItems(ctx, tx, itemIds, { byId: ctx.person.id, fromId: toId, toId: fromId });
    await handOverPrompts(ctx, tx, toId, fromId);
  }
  return true;
}
