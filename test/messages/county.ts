import { instantAt, type LocalDay, localDay } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/digest/compute.js';
import type {
  Change,
  FactGoal,
  FactObstacle,
  FactProject,
  FactUnreported,
  FiguresChange,
} from '../../src/domain/digest/facts.js';
import { inOrder, lightsOf } from '../../src/domain/digest/lights.js';
import { DEFAULT_LIGHT_POLICY } from '../../src/domain/light.js';
import type { MilestoneState } from '../../src/domain/milestone.js';
import type { Program } from '../../src/domain/program.js';
import { DEFAULT_STAGES } from '../../src/domain/stage.js';
import { workCalendar } from '../../src/time/calendar.js';

/** A small county on Wednesday 17 June 2020: every kind of line that a digest has. */
export const program: Program = {
  id: 1,
  workspaceId: 'T1',
  key: 'dong-e-2020',
  name: { zh: '东阿县2020年项目攻坚行动', en: "Dong'e county, project assault year 2020" },
  year: 2020,
  timeZone: 'Asia/Shanghai',
  from: localDay('2020-01-01'),
  to: localDay('2020-12-31'),
  revision: 1,
  loadedAt: 0,
  policy: {
    calendar: { daysOff: [], workdays: [] },
    light: DEFAULT_LIGHT_POLICY,
    ladder: { kinds: {} as never, departments: {}, verifyWorkdays: 3, promiseTimes: 1, confirmWorkdays: 1 },
    prompts: { morning: '08:30', reminder: '15:00', digest: '18:00', quietFrom: '20:00', quietTo: '08:00' },
    stages: DEFAULT_STAGES,
    channels: [],
    mechanisms: { reviews: [], factors: [], promotion: { activitiesPerLeaderPerMonth: 1 }, tripsPerApproval: 1 },
  },
};

export const today = localDay('2020-06-17');
export const clock = (day: string, time: string) => instantAt(localDay(day), time, program.timeZone);

const day = (text: string | null): LocalDay | null => (text === null ? null : localDay(text));

export function milestone(
  ordinal: number,
  name: string,
  due: string | null,
  percent: number,
  reported: string | null,
  more: Partial<MilestoneState> = {},
): MilestoneState {
  return {
    name,
    ordinal,
    due: day(due),
    percent,
    doneOn: percent === 100 ? day(reported) : null,
    forecast: null,
    lastReportOn: day(reported),
    stage: name === '开工' ? 'started' : null,
    ...more,
  };
}

const PEOPLE: readonly (readonly [string, string])[] = [
  ['何志远', 'He Zhiyuan'],
  ['张德胜', 'Zhang Desheng'],
  ['姜鹏', 'Jiang Peng'],
  ['程建国', 'Cheng Jianguo'],
];

export function project(id: number, name: string, more: Partial<FactProject> = {}): FactProject {
  const [zh, en] = PEOPLE[id % PEOPLE.length] ?? ['何志远', 'He Zhiyuan'];
  return {
    id,
    code: `P-${String(id).padStart(3, '0')}`,
    name,
    nickname: null,
    category: 'industrial',
    focusArea: 'projects',
    unit: 'economic-zone',
    unitId: 1,
    unitName: { zh: '经济开发区', en: 'Economic zone' },
    owner: `person-${id}`,
    ownerId: id,
    ownerName: { zh, en },
    sponsor: 'qiu-zhen',
    sponsorId: 90,
    sponsorName: { zh: '邱震', en: 'Qiu Zhen' },
    site: null,
    stage: 'landed',
    standing: 'open',
    start: localDay('2020-04-30'),
    end: localDay('2021-03-31'),
    totalInvestment: 28000,
    yearPlan: 15000,
    doneInvestment: null,
    milestones: [],
    ...more,
  };
}

export function change(projectId: number, ordinal: number, name: string, more: Partial<Change> = {}): Change {
  const [zh, en] = PEOPLE[projectId % PEOPLE.length] ?? ['何志远', 'He Zhiyuan'];
  return {
    projectId,
    ordinal,
    milestone: name,
    personName: zh,
    personNameEn: en,
    before: null,
    percent: 80,
    doneOn: null,
    forecast: null,
    forecastBefore: null,
    note: '',
    onDay: today,
    late: false,
    at: clock('2020-06-17', '10:00'),
    reports: 1,
    ...more,
  };
}

export const figures = (projectId: number, before: number | null, doneInvestment: number): FiguresChange => ({
  projectId,
  personName: '何志远',
  personNameEn: 'He Zhiyuan',
  before,
  doneInvestment,
  onDay: today,
  at: clock('2020-06-17', '09:00'),
});

