import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import {
  type Choices,
  compareLedger,
  type LedgerNow,
  type LedgerProject,
  NO_CHOICES,
  nameKey,
  rowKey,
} from '../../src/domain/ledger-compare/index.js';
import { fieldAddress, type LedgerSheet, type SheetProject } from '../../src/domain/ledger-sheet/index.js';
import { DEFAULT_STAGES } from '../../src/domain/stage.js';

const day = localDay;

const steel: LedgerProject = {
  id: 1,
  code: 'P-001',
  name: '精密钢球智能化改造项目',
  nicknames: ['钢球改造'],
  coOwnerIds: [],
  milestoneOwnerIds: [],
  category: 'industrial',
  focusArea: 'projects',
  unitId: 1,
  ownerId: 1,
  ownerPositionId: null,
  sponsorId: 3,
  sponsorPositionId: null,
  site: 'east',
  standing: 'open',
  firstStage: 'landed',
  undone: false,
  totalInvestment: 35_000,
  yearPlan: 18_000,
  doneInvestment: 4200,
  startDay: day('2020-03-31'),
  endDay: day('2021-06-30'),
  content: '车间4.2万平方米（一期）',
  problem: '用地未批',
  remark: null,
  pauseReason: null,
  pausedUntil: null,
  milestones: [
    { id: 11, name: '用地', due: day('2020-01-31'), percent: 100 },
    { id: 12, name: '开工', due: day('2020-03-31'), percent: null },
  ],
};
const road: LedgerProject = {
  ...steel,
  id: 2,
  code: 'P-002',
  name: '滨河路改造工程',
  nicknames: [],
  category: 'infrastructure',
  unitId: 2,
  ownerId: 2,
  milestones: [],
  problem: null,
};

const ledger: LedgerNow = {
  revision: 7,
  projects: [steel, road],
  units: [
    { id: 1, key: 'zone', name: { zh: '经济开发区', en: 'Economic Zone' }, aliases: ['开发区'] },
    { id: 2, key: 'housing', name: { zh: '住房和城乡建设局', en: 'Housing' }, aliases: [] },
  ],
  people: [
    { id: 1, name: '何志远', nameEn: 'He Zhiyuan', phone: '13800000001', unitIds: [1] },
    { id: 2, name: '张伟', nameEn: 'Zhang Wei', phone: '13800000002', unitIds: [2] },
    { id: 3, name: '邱震', nameEn: 'Qiu Zhen', phone: null, unitIds: [] },
    { id: 4, name: '张伟', nameEn: 'Zhang Wei', phone: '13800000004', unitIds: [1] },
  ],
  categories: [
    { key: 'industrial', name: { zh: '工业重点项目', en: 'Industrial' } },
    { key: 'infrastructure', name: { zh: '农业、服务业及基础设施项目', en: 'Infrastructure' } },
  ],
  sites: [{ key: 'east', name: { zh: '东区产业园', en: 'East park' } }],
  focusAreas: ['industry', 'projects'],
  stages: DEFAULT_STAGES,
};

const FIELDS = [
  'code',
  'name',
  'category',
  'unit',
  'owner',
  'sponsor',
  'totalInvestment',
  'yearPlan',
  'done',
  'start',
  'end',
];
const COLUMNS = [...FIELDS, 'content', 'problem', 'site', 'remark'];
const columnsWithout = (without: readonly string[]) =>
  Object.fromEntries(
    COLUMNS.filter((field) => !without.includes(field)).map((field, at) => [field, 'ABCDEFGHIJKLMNOP'[at]]),
  );

