import { describe, expect, it } from 'vitest';
import { addDays, type LocalDay } from '../../src/domain/day.js';
import {
  decideSlip,
  deeper,
  earnedColour,
  issued,
  OPEN_SLIPS,
  released,
  SLIP_COLOURS,
  type SlipEvent,
  type SlipState,
} from '../../src/domain/slip.js';
import { workdaysBetween } from '../../src/domain/workday.js';
import fc from '../support/properties.js';
import { day } from './given.js';
import { calendar } from './obstacle-given.js';

const on = (today: string) => ({ today: day(today), calendar });
const open = issued('yellow', day('2020-06-30'), false);

function does(state: SlipState, event: SlipEvent, today = '2020-06-24'): SlipState {
  const decided = decideSlip(state, event, on(today));
  if ('refused' in decided) throw new Error(decided.refused);
  return decided.state;
}
const refused = (state: SlipState, event: SlipEvent, today = '2020-06-24') => {
  const decided = decideSlip(state, event, on(today));
  return 'refused' in decided ? decided.refused : null;
};

describe('the colour that a milestone earns', () => {
  const gated = { due: day('2020-06-29'), percent: 60, pace: { passed: 60, of: 100 }, watched: true };

  it('is blue three working days before its day, where a gate depends on it', () => {
    expect(earnedColour(gated, on('2020-06-22'))).toBeNull();
    expect(earnedColour(gated, on('2020-06-23'))).toBe('blue');
    expect(earnedColour({ ...gated, watched: false }, on('2020-06-23'))).toBeNull();
  });

  it('is yellow at 10 points behind, and not at 9.9', () => {
    const behind = (points: number) => ({ ...gated, watched: false, due: day('2020-08-31'), percent: 60 - points });
    expect(earnedColour(behind(9.9), on('2020-06-12'))).toBeNull();
    expect(earnedColour(behind(10), on('2020-06-12'))).toBe('yellow');
  });

  it('of P-004: 22 of 56 days is none, 23 of 56 is yellow, at 30 %', () => {
    const at = (passed: number) => ({ due: day('2020-07-15'), percent: 30, pace: { passed, of: 56 }, watched: false });
    expect(earnedColour(at(22), on('2020-06-11'))).toBeNull();
    expect(earnedColour(at(23), on('2020-06-12'))).toBe('yellow');
  });

  it('is red from the day after, and none once it is done', () => {
    expect(earnedColour(gated, on('2020-06-29'))).toBe('blue');
    expect(earnedColour(gated, on('2020-06-30'))).toBe('red');
    expect(earnedColour({ ...gated, percent: 100 }, on('2020-07-30'))).toBeNull();
  });

  it('deepens and never fades', () => {
    for (const one of SLIP_COLOURS)
      for (const other of SLIP_COLOURS) {
        const index = SLIP_COLOURS.indexOf(deeper(one, other));
        expect(index).toBe(Math.max(SLIP_COLOURS.indexOf(one), SLIP_COLOURS.indexOf(other)));
      }
  });
});

