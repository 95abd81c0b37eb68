import { describe, expect, it } from 'vitest';
import { addDays, type LocalDay, localDay, monthEnd } from '../../../src/domain/day.js';
import { type DateReading, readDate } from '../../../src/domain/ledger-sheet/date-cell.js';
import { dayOfSerial } from '../../../src/domain/ledger-sheet/find-dates.js';
import { type Cell, textCell } from '../../../src/domain/ledger-sheet/grid.js';
import { readSpan } from '../../../src/domain/ledger-sheet/span-cell.js';
import fc from '../../support/properties.js';

const YEAR = 2020;
const due = (text: string) => readDate(textCell(text), 'due', YEAR);
const dayIn = (reading: DateReading) => (reading.says === 'day' ? reading.day : reading.says);
const number = (value: number, format: string | null = null): Cell => ({
  ...textCell(String(value)),
  number: value,
  format,
});

describe('a date as counties write it', () => {
  it.each([
    ['2020.6.30', '2020-06-30'],
    ['２０２０．６．３０', '2020-06-30'],
    ['2020年6月30日前', '2020-06-30'],
    ['2020年6月', '2020-06-30'],
    ['2020-06', '2020-06-30'],
    ['6月底前', '2020-06-30'],
    ['６ 月 底 前', '2020-06-30'],
    ['2月底', '2020-02-29'],
    ['6月末', '2020-06-30'],
    ['6月份', '2020-06-30'],
    ['6月15日', '2020-06-15'],
    ['6月15号前', '2020-06-15'],
    ['6.15', '2020-06-15'],
    ['6/15前', '2020-06-15'],
    ['20200615', '2020-06-15'],
    ['202006', '2020-06-30'],
    ['43982', '2020-05-31'],
    ['2020', '2020-12-31'],
    ['2021年', '2021-12-31'],
    ['20年6月', '2020-06-30'],
    ['一季度', '2020-03-31'],
    ['第三季度', '2020-09-30'],
    ['4季度末', '2020-12-31'],
    ['2021年二季度', '2021-06-30'],
    ['Q2', '2020-06-30'],
    ['上半年', '2020-06-30'],
    ['2021年下半年', '2021-12-31'],
    ['年底前', '2020-12-31'],
    ['2021年底', '2021-12-31'],
    ['年内', '2020-12-31'],
    ['明年3月', '2021-03-31'],
    ['次年一季度', '2021-03-31'],
    ['去年12月底', '2019-12-31'],
    ['二〇二〇年六月三十日', '2020-06-30'],
    ['十二月底前', '2020-12-31'],
    ['计划6月底前完成', '2020-06-30'],
    ['力争于2020年6月底前开工建设', '2020-06-30'],
    ['2020-06-30 00:00:00', '2020-06-30'],
  ])('%s is %s', (text, day) => {
    expect(due(text)).toMatchObject({ says: 'day', day, others: [], oddity: null });
  });

  it.each([
    ['', 'nothing'],
    ['—', 'nothing'],
    ['/', 'nothing'],
    ['不涉及', 'nothing'],
    ['待定', 'open'],
    ['？', 'open'],
    ['已开工', 'begun'],
    ['续建', 'begun'],
    ['√', 'done'],
    ['已办结', 'done'],
  ])('“%s” says %s', (text, says) => {
    expect(due(text)).toEqual({ says });
  });

  it.each([
    ['6月31日', 'no-such-day'],
    ['2020年13月', 'no-such-day'],
    ['2021.2.29', 'no-such-day'],
    ['视天气', 'no-date'],
    ['3个月', 'no-date'],
    ['420亩', 'no-date'],
    ['80%', 'no-date'],
  ])('%s is refused, not guessed (%s)', (text, why) => {
    expect(due(text)).toEqual({ says: 'wrong', why });
  });

  it.each([
    ['6月中旬', '2020-06-20', '2020-06-11'],
    ['6月前', '2020-06-30', '2020-05-31'],
    ['6月初', '2020-06-10', '2020-06-01'],
    ['3/4/2020', '2020-03-04', '2020-04-03'],
  ])('%s is %s or %s: both are named', (text, day, other) => {
    expect(due(text)).toMatchObject({ says: 'day', day, others: expect.arrayContaining([other]) });
  });

  it('a month alone begins works on its first day and is due on its last', () => {
    expect(dayIn(readDate(textCell('2020年6月'), 'start', YEAR))).toBe('2020-06-01');
    expect(dayIn(readDate(textCell('6月底前'), 'start', YEAR))).toBe('2020-06-30');
    expect(dayIn(readDate(textCell('二季度'), 'start', YEAR))).toBe('2020-06-30');
  });

  it('the number 2020.1 may be October, the text or the shown 2020.10 is not in doubt', () => {
    expect(readDate(number(2020.1), 'due', YEAR)).toMatchObject({ day: '2020-01-31', others: ['2020-10-31'] });
    expect(readDate(number(2020.1, '0.00'), 'due', YEAR)).toMatchObject({ day: '2020-10-31', others: [] });
    expect(due('2020.1')).toMatchObject({ day: '2020-01-31', others: [] });
  });

  it('several dates, further words and far years are pointed at', () => {
    expect(due('2020年3月、6月底')).toMatchObject({ day: '2020-06-30', oddity: 'several' });
    expect(due('6月底前（视土地指标）')).toMatchObject({ day: '2020-06-30', oddity: 'more-text' });
    expect(due('2002年6月')).toMatchObject({ oddity: 'far' });
    expect(due('6月左右')).toMatchObject({ oddity: 'about' });
  });

  it('a cell that shows a month only does not say the 1st that is stored in it', () => {
    const cell: Cell = { ...number(43983), date: { day: localDay('2020-06-01'), shows: 'month' } };
    expect(readDate(cell, 'due', YEAR)).toMatchObject({ day: '2020-06-30', others: ['2020-06-01'] });
  });
});