/** The row that says of the steel project just what the ledger says. */
function row(at: number, more: Partial<SheetProject> = {}, without: readonly string[] = []): SheetProject {
  return {
    sheet: '台账',
    row: at,
    code: 'P-001',
    name: '精密钢球智能化改造项目',
    category: '工业重点项目',
    unit: '开发区',
    owner: '何志远',
    phone: '',
    sponsor: '邱震',
    totalInvestment: 35_000,
    yearPlan: 18_000,
    done: 4200,
    start: day('2020-03-31'),
    end: day('2021-06-30'),
    milestones: [{ name: '用地', due: day('2020-01-31'), done: true }],
    content: '车间4.2万平方米(一期)',
    progress: '',
    problem: '用地未批',
    site: '东区产业园',
    remark: '',
    columns: columnsWithout(without),
    elsewhere: {},
    ...more,
  };
}
const newRow = (at: number, more: Partial<SheetProject> = {}): SheetProject =>
  row(at, { code: '', name: '阿胶饮品灌装线', milestones: [], ...more });

const sheet = (projects: readonly SheetProject[], more: Partial<LedgerSheet> = {}): LedgerSheet => ({
  year: 2020,
  projects,
  withdrawn: [],
  faults: [],
  ambiguous: [],
  unknownColumns: [],
  skippedSheets: [],
  ...more,
});
const compare = (projects: readonly SheetProject[], choices: Partial<Choices> = {}, more: Partial<LedgerSheet> = {}) =>
  compareLedger(sheet(projects, more), ledger, { ...NO_CHOICES, ...choices });
const whys = (of: ReturnType<typeof compare>) => of.faults.map(({ why }) => why.zh);

describe('a row that says what the ledger says', () => {
  it('changes nothing, however brackets, units and names are written', () => {
    const same = compare([row(2)]);
    expect(same).toMatchObject({ lines: [], unchanged: 1, faults: [], people: [], units: [], held: 0 });
    expect(same.writes).toEqual({ units: [], people: [], changes: [], figures: [], finished: [] });
    expect(same.absent).toEqual([{ code: 'P-002', name: '滨河路改造工程' }]);
  });

  it('is found by code, name or nickname', () => {
    for (const found of [{ code: 'p1', name: '精密钢球智能化改造' }, { code: '' }, { code: '', name: '钢球改造' }])
      expect(
        compare([row(2, found)]).absent.map(({ code }) => code),
        JSON.stringify(found),
      ).toEqual(['P-002']);
  });

  it('leaves alone what is blank, but a blank problem says that there is none', () => {
    const blank = { owner: '', sponsor: '', totalInvestment: null, start: null, content: '', site: '', done: null };
    expect(compare([row(2, blank)]).unchanged).toBe(1);
    expect(compare([row(2, { problem: '' })]).writes.changes).toEqual([
      { kind: 'change-project', projectId: 1, before: { problem: '用地未批' }, after: { problem: null }, reason: null },
    ]);
    expect(compare([row(2, { problem: '' }, ['problem'])]).unchanged).toBe(1);
  });
});