describe('a slip', () => {
  it('is signed by the first who acts on it', () => {
    const signed = does(open, { do: 'sign', by: 2 });
    expect(signed).toMatchObject({ signedById: 2, signedOn: '2020-06-24', version: 2 });
    expect(does(signed, { do: 'sign', by: 3 })).toBe(signed);
    expect(does(open, { do: 'answer', by: 4, text: '已进场' })).toMatchObject({ signedById: 4, standing: 'answered' });
  });

  it('is accepted, or returned with a reason and answered again', () => {
    const answered = does(open, { do: 'answer', by: 2, text: '已进场' });
    expect(refused(answered, { do: 'answer', by: 2, text: '又一次' })).toBe('answered');
    expect(refused(answered, { do: 'return', reason: ' ' })).toBe('text-missing');
    const returned = does(answered, { do: 'return', reason: '没有写人数' });
    expect(returned).toMatchObject({ standing: 'open', returned: 1, returnReason: '没有写人数' });
    expect(refused(returned, { do: 'accept' })).toBe('not-answered');
    const again = does(returned, { do: 'answer', by: 2, text: '已进场30人' });
    expect(does(again, { do: 'accept' })).toMatchObject({ standing: 'closed', endedOn: '2020-06-24' });
  });

  it('has more time asked before its day; asked on a day off, it is decided by the working day after the next', () => {
    const asks: SlipEvent = { do: 'ask-time', by: 2, to: day('2020-07-03'), reason: '等设备' };
    const asked = does(open, asks, '2020-06-26');
    expect(asked).toMatchObject({ moreTimeTo: '2020-07-03', moreTimeDecidedBy: '2020-06-29', dueDay: '2020-06-30' });
    expect(refused(asked, asks, '2020-06-28')).toBe('asked-before');
    expect(does(asked, { do: 'grant-time' })).toMatchObject({ dueDay: '2020-07-03', moreTimeTo: null });
    expect(does(asked, { do: 'refuse-time' })).toMatchObject({ dueDay: '2020-06-30', moreTimeTo: null });
    expect(does(open, asks, '2020-06-30').moreTimeDecidedBy).toBe('2020-07-01');
    expect(refused(open, asks, '2020-07-01')).toBe('asked-late');
    expect(refused(open, { ...asks, to: day('2020-06-30') })).toBe('not-later');
    expect(refused(open, { ...asks, to: day('2020-07-04') })).toBe('day-off');
  });

  it('turns red only once overdue', () => {
    expect(refused(open, { do: 'redden' }, '2020-06-30')).toBe('not-overdue');
    const red = does(open, { do: 'redden' }, '2020-07-01');
    expect(red).toMatchObject({ colour: 'red', standing: 'open' });
    expect(refused(red, { do: 'redden' }, '2020-07-02')).toBe('red');
  });

  it('that waits is done or void, and nothing else', () => {
    const waiting = issued('blue', day('2020-06-30'), true);
    expect(refused(waiting, { do: 'sign', by: 2 })).toBe('waiting');
    expect(does(waiting, { do: 'finish', by: 2 })).toMatchObject({ standing: 'closed', signedById: null });
    expect(does(waiting, { do: 'void', reason: '重复' }).standing).toBe('void');
    expect(does(waiting, { do: 'lapse', because: 'paused', by: 6 })).toMatchObject({ standing: 'void', voidedById: 6 });
  });

  it('overdue is drafted as a red one once, which a person issues or holds; more time takes the draft away', () => {
    expect(refused(open, { do: 'draft' }, '2020-06-30')).toBe('not-overdue');
    const drafted = does(open, { do: 'draft' }, '2020-07-01');
    expect(drafted).toMatchObject({ redDraft: 'asked', colour: 'yellow', version: 2 });
    expect(does(drafted, { do: 'draft' }, '2020-07-02')).toBe(drafted);
    expect(does(drafted, { do: 'redden' }, '2020-07-02')).toMatchObject({ redDraft: null, colour: 'red' });
    const held = does(drafted, { do: 'hold' }, '2020-07-02');
    expect(does(held, { do: 'draft' }, '2020-07-03')).toBe(held);
    expect(refused(held, { do: 'hold' }, '2020-07-03')).toBe('not-drafted');
    const asked = does(open, { do: 'ask-time', by: 2, to: day('2020-07-03'), reason: '等设备' }, '2020-06-30');
    expect(does(asked, { do: 'draft' }, '2020-07-01')).toBe(asked);
    const granted = does({ ...asked, redDraft: 'held' }, { do: 'grant-time' }, '2020-07-01');
    expect(does(granted, { do: 'draft' }, '2020-07-04')).toMatchObject({ redDraft: 'asked' });
  });

  it('deepens by itself from blue to yellow, even while it waits, and no further', () => {
    const behind = { pace: 41.1, behind: 11.1 };
    const blue = issued('blue', day('2020-06-30'), true);
    expect(does(blue, { do: 'deepen', behind })).toMatchObject({ colour: 'yellow', ...behind, paceOn: '2020-06-24' });
    expect(does(open, { do: 'deepen', behind })).toBe(open);
    expect(refused(blue, { do: 'draft' }, '2020-07-01')).toBe('waiting');
  });

  it('that the calendar issued and that waited keeps the day of its milestone', () => {
    const waiting = issued('blue', day('2020-06-30'), true);
    expect(released(waiting, null, on('2020-07-02'))).toMatchObject({ standing: 'open', dueDay: '2020-06-30' });
  });

  it('that waited has as many working days as it had when it was issued', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 }), (limit, waited) => {
        const from = day('2020-06-01');
        const due = addDays(from, limit);
        const today = addDays(from, waited);
        const after = released(issued('blue', due, true), from, { today, calendar });
        expect(after.standing).toBe('open');
        const had = workdaysBetween(from, due, calendar);
        expect(workdaysBetween(today, after.dueDay, calendar)).toBeGreaterThanOrEqual(Math.max(1, had));
        expect(after.dueDay >= due).toBe(true);
      }),
    );
    expect(OPEN_SLIPS).toBe(3);
  });

  it('whatever happens: keeps its colour or deepens it, is signed once, and is final at its end', () => {
    const text = fc.constantFrom('', '已办');
    const event: fc.Arbitrary<SlipEvent> = fc.oneof(
      fc.record({ do: fc.constant('sign' as const), by: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ do: fc.constant('answer' as const), by: fc.integer({ min: 1, max: 3 }), text }),
      fc.record({ do: fc.constant('return' as const), reason: text }),
      fc.record({
        do: fc.constant('ask-time' as const),
        by: fc.integer({ min: 1, max: 3 }),
        to: fc.integer({ min: 0, max: 40 }).map((days): LocalDay => addDays(day('2020-06-20'), days)),
        reason: text,
      }),
      fc.constantFrom<SlipEvent>({ do: 'accept' }, { do: 'grant-time' }, { do: 'refuse-time' }, { do: 'redden' }),
      fc.constantFrom<SlipEvent>(
        { do: 'draft' },
        { do: 'hold' },
        { do: 'deepen', behind: { pace: 41.1, behind: 11.1 } },
      ),
      fc.record({ do: fc.constant('finish' as const), by: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ do: fc.constant('void' as const), reason: text }),
      fc.record({
        do: fc.constant('lapse' as const),
        because: fc.constantFrom('postponed' as const, 'withdrawn' as const, 'paused' as const),
        by: fc.integer({ min: 1, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.integer({ min: 0, max: 3 }))), (events) => {
        let state = open;
        let today = day('2020-06-24');
        for (const [each, days] of events) {
          today = addDays(today, days);
          const ended = state.endedOn !== null;
          const decided = decideSlip(state, each, { today, calendar });
          if ('refused' in decided) continue;
          expect(ended).toBe(false);
          const next = decided.state;
          expect(deeper(state.colour, next.colour)).toBe(next.colour);
          if (state.signedById !== null) expect(next.signedById).toBe(state.signedById);
          expect(next.dueDay >= state.dueDay).toBe(true);
          expect(next.version - state.version).toBe(next === state ? 0 : 1);
          expect(next.endedOn !== null).toBe(next.standing === 'closed' || next.standing === 'void');
          expect(next.moreTimeTo === null).toBe(next.moreTimeDecidedBy === null);
          if (state.colour !== 'red' && next.colour === 'red') expect(each.do).toBe('redden');
          if (next.redDraft === 'asked') expect(today > next.dueDay || each.do !== 'draft').toBe(true);
          state = next;
        }
      }),
    );
  });
});
