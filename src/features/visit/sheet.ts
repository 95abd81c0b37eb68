import type { Ctx, Outcome } from '../../feature.js';
import { lastNeeds } from '../review/door.js';
import { sheetMessage } from './messages/sheet.js';
import type { Visit } from './model.js';
import { visitFor } from './visit.js';

/** What a firm needed last and what became of it, with what it tells now. */
export async function showSheet(ctx: Ctx, { slot }: { readonly slot: number }): Promise<Outcome> {
  const found = await visitFor(ctx, slot);
  return 'refused' in found ? found.refused : { kind: 'say', message: await sheetOf(ctx, found.visit) };
}

export async function sheetOf(ctx: Ctx, { slot, firm }: Visit) {
  const needs = await ctx.store.firmNeeds.ofProgram(ctx.program.id, firm.id);
  const before = needs.filter(({ slotId, slotDay }) => slotId !== slot.id && slotDay <= slot.day);
  return sheetMessage(ctx, {
    visit: { slot, firm },
    last: lastNeeds(before, firm.id),
    told: needs.filter(({ slotId }) => slotId === slot.id),
  });
}
