import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replayed, runReplay } from '../../../src/commands/replay.js';
import { checkAgendas } from '../../oracle/agendas.mjs';
import { checkBurden } from '../../oracle/burden.mjs';
import { checkDigests } from '../../oracle/check.mjs';
import { type Facts, readFacts } from '../../oracle/facts.mjs';
import { checkReviews } from '../../oracle/reviews.mjs';
import { checkSlipAnswers } from '../../oracle/slip-answers.mjs';
import { checkSlips } from '../../oracle/slips.mjs';
import { compareTops } from '../../oracle/tops.mjs';

const summer = fileURLToPath(new URL('./summer', import.meta.url));

describe('three weeks with reviews and slips on', { timeout: 480_000 }, () => {
  let folder: string;
  let played: Replayed;
  let facts: Facts;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongjian-summer-'));
    played = await runReplay(summer, { to: join(folder, 'out') });
    facts = readFacts(played.out);
  }, 480_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const without = (action: string): Facts => {
    const place = facts.acts.findIndex((act) => act.action === action);
    expect(place, action).toBeGreaterThanOrEqual(0);
    return { ...facts, acts: facts.acts.filter((_, index) => index !== place) };
  };

  it('every line of the script was played', () => {
    expect(played.faults).toEqual([]);
  });

  it('the oracle comes to the same numbers as every digest, with what was decided and the slips in hand', () => {
    const { days, differ } = checkDigests(facts);
    expect(differ).toEqual([]);
    expect(days).toBe(14);
    const said = facts.digests.flatMap(({ numbers }) => Object.keys(numbers));
    expect(said).toEqual(expect.arrayContaining(['items.done', 'items.overdue', 'slips.open', 'slips.red']));
    expect(checkDigests(without('item-decide')).differ.length).toBeGreaterThan(0);
  });

  it('every review due is held, spared, merged or missed, as agendas, calendars and mornings say', () => {
    const { differ, due, held, spared, merged, missed } = checkReviews(facts);
    expect(differ).toEqual([]);
    expect({ due, held, spared, merged, missed }).toEqual({ due: 6, held: 2, spared: 1, merged: 2, missed: 1 });
    for (const action of ['review-held', 'review-spared', 'review-merged'])
      expect(checkReviews(without(action)).differ.length, action).toBeGreaterThan(0);
  });

  it('slips are numbered without a gap, each once, of the colour that the rule says, at most three open a unit', () => {
    const { differ, slips } = checkSlips(facts);
    expect(differ).toEqual([]);
    expect(slips).toBeGreaterThan(4);
    expect(checkSlips(without('slip-issue')).differ.length).toBeGreaterThan(0);
  });

  it('a report answers the slip on its step there and then, and whoever has the slip before them is shown it', () => {
    const { differ, answers } = checkSlipAnswers(facts);
    expect(differ).toEqual([]);
    expect(answers).toBeGreaterThan(4);
    expect(checkSlipAnswers(without('slip-answer')).differ.length).toBeGreaterThan(0);
    const silent = facts.messages.filter(({ subject, what }) => subject !== 'slip' || what !== 'edited');
    expect(checkSlipAnswers({ ...facts, messages: silent }).differ.length).toBeGreaterThan(0);
  });

  it('agendas say what is to be decided by their own lines, and offer not to meet where that is nothing', () => {
    const { differ, agendas, spareable } = checkAgendas(played.out, facts);
    expect(differ).toEqual([]);
    expect(agendas).toBe(8);
    expect(spareable).toBeGreaterThan(0);
  });

  it('nobody got more than one unasked message a day, and tops are within their rows', () => {
    const { often, atNight } = checkBurden(facts);
    expect([often, atNight]).toEqual([[], []]);
    expect(compareTops(facts.messages).tall).toEqual([]);
  });
});
