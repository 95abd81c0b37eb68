import { describe, expect, it } from 'vitest';
import { asksAboutItem, isItemAnswered } from '../../src/domain/action-item-asked.js';
import { addDays, type LocalDay } from '../../src/domain/day.js';
import { nextWorkday, previousWorkday } from '../../src/domain/workday.js';
import { choosePrompts } from '../../src/features/prompt/choose.js';
import type { AskedAction } from '../../src/store/prompt-actions.js';
import { workCalendar } from '../../src/time/calendar.js';
import fc from '../support/properties.js';
import { day } from './given.js';

const calendar = workCalendar();
const asked = (due: string, told: boolean, today: string) =>
  asksAboutItem({ due: day(due), told }, { nextWorkday: nextWorkday(day(today), calendar) });

describe('an action item in the morning', () => {
  it('is told of once, and asked about from the working day before its day on', () => {
    expect(asked('2020-07-09', false, '2020-06-24')).toBe(true);
    expect(asked('2020-07-09', true, '2020-06-24')).toBe(false);
    // 25 to 27 June are days off, Sunday the 28th is none.
    expect(asked('2020-06-28', true, '2020-06-24')).toBe(true);
    expect(asked('2020-06-29', true, '2020-06-24')).toBe(false);
    expect(asked('2020-07-02', true, '2020-07-01')).toBe(true);
    expect(asked('2020-07-02', true, '2020-07-10')).toBe(true);
  });

  it('one that is due on a day off is asked about before that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (n) => {
        const due = addDays(day('2020-01-10'), n);
        const mornings: LocalDay[] = [];
        for (let on = addDays(due, -12); on <= due; on = addDays(on, 1))
          if (calendar.isWorkday(on) && asked(due, true, on)) mornings.push(on);
        expect(mornings.length).toBeGreaterThan(0);
        expect(mornings.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('is answered by its end or by another day', () => {
    const due = day('2020-07-02');
    expect(isItemAnswered({ standing: 'open', asked: due, due })).toBe(false);
    expect(isItemAnswered({ standing: 'open', asked: due, due: day('2020-07-06') })).toBe(true);
    expect(isItemAnswered({ standing: 'dropped', asked: due, due })).toBe(true);
  });
});

describe('whose message names it', () => {
  const today = day('2020-06-24');
  const morning = {
    today,
    previousWorkday: previousWorkday(today, calendar),
    nextWorkday: nextWorkday(today, calendar),
    programFrom: day('2020-01-01'),
    reportingSince: day('2020-03-23'),
    policy: { amberBehindPoints: 10, redBehindPoints: 30, dueSoonDays: 7, unreportedDays: 7, startRedAfterDays: 90 },
  };
  const action = (more: Partial<AskedAction> = {}): AskedAction => ({
    itemId: 1,
    ownerId: 7,
    due: day('2020-07-09'),
    milestoneId: null,
    toldIds: [],
    ...more,
  });
  const reader = { id: 7, slackUserId: 'U7', language: 'zh', asked: 'all', actsFor: [7] } as const;
  const chosen = (people: readonly (typeof reader | object)[], ...actions: readonly AskedAction[]) =>
    choosePrompts(people as never, [], new Map(), morning as never, { actions });

  it('its owner alone, though nothing else is asked; it counts as no milestone', () => {
    const { prompts, counts } = chosen([reader, { ...reader, id: 8, actsFor: [8] }], action());
    expect(prompts).toEqual([
      { personId: 7, more: 0, lapsed: [], items: [], actions: [{ itemId: 1, due: '2020-07-09' }], notes: [] },
    ]);
    expect(counts).toMatchObject({ people: 1, asked: 0 });
  });

  it('who stands in learns of it themselves, and not who has no account or was told', () => {
    const delegate = { ...reader, id: 8, slackUserId: 'U8', actsFor: [8, 7] };
    expect(chosen([delegate], action({ toldIds: [7] })).prompts).toHaveLength(1);
    expect(chosen([{ ...reader, slackUserId: null }], action()).prompts).toEqual([]);
    expect(chosen([reader], action({ toldIds: [7] })).prompts).toEqual([]);
  });
});
