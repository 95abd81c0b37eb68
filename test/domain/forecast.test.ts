import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/day.js';
import { forecastGate } from '../../src/domain/forecast.js';
import { type GateState, type GoalValue, gateStates } from '../../src/domain/gate.js';
import fc from '../support/properties.js';
import { day } from './given.js';

const today = day('2020-06-17');
const share = (reached: number): GoalValue => ({ of: 'share', reached, outOf: 60 });
const gateOf = (value: GoalValue, on = '2020-06-30'): GateState => {
  const [gate] = gateStates([{ on: day(on), value: 60 }], value, today, day('2020-01-01'));
  if (gate === undefined) throw new Error('no gate');
  return gate;
};
const forecast = (reached: number, past: readonly [string, number][], on?: string) =>
  forecastGate(
    gateOf(share(reached), on),
    share(reached),
    past.map(([at, value]) => ({ on: day(at), value })),
    today,
    60,
  );

describe('the forecast of a gate', () => {
  it('carries the pace of the last eight weeks on to its day', () => {
    // 6 projects in 42 days; 13 days are left, 36 are needed.
    const seen = forecast(30, [['2020-05-06', 24]]);
    expect(seen).toMatchObject({ kind: 'pace', days: 42, value: 31, holds: false, reachedOn: '2020-07-29' });
    expect(seen).toMatchObject({ since: '2020-05-06', before: 24, risen: 6 });
  });

  it('holds when the pace is enough', () => {
    expect(forecast(33, [['2020-05-20', 25]])).toMatchObject({ holds: true, value: 36 });
  });

  it('looks no further back than eight weeks', () => {
    expect(
      forecast(30, [
        ['2020-01-06', 0],
        ['2020-05-06', 24],
      ]),
    ).toMatchObject({ days: 42 });
  });

  it('is honest about thin data', () => {
    const seen = forecast(30, [['2020-06-08', 20]]);
    expect(seen).toEqual({ kind: 'thin', days: 9, on: ['2020-06-08'] });
    expect(forecast(30, [])).toEqual({ kind: 'thin', days: 0, on: [] });
  });

  it('of the same records is the same on every day, until there is another (W6)', () => {
    const records = [
      { on: day('2020-04-20'), value: 5 },
      { on: day('2020-05-20'), value: 20 },
      { on: day('2020-06-10'), value: 22 },
    ];
    const value: GoalValue = { of: 'number', number: 22 };
    const seen = (today: string) => {
      const [gate] = gateStates([{ on: day('2020-09-30'), value: 60 }], value, day(today), day('2020-01-01'));
      if (gate === undefined) throw new Error('no gate');
      return forecastGate(gate, value, records, day(today), null, day('2020-06-10'));
    };
    expect(seen('2020-06-10')).toMatchObject({ kind: 'pace', days: 51, value: 59 });
    for (const today of ['2020-06-16', '2020-07-14', '2020-07-16', '2020-09-29'])
      expect(seen(today)).toEqual(seen('2020-06-10'));
    expect(forecastGate(gateOf(share(30)), share(30), [{ on: today, value: 30 }], today, 60, today).kind).toBe('thin');
  });

  it('does not reach anything while nothing moves', () => {
    expect(forecast(30, [['2020-05-06', 30]])).toMatchObject({ risen: 0, value: 30, holds: false, reachedOn: null });
    expect(forecast(30, [['2020-05-06', 40]])).toMatchObject({ risen: 0, value: 30 });
  });

  it('says nothing of a gate that is reached or over', () => {
    expect(forecast(36, [['2020-05-06', 24]])).toEqual({ kind: 'reached' });
    expect(forecast(30, [['2020-05-06', 24]], '2020-06-16')).toEqual({ kind: 'passed' });
  });

  it('never expects more projects than there are, and holds exactly when its own day is in time', () => {
    fc.assert(
      fc.property(fc.nat(35), fc.nat(35), fc.integer({ min: 14, max: 56 }), fc.nat(180), (now, before, back, ahead) => {
        const value = share(now);
        const gate = gateOf(value, addDays(today, ahead));
        const seen = forecastGate(gate, value, [{ on: addDays(today, -back), value: before }], today, 60);
        if (seen.kind !== 'pace') throw new Error(seen.kind);
        expect(seen.value).toBeLessThanOrEqual(60);
        expect(seen.value).toBeGreaterThanOrEqual(now);
        expect(seen.holds).toBe(seen.reachedOn !== null && seen.reachedOn <= gate.on);
      }),
    );
  });
});
