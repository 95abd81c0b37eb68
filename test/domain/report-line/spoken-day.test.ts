import { describe, expect, it } from 'vitest';
import { addDays, isLocalDay, localDay } from '../../../src/domain/day.js';
import { findDays } from '../../../src/domain/report-line/spoken-day.js';
import fc from '../../support/properties.js';

const today = localDay('2020-06-17');

describe('a day in words, on Wednesday 17 June 2020', () => {
  it.each([
    ['6.12', '2020-06-12'],
    ['6月12日', '2020-06-12'],
    ['2020-06-12', '2020-06-12'],
    ['20200612', '2020-06-12'],
    ['昨天', '2020-06-16'],
    ['大前天', '2020-06-14'],
    ['上周五', '2020-06-12'],
    ['下周三', '2020-06-24'],
    ['本周五', '2020-06-19'],
    ['月底', '2020-06-30'],
    ['下月底', '2020-07-31'],
    ['下月5日', '2020-07-05'],
    ['年底', '2020-12-31'],
    ['2021年底', '2021-12-31'],
    ['21年6月底', '2021-06-30'],
    ['三季度末', '2020-09-30'],
    ['6月19日(周五)', '2020-06-19'],
    ['3天后', '2020-06-20'],
    ['yesterday', '2020-06-16'],
    ['the day before yesterday', '2020-06-15'],
    ['last friday', '2020-06-12'],
    ['june 12', '2020-06-12'],
    ['12th of june 2020', '2020-06-12'],
    ['the end of june', '2020-06-30'],
  ])('%s is %s', (written, day) => {
    const [found, ...others] = findDays(written, today);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ start: 0, end: written.length, past: day, coming: day });
  });

  it.each([
    ['12号', '2020-06-12', '2020-07-12'],
    ['20号', '2020-05-20', '2020-06-20'],
    ['周五', '2020-06-12', '2020-06-19'],
    ['周一', '2020-06-15', '2020-06-22'],
  ])('%s is %s looking back and %s looking ahead', (written, past, coming) => {
    expect(findDays(written, today)).toMatchObject([{ past, coming }]);
  });

  it.each([
    ['国庆', '2019-10-01', '2020-10-01'],
    ['端午节', '2019-06-07', '2020-06-25'],
    ['元旦', '2020-01-01', '2021-01-01'],
    ['中秋', '2019-09-13', '2020-10-01'],
    ['春节', '2020-01-25', '2021-02-12'],
  ])('%s is %s looking back and %s looking ahead', (said, past, coming) => {
    expect(findDays(said, today)[0]).toMatchObject({ past, coming });
  });

  it.each([
    ['竣工投产推迟到3月15日', '2021-03-15'],
    ['预计3月底完成', '2021-03-31'],
    ['争取2月29日', '2021-02-28'],
    ['postponed to march 15', '2021-03-15'],
    ['推迟到7月15日', null],
    ['推迟到2020年3月15日', null],
    ['原预计3月15日', null],
    ['3月15日完成', null],
  ])('%s: gone by and put ahead, it is %s', (written, returns) => {
    expect(findDays(written, today)).toMatchObject([{ returns }]);
  });

  it('a fraction that people say is no day, but near that day and with a day’s word', () => {
    expect(findDays('3/4', today)).toEqual([]);
    expect(findDays('3/4前', today)).toHaveLength(1);
    expect(findDays('3/4', localDay('2020-03-10'))).toMatchObject([{ past: '2020-03-04' }]);
  });

  it.each(['7月中旬', '下周', '6月31日', '7月份', '上半年', '国庆后', '2月30日', '4/7', 'next week', '近日'])(
    '%s is no day and must be asked for',
    (written) => {
      expect(findDays(written, today)[0]).toMatchObject({ past: null, coming: null });
    },
  );

  it.each(['3号楼', '1.2亿', '6.5公里', '80%', '第3号', '12号线', '3.5万', '0.8', '塔吊3台'])(
    '%s has no day in it',
    (written) => {
      expect(findDays(written, today)).toEqual([]);
    },
  );

  it('reads every day of a year however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), (days) => {
        const day = addDays(localDay('2020-01-01'), days);
        const [, month, date] = day.split('-').map(Number);
        for (const written of [
          day,
          `${month}月${date}日`,
          `${month}月${date}号`,
          `2020年${month}月${date}日`,
          day.replaceAll('-', ''),
        ]) {
          expect(findDays(written, today)[0], written).toMatchObject({ past: day, coming: day });
        }
      }),
    );
  });

  it('never gives a day that does not exist', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 19 }),
        fc.integer({ min: 0, max: 45 }),
        fc.constantFrom('月', '.', '/', '-'),
        (month, date, mark) => {
          for (const found of findDays(`${month}${mark}${date}${mark === '月' ? '日' : ''}`, today)) {
            for (const day of [found.past, found.coming]) expect(day === null || isLocalDay(day)).toBe(true);
          }
        },
      ),
    );
  });
});
