import { describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../../src/domain/day.js';
import {
  compareLedger,
  type LedgerNow,
  type LedgerProject,
  NO_CHOICES,
} from '../../../src/domain/ledger-compare/index.js';
import type { LedgerSheet } from '../../../src/domain/ledger-sheet/index.js';
import { STAGES } from '../../../src/domain/plan.js';
import { DEFAULT_STAGES } from '../../../src/domain/stage.js';
import { ledgerBook } from '../../../src/features/ledger/messages/book.js';
import type { Exported } from '../../../src/features/ledger/model.js';
import { writeLedger } from '../../../src/sheets/index.js';
import { readFileHere } from '../../../src/sheets/read-file.js';
import { program, today } from '../../messages/county.js';
import fc from '../../support/properties.js';

/*
 * The two promises of importing: a ledger that was exported changes nothing when it is imported, and the order of the rows
 * does not matter. Both are asked of ledgers made by chance.
 */

const MILESTONES = ['立项', '用地', '环评', '施工许可', '开工', '主体封顶', '设备安装', '竣工验收', '竣工投产'];
const UNITS = ['经济开发区', '新城街道', '大桥镇', '工信局', '住房和城乡建设局', '行政审批服务局'];
const CATEGORIES = ['工业重点项目', '骨干企业', '重点跟进意向项目', '农业、服务业及基础设施项目'];
const SITES = ['东阿经济开发区', '高端装备产业园'];
const NAMES = ['何志远', '张德胜', '姜鹏', '程建国', '欧阳明', '许倩', '张伟', '张伟', 'Daniel Reed'];

const base: Omit<LedgerNow, 'projects'> = {
  revision: 1,
  units: UNITS.map((zh, at) => ({ id: at + 1, key: `unit-${at}`, name: { zh, en: `Unit ${at + 1}` }, aliases: [] })),
  people: NAMES.map((name, at) => ({
    id: at + 1,
    name,
    nameEn: name,
    phone: `1380000000${at}`,
    unitIds: [(at % UNITS.length) + 1],
  })),
  categories: CATEGORIES.map((zh, at) => ({ key: `category-${at}`, name: { zh, en: `Category ${at + 1}` } })),
  sites: SITES.map((zh, at) => ({ key: `site-${at}`, name: { zh, en: `Site ${at + 1}` } })),
  focusAreas: ['industry'],
  stages: DEFAULT_STAGES,
};

const index = (many: readonly unknown[]) => fc.integer({ min: 0, max: many.length - 1 });
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null, freq: 4 });
const someDay = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(localDay('2019-06-01'), days));
const amount = fc.integer({ min: 0, max: 900_000 });
const letters = '瑞胶堂阿健康产业园精密钢球智能装备滨河路改造工程黄洛神湖片区老旧小';
const word = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 14 }).map((each) => each.join(''));
const sentence = fc
  .array(
    fc.constantFrom(
      '占地86亩',
      '新建车间4.2万平方米',
      '购置设备60台(套)',
      '年产 1200 吨',
      '=SUM(A1)',
      '@甲',
      '+86',
      '<b>',
      'A&B',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join('，'));

const project = fc.record({
  name: word,
  category: index(CATEGORIES),
  unit: index(UNITS),
  owner: maybe(index(NAMES)),
  sponsor: maybe(index(NAMES)),
  site: maybe(index(SITES)),
  totalInvestment: maybe(amount),
  yearPlan: maybe(amount),
  doneInvestment: maybe(amount),
  from: maybe(fc.tuple(someDay, fc.integer({ min: 0, max: 700 }))),
  content: maybe(sentence),
  problem: maybe(sentence),
  remark: maybe(sentence),
  steps: fc
    .subarray(MILESTONES)
    .chain((names) => fc.tuple(fc.constant(names), fc.array(maybe(someDay), { minLength: 9, maxLength: 9 }))),
  percent: maybe(fc.integer({ min: 0, max: 100 })),
});

const ledgers = fc.uniqueArray(project, { minLength: 1, maxLength: 12, selector: ({ name }) => name }).map(
  (made): LedgerNow => ({
    ...base,
    projects: made.map(
      (each, at): LedgerProject => ({
        id: at + 1,
        code: `P-${String(at + 1).padStart(3, '0')}`,
        name: `${each.name}项目`,
        nicknames: [],
        coOwnerIds: [],
        milestoneOwnerIds: [],
        category: `category-${each.category}`,
        focusArea: 'industry',
        unitId: each.unit + 1,
        ownerId: each.owner === null ? null : each.owner + 1,
        ownerPositionId: null,
        sponsorId: each.sponsor === null ? null : each.sponsor + 1,
        sponsorPositionId: null,
        site: each.site === null ? null : `site-${each.site}`,
        standing: at % 5 === 4 ? 'paused' : 'open',
        firstStage: STAGES[at % STAGES.length] ?? 'lead',
        undone: false,
        totalInvestment: each.totalInvestment,
        yearPlan: each.yearPlan,
        doneInvestment: each.doneInvestment,
        startDay: each.from?.[0] ?? null,
        endDay: each.from === null ? null : addDays(each.from[0], each.from[1]),
        content: each.content,
        problem: each.problem,
        remark: each.remark,
        pauseReason: null,
        pausedUntil: null,
        milestones: each.steps[0].map((name, step) => ({
          id: at * 100 + step,
          name,
          due: each.steps[1][step] ?? null,
          percent: each.percent,
        })),
      }),
    ),
  }),
);

async function exportedAndRead(ledger: LedgerNow, language: 'zh' | 'en'): Promise<LedgerSheet> {
  const named = (things: LedgerNow['categories']) => new Map(things.map(({ key, name }) => [key, name]));
  const exported: Exported = {
    ledger,
    names: {
      focusAreas: new Map(),
      categories: named(ledger.categories),
      sites: named(ledger.sites),
      goals: new Map(),
      units: new Map(ledger.units.map(({ id, key, name }) => [id, { key, name, channelId: null, headId: null }])),
    },
    projects: new Map(ledger.projects.map((each) => [each.id, each])),
    reports: null,
    obstacles: null,
    activity: null,
    goals: null,
    proof: null,
    items: null,
    slips: null,
    reviews: null,
    lessons: null,
    pools: null,
    requests: null,
    allocations: null,
    activities: null,
    duties: null,
    leads: null,
    funds: null,
  };
  const bytes = await writeLedger(ledgerBook(exported, today, { language, program }));
  const answer = await readFileHere({ bytes, name: '台账.xlsx', year: 2020 });
  if ('refused' in answer) throw new Error(answer.refused.wrong.en);
  return answer.ledger;
}

describe('a ledger that was exported', () => {
  it.each(['zh', 'en'] as const)(
    'changes nothing when it is imported (%s)',
    async (language) => {
      await fc.assert(
        fc.asyncProperty(ledgers, async (ledger) => {
          const compared = compareLedger(await exportedAndRead(ledger, language), ledger, NO_CHOICES);
          expect(compared.lines.map(({ code, differences }) => [code, differences])).toEqual([]);
          expect({
            held: compared.held,
            absent: compared.absent,
            people: compared.people,
            units: compared.units,
          }).toEqual({
            held: 0,
            absent: [],
            people: [],
            units: [],
          });
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});

describe('the rows of a file', () => {
  it('may stand in any order', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, ledgers, fc.integer(), async (file, ledger, seed) => {
        const sheet = await exportedAndRead(file, 'zh');
        const shuffled = { ...sheet, projects: shuffledBy(sheet.projects, seed) };
        const said = (of: LedgerSheet) => {
          const { lines, writes, ...rest } = compareLedger(of, ledger, NO_CHOICES);
          // A new project's code is the next one when its row comes.
          const plain = lines.map((line) => (line.kind === 'new' ? { ...line, code: '' } : line));
          return {
            lines: sorted(plain),
            counts: [writes.changes.length, writes.figures.length, writes.finished.length],
            rest: {
              ...rest,
              faults: sorted(rest.faults),
              likely: sorted(rest.likely),
              people: sorted(rest.people.map(({ key, times }) => [key, times])),
              units: [],
            },
          };
        };
        expect(said(shuffled)).toEqual(said(sheet));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

const sorted = (things: readonly unknown[]) => things.map((each) => JSON.stringify(each)).sort();

function shuffledBy<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const keyed = things.map((thing, at) => ({ thing, key: Math.imul(seed ^ (at + 1), 2654435761) >>> 0 }));
  return keyed.sort((one, other) => one.key - other.key).map(({ thing }) => thing);
}
