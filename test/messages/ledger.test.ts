import { describe, expect, test } from 'vitest';
import { drawPng } from '../../src/charts/draw.js';
import { localDay } from '../../src/domain/day.js';
import {
  compareLedger,
  type LedgerNow,
  type LedgerProject,
  NO_CHOICES,
} from '../../src/domain/ledger-compare/index.js';
import { FAULTS, FIELD_WORDS } from '../../src/domain/ledger-sheet/fault-words.js';
import type { LedgerSheet, SheetProject } from '../../src/domain/ledger-sheet/index.js';
import { DEFAULT_STAGES } from '../../src/domain/stage.js';
import { plainLines } from '../../src/features/digest/messages/plain.js';
import { columnsForm } from '../../src/features/ledger/messages/columns-form.js';
import {
  discardedMessage,
  staleMessage,
  undoneMessage,
  writtenMessage,
} from '../../src/features/ledger/messages/decided.js';
import { importForm } from '../../src/features/ledger/messages/import-form.js';
import { previewLists } from '../../src/features/ledger/messages/lists.js';
import { nameOptions, namesForm } from '../../src/features/ledger/messages/names-form.js';
import { overviewMessage } from '../../src/features/ledger/messages/overview.js';
import { previewMessage, readingMessage, updatedMessage } from '../../src/features/ledger/messages/preview.js';
import { words as refusalWords } from '../../src/features/ledger/messages/refusals.js';
import type { Previewed } from '../../src/features/ledger/model.js';
import { countsOf, understoodOf } from '../../src/features/ledger/understood.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { option, refusalMessage } from '../../src/slack/blocks.js';
import type { KeptImport } from '../../src/store/ledger-imports.js';
import { clock, program } from './county.js';
import { expectSaid, formLines, goldenRead, goldenSent, readLines } from './golden.js';

const day = localDay;
const names = (zh: string, en: string) => ({ zh, en });

const project = (id: number, name: string, more: Partial<LedgerProject> = {}): LedgerProject => ({
  id,
  code: `P-00${id}`,
  name,
  nicknames: [],
  coOwnerIds: [],
  milestoneOwnerIds: [],
  category: 'industrial',
  focusArea: 'projects',
  unitId: 1,
  ownerId: 1,
  ownerPositionId: null,
  sponsorId: null,
  sponsorPositionId: null,
  site: null,
  standing: 'open',
  firstStage: 'landed',
  undone: false,
  totalInvestment: 35_000,
  yearPlan: 18_000,
  doneInvestment: 4200,
  startDay: day('2020-03-31'),
  endDay: day('2021-06-30'),
  content: null,
  problem: '32亩建设用地指标未落实',
  remark: null,
  pauseReason: null,
  pausedUntil: null,
  milestones: [{ id: id * 10, name: '开工', due: day('2020-03-31'), percent: null }],
  ...more,
});

const ledger: LedgerNow = {
  revision: 1,
  projects: [
    project(1, '瑞胶堂阿胶健康产业园一期项目'),
    project(2, '恒硕新材装配式建筑构件生产基地项目'),
    project(3, '滨河路 <!channel> *改造* 工程', { doneInvestment: 9000 }),
    project(4, '康盾高分子医用敷料项目'),
    project(5, '泰和源生物多肽原料药项目'),
  ],
  units: [{ id: 1, key: 'zone', name: names('经济开发区', 'Economic Development Zone'), aliases: [] }],
  people: [
    { id: 1, name: '何志远', nameEn: 'He Zhiyuan', phone: null, unitIds: [1] },
    { id: 2, name: '张德胜', nameEn: 'Zhang Desheng', phone: null, unitIds: [1] },
  ],
  categories: [
    { key: 'industrial', name: names('工业重点项目', 'Industrial projects') },
    { key: 'backbone', name: names('骨干企业', 'Backbone firms') },
  ],
  sites: [],
  focusAreas: ['projects'],
  stages: DEFAULT_STAGES,
};

