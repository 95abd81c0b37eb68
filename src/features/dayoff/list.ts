import { actsFor, firstDayLeft } from '../../domain/leave.js';
import { may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { leavesMessage } from './messages/list.js';

/** The leaves that a person may see entered: their own, and all of them for a coordinator. */
export async function listLeaves(ctx: Ctx): Promise<Outcome> {
  const leaves = await ctx.store.leaves.from(ctx.program.id, ctx.today);
  const seen = leaves.filter(
    ({ personId }) => may(ctx.person, 'enter-leave', { programId: ctx.program.id, personId, unitIds: [] }).allowed,
  );
  const people = await ctx.store.people.contacts(
    ctx.program.workspaceId,
    seen.flatMap((leave) => [leave.personId, ...(leave.delegateId === null ? [] : [leave.delegateId])]),
  );
  const entered = seen.map((leave) => ({
    leave,
    people,
    held: 0,
    actingId: actsFor(leave.personId, firstDayLeft(leave, ctx.today), leaves).personId,
  }));
  return { kind: 'say', message: leavesMessage(ctx, entered) };
}