describe('a row that says something else', () => {
  it('changes those fields only, each with what it was', () => {
    const changed = compare([
      row(2, {
        name: '精密钢球智能化改造二期',
        unit: '住建局',
        owner: '邱震',
        totalInvestment: 40_000.4,
        end: day('2021-07-31'),
        done: 5000,
        milestones: [
          { name: '开工', due: day('2020-04-30'), done: true },
          { name: '竣工投产', due: day('2021-07-31'), done: false },
        ],
      }),
    ]);
    expect(changed.writes.changes).toEqual([
      {
        kind: 'change-project',
        projectId: 1,
        before: { name: steel.name, unitId: 1, ownerId: 1, totalInvestment: 35_000, endDay: '2021-06-30' },
        after: {
          name: '精密钢球智能化改造二期',
          unitId: 2,
          ownerId: 3,
          totalInvestment: 40_000.4,
          endDay: '2021-07-31',
        },
        reason: null,
      },
      {
        kind: 'change-milestone',
        projectId: 1,
        milestoneId: 12,
        before: { due: '2020-03-31' },
        after: { due: '2020-04-30' },
        reason: null,
      },
      { kind: 'add-milestone', projectId: 1, milestone: { name: '竣工投产', due: '2021-07-31', stage: 'operating' } },
    ]);
    expect(changed.writes.figures).toEqual([{ code: 'P-001', projectId: 1, before: 4200, done: 5000 }]);
    expect(changed.writes.finished).toEqual([{ code: 'P-001', projectId: 1, milestoneId: 12, name: '开工' }]);
    expect(changed.lines[0]?.differences.map(({ field }) => field)).toEqual([
      'name',
      'unit',
      'owner',
      'totalInvestment',
      'end',
      'done',
      'milestone:开工',
      'milestone:开工',
      'milestone:竣工投产',
    ]);
  });

  it('does not lower what was done, unless that is wanted', () => {
    const lower = compare([row(2, { done: 3000 })]);
    expect(lower.writes.figures).toEqual([]);
    expect(whys(lower)).toEqual(['完成投资 3000万元，少于已上报的 4200万元，未导入']);
    expect(compare([row(2, { done: 3000 })], { lower: true }).writes.figures).toHaveLength(1);
  });

  it('takes no figure that a line would not be taken with: beyond the total, or a leap beyond the year’s plan', () => {
    const beyond = compare([row(2, { totalInvestment: 20_000, yearPlan: 30_000, done: 20_001 })]);
    expect(beyond.writes.figures).toEqual([]);
    expect(whys(beyond)).toEqual(['完成投资 20001万元，超过总投资 20000万元（上次 4200万元），未导入']);
    const leap = compare([row(2, { done: 22_200.0001 })]);
    expect(leap.writes.figures).toEqual([]);
    expect(whys(leap)).toEqual(['完成投资一次增加到 22200.0001万元，超过全年计划 18000万元（上次 4200万元），未导入']);
    expect(compare([row(2, { done: 22_200.0001 })], { lower: true }).writes.figures).toMatchObject([
      { before: 4200, done: 22_200.0001 },
    ]);
    // The row's own new plan is what it is judged by.
    expect(compare([row(2, { yearPlan: 19_000, done: 22_200.0001 })]).writes.figures).toHaveLength(1);
    const fresh = { name: '全新项目', code: '', totalInvestment: 900, yearPlan: 500, done: 600 };
    const added = compare([row(2, fresh)]);
    expect([added.lines[0]?.kind, added.writes.figures]).toEqual(['new', []]);
    expect(whys(added)).toContain('完成投资一次增加到 600万元，超过全年计划 500万元，未导入');
  });

  it('does not take a later step as done while an earlier one is reported at 1-99 %, unless it calls that done, too', () => {
    const milestones = ['开工', '竣工投产'].map((name, at) => ({
      id: 11 + at,
      name,
      due: null,
      percent: at === 0 ? 75 : null,
    }));
    const now = { ...ledger, projects: [{ ...steel, milestones }] };
    const finishes = (...names: string[]) => {
      const done = names.map((name) => ({ name, due: null, done: true }));
      return compareLedger(sheet([row(2, { milestones: done })]), now, NO_CHOICES);
    };
    const over = finishes('竣工投产');
    expect(over.writes.finished).toEqual([]);
    expect(whys(over)).toEqual(['“竣工投产”写已完成，前面的“开工”是75%，未导入']);
    expect(finishes('开工', '竣工投产').writes.finished).toHaveLength(2);
    expect(whys(finishes('开工', '竣工投产'))).toEqual([]);
  });

  it('leaves out cells with an error, and only these', () => {
    const cell = fieldAddress(row(2), 'totalInvestment') ?? '';
    const words = { zh: '', en: '' };
    const wrong = [{ sheet: '台账', cell, level: 'error' as const, why: words, instead: words }];
    const compared = compare([row(2, { totalInvestment: 1, yearPlan: 19_000 })], {}, { faults: wrong });
    expect(compared.lines[0]?.differences.map(({ field }) => field)).toEqual(['yearPlan']);
  });

  it('twice is read once', () => {
    const twice = compare([row(2, { yearPlan: 1 }), row(3, { yearPlan: 2 })]);
    expect(twice.lines).toHaveLength(1);
    expect(whys(twice)[0]).toContain('只读前一行');
  });

  it('with an amount that no project has is not taken', () => {
    expect(whys(compare([row(2, { totalInvestment: 1e12 })]))).toEqual(['总投资过大，未导入']);
  });
});

