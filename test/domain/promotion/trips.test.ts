import { describe, expect, it } from 'vitest';
import {
  proposedShackles,
  TRIP_LIMITS,
  type TripAnswer,
  tripsByProcedure,
} from '../../../src/domain/promotion/trips.js';
import { day } from '../given.js';

const times = (count: number, procedure: string, trips: number, on = '2020-06-10'): TripAnswer[] =>
  Array.from({ length: count }, () => ({ procedure, trips, on: day(on) }));
const told = (answers: readonly TripAnswer[]) => tripsByProcedure(['施工许可', '环评'], answers, 1, TRIP_LIMITS);

describe('trips by procedure', () => {
  it('12 times none, 6 times one, 2 times more: 0.60 on average, 90 % at most one', () => {
    const answers = [...times(12, '施工许可', 0), ...times(6, '施工许可', 1), ...times(2, '施工许可', 2)];
    expect(told(answers)).toEqual([{ procedure: '施工许可', answers: 20, told: { meanHundredths: 60, within: 90 } }]);
  });

  it('of four answers nothing is told, of five it is', () => {
    expect(told(times(4, '环评', 0))).toEqual([{ procedure: '环评', answers: 4, told: null }]);
    expect(told(times(5, '环评', 1))[0]?.told).toEqual({ meanHundredths: 100, within: 100 });
  });

  it('three of two or more, of one procedure in one month, propose a shackle', () => {
    const proposed = (answers: readonly TripAnswer[]) =>
      proposedShackles(['施工许可', '环评'], answers, day('2020-06-30'), TRIP_LIMITS);
    expect(proposed(times(2, '环评', 2))).toEqual([]);
    expect(proposed([...times(2, '环评', 2), ...times(1, '施工许可', 2)])).toEqual([]);
    expect(proposed([...times(2, '环评', 2), ...times(1, '环评', 2, '2020-05-31')])).toEqual([]);
    expect(proposed([...times(3, '环评', 2), ...times(9, '环评', 1)])).toEqual([{ procedure: '环评', answers: 3 }]);
  });
});
