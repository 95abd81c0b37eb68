import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtInvestment } from '../../src/domain/investment.js';

const project = { doneInvestment: 4200, totalInvestment: 35_000, yearPlan: 18_000 };

describe('figures of the year', () => {
  it('that fall, pass the total or leap beyond the year’s plan are not meant so', () => {
    expect(doubtInvestment(350, project)).toEqual({ because: 'amount-falls', limit: 4200 });
    expect(doubtInvestment(9_990_000, project)).toEqual({ because: 'over-total', limit: 35_000 });
    expect(doubtInvestment(22_200.0001, project)).toEqual({ because: 'over-year', limit: 18_000 });
    expect(doubtInvestment(22_200, project)).toBeNull();
    expect(doubtInvestment(4200, project)).toBeNull();
  });

  it('of which nothing is known are taken as they are', () => {
    fc.assert(
      fc.property(fc.nat(), (said) => {
        expect(doubtInvestment(said, { doneInvestment: null, totalInvestment: null, yearPlan: null })).toBeNull();
      }),
    );
  });
});
