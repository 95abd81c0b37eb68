import { describe, expect, test } from 'vitest';
import { LIGHTS } from '../../src/domain/plan.js';
import { FEWEST_PROJECTS, mostImproved, type Scored, unitScores } from '../../src/domain/ranking.js';
import fc from '../support/properties.js';

const of = (unit: string, ...lights: Scored['light'][]): Scored[] =>
  lights.map((light) => ({ unit, unitName: { zh: unit, en: unit }, light }));

describe('the standing of units', () => {
  test('is the share of lights, green whole and amber half, rounded down; paused projects and small units are out', () => {
    const scores = unitScores([
      ...of('water', 'green', 'amber', 'red', null),
      ...of('roads', 'green', 'green', 'amber'),
      ...of('small', 'green', 'green'),
    ]);
    expect(scores.map(({ unit, score }) => [unit, score])).toEqual([
      ['roads', 83],
      ['water', 50],
    ]);
  });

  test('names who rose most, and nobody where none rose', () => {
    const before = unitScores([...of('a', 'red', 'red', 'red'), ...of('b', 'amber', 'amber', 'amber')]);
    const now = unitScores([...of('a', 'green', 'amber', 'red'), ...of('b', 'green', 'green', 'amber')]);
    expect(mostImproved(now, before)).toMatchObject({ unit: { unit: 'a', score: 50 }, from: 0 });
    expect(mostImproved(before, now)).toBeNull();
  });

  test('no light that gets worse lifts its unit', () => {
    const light = fc.constantFrom(...LIGHTS);
    fc.assert(
      fc.property(fc.array(light, { minLength: FEWEST_PROJECTS, maxLength: 12 }), fc.nat(), (lights, at) => {
        const worse = [...lights];
        worse[at % lights.length] = 'red';
        const [before, after] = [unitScores(of('a', ...lights)), unitScores(of('a', ...worse))];
        expect(after[0]?.score).toBeLessThanOrEqual(before[0]?.score ?? 0);
      }),
    );
  });
});
