import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { decideReport, type MilestoneNow, type Statement } from '../../src/domain/report.js';
import fc from '../support/properties.js';

const today = localDay('2020-06-17');
const nothing: MilestoneNow = { percent: null, doneOn: null, forecast: null };
const said = (statement: Partial<Statement>): Statement => ({
  percent: null,
  done: false,
  doneOn: null,
  forecast: null,
  note: '',
  ...statement,
});

describe('what a statement makes of a milestone', () => {
  it('given nothing, when 80 % is said, then it is 80 % from today', () => {
    expect(decideReport(nothing, said({ percent: 80 }), today)).toEqual({
      taken: { now: { percent: 80, doneOn: null, forecast: null }, onDay: today, late: false, note: '' },
    });
  });

  it('given 80 %, when 60 % is said, then it is refused, unless it says why, which is kept', () => {
    const now = { ...nothing, percent: 80 };
    expect(decideReport(now, said({ percent: 60 }), today)).toEqual({
      refused: { because: 'falls', from: 80, to: 60 },
    });
    const why = '上次报多了';
    expect(decideReport(now, said({ percent: 60, note: '已核' }), today, { amended: null, why })).toMatchObject({
      taken: { now: { percent: 60 }, note: '上次报多了；已核' },
    });
  });

  it('what takes the place of 70 % falls from there, though less stood before it', () => {
    const now = { ...nothing, percent: 50 };
    expect(decideReport(now, said({ percent: 60 }), today, { amended: 70, why: null })).toEqual({
      refused: { because: 'falls', from: 70, to: 60 },
    });
  });

  it('given anything, when a day to come is said to be done, then it is refused', () => {
    const day = localDay('2020-06-20');
    expect(decideReport(nothing, said({ done: true, doneOn: day }), today)).toEqual({
      refused: { because: 'future', day },
    });
  });

  it('done on an earlier day is late, and ends the forecast', () => {
    const day = localDay('2020-06-15');
    const now = { ...nothing, percent: 90, forecast: localDay('2020-06-30') };
    expect(decideReport(now, said({ done: true, doneOn: day }), today)).toEqual({
      taken: { now: { percent: 100, doneOn: day, forecast: null }, onDay: day, late: true, note: '' },
    });
  });

  it('a note alone keeps the percent; nothing at all is no report', () => {
    expect(decideReport({ ...nothing, percent: 40 }, said({ note: '塔吊已到位' }), today)).toHaveProperty(
      'taken.now.percent',
      40,
    );
    expect(decideReport(nothing, said({}), today)).toEqual({ refused: { because: 'nothing-new' } });
  });

  it('percent never falls, stays within 0 and 100, and is 100 exactly when it is done', () => {
    const percent = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
    fc.assert(
      fc.property(percent, percent, fc.boolean(), (before, next, done) => {
        const decided = decideReport({ ...nothing, percent: before }, said({ percent: next, done, note: 'x' }), today);
        if ('refused' in decided) return;
        const { now } = decided.taken;
        expect(now.percent ?? 0).toBeGreaterThanOrEqual(before ?? 0);
        if (now.percent === 100 && (done || next === 100)) expect(now.doneOn).not.toBeNull();
        if (now.percent !== 100) expect(now.doneOn).toBeNull();
      }),
    );
  });
});
