import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { showBurden } from '../../../src/features/burden/door.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { settleSlot } from '../../../src/features/review/agenda.js';
import { weeklyReview, withReviews } from '../../support/reviews.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(withReviews(weeklyReview)(await dongE()));
});
afterAll(() => world.close());

test('a review that is spared is counted among the burdens of the month in which that was said; one that was held is not', async () => {
  const office = await world.anyone('coordinator');
  const settle = async (period: string, day: string, outcome: 'spared' | 'held') => {
    const slot = { review: weeklyReview.key, period: localDay(period), day: localDay(day) };
    const { id } = await world.store.transaction((tx) => tx.reviewSlots.take(world.program.id, slot));
    const settled = await settleSlot(world.ctx(office, world.at(day, '09:00')), { id, outcome, into: null });
    expect(settled.kind).toBe('replace');
  };
  await settle('2020-06-15', '2020-06-16', 'spared');
  await settle('2020-06-22', '2020-06-23', 'held');
  const shown = async (month: string) => {
    const said = await showBurden(world.ctx(office, world.at('2020-07-01', '09:00')), month);
    return 'message' in said ? plainLines(said.message.blocks as never) : JSON.stringify(said);
  };
  expect(await shown('6月')).toContain('会议不开1次（没有要定的事）');
  expect(await shown('7月')).not.toContain('会议不开');
});
