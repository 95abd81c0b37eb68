import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/program.js';
import type { Outcome } from '../../../src/feature.js';
import { exportSheets, template } from '../../../src/features/ledger/export.js';
import { readSheet } from '../../../src/sheets/index.js';
import { dongE, openWorld, type World } from '../digest/world.js';

type Rows = readonly (readonly string[])[];

describe('an export', () => {
  let world: World;
  let coordinator: Person;
  let owner: Person;
  const ctx = (who: Person) => world.ctx(who, world.at('2020-06-17', '16:00'), 'zh', 'D1');

  beforeAll(async () => {
    world = await openWorld(await dongE());
    coordinator = await world.anyone('coordinator');
    owner = await world.person('hezhiyuan');
    const at = world.at('2020-06-16', '09:00');
    await world.report('P-001', '设备安装', { percent: 20, note: '=HYPERLINK("http://x","看")' }, at);
    await world.report('P-002', '设备安装', { percent: 30, note: '两台到场' }, at);
  });
  afterAll(() => world.close());

  const bytesOf = (outcome: Outcome): Uint8Array => {
    if (outcome.kind !== 'files' || !outcome.files[0]) throw new Error(`no file: ${JSON.stringify(outcome)}`);
    return outcome.files[0].bytes;
  };
  async function book(outcome: Outcome) {
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(bytesOf(outcome) as never);
    return read;
  }
  const rowsOf = (read: ExcelJS.Workbook, name: string): Rows => {
    const rows: string[][] = [];
    read
      .getWorksheet(name)
      ?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))));
    return rows;
  };

  it('has a sheet for each thing, with what the plan knows of it', async () => {
    const read = await book(await exportSheets(ctx(coordinator), '全部'));
    expect(read.worksheets.map(({ name }) => name)).toEqual([
      '台账',
      '上报',
      '卡点',
      '操作记录',
      '目标及清单',
      '灯和序时',
      '关口',
      '变化',
      '日报数字',
    ]);
    const reports = rowsOf(read, '上报').filter((row) => row[2] === 'P-002');
    expect(reports.map((row) => [row[4], row[5], row[9]])).toEqual([['设备安装', '30', '两台到场']]);
    const goals = rowsOf(read, '目标及清单');
    expect(goals.filter((row) => row[0] === '工业重点项目开工' && row[5] === '未计入').length).toBeGreaterThan(5);
    expect(rowsOf(read, '台账')).toHaveLength(84);
  });

  it('made after its year is over calls the figures by the year', async () => {
    const later = (language: 'zh' | 'en') => world.ctx(coordinator, world.at('2021-01-05', '10:00'), language, 'D1');
    const headsOf = async (language: 'zh' | 'en') =>
      (await book(await exportSheets(later(language), '全部'))).worksheets.flatMap((sheet) =>
        [3, 4].flatMap((at) => (sheet.getRow(at).values as unknown[]).map(String)),
      );
    const zh = await headsOf('zh');
    expect(zh.filter((head) => head === '2020年累计完成投资（万元）')).toHaveLength(2);
    expect(zh.join()).not.toContain('今年');
    expect(await headsOf('en')).toContain('Investment done in 2020 (10k yuan)');
  });

  it('prints as a county mails it: across A4, fitted to its width, heads on each page, pages numbered', async () => {
    const read = await book(await exportSheets(ctx(coordinator), 'all'));
    for (const sheet of read.worksheets) {
      expect(sheet.pageSetup, sheet.name).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet.pageSetup.printTitlesRow, sheet.name).toMatch(/^3:[34]$/);
      expect(sheet.headerFooter.oddFooter).toBe('&C&P / &N');
      expect(sheet.views[0], sheet.name).toMatchObject({ state: 'frozen' });
    }
  });

  it('never holds a formula', async () => {
    const read = await book(await exportSheets(ctx(coordinator), 'reports'));
    read
      .getWorksheet('上报')
      ?.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
    expect(rowsOf(read, '上报').flat()).toContain('=HYPERLINK("http://x","看")');
  });

  it('holds nothing that who asks for it may not see', async () => {
    const all = await book(await exportSheets(ctx(coordinator), 'all'));
    const seen = await book(await exportSheets(ctx(owner), 'all'));
    const codes = (of: ExcelJS.Workbook, name: string, column: number) =>
      new Set(
        rowsOf(of, name)
          .map((row) => row[column] ?? '')
          .filter((code) => /^P-\d+$/.test(code)),
      );
    const own = codes(seen, '台账', 1);
    expect([...own]).toContain('P-001');
    expect(own.size).toBeLessThan(codes(all, '台账', 1).size / 2);
    const names = rowsOf(all, '台账')
      .filter((row) => /^P-/.test(row[1] ?? '') && !own.has(row[1] ?? ''))
      .map((row) => row[2] ?? '');
    const text = seen.worksheets.flatMap(({ name }) => rowsOf(seen, name).flat()).join('\n');
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toContain('两台到场');
    expect(text).toContain('不在可查看的范围内');
  });

  it('says what it holds, and what was not understood', async () => {
    expect(await exportSheets(ctx(coordinator), '卡点')).toMatchObject({
      kind: 'files',
      files: [{ name: '东阿县2020年项目攻坚年-卡点-2020-06-17.xlsx' }],
      comment: '卡点0个。只含您可以查看的内容。',
    });
    expect(await exportSheets(ctx(coordinator), '天气')).toMatchObject({
      kind: 'refuse',
      refusal: { wrong: '没有叫“天气”的表' },
    });
  });

  it('of a template has drop-downs, and its example is not read', async () => {
    const outcome = await template(ctx(owner));
    const read = await book(outcome);
    const lists = read.worksheets[0]?.getRow(6);
    const validated: string[] = [];
    lists?.eachCell({ includeEmpty: true }, (cell) => cell.dataValidation && validated.push(cell.dataValidation.type));
    expect(validated).toEqual(['list', 'list', 'list', 'list']);
    const answer = await readSheet(bytesOf(outcome), '模板.xlsx', { year: 2020 });
    expect(answer).toMatchObject({ refused: { wrong: { zh: '表头之下没有项目' } } });
  });
});
