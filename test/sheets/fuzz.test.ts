import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isLocalDay } from '../../src/domain/day.js';
import {
  type Cell,
  type GridSheet,
  type LedgerSheet,
  readLedger,
  textCell,
} from '../../src/domain/ledger-sheet/index.js';
import { readFileHere } from '../../src/sheets/read-file.js';
import fc from '../support/properties.js';
import { csv, type GivenSheet, workbook } from './build.js';
import { expectComparable } from './comparable.js';

// npm test runs 300 files; `FILES=10000 npx vitest run test/sheets/fuzz.test.ts` runs as many as the issue asks for.
const FILES = Number(process.env.FILES ?? 300);
const TIMEOUT = Math.max(60_000, FILES * 40);

const HEADS = [
  '序号',
  '项 目\n名称',
  '工程名称',
  '责任单位',
  '牵头单位',
  '责任人',
  '联系电话',
  '包保领导',
  '总投资（亿元）',
  '投资情况',
  '年度计划投资',
  '2021年计划投资',
  '累计完成投资',
  '开工时间',
  '竣工',
  '建设起止时间',
  '节点计划',
  '用地',
  '环评',
  '存在问题',
  '类别',
  '备注',
  '单位：元',
  '1',
  '',
];
const TEXTS = [
  '一、工业（2个）',
  '（一）装备',
  '合计',
  '小  计',
  '小计（20个）',
  '注：无',
  '例',
  '甲项目',
  '乙工程',
  '水利局',
  '县工信局',
  '工业和信息化局',
  '王  伟',
  '许倩、张海涛',
  '待定',
  '—',
  '/',
  '无',
  '3.5亿元',
  '3500万',
  '约4600',
  '1,200',
  '1.2-1.5亿',
  '1000万美元',
  '-5',
  '６月底前',
  '2020.6.30',
  '2020.3~2021.6',
  '43982',
  '二季度',
  '次年3月',
  '2020年13月',
  '6月31日',
  '已开工',
  '√',
  '用地2月底,施工许可3月',
  '14006353135',
  '1400635',
  '项目名称',
  '😀',
  '\u0000',
  '<b>&amp;',
  '=1+1',
  "'",
  '"',
  '长'.repeat(300),
  '１２３',
  '3月-6月',
  '2020',
  '202006',
  '0.00001',
  '1e308',
];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(...HEADS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[0-9年月日.\-~至季度半上下旬底前万亿元约、，()（）]{1,14}$/) },
);
const number = fc.oneof(
  fc.integer({ min: -5, max: 60_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 43982, 20200630, 202006, 2020.1, 14006353135),
);
const row = fc.array(
  fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: number }, { weight: 1, arbitrary: fc.constant('') }),
  { maxLength: 12 },
);
const headRow = fc.shuffledSubarray(HEADS, { minLength: 3, maxLength: 14 });
const grid = fc
  .tuple(fc.array(row, { maxLength: 3 }), fc.array(headRow, { maxLength: 3 }), fc.array(row, { maxLength: 14 }))
  .map((parts) => parts.flat());

/** Found by the property (seed 840218039): heads twice, and an amount that is no whole 10k yuan. */
const HEADS_TWICE = [
  ['累计完成投资', '包保领导', '备注', '项 目\n名称', '类别', '年度计划投资'],
  ['备注', '牵头单位', '项 目\n名称'],
  ['一、工业（2个）', '序号', '一、工业（2个）', '一、工业（2个）', 0, 2020.1],
];

