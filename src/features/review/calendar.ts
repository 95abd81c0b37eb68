import { type LocalDay, monthEnd, monthStart } from '../../domain/day.js';
import { monthTyped } from '../../domain/month-typed.js';
import { denialWords, may } from '../../domain/permission.js';
import { calendarOf } from '../../domain/review-calendar.js';
import type { Ctx, Outcome } from '../../feature.js';
import { calendarMessage } from './messages/calendar.js';
import { deniedRefusal, monthRefusal } from './messages/refusals.js';
import { boardSlots } from './next-reviews.js';

/** The reviews of the month that was typed, of this one where none was: when each is due and how it stands. */
export async function calendarTyped(ctx: Ctx, typed: string): Promise<Outcome> {
  const denied = refusalOf(ctx);
  if (denied !== null) return denied;
  const month = typed === '' ? monthStart(ctx.today) : monthTyped(typed, ctx.program.to);
  return month === null || monthEnd(month) < ctx.program.from || month > ctx.program.to
    ? monthRefusal(ctx, typed, monthStart(ctx.today))
    : calendarShown(ctx, month);
}

export const showCalendar = async (ctx: Ctx, { month }: { readonly month: LocalDay }): Promise<Outcome> =>
  refusalOf(ctx) ?? (await calendarShown(ctx, month));

async function calendarShown(ctx: Ctx, month: LocalDay): Promise<Outcome> {
  const slots = calendarOf(await boardSlots(ctx, monthEnd(month)), month, ctx.today);
  return { kind: 'say', message: calendarMessage(ctx, { month, slots }) };
}

/** What was missed is for those alone who lead reviews. */
function refusalOf(ctx: Ctx): Outcome | null {
  const permission = may(ctx.person, 'lead-review', { programId: ctx.program.id });
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}