const days = fc.integer({ min: -2000, max: 2000 }).map((offset) => addDays(localDay('2020-06-15'), offset));
const parts = (day: LocalDay) => day.split('-').map(Number) as [number, number, number];

describe('any day', () => {
  it('is read back from every full way of writing it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = parts(day);
        for (const text of [
          day,
          `${year}.${month}.${date}`,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          `${year}年 ${month}月 ${date}日前`,
          day.replaceAll('-', ''),
        ]) {
          expect(due(text)).toMatchObject({ says: 'day', day, others: [], oddity: null });
        }
      }),
    );
  });

  it('is read back from a spreadsheet’s serial number', () => {
    expect(dayOfSerial(43982)).toBe('2020-05-31');
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 80_000 }),
        (serial) => addDays(dayOfSerial(serial), 1) === dayOfSerial(serial + 1),
      ),
    );
  });

  it('a month’s end is read from 底, 底前 and 月 alone', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month] = parts(day);
        for (const text of [`${year}年${month}月底`, `${year}年${month}月底前`, `${year}.${month}`])
          expect(dayIn(due(text))).toBe(monthEnd(day));
      }),
    );
  });

  it('no text at all breaks the reading', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => typeof due(text).says === 'string'));
  });
});

describe('建设起止时间', () => {
  it.each([
    ['2020.3~2021.6', '2020-03-01', '2021-06-30'],
    ['2020年4月-2020年12月', '2020-04-01', '2020-12-31'],
    ['2020.3至9月', '2020-03-01', '2020-09-30'],
    ['2020.2—12月', '2020-02-01', '2020-12-31'],
    ['2020-2021', '2020-01-01', '2021-12-31'],
    ['2020年', '2020-01-01', '2020-12-31'],
    ['2020年11月至次年3月', '2020-11-01', '2021-03-31'],
    ['2019.10.8—2020.6.30', '2019-10-08', '2020-06-30'],
    ['２０２０．３－２０２１．６', '2020-03-01', '2021-06-30'],
    ['24个月', null, null],
  ])('%s', (text, start, end) => {
    expect(readSpan(textCell(text), YEAR)).toEqual({ start, end });
  });
});
