import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { doubtInvestment, saysLaterYear, saysOtherYear } from '../../src/domain/investment.js';

const project = { doneInvestment: 4200, totalInvestment: 35_000, yearPlan: 18_000 };

describe('figures of the year', () => {
  it('that fall, pass the total or leap beyond the year’s plan are not meant so', () => {
    expect(doubtInvestment(350, project)).toEqual({ because: 'amount-falls', limit: 4200 });
    expect(doubtInvestment(9_990_000, project)).toEqual({ because: 'over-total', limit: 35_000 });
    expect(doubtInvestment(22_200.0001, project)).toEqual({ because: 'over-year', limit: 18_000 });
    expect(doubtInvestment(22_200, project)).toBeNull();
    expect(doubtInvestment(4200, project)).toBeNull();
  });

  it.each([
    ['今年累计完成投资300万', '2021-01-05', true],
    ['2021年累计完成投资300万', '2021-01-05', true],
    ['invested 3 million this year', '2021-01-05', true],
    ['完成投资300万', '2021-01-05', false],
    ['2020年累计完成投资300万', '2021-01-05', false],
    ['2021年1月5日完成投资300万', '2021-01-05', false],
    ['今年累计完成投资300万', '2020-12-31', false],
  ])('%s, said on %s, is another year’s than 2020’s: %s', (said, today, later) => {
    expect(saysLaterYear(said, 2020, localDay(today))).toBe(later);
  });

  it.each([
    ['2019年完成投资3000万', true],
    ['2019年度累计完成固定资产投资3000万', true],
    ['invested 30 million in 2019', true],
    ['2020年完成投资3000万', false],
    ['2019年开工，完成投资3000万', false],
    ['2021年1月5日完成投资300万', false],
    ['完成投资3000万', false],
  ])('%s names another year than 2020: %s', (said, other) => {
    expect(saysOtherYear(said, 2020)).toBe(other);
  });

  it('of which nothing is known are taken as they are', () => {
    fc.assert(
      fc.property(fc.nat(), (said) => {
        expect(doubtInvestment(said, { doneInvestment: null, totalInvestment: null, yearPlan: null })).toBeNull();
      }),
    );
  });
});