export const goals: readonly FactGoal[] = [
  {
    key: 'start-rate',
    name: { zh: '项目开工率', en: 'Start rate' },
    focusArea: 'projects',
    measure: 'share',
    target: 100,
    rule: { by: 'stage', categories: [], reached: 'started' },
    gates: [
      { on: localDay('2020-06-30'), value: 60 },
      { on: localDay('2020-09-30'), value: 100 },
    ],
    recorded: null,
  },
  {
    key: 'industrial-started',
    name: { zh: '工业重点项目开工', en: 'Industrial projects started' },
    focusArea: 'projects',
    measure: 'projects',
    target: 6,
    rule: { by: 'stage', categories: ['industrial'], reached: 'started' },
    gates: [{ on: localDay('2020-09-30'), value: 6 }],
    recorded: null,
  },
  {
    key: 'developing',
    name: { zh: '骨干企业高质量发展', en: 'Backbone firms developing well' },
    focusArea: 'industry',
    measure: 'projects',
    target: 2,
    rule: { by: 'light', categories: ['backbone'], notWorseThan: 'amber' },
    gates: [{ on: localDay('2020-12-31'), value: 2 }],
    recorded: null,
  },
  {
    key: 'invested',
    name: { zh: '完成投资', en: 'Investment done' },
    focusArea: 'projects',
    measure: '10k-yuan',
    target: 60000,
    rule: { by: 'figures', categories: [] },
    gates: [{ on: localDay('2020-12-31'), value: 60000 }],
    recorded: null,
  },
  {
    key: 'funds-in-place',
    name: { zh: '到位资金', en: 'Funds in place' },
    focusArea: 'projects',
    measure: '10k-yuan',
    target: 400000,
    rule: { by: 'recorded' },
    gates: [{ on: localDay('2020-12-31'), value: 400000 }],
    recorded: 253000,
  },
  {
    key: 'foreign-capital',
    name: { zh: '利用外资', en: 'Foreign capital used' },
    focusArea: 'projects',
    measure: '10k-dollars',
    target: 1000,
    rule: { by: 'recorded' },
    gates: [{ on: localDay('2020-12-31'), value: 1000 }],
    recorded: 310,
  },
  {
    key: 'promotion-activities',
    name: { zh: '招商活动', en: 'Promotion activities' },
    focusArea: 'projects',
    measure: 'activities',
    target: 108,
    rule: { by: 'recorded' },
    gates: [
      { on: localDay('2020-03-31'), value: 12 },
      { on: localDay('2020-06-30'), value: 36 },
    ],
    recorded: 11,
  },
];

const started = milestone(2, '开工', '2020-04-30', 100, '2020-04-28');

export const projects: readonly FactProject[] = [
  project(1, '瑞胶堂阿胶健康产业园一期项目', {
    stage: 'started',
    doneInvestment: 6200,
    milestones: [started, milestone(3, '主体封顶', '2020-06-10', 80, '2020-06-17')],
  }),
  project(2, '年产6万吨高精度轴承钢球智能生产线项目', {
    stage: 'started',
    doneInvestment: 12000,
    milestones: [
      started,
      milestone(3, '设备安装', '2020-07-31', 55, '2020-06-17', { forecast: localDay('2020-08-15') }),
    ],
  }),
  project(3, '恒硕新材装配式建筑构件生产基地项目', {
    milestones: [
      milestone(1, '用地', '2020-05-20', 40, '2020-05-18', {
        blockedPastDeadline: { number: 12, deadline: localDay('2020-06-12') },
      }),
    ],
  }),
  project(4, '康盾高分子医用敷料项目', {
    category: 'backbone',
    stage: 'started',
    sponsor: null,
    sponsorId: null,
    sponsorName: null,
    milestones: [started, milestone(3, '竣工投产', '2020-12-31', 40, '2020-06-15')],
  }),
  project(5, '滤清源高端工业滤材 <@U1> & <!channel> 项目', {
    category: 'backbone',
    stage: 'started',
    milestones: [started, milestone(3, '环评', '2020-06-20', 88, '2020-06-02')],
  }),
  project(6, '黄河新型环保机制砂项目', {
    owner: null,
    ownerId: null,
    ownerName: null,
    start: localDay('2020-02-29'),
    milestones: [milestone(4, '竣工', '2021-06-30', 0, null)],
  }),
  project(7, '引黄灌区节水改造工程', {
    category: 'infrastructure',
    unit: 'water',
    unitId: 2,
    unitName: { zh: '水利局', en: 'Water bureau' },
    stage: 'started',
    milestones: [milestone(1, '开工', '2020-06-20', 100, '2020-06-17'), milestone(2, '竣工', '2020-11-30', 0, null)],
  }),
  project(8, '老城片区棚户区改造项目', { standing: 'paused' }),
  project(9, '宏途新能源环卫车项目', { standing: 'withdrawn' }),
];