describe('people and units', () => {
  it('of one name are told apart by telephone, else by unit; else it is asked', () => {
    const owner = (more: Partial<SheetProject>) =>
      compare([row(2, { owner: '张伟', ...more })]).writes.changes.map((change) => 'after' in change && change.after);
    expect(owner({ phone: '138 0000 0002' })).toEqual([{ ownerId: 2 }]);
    expect(owner({})).toEqual([{ ownerId: 4 }]);
    const asked = compare([newRow(2, { owner: '张伟', unit: '财政局' })], { units: { 财政局: 'new' } });
    expect(asked.people).toMatchObject([{ name: '张伟', candidates: [2, 4], chosen: null }]);
  });

  it('that are unknown are asked about once, and left out until it is decided', () => {
    const rows = [row(2, { owner: '新来的', unit: '招商专班' })];
    const open = compare(rows);
    expect(open.lines).toEqual([]);
    expect([open.people[0]?.name, open.units[0]?.name]).toEqual(['新来的', '招商专班']);
    expect(open.units[0]?.times).toBe(1);
    const made = compare(rows, { people: { 新来的: 'new' }, units: { [nameKey('招商专班')]: 'new' } });
    expect(made.writes.people).toEqual([{ id: -1, name: '新来的', phone: '', role: 'official', unitId: -1 }]);
    expect(made.writes.units).toEqual([{ id: -1, name: '招商专班' }]);
    expect(made.writes.changes).toMatchObject([{ after: { unitId: -1, ownerId: -1 } }]);
    expect(compare(rows, { people: { 新来的: 4 }, units: { 招商专班: 'blank' } }).writes.changes).toMatchObject([
      { after: { ownerId: 4 } },
    ]);
  });

  it('who owns it as the holder of a position owns it in person once somebody else is named', () => {
    const held = { ...ledger, projects: [{ ...steel, ownerPositionId: 9 }] };
    expect(compareLedger(sheet([row(2)]), held, NO_CHOICES).lines).toEqual([]);
    expect(compareLedger(sheet([row(2, { owner: '邱震' })]), held, NO_CHOICES).writes.changes).toMatchObject([
      { before: { ownerId: 1, ownerPositionId: 9 }, after: { ownerId: 3, ownerPositionId: null } },
    ]);
  });
});

describe('a new project', () => {
  it('comes under the next code, with what its category usually has', () => {
    const [change] = compare([newRow(2), newRow(3, { name: '物流园', category: '农业、服务业及基础设施' })]).writes
      .changes;
    expect(change).toMatchObject({
      kind: 'add-project',
      project: {
        code: 'P-003',
        name: '阿胶饮品灌装线',
        category: 'industrial',
        focusArea: 'projects',
        stage: 'landed',
        unitId: 1,
      },
    });
  });

  it('keeps a code of its own that is free', () => {
    expect(
      compare([newRow(2, { code: 'P-090' }), newRow(3, { name: '物流园' })]).lines.map(({ code }) => code),
    ).toEqual(['P-090', 'P-003']);
  });

  it('with a code that another bears is a fault at its cell; no code is ever changed', () => {
    const { lines, faults } = compare([
      newRow(2, { code: 'P-081' }),
      newRow(3, { code: 'P-081', name: '物流园' }),
      newRow(4, { code: 'P-082', name: '冷链仓库' }),
      newRow(5, { name: '中药饮片车间' }),
    ]);
    expect(lines.map(({ code }) => code)).toEqual(['P-081', 'P-082', 'P-003']);
    expect(faults.map(({ cell, why }) => [cell, why.zh])).toEqual([['A3', '编号 P-081 已是另一个项目的，未导入']]);
  });

  it('brings its investment and finished milestones as reports', () => {
    const milestones = [
      { name: '用地', due: day('2020-02-28'), done: true },
      { name: '立项', due: null, done: false },
    ];
    const { writes } = compare([newRow(2, { milestones, done: 10 })]);
    expect(writes.figures).toEqual([{ code: 'P-003', projectId: null, before: null, done: 10 }]);
    expect(writes.finished).toEqual([{ code: 'P-003', projectId: null, milestoneId: null, name: '用地' }]);
    expect(writes.changes).toMatchObject([{ project: { milestones: [{ name: '用地', due: '2020-02-28' }] } }]);
  });

  it('without a unit or category is not one', () => {
    const compared = compare([newRow(2, { unit: '' }), newRow(3, { name: '物流园', category: '' })]);
    expect(compared.lines).toEqual([]);
    expect(whys(compared)).toEqual(['新项目没有责任单位，未导入', '新项目没有类别，未导入']);
    expect(compare([newRow(2, { unit: '招商专班' })])).toMatchObject({ held: 1, faults: [] });
  });
});

