import { denialWords, may, UNDO_HOURS } from '../../../domain/permission.js';
import type { Role } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import { succeed } from '../../obstacle/door.js';
import { handOverPrompts } from '../../prompt/door.js';
import { causeOf, logPeople } from './log.js';
import { StaleTakeOver } from './positions.js';
import { type Taken, tellThreads } from './take-over.js';

type Roles = readonly {
  readonly role: Role;
  readonly unitId: number | null;
  readonly had?: boolean;
  readonly given?: boolean;
}[];

/** What the log says of a hand-over: enough to turn it back. */
type Logged = Taken & { readonly holderId: number | null; readonly roles: Roles };

export type HandOverUndone =
  | { readonly kind: 'undone' | 'gone' | 'late' | 'stale' }
  | { readonly kind: 'denied'; readonly why: string };

/** Turns a hand-over back within a day, unless something of it changed hands since. */
export async function undoHandOver(ctx: Ctx, cause: string): Promise<HandOverUndone> {
  const { program, person } = ctx;
  const permission = may(person, 'hand-over', { programId: program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  return ctx.store
    .transaction(async (tx): Promise<HandOverUndone> => {
      await tx.programs.touch(program.id);
      const line = await tx.activity.byCause(program.workspaceId, causeOf(cause));
      if (!line || line.programId !== program.id) return { kind: 'gone' };
      const undoing = { ...ctx, cause: `undo:${cause}` };
      if (await tx.activity.caused(program.workspaceId, causeOf(undoing.cause)))
        return { kind: ctx.again ? 'undone' : 'gone' };
      if (ctx.now - line.at > UNDO_HOURS * 3_600_000) return { kind: 'late' };
      const logged = line.after as unknown as Logged;
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
  { fromId, toId, unitIds, obstacleIds, roles }: Logged,
  { thing, thingId }: { readonly thing: string; readonly thingId: number | null },
): Promise<boolean> {
  const positionId = thing === 'position' ? thingId : null;
  if (positionId !== null) {
    const position = await tx.positions.lock(ctx.program.id, positionId);
    if (position?.holderId !== toId) return false;
    await tx.positions.setHolder(positionId, fromId);
  }
  for (const unitId of unitIds) if (!(await tx.duties.setHead(unitId, toId, fromId))) return false;
  for (const { role, unitId, had = true, given = true } of roles) {
    const duty = { programId: ctx.program.id, role, unitId };
    if (given && toId !== null) await tx.duties.remove({ ...duty, personId: toId });
    if (had && fromId !== null) await tx.duties.add({ ...duty, personId: fromId, positionId });
  }
  if (fromId !== null && toId !== null) {
    await succeed(ctx, tx, obstacleIds, { byId: ctx.person.id, fromId: toId, toId: fromId });
    await handOverPrompts(ctx, tx, toId, fromId);
  }
  return true;
}
