import { describe, expect, it } from 'vitest';
import { numberOf } from '../../../src/domain/report-line/number-words.js';
import fc from '../../support/properties.js';

const DIGITS = '零一二三四五六七八九';

/** A whole number below ten thousand as it is written in Chinese. */
function chinese(value: number): string {
  const units = ['', '十', '百', '千'];
  const figures = [...String(value)].map(Number);
  let text = '';
  figures.forEach((figure, place) => {
    const unit = units[figures.length - 1 - place] ?? '';
    if (figure !== 0) text += `${DIGITS.charAt(figure)}${unit}`;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  });
  return (text.replace(/零$/, '') || '零').replace(/^一十/, '十');
}

describe('a number in words', () => {
  it('is read back as the number that was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (value) => {
        expect(numberOf(chinese(value)), chinese(value)).toBe(value);
      }),
    );
  });

  it('is read with 万 and 亿', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(numberOf(`${chinese(value)}万`)).toBe(value * 1e4);
        expect(numberOf(`${value}亿`)).toBe(value * 1e8);
      }),
    );
  });

  it.each([
    ['八十五点五', 85.5],
    ['3,500', 3500],
    ['一亿二', 1.2e8],
    ['1亿2000万', 1.2e8],
    ['一亿零五百万', 1.05e8],
    ['三千五', 3500],
    ['一百二', 120],
    ['两千', 2000],
    ['1.2亿', 1.2e8],
    ['9千5百', 9500],
  ])('%s is %d', (written, value) => {
    expect(numberOf(written)).toBe(value);
  });

  it.each(['', '十百', '八九十', '千', '五八十', '完'])('%s is no number', (written) => {
    expect(numberOf(written)).toBeNull();
  });
});
