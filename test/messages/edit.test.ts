import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { GoalMoved } from '../../src/domain/goals-moved.js';
import type { ProjectFields } from '../../src/domain/ledger-change.js';
import type { Outcome } from '../../src/feature.js';
import { addedMessage, milestoneAddedMessage } from '../../src/features/edit/messages/added.js';
import { changedMessage } from '../../src/features/edit/messages/changed.js';
import { effectMessage, keptAsItIs } from '../../src/features/edit/messages/effect.js';
import { milestoneForm } from '../../src/features/edit/messages/milestone-form.js';
import { postponeForm } from '../../src/features/edit/messages/postpone-form.js';
import { answerMessage, askedMessage, consentMessage } from '../../src/features/edit/messages/postponement.js';
import { addForm, editForm } from '../../src/features/edit/messages/project-form.js';
import { reasonForm } from '../../src/features/edit/messages/reason-form.js';
import { refuseForm } from '../../src/features/edit/messages/refuse-form.js';
import { threadMessage } from '../../src/features/edit/messages/thread.js';
import type { Changed, Named, SeenPostponement } from '../../src/features/edit/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks, checkView } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import type { LedgerProjectRow } from '../../src/store/ledger-projects.js';
import type { Language } from '../../src/text/language.js';
import { fitsRow } from '../../src/text/row.js';
import { goals } from './county.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, people, person } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const coordinator = person(6, [{ role: 'coordinator', unitId: null }]);
const day = localDay;
const fields: ProjectFields = {
  name: '滤清源高端工业滤材 <@U1> 项目',
  category: 'industrial',
  focusArea: 'projects',
  unitId: 60,
  ownerId: 1,
  ownerPositionId: null,
  sponsorId: 4,
  sponsorPositionId: null,
  site: null,
  standing: 'open',
  totalInvestment: 35_000,
  yearPlan: 12_000,
  startDay: day('2020-04-30'),
  endDay: day('2021-03-31'),
  content: '建设滤材生产线4条',
  problem: null,
  remark: null,
  pauseReason: null,
  pausedUntil: null,
};
const step = { firstDue: null, postponed: 0, percent: null, doneOn: null, ownerId: null, ownerPositionId: null };
const project: LedgerProjectRow = {
  id: 17,
  programId: 1,
  code: 'P-017',
  version: 3,
  stage: 'landed',
  fields,
  unitName: { zh: '经济开发区', en: 'Economic Development Zone' },
  ownerName: { zh: '何志远', en: 'He Zhiyuan' },
  sponsorName: { zh: '邱震', en: 'Qiu Zhen' },
  coOwnerIds: [],
  milestones: [
    { id: 1, name: '开工', due: day('2020-06-25'), stage: 'started', ...step },
    { id: 2, name: '主体封顶', due: null, stage: null, ...step },
  ],
};
const named: Named = {
  people,
  units: new Map([
    [60, { zh: '经济开发区', en: 'Economic Development Zone' }],
    [61, { zh: '水利局', en: 'Water Resources Bureau' }],
  ]),
  categories: new Map([
    ['industrial', { zh: '工业重点项目', en: 'Industrial projects' }],
    ['backbone', { zh: '骨干企业', en: 'Backbone firms' }],
  ]),
  focusAreas: new Map([['projects', { zh: '聚力项目建设', en: 'Project construction' }]]),
  sites: new Map([['zone', { zh: '经济开发区主战场', en: 'Main battlefield' }]]),
};
const changed = (more: Partial<Changed>): Changed => ({
  kind: 'changed',
  project,
  milestone: null,
  before: {},
  after: {},
  reason: null,
  named,
  cause: 'c',
  ...more,
});

const goalOf = (key: string) => {
  const goal = goals.find((each) => each.key === key);
  if (goal === undefined) throw new Error(`no goal ${key}`);
  return goal;
};

