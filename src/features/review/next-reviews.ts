import { addDays, type LocalDay } from '../../domain/day.js';
import { offeredGates } from '../../domain/lookback.js';
import type { MorningNote } from '../../domain/morning-note.js';
import { may } from '../../domain/permission.js';
import { dueFrom, slotsOf } from '../../domain/review.js';
import { type BoardSlot, reviewBoard } from '../../domain/review-board.js';
import type { Ctx, JobCtx } from '../../feature.js';
import { gateDays } from './gate-days.js';
import type { ReviewsSeen } from './model.js';
import { isOver, reviewsOf } from './reviews.js';

const LOOKS_AHEAD = 31;
const LOOKS_BACK = 14;

/** The reviews that come next and those that were missed, to who leads them; null: to nobody else, or there is none. */
export async function nextReviews(ctx: Ctx): Promise<ReviewsSeen | null> {
  const { program, person, today } = ctx;
  const reviews = reviewsOf(program);
  if (reviews.length === 0 || !may(person, 'lead-review', { programId: program.id }).allowed) return null;
  const slots = await boardSlots(ctx, addDays(today, LOOKS_AHEAD));
  const [lookback] = offeredGates(await gateDays(ctx), await ctx.store.reviewLessons.waiting(program.id), today);
  return { ...reviewBoard(slots, { today, since: addDays(today, -LOOKS_BACK) }), lookback: lookback ?? null };
}

/** Every slot that begins by a day, with what became of it. */
export async function boardSlots(
  ctx: JobCtx,
  until: LocalDay,
): Promise<readonly (BoardSlot & { readonly into: string | null })[]> {
  const { store, program, calendar } = ctx;
  const cases = new Map(
    (await store.reviewSlots.ofProgram(program.id)).map((each) => [`${each.review} ${each.period}`, each]),
  );
  return reviewsOf(program).flatMap((review) =>
    slotsOf(review, dueFrom(review, program.from), until, calendar)
      .filter(({ period }) => period <= program.to)
      .map((slot) => {
        const kept = cases.get(`${slot.review} ${slot.period}`);
        // A visit may have been put off within its period.
        return {
          slot: { ...slot, day: kept?.day ?? slot.day },
          outcome: kept?.outcome ?? null,
          into: kept?.mergedInto ?? null,
          over: isOver(ctx, slot),
        };
      }),
  );
}

/** The reviews that were missed since the morning of the last working day, to those who lead them. */
export async function missedNotes(
  ctx: JobCtx,
  since: LocalDay,
): Promise<readonly { readonly personId: number; readonly note: MorningNote }[]> {
  const { store, program, today } = ctx;
  if (reviewsOf(program).length === 0) return [];
  const { missed } = reviewBoard(await boardSlots(ctx, today), { today, since });
  if (missed.length === 0) return [];
  const leaders = await store.people.inRoles(program.id, ['coordinator', 'commander']);
  return leaders.flatMap(({ id }) =>
    missed.map(({ review, day }) => ({ personId: id, note: { kind: 'missed' as const, review, day } })),
  );
}
