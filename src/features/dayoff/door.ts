import type { LocalDay } from '../../domain/day.js';
import type { Ctx } from '../../feature.js';
import { readLeaveLine } from './line.js';

/** The days off of which a line speaks; null where it names none. */
export async function leaveDays(
  ctx: Ctx,
  text: string,
): Promise<{ readonly from: LocalDay; readonly to: LocalDay } | null> {
  const read = readLeaveLine(text, await ctx.store.people.ofProgram(ctx.program.id), ctx.today);
  return 'fault' in read ? null : { from: read.leave.from, to: read.leave.to };
}
