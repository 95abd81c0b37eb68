import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { PlanReview } from '../../../src/domain/plan.js';
import { settleSlot } from '../../../src/features/review/agenda.js';
import { weeklyReview, withReviews } from '../../support/reviews.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const promotion: PlanReview = { ...weeklyReview, key: 'promotion-meeting', every: 'half-month', day: 7, at: '15:00' };
const day = localDay('2020-07-07');

let world: World;
beforeAll(async () => {
  world = await openWorld(withReviews(weeklyReview, promotion)(await dongE()));
});
afterAll(() => world.close());

test('of two reviews of a day that are merged into each other at once, one is: the other is held or spared', async () => {
  const office = await world.anyone('coordinator');
  const slots = [
    { review: weeklyReview.key, period: localDay('2020-07-06'), day, into: promotion.key },
    { review: promotion.key, period: localDay('2020-07-01'), day, into: weeklyReview.key },
  ];
  const merged = await Promise.all(
    slots.map(async ({ into, ...slot }, index) => {
      const { id } = await world.store.transaction((tx) => tx.reviewSlots.take(world.program.id, slot));
      const ctx = { ...world.ctx(office, world.at(day, '09:00')), cause: `merge:${index}` };
      return settleSlot(ctx, { id, outcome: 'merged', into });
    }),
  );
  expect(merged.map(({ kind }) => kind).sort()).toEqual(['refuse', 'replace']);
  expect(JSON.stringify(merged.find(({ kind }) => kind === 'refuse'))).toContain('没有合并：那个会已记为不开或合并');
  const kept = await world.store.reviewSlots.ofProgram(world.program.id);
  expect(kept.map(({ outcome }) => outcome).filter((outcome) => outcome !== null)).toEqual(['merged']);
});