const contact = (id: number) => people.get(id) ?? null;
const asked: SeenPostponement = {
  postponement: {
    id: 7,
    projectId: 17,
    milestoneId: 1,
    fromDay: day('2020-06-25'),
    toDay: day('2020-08-31'),
    reason: '拆迁没有完成 <!channel>',
    askedById: 1,
    consenterId: 4,
    seat: 'sponsor',
    askedAt: at('2020-06-17', '10:00'),
    standing: 'asked',
    decidedById: null,
    decidedAt: null,
    why: null,
  },
  project,
  milestone: { id: 1, name: '开工', due: day('2020-06-25'), stage: 'started', ...step },
  gates: [{ goal: { zh: '项目开工率', en: 'Start rate' }, on: day('2020-06-30') }],
  askedBy: contact(1),
  askedOn: day('2020-06-17'),
  effect: {
    before: { light: 'amber', projectLight: 'amber', pace: 61.04 },
    after: { light: 'green', projectLight: 'green', pace: 33.3 },
  },
  consenter: contact(4),
  decidedBy: null,
};
const decided = (standing: 'granted' | 'refused' | 'withdrawn', why: string | null): SeenPostponement => ({
  ...asked,
  postponement: { ...asked.postponement, standing, why, decidedById: 4 },
  decidedBy: contact(4),
});

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
  );
  await goldenSent(`edit/${name}`, messages);
  await goldenRead(`edit/${name}`, ...lines);
}

async function goldenForms(name: string, ...outcomes: readonly (Outcome | null)[]): Promise<void> {
  const views = outcomes.map((outcome) => {
    if (outcome?.kind !== 'view') throw new Error('no form');
    return outcome.view;
  });
  await goldenSent(`edit/${name}`, views);
  await goldenRead(`edit/${name}`, ...views.map(formLines));
}

const everyField: Changed = changed({
  before: fields,
  after: {
    ...fields,
    name: '滤清源二期',
    category: 'backbone',
    unitId: 61,
    ownerId: null,
    sponsorId: 5,
    site: 'zone',
    standing: 'paused',
    totalInvestment: 40_000,
    yearPlan: null,
    startDay: null,
    content: '字'.repeat(300),
    pauseReason: '等规划',
    pausedUntil: day('2020-08-31'),
  },
  reason: '县长办公会6月15日定',
});

