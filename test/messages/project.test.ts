import { describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../src/domain/day.js';
import { milestoneLight, projectLight } from '../../src/domain/light.js';
import { projectProgress } from '../../src/domain/project.js';
import type { Ctx } from '../../src/feature.js';
import { messageLines } from '../../src/features/digest/messages/plain.js';
import { cardMessage } from '../../src/features/project/messages/card.js';
import { nearMessage, noneRefusal, severalMessage } from '../../src/features/project/messages/list.js';
import type { Listed, LogNames, SeenProject } from '../../src/features/project/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { Happening } from '../../src/store/happenings.js';
import type { Language } from '../../src/text/language.js';
import { workCalendar } from '../../src/time/calendar.js';
import { clock, milestone, program, project, today } from './county.js';
import { goldenRead, goldenSent, readLines } from './golden.js';

const ctx = (language: Language): Ctx =>
  ({
    language,
    person: { id: 5, programId: program.id, roles: [{ role: 'commander', unitId: null }], standsInFor: [] },
    program,
    today,
    now: clock('2020-06-17', '16:30'),
    calendar: workCalendar({ daysOff: [], workdays: [] }),
  }) as unknown as Ctx;

const names: LogNames = {
  units: new Map([
    [1, { zh: '经济开发区', en: 'Economic zone' }],
    [2, { zh: '新城街道', en: 'Xincheng Subdistrict' }],
  ]),
  people: new Map([
    [1, { zh: '张德胜', en: 'Zhang Desheng' }],
    [2, { zh: '姜鹏', en: 'Jiang Peng' }],
  ]),
  categories: new Map([['industrial', { zh: '工业重点', en: 'Industrial' }]]),
  sites: new Map(),
};

const who = { zh: '张德胜', en: 'Zhang Desheng' };
const happening = (at: string, action: string, more: Partial<Happening> = {}): Happening => ({
  at: clock(at.slice(0, 10), at.slice(11)),
  person: who,
  projectId: 1,
  code: 'P-001',
  projectName: '瑞胶堂阿胶健康产业园一期项目',
  action,
  before: null,
  after: null,
  milestone: null,
  obstacle: null,
  undone: false,
  ...more,
});

const fact = project(1, '瑞胶堂阿胶健康产业园一期项目', {
  stage: 'started',
  doneInvestment: 6200,
  milestones: [
    milestone(1, '用地', '2020-03-20', 100, '2020-03-18'),
    milestone(2, '开工', '2020-04-30', 100, '2020-04-28'),
    milestone(3, '主体封顶', '2020-06-10', 80, '2020-06-16', { forecast: localDay('2020-06-25') }),
    milestone(4, '设备安装', '2020-08-31', 5, '2020-06-15'),
    milestone(5, '竣工验收', '2020-11-30', 0, null),
    milestone(6, '投产', null, 0, null),
  ],
});

const CONTEXT = {
  today,
  programFrom: program.from,
  reportingSince: localDay('2020-03-23'),
  policy: program.policy.light,
};

function seen(given = fact, more: Partial<SeenProject> = {}): SeenProject {
  return {
    project: given,
    lit: projectLight(given, CONTEXT),
    milestoneLights: given.milestones.map((each) => milestoneLight(each, given, CONTEXT).light),
    progress: projectProgress(given, today, program.from),
    ledger: {
      category: { zh: '工业重点', en: 'Industrial' },
      site: { zh: '阿胶产业园', en: 'Ejiao park' },
      content: '新建阿胶系列产品生产车间 3 栋、研发楼 1 栋，建筑面积 4.2万平方米。',
      problem: null,
      pauseReason: null,
      pausedUntil: null,
      figuresOn: localDay('2020-06-08'),
      coOwners: [{ zh: '姜鹏', en: 'Jiang Peng' }],
      postponed: [{ milestone: '主体封顶', firstDue: localDay('2020-04-10'), times: 2 }],
    },
    obstacles: [
      {
        id: 12,
        number: 12,
        projectId: 1,
        code: 'P-001',
        projectName: given.name,
        kind: 'roadblock',
        matter: 'land',
        text: '二期 40 亩用地指标未批，影响设备安装',
        urgent: false,
        standing: 'open',
        rung: 'department',
        withUnit: { zh: '自然资源局', en: 'Natural Resources Bureau' },
        recordedAt: clock('2020-06-09', '10:00'),
        deadline: clock('2020-06-19', '18:00'),
        promisedFor: null,
        lapsed: false,
        confirmation: null,
        confirmerId: null,
        dismissed: false,
        takenUp: false,
        rungFrom: localDay('2020-06-11'),
        promiseAskedOf: null,
        sponsorId: 4,
        ownerId: 2,
        unitId: 60,
        version: 2,
        raisedById: 1,
        departmentId: 70,
        holderId: 3,
        claimedById: null,
        milestoneOwnerId: null,
      },
      {
        id: 15,
        number: 15,
        projectId: 1,
        code: 'P-001',
        projectName: given.name,
        kind: 'stumbling-block',
        matter: 'utilities',
        text: '临时用电还没接通',
        urgent: true,
        standing: 'claimed',
        rung: 'unit',
        withUnit: { zh: '经济开发区', en: 'Economic zone' },
        recordedAt: clock('2020-06-17', '09:00'),
        deadline: clock('2020-06-22', '18:00'),
        promisedFor: localDay('2020-06-22'),
        lapsed: false,
        confirmation: null,
        confirmerId: null,
        dismissed: false,
        takenUp: false,
        rungFrom: localDay('2020-06-11'),
        promiseAskedOf: null,
        sponsorId: 4,
        ownerId: 2,
        unitId: 60,
        version: 1,
        raisedById: 1,
        departmentId: null,
        holderId: 2,
        claimedById: 2,
        milestoneOwnerId: null,
      },
    ],
    reports: [
      {
        at: clock('2020-06-16', '10:00'),
        onDay: localDay('2020-06-16'),
        person: who,
        milestone: '主体封顶',
        percent: 80,
        doneOn: null,
        forecast: localDay('2020-06-25'),
        investment: null,
        note: '三层顶板已浇筑',
        cause: 'message:C1:1.000001',
        evidence: { photos: 2, files: 0 },
      },
      {
        at: clock('2020-06-08', '10:00'),
        onDay: localDay('2020-06-08'),
        person: who,
        milestone: null,
        percent: null,
        doneOn: null,
        forecast: null,
        investment: 6200,
        note: '',
        cause: 'form:1',
        evidence: { photos: 0, files: 0 },
      },
      {
        at: clock('2020-04-28', '10:00'),
        onDay: localDay('2020-04-28'),
        person: who,
        milestone: '开工',
        percent: 100,
        doneOn: localDay('2020-04-28'),
        forecast: null,
        investment: null,
        note: '',
        cause: 'form:1',
        evidence: { photos: 0, files: 0 },
      },
    ],
    happenings: [
      happening('2020-06-17 09:00', 'obstacle-flagged', { obstacle: 15, after: { kind: 'flagged' } }),
      happening('2020-06-16 10:00', 'report', {
        before: { percent: 60 },
        after: { milestone: '主体封顶', percent: 80, forecast: '2020-06-25', investment: null, note: '三层顶板已浇筑' },
      }),
      happening('2020-06-16 09:58', 'report', {
        before: { percent: 60 },
        after: { milestone: '主体封顶', percent: 90, forecast: null, investment: null, note: '' },
        undone: true,
      }),
      happening('2020-06-15 18:00', 'obstacle-raised', {
        person: null,
        obstacle: 12,
        after: { kind: 'raised', by: null, to: 'department' },
      }),
      happening('2020-06-12 15:00', 'change-milestone', {
        milestone: '设备安装',
        before: { due: '2020-07-31' },
        after: { due: '2020-08-31', reason: '设备到货推迟' },
      }),
      happening('2020-06-10 11:00', 'change-project', {
        before: { ownerId: 2, yearPlan: 12000 },
        after: { ownerId: 1, yearPlan: 15000, reason: null },
      }),
      happening('2020-06-08 10:00', 'report', {
        after: { milestone: null, percent: null, investment: 6200, note: '' },
      }),
      happening('2020-06-01 09:00', 'obstacle-claimed', {
        obstacle: 9,
        after: { kind: 'claimed', promisedFor: '2020-06-05' },
      }),
      happening('2020-05-06 09:00', 'add-milestone', { milestone: '投产', after: { name: '投产' } }),
      happening('2020-03-21 09:00', 'add-project', { person: null }),
    ],
    mayReport: true,
    mayEdit: false,
    ...more,
  };
}

const listed = (id: number, name: string, more: Partial<Listed> = {}): Listed => ({
  id,
  code: `P-${String(id).padStart(3, '0')}`,
  name,
  nicknames: [],
  standing: 'open',
  unitId: 1,
  ownerId: 1,
  sponsorId: null,
  coOwnerIds: [],
  milestoneOwnerIds: [],
  unit: { zh: '经济开发区', en: 'Economic zone' },
  owner: who,
  ...more,
});

async function golden(name: string, message: Message): Promise<void> {
  checkMessageBlocks(message.blocks);
  const { text, blocks, picture } = message;
  await goldenSent(`project/${name}`, { text, blocks, picture });
  await goldenRead(`project/${name}`, readLines(message, messageLines(message)));
}

describe.each(['zh', 'en'] as const)('a project and its search, as people read them (%s)', (language) => {
  test('the card', () => golden(`card-${language}`, cardMessage(ctx(language), seen(), names, null)));

  test('the card of one that others fit as well', () =>
    golden(
      `card-found-${language}`,
      cardMessage(ctx(language), seen(fact, { mayEdit: true }), names, { typed: '阿胶', others: 3 }),
    ));

  test('the card of a paused project without milestones, figures or people', () => {
    const bare = project(6, '黄河新型环保机制砂项目', {
      standing: 'paused',
      owner: null,
      ownerId: null,
      ownerName: null,
      sponsor: null,
      sponsorId: null,
      sponsorName: null,
      totalInvestment: null,
      yearPlan: null,
      start: null,
    });
    const ledger = { ...seen().ledger, content: null, site: null, coOwners: [], figuresOn: null };
    const paused = { ...ledger, pauseReason: '等待环评批复', pausedUntil: localDay('2020-09-30') };
    const empty = { ledger: paused, obstacles: [], reports: [], happenings: [], mayReport: false };
    return golden(`card-bare-${language}`, cardMessage(ctx(language), seen(bare, empty), names, null));
  });

  test('the card with the longest names and the most of everything stays inside of Slack’s limits', () => {
    const long = '字'.repeat(200);
    const wordy = project(1, `${long}<!channel>`, {
      unitName: { zh: long, en: long },
      ownerName: { zh: long, en: long },
      sponsorName: { zh: long, en: long },
      milestones: Array.from({ length: 500 }, (_, index) =>
        milestone(index + 1, `${index}${long}`, '2020-06-01', index < 20 ? 100 : 10, '2020-06-01', {
          forecast: addDays(today, index),
        }),
      ),
    });
    const base = seen(wordy);
    const [obstacle] = base.obstacles;
    const [report] = base.reports;
    if (!obstacle || !report) throw new Error('nothing to repeat');
    const message = cardMessage(
      ctx(language),
      seen(wordy, {
        ledger: {
          ...base.ledger,
          content: long.repeat(5),
          problem: long.repeat(5),
          coOwners: Array(30).fill({ zh: long, en: long }),
        },
        obstacles: Array(40).fill({ ...obstacle, text: long.repeat(4), withUnit: { zh: long, en: long } }),
        reports: Array(3).fill({ ...report, milestone: long, note: long.repeat(4), person: { zh: long, en: long } }),
        happenings: Array(10).fill(
          happening('2020-06-16 10:00', 'report', {
            person: { zh: long, en: long },
            after: { milestone: long, percent: 80, note: long.repeat(4) },
          }),
        ),
      }),
      names,
      { typed: long, others: 9 },
    );
    checkMessageBlocks(message.blocks);
    expect(message.blocks.length).toBeLessThan(50);
    expect(JSON.stringify(message.blocks)).not.toContain('<!channel>');
    expect(message.picture?.alt.length).toBeLessThanOrEqual(2000);
  });

  test('several', () =>
    golden(
      `several-${language}`,
      severalMessage(
        ctx(language),
        '产业园',
        [
          listed(1, '瑞胶堂阿胶健康产业园一期项目'),
          listed(8, '绿色肥料产业园', { standing: 'withdrawn', owner: null }),
        ],
        23,
      ),
    ));

  test('none, and near ones', async () => {
    await golden(
      `near-${language}`,
      nearMessage(ctx(language), '阿交健康', [listed(1, '瑞胶堂阿胶健康产业园一期项目')]),
    );
    const none = noneRefusal(ctx(language), '跨海大桥');
    if (none.kind !== 'refuse') throw new Error(none.kind);
    await golden(`none-${language}`, refusalMessage(none.refusal, language, '/gongjian 跨海大桥'));
  });
});