/** What holds for every understanding, whatever the file was. */
function expectSound(ledger: LedgerSheet): void {
  for (const project of [...ledger.projects, ...ledger.withdrawn]) {
    for (const amount of [project.totalInvestment, project.yearPlan, project.done]) {
      expect(amount === null || (Number.isFinite(amount) && amount >= 0)).toBe(true);
    }
    for (const day of [project.start, project.end, ...project.milestones.map(({ due }) => due)]) {
      expect(day === null || isLocalDay(day)).toBe(true);
    }
  }
  for (const { cell } of [...ledger.faults, ...ledger.ambiguous]) expect(cell).toMatch(/^[A-Z]{1,3}\d+$/);
  for (const { why, instead } of ledger.faults)
    for (const words of [why.zh, why.en, instead.zh, instead.en]) expect(words).not.toMatch(/undefined|NaN|\[object/);
  expect(JSON.stringify(ledger)).toBeTypeOf('string');
  expectComparable(ledger);
}

const merges = fc.array(
  fc.record({
    top: fc.integer({ min: 1, max: 20 }),
    left: fc.integer({ min: 1, max: 12 }),
    down: fc.integer({ min: 0, max: 4 }),
    right: fc.integer({ min: 0, max: 11 }),
  }),
  { maxLength: 5 },
);

describe('any file at all', () => {
  it(
    'a grid of random cells and merged ranges is understood or not, but never breaks the reading',
    () => {
      const cell = fc.oneof(
        text.map(textCell),
        number.map((value): Cell => ({ ...textCell(String(value)), number: value })),
        fc.constant<Cell>({ ...textCell(''), broken: '#REF!' }),
        text.map((each): Cell => ({ ...textCell(each), struck: 'all', struckText: each })),
      );
      const rows = fc.tuple(headRow, fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }));
      fc.assert(
        fc.property(rows, merges, ([head, body], ranges) => {
          const all = [head.map(textCell), ...body];
          const sheet: GridSheet = {
            name: '表',
            hidden: false,
            rows: all.map((cells, at) => ({
              row: at + 1,
              hidden: at % 5 === 4,
              cells: new Map(cells.map((each, index) => [index + 1, each])),
            })),
            merges: ranges.map(({ top, left, down, right }) => ({
              top,
              left,
              bottom: top + down,
              right: left + right,
            })),
            comments: new Map(),
          };
          expectSound(readLedger([sheet], { fileName: '', year: 2020 }));
        }),
        { numRuns: FILES },
      );
    },
    TIMEOUT,
  );

  it(
    'a csv in any encoding',
    async () => {
      const encoding = fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'latin1', 'big5');
      await fc.assert(
        fc.asyncProperty(
          grid,
          encoding,
          fc.constantFrom(',', '\t', ';'),
          fc.boolean(),
          async (rows, encodedIn, delimiter, bom) => {
            const bytes = new Uint8Array(iconv.encode(csv(rows, delimiter), encodedIn, { addBOM: bom }));
            const answer = await readFileHere({ bytes, name: '台账.csv', year: 2020 });
            if ('ledger' in answer) expectSound(answer.ledger);
            else expect(answer.refused.instead.zh).not.toBe('');
          },
        ),
        { numRuns: FILES, examples: [[HEADS_TWICE, 'utf-8', ',', false]] },
      );
    },
    TIMEOUT,
  );

  it(
    'a workbook with random cells, struck-out and hidden rows',
    async () => {
      const sheet = fc.record({
        rows: grid,
        hidden: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
        struck: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 2 }), async (sheets) => {
          const given = sheets.map(
            ({ rows, hidden, struck }, at): GivenSheet => ({
              name: `表${at}`,
              rows,
              hiddenRows: hidden,
              struckRows: struck,
            }),
          );
          const answer = await readFileHere({ bytes: await workbook(...given), name: '台账.xlsx', year: 2020 });
          if ('ledger' in answer) expectSound(answer.ledger);
          else expect(answer.refused.instead.zh).not.toBe('');
        }),
        { numRuns: Math.ceil(FILES / 3) },
      );
    },
    TIMEOUT,
  );

  it(
    'a workbook with bytes changed anywhere',
    async () => {
      const good = await workbook({
        name: '台账',
        rows: [
          ['项目名称', '责任单位', '责任人', '总投资'],
          ['甲项目', '水利局', '王一', 5000],
        ],
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
          async (changes) => {
            const bytes = good.slice();
            for (const [at, value] of changes) bytes[at] = value;
            const answer = await readFileHere({ bytes, name: '台账.xlsx', year: 2020 });
            expect('ledger' in answer || answer.refused.wrong.zh !== '').toBe(true);
          },
        ),
        { numRuns: FILES },
      );
    },
    TIMEOUT,
  );
});