describe.each<Language>(['zh', 'en'])('editing the ledger, as people read it (%s)', (language) => {
  const who = ctx(coordinator, at('2020-06-17', '10:00'), language);

  test('what was changed, old and new', () =>
    golden(
      `changed-${language}`,
      changedMessage(everyField, language, 2020),
      changedMessage(
        changed({
          milestone: '开工',
          before: { due: day('2020-06-25'), ownerId: 1 },
          after: { due: day('2020-08-31'), ownerId: null },
        }),
        language,
        2020,
      ),
      addedMessage({ kind: 'added', code: 'P-081', name: '新项目', projectId: 81, cause: 'c' }, language),
      milestoneAddedMessage({ kind: 'added', project, name: '竣工', cause: 'c' }, language),
    ));

  test('what it would do to take a project out, to call it another category, to let it rest', async () => {
    const gate = { on: day('2020-06-30'), needed: 60, held: 'behind', missing: 1, daysLeft: 13 } as const;
    const share = (reached: number, outOf: number, shown: number, missing: number) => ({
      key: 'start-rate',
      value: { of: 'share', reached, outOf } as const,
      shown,
      target: 100,
      counted: [],
      notCounted: [],
      left: [],
      gates: [{ ...gate, missing }],
      nextGate: { ...gate, missing },
    });
    const number = (value: number, missing: number) => ({
      ...share(0, 0, value, missing),
      value: { of: 'number', number: value } as const,
      gates: [{ ...gate, on: day('2020-09-30'), needed: 15, missing }],
      nextGate: { ...gate, on: day('2020-09-30'), needed: 15, missing },
    });
    const rate: GoalMoved = {
      goal: goalOf('start-rate'),
      before: share(35, 60, 58.3, 1),
      after: share(35, 59, 59.3, 1),
    };
    const starts: GoalMoved = { goal: goalOf('industrial-started'), before: number(15, 0), after: number(14, 1) };
    const more = { project, reason: '概算超批复，需重新报批 <!channel>', category: null, until: null };
    const owner = project.ownerName;
    const messages = [
      effectMessage(
        { ...more, act: 'withdraw' },
        { goals: [rate, starts], obstacles: 3, unasked: 5, owner },
        language,
        2020,
      ),
      effectMessage(
        {
          ...more,
          act: 'recategorise',
          category: { key: 'backbone', name: language === 'zh' ? '骨干企业' : 'Backbone firms' },
        },
        { goals: [starts], obstacles: 0, unasked: 0, owner: null },
        language,
        2020,
      ),
      effectMessage(
        { ...more, act: 'pause', until: day('2021-02-28') },
        { goals: [], obstacles: 1, unasked: 1, owner: null },
        language,
        2020,
      ),
    ];
    await golden(`effect-${language}`, ...messages, keptAsItIs('P-017', language));
    for (const { blocks } of messages) {
      const [told] = blocks as readonly { text?: { text: string } }[];
      const [, ...rows] = (told?.text?.text ?? '').split('\n');
      for (const row of rows.slice(0, -1)) expect(fitsRow(row, language), row).toBe(true);
    }
  });

  test('what the thread of the project hears: what concerns its people, and nothing else', async () => {
    const threads = [
      changed({
        milestone: '开工',
        before: { due: day('2020-06-25') },
        after: { due: day('2020-08-31') },
        reason: '雨季',
      }),
      changed({ before: { ownerId: 1 }, after: { ownerId: 2 } }),
      changed({ before: { standing: 'open' }, after: { standing: 'withdrawn' }, reason: '企业放弃' }),
      changed({
        before: { standing: 'open', pausedUntil: null },
        after: { standing: 'paused', pausedUntil: day('2020-08-31') },
        reason: '等规划',
      }),
      changed({ before: { standing: 'paused' }, after: { standing: 'open' } }),
      changed({ before: { category: 'industrial' }, after: { category: 'backbone' }, reason: '已投产' }),
    ].flatMap((each) => threadMessage(each, language, 2020) ?? []);
    await golden(`thread-${language}`, ...threads);
    expect(threadMessage(changed({ before: { remark: null }, after: { remark: '备注' } }), language, 2020)).toBeNull();
  });

  test('a postponement: asked, waiting, granted, refused, void', () =>
    golden(
      `postponement-${language}`,
      askedMessage(asked, false, language, 2020),
      askedMessage(asked, true, language, 2020),
      consentMessage(asked, language, 2020),
      consentMessage(decided('granted', null), language, 2020),
      answerMessage(decided('granted', null), language, 2020),
      answerMessage(decided('refused', '关口不能动'), language, 2020),
      answerMessage(decided('withdrawn', null), language, 2020),
    ));

  test('the forms', () =>
    goldenForms(
      `forms-${language}`,
      addForm(who, named),
      editForm(who, project, named),
      milestoneForm(who, project, project.milestones[0] ?? null, null),
      postponeForm(who, project),
      reasonForm(who, project, 'withdraw', named),
      reasonForm(who, project, 'recategorise', named),
      reasonForm(who, project, 'pause', named),
      refuseForm(who, 7),
    ));

  test('fits Slack with texts as long as they may be', () => {
    const long = '字'.repeat(3_000);
    const longest = { ...project, fields: { ...fields, name: long, content: long, problem: long, remark: long } };
    const form = editForm(who, longest, named);
    if (form.kind !== 'view') throw new Error(form.kind);
    checkView(form.view, 'modal');
    const message = changedMessage(
      changed({ project: longest, before: fields, after: longest.fields, reason: long }),
      language,
      2020,
    );
    checkMessageBlocks(message.blocks);
    checkMessageBlocks(
      consentMessage(
        { ...asked, project: longest, postponement: { ...asked.postponement, reason: long } },
        language,
        2020,
      ).blocks,
    );
  });
});