export const changes: readonly Change[] = [
  change(7, 1, '开工', { before: 90, percent: 100, doneOn: localDay('2020-06-17'), at: clock('2020-06-17', '16:20') }),
  change(1, 3, '主体封顶', {
    before: 60,
    percent: 80,
    note: '塔吊已到位，力争月底封顶',
    at: clock('2020-06-17', '15:00'),
  }),
  change(2, 3, '设备安装', {
    before: 30,
    percent: 55,
    forecast: localDay('2020-08-15'),
    forecastBefore: localDay('2020-07-31'),
    late: true,
    onDay: localDay('2020-06-15'),
    at: clock('2020-06-17', '11:00'),
  }),
];

export const figuresChanges: readonly FiguresChange[] = [figures(2, 8600, 12000)];

const obstacle = (number: number, projectId: number, more: Partial<FactObstacle>): FactObstacle => {
  const of = projects.find(({ id }) => id === projectId);
  return {
    id: number,
    number,
    projectId,
    code: of?.code ?? '',
    projectName: of?.name ?? '',
    kind: 'roadblock',
    matter: 'land',
    text: '32亩建设用地指标未落实',
    urgent: false,
    standing: 'open',
    since: clock('2020-06-12', '18:00'),
    rung: 'department',
    department: 'natural-resources',
    departmentName: { zh: '自然资源和规划局', en: 'Natural resources bureau' },
    flaggedOn: localDay('2020-06-08'),
    promisedFor: null,
    overdue: false,
    ...more,
  };
};

const noDepartment = { department: null, departmentName: null };

export const obstacles: readonly FactObstacle[] = [
  obstacle(12, 3, { rung: 'commander', ...noDepartment, flaggedOn: localDay('2020-05-28'), overdue: true }),
  obstacle(14, 5, { matter: 'approval', standing: 'claimed', promisedFor: localDay('2020-06-19') }),
  obstacle(15, 1, { matter: 'utilities', rung: 'sponsor', ...noDepartment, urgent: true }),
  obstacle(16, 7, { rung: 'unit', matter: 'relocation', ...noDepartment, standing: 'resolved', flaggedOn: today }),
];

export const unreported: readonly FactUnreported[] = [
  ['P-003', '用地'],
  ['P-003', '环评'],
].map(([code = '', name = '']) => ({
  projectId: 3,
  code,
  projectName: '恒硕新材装配式建筑构件生产基地项目',
  milestone: name,
  ownerId: 3,
  ownerName: { zh: '程建国', en: 'Cheng Jianguo' },
  unitName: { zh: '经济开发区', en: 'Economic zone' },
  since: localDay('2020-06-15'),
}));

/** The facts of the digest of `on`, 18:00. */
export function factsOf(more: Partial<Facts> & { readonly projects?: readonly FactProject[] } = {}): Facts {
  const { projects: own = projects, ...rest } = more;
  const on = rest.day ?? today;
  const moment = clock(on, '18:00');
  return {
    program,
    day: on,
    at: { moment, knownAt: moment },
    after: clock('2020-06-16', '18:00'),
    calendar: workCalendar(program.policy.calendar),
    before: null,
    obstaclesBefore: [],
    slips: [],
    items: null,
    factors: null,
    promotion: null,
    moves: [],
    steps: [],
    redSince: null,
    pending: [],
    earlier: null,
    records: new Map(),
    lit: inOrder(
      lightsOf(own, {
        today: on,
        programFrom: program.from,
        reportingSince: localDay('2020-03-25'),
        policy: program.policy.light,
      }),
    ),
    goals,
    evenings: new Map(),
    met: new Map(),
    cadence: 'daily',
    since: null,
    changes,
    figures: figuresChanges,
    obstacles,
    unreported,
    lessons: null,
    denominatorChanges: [],
    scopes: [
      { of: 'unit', key: 'economic-zone', id: 1, name: { zh: '经济开发区', en: 'Economic zone' }, aliases: ['开发区'] },
      { of: 'unit', key: 'water', id: 2, name: { zh: '水利局', en: 'Water bureau' }, aliases: [] },
      { of: 'sponsor', key: 'qiu-zhen', id: 90, name: { zh: '邱震', en: 'Qiu Zhen' }, aliases: [] },
      { of: 'category', key: 'industrial', id: 5, name: { zh: '工业重点', en: 'Industrial' }, aliases: [] },
    ],
    ...rest,
  };
}
