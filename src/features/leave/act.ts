import { dayAt, type Instant, instantAt, type LocalDay } from '../../domain/day.js';
import { actsFor, firstDayLeft } from '../../domain/leave.js';
import { nextLoudMoment } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { EnteredLeave } from '../../store/leaves.js';
import type { Contact } from '../../store/people.js';
import { letNow, reckonAnew } from '../obstacle/act/leave.js';
import { promptSubject } from '../prompt/act/scene.js';
import { delegateMessage } from './view.js';

/** The morning's questions are written before. */
const AFTER_MORNING_MS = 60_000;

/** A leave with whom it names. */
export type Entered = {
  readonly leave: EnteredLeave;
  readonly people: ReadonlyMap<number, Contact>;
  /** How many open obstacles wait on the person. */
  readonly held: number;
  /** Who acts on the first day, by the chain of delegates; null: nobody. */
  readonly actingId: number | null;
};

export type LeaveRefused = 'order' | 'past' | 'self' | 'stranger';
export type EnterResult =
  | { readonly kind: 'entered'; readonly entered: Entered }
  | { readonly kind: 'refused'; readonly because: LeaveRefused }
  | { readonly kind: 'denied'; readonly why: string };

export type WantedLeave = {
  readonly personId: number;
  readonly delegateId: number | null;
  readonly from: LocalDay;
  readonly to: LocalDay;
};

/** Enters a leave, one's own or, by a coordinator, another's; what waits on the person is looked at anew at once. */
export async function enterLeave(ctx: Ctx, wanted: WantedLeave): Promise<EnterResult> {
  const { program } = ctx;
  const permission = may(ctx.person, 'enter-leave', { programId: program.id, personId: wanted.personId, unitIds: [] });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  if (wanted.to < wanted.from) return { kind: 'refused', because: 'order' };
  if (wanted.to < ctx.today) return { kind: 'refused', because: 'past' };
  if (wanted.delegateId === wanted.personId) return { kind: 'refused', because: 'self' };
  const known = new Set((await ctx.store.people.ofProgram(program.id)).map((each) => each.id));
  if (!known.has(wanted.personId) || (wanted.delegateId !== null && !known.has(wanted.delegateId)))
    return { kind: 'refused', because: 'stranger' };

  const tellAt = tellLater(ctx);
  const { entered, affected } = await ctx.store.transaction(async (tx) => {
    const again = ctx.again ? await tx.leaves.byCause(program.id, ctx.cause) : null;
    const id =
      again?.id ??
      (await tx.leaves.add({
        ...wanted,
        programId: program.id,
        byId: ctx.person.id,
        at: ctx.now,
        cause: ctx.cause,
        tellAt: wanted.delegateId === null ? null : tellAt,
      }));
    const leave: EnteredLeave = again ?? { ...wanted, id, byId: ctx.person.id };
    if (!again) await log(ctx, tx, 'leave-entered', leave);
    const held = await reckonAnew(ctx, tx, await dependents(ctx, tx, leave.personId));
    if (!again && tellAt === null) await tellDelegate(ctx, tx, leave);
    return { entered: await entry(ctx, tx, leave), affected: held };
  });
  await letNow(ctx, affected);
  return { kind: 'entered', entered };
}

/** Ends a leave: before it began it is taken back, while it lasts it is over. */
export async function endLeave(
  ctx: Ctx,
  id: number,
): Promise<{ kind: 'ended'; entered: Entered } | { kind: 'gone' } | { kind: 'denied'; why: string }> {
  const { program } = ctx;
  const result = await ctx.store.transaction(async (tx) => {
    const leave = await tx.leaves.byId(program.id, id);
    if (!leave) return { kind: 'gone' as const };
    const permission = may(ctx.person, 'enter-leave', { programId: program.id, personId: leave.personId, unitIds: [] });
    if (!permission.allowed) return { kind: 'denied' as const, why: denialWords(permission.denied, ctx.language) };
    await tx.leaves.end(program.id, id, ctx.now);
    await log(ctx, tx, 'leave-ended', leave);
    const affected = await reckonAnew(ctx, tx, await dependents(ctx, tx, leave.personId));
    return { kind: 'ended' as const, entered: await entry(ctx, tx, leave), affected };
  });
  if (result.kind === 'ended') await letNow(ctx, result.affected);
  return result;
}

