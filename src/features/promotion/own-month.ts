import { type LocalDay, monthStart } from '../../domain/day.js';
import { asks, type LeaderMonth, tellsOn, workdaysLeft } from '../../domain/promotion/duty.js';
import type { Ctx } from '../../feature.js';
import { promotingIn } from './context.js';
import { readMonth } from './month.js';

/** A leader's own month; `left`: the working days that it still has, on its last ones. */
export type OwnMonth = LeaderMonth & { readonly left: readonly LocalDay[] };

/** null: nothing is asked of this person this month. */
export async function ownMonth(ctx: Ctx): Promise<OwnMonth | null> {
  const promoting = await promotingIn(ctx);
  if (promoting === null || !asks(monthStart(ctx.today), promoting.duty)) return null;
  const { leaders } = await readMonth(ctx, promoting, monthStart(ctx.today));
  const own = leaders.find(({ leaderId }) => leaderId === ctx.person.id);
  if (own === undefined) return null;
  const told = own.missing > 0 && tellsOn(ctx.today, ctx.calendar, promoting.duty);
  return { ...own, left: told ? workdaysLeft(ctx.today, ctx.calendar) : [] };
}
