import type { Transaction } from '../../store/index.js';
import type { SlotCase } from '../../store/review-slots.js';
import { minutesKey } from './keys.js';
import { minutesPost } from './messages/minutes.js';
import type { Acts } from './model.js';

/** What was decided in a review that was held: one message in its thread, edited with every decision. */
export async function tellMinutes(
  ctx: Acts,
  tx: Transaction,
  slot: SlotCase,
  { at, under }: { readonly at: string; readonly under: number },
): Promise<void> {
  const { program } = ctx;
  const items = await tx.actionItems.ofSlot(program.id, slot.id);
  const people = await tx.people.contacts(
    program.workspaceId,
    items.map(({ ownerId }) => ownerId),
  );
  const language = (await tx.obstacles.languages(program.workspaceId, program.id, [at])).get(at) ?? 'zh';
  const needs = slot.projectId === null && slot.unitId === null ? [] : await tx.firmNeeds.ofSlot(program.id, slot.id);
  const message = minutesPost(ctx, { slot, items, people, needs }, language);
  await tx.notify(ctx, { to: at, dedupeKey: minutesKey(slot.id), message, under });
}

/** Writes the minutes of a slot again, if it was held, for what was told in it since. */
export async function tellMinutesAgain(
  ctx: Acts,
  tx: Transaction,
  { review, period, day }: SlotCase,
  posted: { readonly at: string; readonly under: number },
): Promise<void> {
  const slot = await tx.reviewSlots.take(ctx.program.id, { review, period, day });
  if (slot.outcome === 'held') await tellMinutes(ctx, tx, slot, posted);
}
