import { actsFor } from '../../domain/leave.js';
import { actingOn } from '../../domain/obstacle.js';
import type { LoggedStep, ObstacleCase } from '../../store/obstacles.js';
import type { Contact } from '../../store/people.js';
import type { Acts, CaseContext, Transition } from './model.js';
import { peopleOf } from './people.js';

/** Who is to be told of a case at its present rung: a channel, or a person directly; both where a delegate acts. */
type Recipient = { readonly addresses: readonly string[]; readonly acting: Contact | null };

/** Who will have the card, as far as they can be reached now. */
export function addressesOf(ctx: Acts, { before, moved, context }: Transition, people: ReadonlyMap<number, Contact>) {
  const after = { ...before, state: moved.state };
  const { wasActing, isActing } = actorsOf(ctx, before, moved.state, context);
  const contact = (id: number | null) => (id === null ? null : (people.get(id) ?? null));
  const was = recipientOf(before, context, contact(wasActing), people);
  const is = recipientOf(after, context, contact(isActing), people);
  // A rung that is not yet to be told has no card; whoever has one keeps it.
  const { standing, announceAt, confirmation } = after.state;
  const told = confirmation === null && (standing !== 'open' || announceAt === null);
  const all = [...new Set([...before.addresses, ...(told ? is.addresses : [])])];
  const handed = moved.steps.some(
    ({ kind }) => kind === 'handed-over' || (kind === 'sorted' && before.state.rung === 'department'),
  );
  const left = handed ? was.addresses.filter((address) => !is.addresses.includes(address)) : [];
  return { was, is, told, all, kept: all.filter((address) => !left.includes(address)) };
}

/** The channel of the unit that has it, or else the person who acts; a delegate is told directly in any case. */
function recipientOf(
  obstacle: ObstacleCase,
  context: CaseContext,
  acting: Contact | null,
  people: ReadonlyMap<number, Contact>,
): Recipient {
  const { rung, departmentId, holderId, claimedById } = obstacle.state;
  const unitId = rung === 'unit' ? obstacle.unitId : rung === 'department' ? departmentId : null;
  const channel = unitId === null ? null : (context.units.get(unitId)?.channelId ?? null);
  const delegated = acting !== null && acting.id !== holderId && acting.id !== claimedById;
  const person = acting ?? (holderId === null ? null : (people.get(holderId) ?? null));
  const direct = channel === null || delegated ? (person?.slackUserId ?? null) : null;
  return { addresses: [channel, direct].filter((address) => address !== null), acting };
}

export function actorsOf(ctx: Acts, before: ObstacleCase, now: ObstacleCase['state'], context: CaseContext) {
  return {
    wasActing: actingOn(before.state, context, ctx.today),
    isActing: actingOn(now, context, ctx.today),
  };
}

/** Who hears what becomes of it: the one who raised it, or who stands in for them. */
export const raiserActing = (ctx: Acts, { before, context }: Pick<Transition, 'before' | 'context'>): number =>
  actsFor(before.raisedById, ctx.today, context.leaves).personId ?? before.raisedById;

/** Everybody of whom what is said about a case may speak. */
export function namedBy(
  ctx: Acts,
  { before, moved, context }: Transition,
  logged: readonly LoggedStep[],
): readonly number[] {
  const { isActing, wasActing } = actorsOf(ctx, before, moved.state, context);
  const after = { ...before, state: moved.state };
  const raiser = raiserActing(ctx, { before, context });
  return [...peopleOf(after, logged), ...peopleOf(before, []), raiser, wasActing, isActing].filter((id) => id !== null);
}