const row = (at: number, name: string, more: Partial<SheetProject> = {}): SheetProject => ({
  sheet: '重点项目台账',
  row: at,
  code: '',
  name,
  category: '工业重点项目',
  unit: '经济开发区',
  owner: '何志远',
  phone: '13800000000',
  sponsor: '',
  totalInvestment: 35_000,
  yearPlan: 18_000,
  done: 4200,
  start: day('2020-03-31'),
  end: day('2021-06-30'),
  milestones: [],
  content: '',
  progress: '基础施工',
  problem: '32亩建设用地指标未落实',
  site: '',
  remark: '',
  columns: {
    name: 'C',
    unit: 'J',
    owner: 'K',
    done: 'F',
    problem: 'N',
    progress: 'M',
    phone: 'L',
  },
  elsewhere: {},
  ...more,
});

const sheet: LedgerSheet = {
  year: 2020,
  projects: [
    row(7, '瑞胶堂阿胶健康产业园一期项目', {
      totalInvestment: 40_000,
      done: 6000,
      problem: '',
      milestones: [{ name: '开工', due: day('2020-04-30'), done: true }],
    }),
    row(8, '恒硕新材装配式建筑构件生产基地'),
    row(9, '滨河路 <!channel> *改造* 工程', { owner: '张德胜', done: 8000 }),
    row(11, '阿胶植物饮品灌装生产线项目', {
      done: null,
      milestones: [
        { name: '用地', due: day('2020-08-31'), done: false },
        { name: '开工', due: day('2020-10-31'), done: false },
      ],
    }),
    row(12, '泰和源生物多肽原料药项目'),
    row(13, '恒硕新材装配式构件生产基地二期', { unit: '招商专班', owner: '高大山', category: '专项' }),
  ],
  withdrawn: [row(20, '康盾高分子医用敷料项目')],
  faults: [
    { sheet: '重点项目台账', cell: 'K63', level: 'error', ...FAULTS.open(FIELD_WORDS.owner, '待定') },
    { sheet: '重点项目台账', cell: 'L39', level: 'warning', ...FAULTS.phone(10) },
  ],
  ambiguous: [
    {
      sheet: '重点项目台账',
      cell: 'K84',
      field: 'owner',
      accept: ['许倩', '许倩、张海涛'],
      why: FAULTS.severalNames(FIELD_WORDS.owner, ['许倩', '张海涛']).why,
    },
  ],
  unknownColumns: [{ sheet: '重点项目台账', cell: 'P4', head: '审批文号' }],
  skippedSheets: ['说明'],
};

const comparison = compareLedger(sheet, ledger, NO_CHOICES);
const previewed: Previewed = {
  id: 12,
  fileName: '2020年6月重点项目台账.xlsx',
  sheet,
  comparison,
  remembered: 1,
  counts: countsOf(sheet, comparison),
};
const kept: KeptImport = {
  id: 12,
  personId: 1,
  fileName: previewed.fileName,
  slackFileId: 'F1',
  ledgerRevision: 1,
  understood: {},
  standing: 'previewed',
  at: clock('2020-06-17', '16:30'),
  confirmedAt: null,
  cause: 'event:1',
};
const open = { kept, understood: understoodOf(sheet, comparison, NO_CHOICES) };

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const plain = messages.map(({ text, blocks }) => ({ text, blocks }));
  for (const { blocks } of plain) checkMessageBlocks(blocks);
  await goldenSent(`ledger/${name}`, plain);
  await goldenRead(`ledger/${name}`, ...plain.map((each) => readLines(each, plainLines(each.blocks))));
}

async function goldenForm(name: string, view: ReturnType<typeof importForm>): Promise<void> {
  await goldenSent(`ledger/${name}`, view);
  await goldenRead(`ledger/${name}`, formLines(view));
}

