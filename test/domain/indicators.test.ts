import { describe, expect, it } from 'vitest';
import { type IndicatorSheet, readIndicators, revisionsOf } from '../../src/domain/indicators.js';
import type { Cell, GridSheet } from '../../src/domain/ledger-sheet/grid.js';
import { day } from './given.js';

const cellOf = (value: string | number, format: string | null = null): Cell => ({
  text: String(value),
  number: typeof value === 'number' ? value : null,
  date: null,
  format,
  struck: null,
  struckText: '',
  broken: null,
});
const grid = (...rows: (string | number | Cell)[][]): GridSheet => ({
  name: '指标',
  hidden: false,
  rows: rows.map((cells, place) => ({
    row: place + 1,
    hidden: false,
    cells: new Map(cells.map((value, column) => [column + 1, typeof value === 'object' ? value : cellOf(value)])),
  })),
  merges: [],
  comments: new Map(),
});
const read = (...rows: (string | number | Cell)[][]) =>
  readIndicators([grid(...rows)], { year: 2020, today: day('2020-06-15') });
const sheetOf = (...rows: (string | number | Cell)[][]): IndicatorSheet => {
  const answer = read(...rows);
  if ('fault' in answer) throw new Error(JSON.stringify(answer.fault));
  return answer.sheet;
};

const HEAD = ['指标', '单位', '1月', '2月', '3月', '4月', '5月', '同比'];

describe('a spreadsheet of indicators', () => {
  it('is read by its head: names, units, months of the program’s year, the comparison over the year', () => {
    const sheet = sheetOf(
      ['东阿县主要经济指标'],
      HEAD,
      ['规模以上工业增加值', '亿元', 4.1, 3.2, 5, 5.5, 12.3, '5.2%'],
      ['固定资产投资', '亿元', '', '-', '1,234.50', 20, 30, cellOf(-0.013, '0.0%')],
      ['注：5月为初步数', '', '', '', '', '', '', ''],
      ['不算的行', '', 1, 1, 1, 1, 1, 1],
    );
    expect(sheet.month).toBe('2020-05-01');
    expect(sheet.indicators).toEqual([
      {
        name: '规模以上工业增加值',
        unit: '亿元',
        values: [
          { month: '2020-01-01', value: '4.1' },
          { month: '2020-02-01', value: '3.2' },
          { month: '2020-03-01', value: '5' },
          { month: '2020-04-01', value: '5.5' },
          { month: '2020-05-01', value: '12.3' },
        ],
        overYear: '5.2',
      },
      {
        name: '固定资产投资',
        unit: '亿元',
        values: [
          { month: '2020-03-01', value: '1234.5' },
          { month: '2020-04-01', value: '20' },
          { month: '2020-05-01', value: '30' },
        ],
        overYear: '-1.3',
      },
    ]);
  });

  it.each([
    ['1-5月', '2020-05-01'],
    ['1—4月累计', '2020-04-01'],
    ['2020年3月', '2020-03-01'],
    ['2019年12月', '2019-12-01'],
  ])('a column %s is of %s', (head, month) => {
    expect(sheetOf(['指标名称', head], ['用电量', 7]).month).toBe(month);
  });

  it('a number is what was typed, not what a machine made of it', () => {
    expect(sheetOf(['指标', '5月'], ['税收', 0.1 + 0.2]).indicators[0]?.values[0]?.value).toBe('0.3');
  });

  it.each([
    [
      'no head',
      [
        ['项目', '单位'],
        ['一', 2],
      ],
      { what: 'head' },
    ],
    ['nothing below it', [HEAD, ['用电量', '', '', '']], { what: 'none' }],
    [
      'a month twice',
      [
        ['指标', '5月', '1-5月'],
        ['用电量', 1, 2],
      ],
      { what: 'month-twice', month: '2020-05-01' },
    ],
    [
      'a month to come',
      [
        ['指标', '7月'],
        ['用电量', 1],
      ],
      { what: 'month-to-come', month: '2020-07-01' },
    ],
    [
      'one twice',
      [
        ['指标', '5月'],
        ['用电量', 1],
        ['用 电 量', 2],
      ],
      { what: 'name-twice', name: '用电量' },
    ],
    [
      'a word',
      [
        ['指标', '5月'],
        ['用电量', '持平'],
      ],
      { what: 'no-number', row: 2, text: '持平' },
    ],
    [
      'too many',
      [['指标', '5月'], ...Array.from({ length: 9 }, (_, at) => [`指标${'一二三四五六七八九'[at]}`, at])],
      { what: 'many', count: 9 },
    ],
  ] as const)('is refused with %s', (_, rows, fault) => {
    expect(read(...rows.map((row) => [...row]))).toEqual({ fault });
  });

  it('that states a month before otherwise revises it; a new month revises nothing', () => {
    const april = sheetOf(['指标', '3月', '4月'], ['用电量', 11, 11.5], ['税收', 2, 3]);
    const may = sheetOf(['指标', '3月', '4月', '5月'], ['用电量', 11, 11.8, 12], ['税收', '', 3, 4], ['新项', 1, 1, 1]);
    expect(revisionsOf(april, null)).toEqual([]);
    expect(revisionsOf(may, april)).toEqual([
      { name: '用电量', month: '2020-04-01', was: '11.5', now: '11.8' },
      { name: '税收', month: '2020-03-01', was: '2', now: null },
    ]);
    expect(revisionsOf(may, may)).toEqual([]);
  });

  it('a month that a sheet has no column for any more is not revised: of the last months alone, it moves on', () => {
    const of = (name: string, ...values: [string, string][]) => ({
      name,
      unit: '',
      overYear: null,
      values: values.map(([month, value]) => ({ month: day(`2020-${month}-01`), value })),
    });
    const march: IndicatorSheet = {
      month: day('2020-03-01'),
      indicators: [of('用电量', ['01', '10'], ['02', '9'], ['03', '11']), of('税收', ['01', '2'], ['02', '1'])],
    };
    const april: IndicatorSheet = {
      month: day('2020-04-01'),
      indicators: [of('用电量', ['02', '9'], ['03', '11.5'], ['04', '12']), of('税收', ['03', '2'], ['04', '2'])],
    };
    expect(revisionsOf(april, march)).toEqual([
      { name: '用电量', month: '2020-03-01', was: '11', now: '11.5' },
      { name: '税收', month: '2020-02-01', was: '1', now: null },
    ]);
  });
});