/** The leaves that a person may see entered: their own, and all of them for a coordinator. */
export async function listLeaves(ctx: Ctx): Promise<readonly Entered[]> {
  const leaves = await ctx.store.leaves.from(ctx.program.id, ctx.today);
  const seen = leaves.filter(
    ({ personId }) => may(ctx.person, 'enter-leave', { programId: ctx.program.id, personId, unitIds: [] }).allowed,
  );
  const people = await ctx.store.people.contacts(
    ctx.program.workspaceId,
    seen.flatMap((leave) => [leave.personId, ...(leave.delegateId === null ? [] : [leave.delegateId])]),
  );
  return seen.map((leave) => ({
    leave,
    people,
    held: 0,
    actingId: actsFor(leave.personId, firstDayLeft(leave, ctx.today), leaves).personId,
  }));
}

/** Delegates of leaves that were entered in quiet hours hear of them when those are over. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const leave of await tx.leaves.takeUntold(ctx.program.id, ctx.now)) await tellDelegate(ctx, tx, leave);
  });
}

/**
 * When a delegate is told who is to be told now: not in quiet hours, and after the morning's question, in whose thread it
 * then stands. null: at once.
 */
function tellLater(ctx: JobCtx): Instant | null {
  const { program, now } = ctx;
  const { prompts } = program.policy;
  const loud = nextLoudMoment({ ...ctx, ...prompts, timeZone: program.timeZone });
  const day = loud === null ? ctx.today : dayAt(loud, program.timeZone);
  const asked = instantAt(day, prompts.morning, program.timeZone) + AFTER_MORNING_MS;
  return loud === null && now >= asked ? null : Math.max(asked, loud ?? now);
}

async function tellDelegate(ctx: JobCtx, tx: Transaction, leave: EnteredLeave): Promise<void> {
  if (leave.delegateId === null) return;
  const entered = await entry(ctx, tx, leave);
  const delegate = entered.people.get(leave.delegateId);
  if (!delegate?.slackUserId) return;
  // Nobody gets a second message on a day: with a question of this morning, or another leave, it goes into that thread.
  const midnight = instantAt(ctx.today, '00:00', ctx.program.timeZone);
  const asked =
    (await tx.posts.bySubject(ctx.program.workspaceId, promptSubject(ctx.today, leave.delegateId))) ??
    (await tx.posts.firstSince(delegate.slackUserId, 'leave:', midnight));
  await tx.posts.write({
    workspaceId: ctx.program.workspaceId,
    programId: ctx.program.id,
    channelId: delegate.slackUserId,
    subject: `leave:${leave.id}`,
    parentId: asked?.id ?? null,
    body: delegateMessage(entered, delegate.language, ctx.program.year),
    at: ctx.now,
  });
  tx.deliver(delegate.slackUserId);
}

async function entry(ctx: JobCtx, tx: Transaction, leave: EnteredLeave): Promise<Entered> {
  const leaves = await tx.leaves.from(ctx.program.id, ctx.today);
  const actingId = actsFor(leave.personId, firstDayLeft(leave, ctx.today), leaves).personId;
  const ids = [leave.personId, leave.delegateId, actingId].filter((id) => id !== null);
  return {
    leave,
    people: await tx.people.contacts(ctx.program.workspaceId, ids),
    held: (await tx.obstacles.heldBy(ctx.program.id, [leave.personId])).length,
    actingId,
  };
}

/** The person, and everybody for whom they stand in, near or far. */
async function dependents(ctx: JobCtx, tx: Transaction, personId: number): Promise<readonly number[]> {
  const leaves = await tx.leaves.from(ctx.program.id, ctx.today);
  const found = new Set([personId]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const leave of leaves) if (leave.delegateId !== null && found.has(leave.delegateId)) found.add(leave.personId);
  }
  return [...found];
}

const log = (ctx: Ctx, tx: Transaction, action: string, leave: EnteredLeave): Promise<void> =>
  tx.activity.add([
    {
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      at: ctx.now,
      personId: ctx.person.id,
      action,
      thing: 'leave',
      thingId: leave.id,
      after: { personId: leave.personId, delegateId: leave.delegateId, from: leave.from, to: leave.to },
      cause: ctx.cause,
    },
  ]);
