import { slotIn } from '../../domain/review.js';
import type { Transaction } from '../../store/index.js';
import { indicatorsFor } from '../indicator/door.js';
import type { Acts } from './model.js';
import { isOver, reviewsOf } from './reviews.js';
import { tellAgenda } from './tell-agenda.js';

/** Agendas that were posted, of reviews that look at indicators, say what of them there is now, until they are settled or missed. */
export async function refreshAgendas(ctx: Acts, tx: Transaction): Promise<void> {
  const { program, now } = ctx;
  const told = await indicatorsFor(tx, program.id);
  const slots = await tx.reviewSlots.ofProgram(program.id);
  for (const found of slots) {
    if (found.outcome !== null || !found.agenda?.some(({ kind }) => kind === 'indicators')) continue;
    const review = reviewsOf(program).find(({ key }) => key === found.review);
    const due = review === undefined ? null : slotIn(review, found.period, ctx.calendar);
    if (due === null || isOver(ctx, due)) continue;
    const slot = await tx.reviewSlots.take(program.id, found);
    const { agenda, outcome } = slot;
    const seen = told(slot.day);
    const line = agenda?.find((each) => each.kind === 'indicators');
    // A meeting that nobody settled keeps what it looked at.
    if (agenda === null || outcome !== null || line === undefined || line.month > seen.month || seen.sheetId === null)
      continue;
    const lines = agenda.map((each) => (each.kind === 'indicators' ? { ...each, ...seen } : each));
    await tx.reviewSlots.setAgenda(slot.id, slot.day, lines, slot, now);
    await tellAgenda(ctx, tx, { ...slot, agenda: lines, version: slot.version + 1 });
  }
}
