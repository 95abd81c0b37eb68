import { type LocalDay, monthEnd } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import { dutyMonths, leadersMonth } from '../../domain/promotion/duty.js';
import type { Ctx, Outcome } from '../../feature.js';
import { type Promoting, promotingIn } from './context.js';
import { excusedMessage, excuseForm, monthMessage } from './messages/month.js';
import { deniedRefusal, excuseFaults, offRefusal } from './messages/refusals.js';
import type { SeenMonth } from './model.js';

/** How a month stands now. */
export async function readMonth(
  { store, program, today, now }: Pick<Ctx, 'store' | 'program' | 'today' | 'now'>,
  { duty }: Promoting,
  month: LocalDay,
): Promise<SeenMonth> {
  const leaders = await store.promotion.leaders(program.id);
  const known = { moment: now, knownAt: now };
  const all = await store.promotion.between(program.id, duty.since, program.to, known);
  const activities = await store.promotion.between(program.id, month, monthEnd(month), known);
  const excuses = await store.promotion.excuses(program.id, month);
  return {
    month,
    leaders: leadersMonth(
      leaders.map(({ id }) => id),
      month,
      activities,
      excuses,
      duty,
    ),
    names: new Map(leaders.map((leader) => [leader.id, leader])),
    recorded: all.length,
    asked: dutyMonths(today, duty).length * leaders.length * duty.perMonth,
    activities,
  };
}

/** Whether somebody sees what each leader's month lacks. */
export async function seesDuty(ctx: Pick<Ctx, 'store' | 'program' | 'person'>): Promise<boolean> {
  const promoting = await promotingIn(ctx);
  return promoting !== null && may(ctx.person, 'see-duty', promoting.thing).allowed;
}

/** Who did and who is short, to whom it concerns. */
export async function seeDuty(ctx: Ctx, { month }: { readonly month: LocalDay }): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const permission = may(ctx.person, 'see-duty', promoting.thing);
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  return { kind: 'say', message: monthMessage(ctx, await readMonth(ctx, promoting, month)) };
}

type Excused = { readonly leader: number; readonly month: LocalDay };

/** Opens the form of 本月不便. */
export async function openExcuse(ctx: Ctx, excused: Excused): Promise<Outcome> {
  return (await deniedExcuse(ctx, excused)) ?? excuseForm(ctx, excused);
}

/** 本月不便, with its reason: the month asks no more of this leader. */
export async function excuse(
  ctx: Ctx,
  excused: Excused,
  { reason }: { readonly reason: string | null },
): Promise<Outcome> {
  const denied = await deniedExcuse(ctx, excused);
  if (denied !== null) return denied;
  if (reason === null || reason.length > LONGEST_REASON)
    return { kind: 'errors', errors: { reason: excuseFaults(ctx, LONGEST_REASON) } };
  const { program, person, now, cause } = ctx;
  const { leader: leaderId, month } = excused;
  await ctx.store.transaction(async (tx) => {
    if (await tx.once(ctx)) return;
    const of = { programId: program.id, leaderId, month, reason, personId: person.id };
    await tx.promotion.excuse({ ...of, at: now, cause });
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: now,
        personId: person.id,
        action: 'month-excused',
        thing: 'promotion-excuse',
        thingId: leaderId,
        after: { leader: leaderId, month, reason },
        cause,
      },
    ]);
  });
  return { kind: 'say', message: excusedMessage(ctx, month, reason) };
}

/** Longer than this it does not fit into a row that others read. */
export const LONGEST_REASON = 100;

async function deniedExcuse(ctx: Ctx, { leader }: Excused): Promise<Outcome | null> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const permission = may(ctx.person, 'excuse-month', { ...promoting.thing, leaderId: leader });
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}
