import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import {
  decimalText,
  isWholeYuan,
  tenthsDown,
  tenthsUp,
  toHundredths,
  wanLess,
  wanOf,
  yuanOf,
} from '../../src/domain/exact.js';
import { gateStates } from '../../src/domain/gate.js';
import { goalWords } from '../../src/domain/goal-words.js';
import { behindBy } from '../../src/domain/pace.js';
import { moneyWords } from '../../src/text/money.js';
import fc from '../support/properties.js';

const yuan = fc.integer({ min: 0, max: 10_000_000_000_000 });

describe('amounts to the yuan', () => {
  it('each has one double in 10k yuan, which prints, adds and compares as its decimal', () => {
    fc.assert(
      fc.property(yuan, yuan, (one, other) => {
        expect(yuanOf(wanOf(one))).toBe(one);
        expect(isWholeYuan(wanOf(one))).toBe(true);
        expect(Number(String(wanOf(one)))).toBe(wanOf(one));
        expect(Math.sign(wanOf(one) - wanOf(other))).toBe(Math.sign(one - other));
        expect(yuanOf(wanLess(wanOf(one), wanOf(other)))).toBe(one - other);
        expect(Number(decimalText(one, 4))).toBe(wanOf(one));
      }),
    );
  });

  it('is said with all that was typed', () => {
    expect([5200.5, 39_998.9, 1200, 5201, 0.0001].map((wan) => moneyWords(wan, 'zh'))).toEqual([
      '5,200.5万元',
      '3.99989亿元',
      '1,200万元',
      '5,201万元',
      '0.0001万元',
    ]);
    expect([5200.5, 399_995, 1234.5678].map((wan) => moneyWords(wan, 'en'))).toEqual([
      '¥52.005 million',
      '¥3.99995 billion',
      '¥12.345678 million',
    ]);
  });
});

describe('percents', () => {
  it('are kept as typed, what is finer than two decimals rounded down', () => {
    expect([33.3, 0.29, 66.67, 33.339, 99.999, 100].map(toHundredths)).toEqual([33.3, 0.29, 66.67, 33.33, 99.99, 100]);
  });

  it('tenths are exact where they are, else down for what is reached and up for what is demanded', () => {
    expect([tenthsDown(58), tenthsUp(58), tenthsDown(33.39), tenthsUp((34 * 100) / 56)]).toEqual([58, 58, 33.3, 60.8]);
    expect(tenthsUp((290 * 100) / 500)).toBe(58);
  });

  it('with decimals stand exactly 30 points behind where they do', () => {
    expect(behindBy({ passed: 60, of: 100 }, 29.9, 30.1)).toBe(0);
    expect(behindBy({ passed: 6003, of: 10_000 }, 30.03, 30)).toBe(0);
  });
});

describe('a goal in money', () => {
  const money = { measure: '10k-yuan' } as const;

  it('is not reached a yuan before it is; what is missing is exact', () => {
    const [state] = gateStates(
      [{ on: localDay('2020-06-30'), value: 40_000 }],
      { of: 'number', number: 39_999.9999 },
      localDay('2020-06-17'),
      localDay('2020-01-01'),
    );
    expect([state?.held === 'reached', state?.missing]).toEqual([false, 0.0001]);
  });

  it('rounds what is reached down and what is missing up, in both languages, so that they add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.constantFrom('zh', 'en' as const), (had, language) => {
        const say = goalWords(language, 2020);
        const have = say.quantity(money.measure, wanOf(had));
        const missing = say.quantity(money.measure, wanOf(4_000_000_000 - had), 'up');
        const amount = (text: string): bigint => {
          const [, whole = '0', behind = ''] = /([\d]+)(?:\.(\d+))?/.exec(text) ?? [];
          const unit = /亿|billion/.test(text) ? (language === 'zh' ? 8 : 9) : /万/.test(text) ? 4 : 6;
          return BigInt(`${whole}${behind.padEnd(unit, '0')}`);
        };
        expect(amount(have) <= BigInt(had)).toBe(true);
        expect(amount(missing) >= BigInt(4_000_000_000 - had)).toBe(true);
      }),
    );
    const say = goalWords('en', 2020);
    expect(say.quantity(money.measure, 399_995)).toBe('3.99 billion yuan');
    expect(say.quantity(money.measure, 5, 'up')).toBe('0.05 million yuan');
  });
});
