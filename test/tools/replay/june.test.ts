import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replayed, runReplay } from '../../../src/commands/replay.js';
import { checkAgendas } from '../../oracle/agendas.mjs';
import { checkBurden } from '../../oracle/burden.mjs';
import { checkDigests } from '../../oracle/check.mjs';
import { checkExports } from '../../oracle/exports.mjs';
import { checkFactors } from '../../oracle/factors.mjs';
import { type Facts, readFacts } from '../../oracle/facts.mjs';
import { checkIndicators } from '../../oracle/indicators.mjs';
import { checkPromotion } from '../../oracle/promotion.mjs';
import { checkReviews } from '../../oracle/reviews.mjs';
import { checkTrips } from '../../oracle/trips.mjs';

const june = fileURLToPath(new URL('./june', import.meta.url));

describe('two weeks of promotion, factors and trips', { timeout: 480_000 }, () => {
  let folder: string;
  let played: Replayed;
  let facts: Facts;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongjian-june-'));
    played = await runReplay(june, { to: join(folder, 'out') });
    facts = readFacts(played.out);
  }, 480_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are played line by line, and every digest says what the log gives, whatever was taken back or told late', () => {
    expect(played.faults).toEqual([]);
    const { days, differ } = checkDigests(facts);
    expect(differ).toEqual([]);
    expect(days).toBe(9);
    const { often, atNight } = checkBurden(facts);
    expect([often, atNight]).toEqual([[], []]);
  });

  it('the three goals are counted again on every day, and every line that told of them', () => {
    const { days, held, last, differ } = checkPromotion(facts);
    expect(differ).toEqual([]);
    expect(days).toBe(9);
    expect(held).toBeGreaterThan(40);
    expect(last).toEqual({ 'funds-in-place': 25_000, 'foreign-capital': 300.5, 'promotion-activities': 3 });
  });

  it('pools, the printed order and whom an allocation passes are counted again; so are trips by procedure', () => {
    const { allocations, classes, ahead, lists, differ } = checkFactors(facts);
    expect(differ).toEqual([]);
    // The second is of a provincial key project, part of it ahead of the batch of July.
    expect([allocations, classes, ahead]).toEqual([2, [1, 0, 1], 1]);
    expect(lists).toBeGreaterThan(4);
    const trips = checkTrips(facts);
    expect(trips.differ).toEqual([]);
    expect([trips.lists, trips.answers]).toEqual([1, { 用地: 1, 施工许可: 1 }]);
  });

  it('agendas tell of leads, activities and indicators what the log and the spreadsheets give, and offer not to meet where nothing is to be decided', () => {
    const { agendas, spareable, differ } = checkAgendas(played.out, facts);
    expect(differ).toEqual([]);
    expect([agendas, spareable]).toEqual([3, 2]);
    const { due, held, spared, differ: reviews } = checkReviews(facts);
    expect(reviews).toEqual([]);
    expect([due, held, spared]).toEqual([2, 1, 1]);
    const told = checkIndicators(played.out, facts);
    expect(told.differ).toEqual([]);
    expect([told.sheets, told.lists, told.revised]).toEqual([2, 3, 2]);
  });

  it('workbooks that were exported give every number again, and the last one the goals of every day', async () => {
    const { workbooks, numbers, days, differ } = await checkExports(played.out, facts);
    expect(differ).toEqual([]);
    expect(workbooks).toBe(2);
    expect(numbers).toBeGreaterThan(150);
    expect(days).toBe(9);
  });

  it('the oracle notices what is wrong: money that is more, an activity that is missing, an order, a pool, an answer', () => {
    const first = (action: string, change: object): Facts => {
      const index = facts.acts.findIndex((act) => act.action === action);
      const acts = facts.acts.map((act, at) =>
        at === index ? { ...act, after: { ...(act as { after?: object }).after, ...change } } : act,
      );
      return { ...facts, acts };
    };
    const without = (action: string): Facts => {
      const index = facts.acts.findIndex((act) => act.action === action);
      return { ...facts, acts: facts.acts.filter((_, at) => at !== index) };
    };
    expect(checkPromotion(first('money-entered', { amount: 8000.0001 })).differ.length).toBeGreaterThan(0);
    expect(checkPromotion(without('activity-recorded')).differ.length).toBeGreaterThan(0);
    expect(checkPromotion(without('month-excused')).differ.length).toBeGreaterThan(0);
    expect(checkFactors(first('factor-give', { passed: ['P-999'] })).differ.length).toBe(1);
    expect(checkFactors(first('change-project', { remark: null })).differ.length).toBeGreaterThan(0);
    const last = facts.acts.findLastIndex(({ action }) => action === 'lead-reported');
    const fewer = { ...facts, acts: facts.acts.filter((_, at) => at !== last) };
    expect(checkAgendas(played.out, fewer).differ.length).toBe(1);
    expect(checkAgendas(played.out, without('indicators-taken')).differ.length).toBeGreaterThan(0);
    expect(checkAgendas(played.out, without('review-spared')).differ.length).toBeGreaterThan(0);
    expect(checkIndicators(played.out, first('indicators-taken', { indicators: 4 })).differ.length).toBe(1);
    expect(checkFactors(first('factor-open', { amount: 300_000 })).differ.length).toBeGreaterThan(0);
    expect(checkTrips(first('trip-answered', { procedure: '环评' })).differ.length).toBeGreaterThan(0);
  });
});
