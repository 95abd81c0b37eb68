import { describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { type Cell, type GridSheet, type Merge, textCell } from '../../../src/domain/ledger-sheet/grid.js';
import { fieldAddress, readLedger } from '../../../src/domain/ledger-sheet/index.js';

const HEAD = ['序号', '项目名称', '责任单位', '责任人', '总投资'];

function sheet(
  rows: readonly (readonly (string | Cell)[])[],
  more: { merges?: Merge[]; name?: string; hidden?: boolean } = {},
): GridSheet {
  return {
    name: more.name ?? '台账',
    hidden: more.hidden ?? false,
    rows: rows.map((cells, at) => ({
      row: at + 1,
      hidden: false,
      cells: new Map(cells.map((cell, index) => [index + 1, typeof cell === 'string' ? textCell(cell) : cell])),
    })),
    merges: more.merges ?? [],
    comments: new Map(),
  };
}
const read = (...sheets: GridSheet[]) => readLedger(sheets, { fileName: '2020年.xlsx', year: 2026 });

describe('a sheet’s lines', () => {
  it('a heading alone in its line is a category, and this is said', () => {
    const { projects, faults } = read(
      sheet([
        HEAD,
        ['', '工业项目'],
        ['1', '甲', '水利局', '王一', '500'],
        ['', '民生项目'],
        ['3', '乙', '水利局', '王一', '500'],
      ]),
    );
    expect(projects.map(({ name, category }) => [name, category])).toEqual([
      ['甲', '工业项目'],
      ['乙', '民生项目'],
    ]);
    expect(faults.map(({ cell, level }) => [cell, level])).toEqual([['B4', 'warning']]);
  });

  it('sums, 其中, notes and signatures are no projects', () => {
    const { projects, faults } = read(
      sheet([
        HEAD,
        ['合计', '', '', '', '1000'],
        ['其中：工业1个', '', '', '', '500'],
        ['1', '甲', '水利局', '王一', '500'],
        ['', '小 计', '', '', '500'],
        ['注：金额以批复为准。'],
        ['填报人：任远', '', '审核人：严明'],
      ]),
    );
    expect(projects.map(({ name }) => name)).toEqual(['甲']);
    expect(faults).toEqual([]);
  });

  it('同上 is what stands above it', () => {
    const { projects } = read(sheet([HEAD, ['1', '甲', '水利局', '王一', '500'], ['2', '乙', '同上', '〃', '600']]));
    expect(projects[1]).toMatchObject({ unit: '水利局', owner: '王一', totalInvestment: 600 });
  });

  it('a line with figures but no name is pointed at, one that was only numbered is not', () => {
    const { projects, faults } = read(sheet([HEAD, ['1', '', '水利局', '王一', '500'], ['2', '', '', '', '']]));
    expect(projects).toEqual([]);
    expect(faults).toMatchObject([{ cell: 'B2', level: 'error' }]);
  });

  it('a merged cell gives its value to every line; an amount merged over several is pointed at', () => {
    const { projects, faults } = read(
      sheet([HEAD, ['1', '甲', '水利局', '王一', '500'], ['2', '乙', '', '王二', '']], {
        merges: [
          { top: 2, left: 3, bottom: 3, right: 3 },
          { top: 2, left: 5, bottom: 3, right: 5 },
        ],
      }),
    );
    expect(projects).toMatchObject([
      { unit: '水利局', totalInvestment: 500 },
      { unit: '水利局', totalInvestment: 500 },
    ]);
    expect(faults.map(({ cell }) => cell)).toEqual(['E2']);
  });

  it('a count that does not fit what was found is pointed at', () => {
    const { faults } = read(sheet([HEAD, ['一、工业（3个）'], ['1', '甲', '水利局', '王一', '500'], ['合计（2个）']]));
    expect(faults.map(({ cell }) => cell)).toEqual(['A2', 'A4']);
  });

  it('the same project twice under one unit is pointed at, in two towns it is not', () => {
    const line = (name: string, unit: string) => ['1', name, unit, '王一', '500'];
    expect(read(sheet([HEAD, line('农田', '甲镇'), line('农田', '乙镇')])).faults).toEqual([]);
    expect(read(sheet([HEAD, line('农田', '甲镇'), line('农田', '甲镇')])).faults.map(({ cell }) => cell)).toEqual([
      'B3',
    ]);
  });
});

describe('a sheet’s columns', () => {
  it('areas are no milestones, a day in a column of money is no amount', () => {
    const day: Cell = { ...textCell('2020-06-01'), number: 43983, date: { day: localDay('2020-06-01'), shows: 'day' } };
    const { projects, faults, unknownColumns } = read(
      sheet([
        [...HEAD, '用地（亩）', '完成投资'],
        ['1', '甲', '水利局', '王一', day, '120', '300'],
      ]),
    );
    expect(projects).toMatchObject([{ totalInvestment: null, done: 300, milestones: [] }]);
    expect(faults.map(({ cell }) => cell)).toEqual(['E2']);
    expect(unknownColumns.map(({ cell }) => cell)).toEqual(['F1']);
  });

  it('this year’s investment is taken before that since the start of the works', () => {
    const { projects } = read(
      sheet([
        [...HEAD, '累计完成投资', '今年完成投资'],
        ['1', '甲', '水利局', '王一', '5000', '3000', '800'],
      ]),
    );
    expect(projects[0]?.done).toBe(800);
  });

  it('a column of the county’s own that holds dates is a milestone, and this is said', () => {
    const line = (name: string, date: string) => ['1', name, '水利局', '王一', '5000', date];
    const { projects, faults } = read(
      sheet([[...HEAD, '苗木进场'], line('甲', '3月底'), line('乙', '4月底'), line('丙', '5月底')]),
    );
    expect(projects.map(({ milestones }) => milestones)).toEqual([
      [{ name: '苗木进场', due: '2020-03-31', done: false }],
      [{ name: '苗木进场', due: '2020-04-30', done: false }],
      [{ name: '苗木进场', due: '2020-05-31', done: false }],
    ]);
    expect(faults.map(({ cell, level }) => [cell, level])).toEqual([['F1', 'warning']]);
  });

  it('every field knows its cell', () => {
    const [project] = read(sheet([HEAD, ['1', '甲', '水利局', '王一', '500']])).projects;
    const fields = ['name', 'unit', 'owner', 'totalInvestment', 'yearPlan'] as const;
    expect(fields.map((field) => project && fieldAddress(project, field))).toEqual(['B2', 'C2', 'D2', 'E2', undefined]);
  });

  it('a field of a merged cell knows the cell in which it is written', () => {
    const merges = [{ top: 2, left: 3, bottom: 3, right: 3 }];
    const [, project] = read(
      sheet([HEAD, ['1', '甲', '水利局', '王一', '500'], ['2', '乙', '', '王二', '500']], { merges }),
    ).projects;
    expect((['name', 'unit'] as const).map((field) => project && fieldAddress(project, field))).toEqual(['B3', 'C2']);
  });
});

describe('the sheets of a file', () => {
  const line = ['1', '甲', '水利局', '王一', '500'];
  it('the year is the title’s, else what a note says, else the file’s name', () => {
    const dated = (title: string) => sheet([[title], [...HEAD, '开工时间'], [...line, '6月底']]);
    expect(read(dated('某县2019年台账')).projects[0]?.start).toBe('2019-06-30');
    expect(read(dated('台账'), sheet([['时间未注明年份的，均为2018年']], { name: '说明' })).projects[0]?.start).toBe(
      '2018-06-30',
    );
    expect(read(dated('台账')).projects[0]?.start).toBe('2020-06-30');
    expect(readLedger([dated('台账')], { fileName: '', year: 2026 }).faults).toMatchObject([
      { level: 'warning', why: { zh: '表内没有写明年份，按2026年理解' } },
    ]);
  });

  it('a hidden sheet that holds a table is left out, and this is said', () => {
    const { projects, faults } = read(
      sheet([HEAD, line]),
      sheet([HEAD, line, line, line, line], { name: '旧', hidden: true }),
    );
    expect(projects).toHaveLength(1);
    expect(faults).toMatchObject([{ sheet: '旧', level: 'warning' }]);
  });
});

describe('heads that promise something else than their cells hold', () => {
  it('年度目标 with sentences in it is listed, not refused cell by cell', () => {
    const line = (name: string) => ['1', name, '水利局', '王一', '5000', '完成主体工程'];
    const { faults, unknownColumns } = read(sheet([[...HEAD, '年度目标'], line('甲'), line('乙'), line('丙')]));
    expect(faults).toEqual([]);
    expect(unknownColumns.map(({ cell }) => cell)).toEqual(['F1']);
  });

  it('时间节点 over 开工 and 竣工 alone means the works’ start and end', () => {
    const heads = [
      [...HEAD, '时间节点', ''],
      ['', '', '', '', '', '开工时间', '竣工时间'],
    ];
    const { projects } = read(sheet([...heads, ['1', '甲', '水利局', '王一', '5000', '3月', '11月']]));
    expect(projects).toMatchObject([{ start: '2020-03-01', end: '2020-11-30', milestones: [] }]);
  });
});

describe('a sheet whose head stands anew over each category', () => {
  it('is read by each head for itself, with its own milestones and unit of money', () => {
    const { projects } = read(
      sheet([
        ['一、工业重点项目（1个）'],
        [...HEAD, '用地批复时间', '主体封顶时间'],
        ['1', '甲', '水利局', '王一', '500', '2020-03-31', '2020-08-31'],
        ['二、农服基建项目（1个）'],
        ['序号', '项目名称', '责任单位', '责任人', '总投资（亿元）', '招标时间', '竣工验收时间'],
        ['1', '乙', '水利局', '王一', '1.5', '2020-04-30', '2020-11-30'],
      ]),
    );
    expect(
      projects.map(({ totalInvestment, milestones, end }) => [
        totalInvestment,
        milestones.map(({ name }) => name),
        end,
      ]),
    ).toEqual([
      [500, ['用地批复', '主体封顶'], null],
      [15_000, ['招标'], '2020-11-30'],
    ]);
  });

  it.each(['建设起止时限', '起止时限', '时限', '建设期限'])('holds both ends of the works in a column %s', (title) => {
    const { projects } = read(
      sheet([
        [...HEAD, title],
        ['1', '甲', '水利局', '王一', '500', '2020.5—2021.12'],
      ]),
    );
    expect(projects.map(({ start, end }) => [start, end])).toEqual([['2020-05-01', '2021-12-31']]);
  });

  it('has marks of footnotes that are no digits', () => {
    const { projects } = read(
      sheet([
        [...HEAD.slice(0, 4), '总投资①', '开工时间'],
        ['1', '甲厂一期②', '水利局', '王一', '35000①', '2020-05-01*'],
      ]),
    );
    expect(projects.map(({ name, totalInvestment, start }) => [name, totalInvestment, start])).toEqual([
      ['甲厂一期', 35_000, '2020-05-01'],
    ]);
  });

  it('takes the newest of several cumulative columns and says so', () => {
    const { projects, faults, unknownColumns } = read(
      sheet([
        [...HEAD, '截至4月底完成投资', '截至5月底完成投资', '截至3月底完成投资'],
        ['1', '甲', '水利局', '王一', '5000', '200', '300', '100'],
      ]),
    );
    expect(projects.map(({ done }) => done)).toEqual([300]);
    expect(unknownColumns).toEqual([]);
    expect(faults.filter(({ why }) => why.zh.includes('取最近的“截至5月底完成投资”')).map(({ cell }) => cell)).toEqual([
      'F1',
      'H1',
    ]);
  });

  it('is of the year that its title says, not of a document’s number or a plan’s span', () => {
    const dated = (title: string) =>
      readLedger([sheet([[title], [...HEAD, '开工时间'], ['1', '甲', '水利局', '王一', '500', '3月31日']])], {
        fileName: '台账.xlsx',
        year: 2020,
      }).projects[0]?.start;
    expect(dated('县委办〔2019〕58号附件：2020年项目台账')).toBe('2020-03-31');
    expect(dated('“十三五”（2016—2020年）项目台账')).toBe('2020-03-31');
  });
});
