import type { LocalDay } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import { type HeldReview, type ReviewSlot, type SlotOutcome, settle, slotIn } from '../../domain/review.js';
import { type AgendaLine, agendaOf } from '../../domain/review-agenda.js';
import { NO_SUBJECT, type Subject } from '../../domain/visit.js';
import { nextWorkday } from '../../domain/workday.js';
import type { Ctx, JobCtx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { SlotCase } from '../../store/review-slots.js';
import { agendaFacts } from './agenda-facts.js';
import { deniedRefusal, slotRefusal } from './messages/refusals.js';
import { isOver, reviewsOf, slotOn } from './reviews.js';
import { agendaMessage, tellAgenda } from './tell-agenda.js';

/**
 * Posts the agendas of the next working day's reviews, each once: what stands in the slot's row was posted, whichever bot
 * did it, and a second run writes nothing.
 */
export async function postAgendas(ctx: JobCtx, { day }: { readonly day: LocalDay }): Promise<void> {
  const on = nextWorkday(day, ctx.calendar);
  const due = reviewsOf(ctx.program).flatMap((review) => {
    const slot = slotOn(ctx, review, on);
    return slot === null ? [] : [{ review, slot }];
  });
  if (due.length === 0) return;
  const facts = await agendaFacts(ctx);
  for (const { review, slot } of due) {
    const known = facts(review, slot);
    await keepAgenda(ctx, slot, agendaOf(known.facts, review.about), known.subject);
  }
}

/** Keeps and posts the agenda of a slot, unless somebody did, or said what became of it. */
export async function keepAgenda(
  ctx: JobCtx,
  slot: ReviewSlot,
  lines: readonly AgendaLine[],
  subject: Subject = NO_SUBJECT,
): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    const before = await tx.reviewSlots.take(ctx.program.id, slot);
    if (before.agenda !== null || before.outcome !== null) return;
    await tx.reviewSlots.setAgenda(before.id, slot.day, lines, subject, ctx.now);
    await tellAgenda(ctx, tx, { ...before, ...subject, day: slot.day, agenda: lines, version: before.version + 1 });
  });
}

/** The agenda of a slot as it would be with the turn passed on. */
export async function agendaTo(ctx: JobCtx, review: HeldReview, slot: ReviewSlot, from: Subject) {
  const { facts, subject } = (await agendaFacts(ctx))(review, slot, from);
  return { lines: agendaOf(facts, review.about), subject };
}

/** What became of a review, by one press below its agenda. */
export async function settleSlot(
  ctx: Ctx,
  pressed: { readonly id: number; readonly outcome: SlotOutcome; readonly into: string | null },
): Promise<Outcome> {
  const { program, person, now, today } = ctx;
  const permission = may(person, 'lead-review', { programId: program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  return ctx.store.transaction(async (tx): Promise<Outcome> => {
    const found = await tx.reviewSlots.byId(program.id, pressed.id);
    const review = reviewsOf(program).find(({ key }) => key === found?.review);
    if (found === null || review === undefined) return slotRefusal(ctx, 'settled', null);
    const other = reviewsOf(program).find(({ key }) => key === pressed.into);
    const into = other === undefined ? undefined : (slotOn(ctx, other, found.day) ?? undefined);
    const { before, intoOutcome } = await takeBoth(tx, program.id, found, into);
    if (await tx.once(ctx)) return { kind: 'nothing' };
    const slot = slotIn(review, before.period, ctx.calendar);
    const refused =
      slot &&
      settle({ ...slot, day: before.day }, before.outcome, pressed.outcome, {
        today,
        over: isOver(ctx, slot),
        ...(into ? { into, intoOutcome } : {}),
      });
    if (refused) return slotRefusal(ctx, refused, before);
    const { outcome } = pressed;
    const mergedInto = outcome === 'merged' ? pressed.into : null;
    await tx.reviewSlots.settle(before.id, { outcome, mergedInto, by: person.id, at: now });
    await log(ctx, tx, before, `review-${outcome}`, mergedInto === null ? {} : { into: mergedInto });
    const settled = { ...before, outcome, mergedInto, decidedById: person.id, decidedAt: now };
    const told = await tellAgenda(ctx, tx, settled);
    return told
      ? { kind: 'nothing' }
      : { kind: 'replace', message: await agendaMessage(ctx, tx, settled, ctx.language) };
  });
}

/** A slot and the one that it is merged into, both locked: of two that are merged into each other at once the second is told. */
async function takeBoth(tx: Transaction, programId: number, slot: SlotCase, into: ReviewSlot | undefined) {
  const other = into !== undefined && into.review !== slot.review ? into : undefined;
  // Always in the same order, so that nobody waits for somebody who waits for them.
  const first = other !== undefined && other.review < slot.review ? await tx.reviewSlots.take(programId, other) : null;
  const before = await tx.reviewSlots.take(programId, slot);
  const taken = first ?? (other === undefined ? null : await tx.reviewSlots.take(programId, other));
  return { before, intoOutcome: taken?.outcome ?? null };
}

/** A review's agenda to one person: as it was posted, or, before that, as it would be now. */
export async function showAgenda(
  ctx: Ctx,
  asked: { readonly review: string; readonly period: LocalDay },
): Promise<Outcome> {
  const { program, person, store } = ctx;
  const permission = may(person, 'lead-review', { programId: program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const review = reviewsOf(program).find(({ key }) => key === asked.review);
  const slot = review === undefined ? null : slotIn(review, asked.period, ctx.calendar);
  if (review === undefined || slot === null) return slotRefusal(ctx, 'settled', null);
  const kept = (await store.reviewSlots.ofProgram(program.id)).find(
    (each) => each.review === slot.review && each.period === slot.period,
  );
  if (kept?.agenda) return { kind: 'say', message: await agendaMessage(ctx, store, kept, ctx.language) };
  const { facts, subject } = (await agendaFacts(ctx))(review, slot);
  const agenda = agendaOf(facts, review.about);
  const preview: SlotCase = {
    ...slot,
    ...subject,
    id: 0,
    agenda,
    outcome: null,
    mergedInto: null,
    decidedById: null,
    decidedAt: null,
    version: 0,
  };
  return { kind: 'say', message: await agendaMessage(ctx, store, preview, ctx.language, true) };
}

/** Writes down in the log what became of a review, or of whose turn it is. */
export const log = (
  { program, person, now, cause }: Ctx,
  tx: Transaction,
  slot: SlotCase,
  action: `review-${SlotOutcome}` | 'turn-passed',
  more: object = {},
) =>
  tx.activity.add([
    {
      workspaceId: program.workspaceId,
      programId: program.id,
      at: now,
      personId: person.id,
      action,
      thing: 'review',
      thingId: slot.id,
      after: { review: slot.review, period: slot.period, day: slot.day, ...more },
      cause,
    },
  ]);