describe.each(['zh', 'en'] as const)('importing, as people read it (%s)', (language) => {
  const reader = { language, program };

  test('what /ledger can do', () =>
    golden(`overview-${language}`, overviewMessage(reader, true), overviewMessage(reader, false)));

  test('the preview: being read, ready, decided upon', () =>
    golden(
      `preview-${language}`,
      readingMessage(previewed.fileName, reader),
      previewMessage(previewed, reader),
      updatedMessage(previewed, reader),
    ));

  test('what its picture says to who cannot see it', async () => {
    const { picture } = previewMessage(previewed, reader);
    if (!picture) throw new Error('no picture');
    expectSaid(picture);
    await expect(`${picture.alt}\n`).toMatchFileSnapshot(`ledger/picture-${language}.txt`);
    expect(drawPng(picture.chart).length).toBeGreaterThan(10_000);
  });

  test('the lists in its thread', () => golden(`lists-${language}`, ...previewLists(previewed, reader)));

  test('written, with the way back', () =>
    golden(
      `written-${language}`,
      writtenMessage(
        { kind: 'written', kept, counts: previewed.counts, awaited: [], overtaken: ['P-002', 'P-017'] },
        [
          { projectId: 3, code: 'P-003', name: '滤清源 <@U1> 项目', text: '32亩建设用地\n指标未落实', told: [] },
          ...Array.from({ length: 8 }, (_, at) => ({
            projectId: 10 + at,
            code: `P-0${10 + at}`,
            name: '年产6万吨高精度轴承钢球生产线项目',
            text: '电力增容未批',
            told: [],
          })),
        ],
        reader,
      ),
    ));

  test('not written: somebody else was quicker', () =>
    golden(
      `stale-${language}`,
      staleMessage(
        {
          kind: 'stale',
          kept,
          changes: [
            {
              at: clock('2020-06-17', '16:42'),
              personId: 1,
              name: '曾洪波',
              nameEn: 'Zeng Hongbo',
              codes: ['P-001', 'P-002', 'P-003', 'P-004', 'P-005'],
              count: 12,
            },
            { at: clock('2020-06-17', '16:35'), personId: null, name: null, nameEn: null, codes: ['P-020'], count: 1 },
          ],
        },
        reader,
      ),
    ));

  test('undone, discarded', () =>
    golden(
      `undone-${language}`,
      undoneMessage({ kind: 'undone', kept, counts: previewed.counts, withdrawn: 1 }, reader),
      discardedMessage({ kind: 'decided', kept, standing: 'discarded' }, reader),
    ));

  test('every refusal', () => {
    const words = refusalWords;
    const { previewed: _, ...decided } = words.decided[language];
    const all = [
      ...Object.values(decided),
      words.gone[language],
      words.fileGone[language],
      words.tooBig[language](20),
      words.tooManyLines[language](6200, 5000),
      words.changedSince[language]('P-002'),
      words.tooLate[language](24),
      { wrong: words.spreadsheetOfOther[language], instead: words.whoImports[language] },
    ];
    return golden(
      `refusals-${language}`,
      ...all.map((refusal) => refusalMessage({ ...refusal, understood: null }, language, null)),
    );
  });

  test('the forms', async () => {
    await goldenForm(
      `form-import-${language}`,
      importForm({ channelId: 'D1', threadTs: null, messageTs: null }, language),
    );
    await goldenForm(`form-columns-${language}`, columnsForm(open, [{ head: '领导批示', match: 'ignored' }], language));
    const categories = ledger.categories.map(({ key, name }) => option(name[language], key));
    await goldenForm(`form-names-${language}`, namesForm(open, categories, language));
    const offered = nameOptions([{ id: 2, label: '张德胜', about: '新城街道' }], reader);
    await goldenRead(`ledger/menu-${language}`, ...offered.map(({ text, value }) => `${text.text} = ${value}`));
  });
});
