import { describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../src/domain/day.js';
import type { FactUnreported } from '../../src/domain/digest/facts.js';
import { judgedGoals } from '../../src/domain/digest/judgement.js';
import type { Person } from '../../src/domain/program.js';
import type { Ctx } from '../../src/feature.js';
import { plainLines } from '../../src/features/digest/messages/plain.js';
import { homeBlocks } from '../../src/features/home/messages/home.js';
import type { LitGroup, SeenHome } from '../../src/features/home/model.js';
import { checkView } from '../../src/sandbox/block-kit/check.js';
import type { CardObstacle } from '../../src/store/cards.js';
import type { Happening } from '../../src/store/happenings.js';
import type { MilestoneLine } from '../../src/store/projects.js';
import type { Language } from '../../src/text/language.js';
import { workCalendar } from '../../src/time/calendar.js';
import { clock, factsOf, program, today } from './county.js';
import { goldenRead, goldenSent } from './golden.js';

const person = (roles: Person['roles']): Person => ({
  id: 1,
  workspaceId: 'T1',
  programId: 1,
  name: '何志远',
  nameEn: 'He Zhiyuan',
  slackUserId: 'U1',
  roles,
  standsInFor: [],
});

const ctx = (language: Language, roles: Person['roles']): Ctx =>
  ({
    language,
    program,
    today,
    now: clock('2020-06-17', '16:30'),
    calendar: workCalendar({ daysOff: [], workdays: [] }),
    person: person(roles),
  }) as unknown as Ctx;

const line = (id: number, name: string, due: string | null, percent: number | null): MilestoneLine => ({
  id,
  projectId: 1,
  code: 'P-001',
  projectName: '瑞胶堂阿胶健康产业园一期项目',
  name,
  due: due === null ? null : localDay(due),
  percent,
  forecast: null,
  reportedOn: percent === null ? null : localDay('2020-06-12'),
});

const obstacle = (id: number, more: Partial<CardObstacle> = {}): CardObstacle => ({
  id,
  number: id,
  projectId: 1,
  code: 'P-001',
  projectName: '瑞胶堂阿胶健康产业园一期项目',
  kind: 'roadblock',
  matter: 'land',
  text: '二期 40 亩用地指标未批，影响设备安装',
  urgent: false,
  standing: 'open',
  rung: 'sponsor',
  withUnit: null,
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
  version: 3,
  raisedById: 2,
  departmentId: null,
  holderId: 1,
  claimedById: null,
  milestoneOwnerId: null,
  ...more,
});

const happening = (action: string, more: Partial<Happening> = {}): Happening => ({
  at: clock('2020-06-17', '10:00'),
  person: { zh: '张德胜', en: 'Zhang Desheng' },
  projectId: 1,
  code: 'P-001',
  projectName: '瑞胶堂阿胶健康产业园一期项目',
  action,
  before: { percent: 60 },
  after: { milestone: '主体封顶', percent: 80, note: '' },
  milestone: null,
  obstacle: null,
  undone: false,
  ...more,
});

const silent = (ownerId: number, zh: string, en: string): FactUnreported => ({
  projectId: 2,
  code: 'P-002',
  projectName: '年产6万吨高精度轴承钢球智能生产线项目',
  milestone: '设备安装',
  ownerId,
  ownerName: { zh, en },
  unitName: { zh: '经济开发区', en: 'Economic zone' },
  since: localDay('2020-06-15'),
});

const standing = factsOf();
const lit = standing.lit.filter(({ project }) => project.standing !== 'withdrawn');
const group = (of: LitGroup['of'], more: Partial<LitGroup> = {}): LitGroup => ({
  of,
  key: null,
  lit,
  unreported: null,
  ...more,
});

const nothing: SeenHome = {
  owns: false,
  milestones: [],
  waiting: [],
  postponements: { count: 0, shown: [] },
  slips: [],
  reviews: null,
  items: [],
  leads: [],
  month: null,
  trips: [],
  recalls: [],
  factors: { given: [], own: [] },
  raised: [],
  changes: [],
  names: { units: new Map(), people: new Map(), categories: new Map(), sites: new Map() },
  groups: [],
  goals: null,
  rungs: null,
  health: null,
  asked: null,
  morning: null,
};
const goals = judgedGoals(
  { ...standing, evenings: new Map(), met: new Map(), earlier: null, records: new Map(), before: null },
  { of: 'plan' },
);
const rungs = [
  { rung: 'unit', count: 4 },
  { rung: 'sponsor', count: 2 },
] as const;

const ROLES: readonly (readonly [string, Person['roles'], Partial<SeenHome>])[] = [
  [
    'official',
    [{ role: 'official', unitId: 1 }],
    {
      owns: true,
      asked: 'all',
      milestones: [
        line(1, '主体封顶', '2020-06-10', 80),
        line(2, '设备安装', '2020-06-20', 5),
        line(3, '竣工验收', '2020-11-30', null),
        line(4, '投产', null, null),
      ],
      waiting: [obstacle(15, { standing: 'resolved', holderId: 9, raisedById: 1 })],
      raised: [obstacle(12, { rung: 'department', withUnit: { zh: '自然资源局', en: 'Natural Resources Bureau' } })],
      changes: [
        happening('report'),
        happening('obstacle-claimed', { obstacle: 12, after: { kind: 'claimed', promisedFor: '2020-06-22' } }),
      ],
    },
  ],
  ['official-idle', [{ role: 'official', unitId: 1 }], { owns: true, asked: 'due' }],
  [
    'unit-head',
    [{ role: 'unit-head', unitId: 1 }],
    {
      asked: 'all',
      waiting: [obstacle(16, { rung: 'unit', withUnit: { zh: '经济开发区', en: 'Economic zone' } })],
      groups: [
        group('unit', {
          key: 'economic-zone',
          unreported: [
            silent(2, '张德胜', 'Zhang Desheng'),
            silent(2, '张德胜', 'Zhang Desheng'),
            silent(3, '姜鹏', 'Jiang Peng'),
          ],
        }),
      ],
    },
  ],
  [
    'leader',
    [{ role: 'leader', unitId: null }],
    {
      waiting: [
        obstacle(12),
        obstacle(13, { standing: 'claimed', promisedFor: localDay('2020-06-22'), claimedById: 1 }),
      ],
      groups: [group('sponsor', { key: 'qiu-zhen' })],
      goals,
    },
  ],
  [
    'commander',
    [{ role: 'commander', unitId: null }],
    { waiting: [obstacle(12, { rung: 'commander', urgent: true })], groups: [group('plan')], goals, rungs },
  ],
  [
    'coordinator',
    [{ role: 'coordinator', unitId: null }],
    {
      asked: 'all',
      groups: [group('plan', { unreported: [] })],
      goals,
      rungs: [],
      health: { untied: 3, requests: 1, late: 2, refused: 1, imports: 1 },
      morning: {
        day: today,
        counts: { people: 31, asked: 41, spared: { reported: 300, 'not-begun': 12 } } as NonNullable<
          SeenHome['morning']
        >['counts'],
      },
    },
  ],
  ['viewer', [{ role: 'viewer', unitId: null }], { groups: [group('plan')], goals, rungs }],
];

describe.each(['zh', 'en'] as const)('the home tab, as people read it (%s)', (language) => {
  test.each(ROLES)('of a %s', async (name, roles, seen) => {
    const blocks = homeBlocks(ctx(language, roles), { ...nothing, ...seen });
    checkView({ type: 'home', blocks }, 'home');
    await goldenSent(`home/${name}-${language}`, blocks);
    await goldenRead(`home/${name}-${language}`, plainLines(blocks));
  });

  test('of somebody who has every role, 500 milestones, and the longest names: lean, and inside of Slack’s limits', () => {
    const long = `${'字'.repeat(200)}<!channel>`;
    const every = ROLES.flatMap(([, roles]) => roles);
    const milestones = Array.from({ length: 500 }, (_, index) => ({
      ...line(index, long, '2020-06-01', 10),
      projectName: long,
      due: addDays(today, index - 250),
    }));
    const wordy = (each: CardObstacle) => ({
      ...each,
      text: long.repeat(5),
      projectName: long,
      withUnit: { zh: long, en: long },
    });
    const longNamed = lit.map((each) => ({ ...each, project: { ...each.project, name: long } }));
    const changes = Array(6).fill(
      happening('report', {
        projectName: long,
        person: { zh: long, en: long },
        after: { milestone: long, percent: 80, note: long.repeat(3) },
      }),
    );
    const blocks = homeBlocks(ctx(language, every), {
      ...nothing,
      owns: true,
      asked: 'all',
      milestones,
      waiting: Array.from({ length: 6 }, (_, index) => wordy(obstacle(index + 1))),
      raised: Array.from({ length: 5 }, (_, index) => wordy(obstacle(index + 20))),
      changes,
      groups: (['unit', 'sponsor', 'plan'] as const).map((of) =>
        group(of, { lit: longNamed, unreported: Array.from({ length: 60 }, (_, index) => silent(index, long, long)) }),
      ),
      goals,
      rungs,
      health: { untied: 3, requests: 1, late: 2, refused: 1, imports: 1 },
    });
    checkView({ type: 'home', blocks }, 'home');
    expect(blocks.length).toBeLessThanOrEqual(75);
    expect(JSON.stringify(blocks)).not.toContain('<!channel>');
  });

  test('of an official with 500 milestones, no more than a screen or three of a phone', () => {
    const milestones = Array.from({ length: 500 }, (_, index) => line(index, `节点${index}`, '2020-06-01', 10));
    const blocks = homeBlocks(ctx(language, [{ role: 'official', unitId: 1 }]), {
      ...nothing,
      owns: true,
      asked: 'all',
      milestones,
    });
    expect(blocks.length).toBeLessThanOrEqual(20);
    expect(plainLines(blocks)).toContain(language === 'zh' ? '另有492个' : '492 more');
  });
});