describe('a name that is only like a project’s', () => {
  const likely = newRow(2, { name: '精密钢球智能改造' });

  it('is a question, not a guess', () => {
    const compared = compare([likely]);
    expect(compared).toMatchObject({ lines: [], held: 1, absent: [{ code: 'P-002' }] });
    expect(compared.likely).toMatchObject([{ row: 2, candidates: [{ id: 1, code: 'P-001' }], chosen: null }]);
  });

  it('is that project, or a new one, once a person says so', () => {
    expect(compare([likely], { projects: { [rowKey('台账', 2)]: 1 } }).writes.changes).toMatchObject([
      { kind: 'change-project', after: { name: '精密钢球智能改造' } },
    ]);
    expect(compare([likely], { projects: { [rowKey('台账', 2)]: 'new' } }).lines).toMatchObject([{ kind: 'new' }]);
  });

  it('is nobody’s of another unit, nor of a project that another row names', () => {
    expect(compare([{ ...likely, unit: '住建局' }]).likely).toEqual([]);
    expect(compare([row(3), likely]).likely).toEqual([]);
  });

  it('under the code of a project with a quite different name is asked about', () => {
    expect(compare([row(2, { name: '黄河滩区迁建' })]).likely).toMatchObject([{ candidates: [{ id: 1 }] }]);
    expect(compare([row(2, { name: '滨河路改造工程', unit: '住建局' })]).absent).toMatchObject([{ code: 'P-001' }]);
  });
});

describe('withdrawing', () => {
  it('follows from a struck-out row, never from a missing one', () => {
    const compared = compare([row(2)], {}, { withdrawn: [row(9, { code: 'P-002', name: '滨河路改造工程' })] });
    expect(compared.writes.changes).toEqual([
      {
        kind: 'change-project',
        projectId: 2,
        before: { standing: 'open' },
        after: { standing: 'withdrawn' },
        reason: null,
      },
    ]);
    expect(compared.absent).toEqual([]);
  });

  it('a withdrawn project that the file has is asked about; one that an undone import brought comes back', () => {
    const of = (undone: boolean): LedgerNow => ({
      ...ledger,
      projects: [{ ...steel, standing: 'withdrawn', undone, yearPlan: 1 }],
    });
    expect(compareLedger(sheet([row(2)]), of(false), NO_CHOICES)).toMatchObject({ held: 1, lines: [] });
    const back = compareLedger(sheet([row(2)]), of(true), NO_CHOICES);
    expect(back.lines).toMatchObject([{ kind: 'new', code: 'P-001' }]);
    expect(back.writes.changes).toEqual([
      {
        kind: 'change-project',
        projectId: 1,
        before: { yearPlan: 1, standing: 'withdrawn' },
        after: { yearPlan: 18_000, standing: 'open' },
        reason: null,
      },
    ]);
  });
});
