import { describe, expect, it } from 'vitest';
import { type LocalDay, localDay } from '../../src/domain/day.js';
import { computeDigest, type Digest, type JudgedGoal } from '../../src/domain/digest/compute.js';
import type { WaitingObstacle } from '../../src/domain/digest/obstacles.js';
import type { GateState, GoalValue } from '../../src/domain/gate.js';
import type { Judgement } from '../../src/domain/judgement.js';
import type { GoalMeasure, Rung } from '../../src/domain/plan.js';
import { plainLines } from '../../src/features/digest/messages/plain.js';
import { digestPosts } from '../../src/features/digest/messages/posts.js';
import type { Language } from '../../src/text/language.js';
import { BUTTONS_EM, fitsRow, HEADER_EM, rowWidth } from '../../src/text/row.js';
import { clock, factsOf, obstacles, project } from './county.js';

/*
 * The model messages D1 to D6 of a fortnight whose numbers agree, row by row, but for the rows of slips, action items and
 * factors, which do not exist yet: what they leave room for is told, by the order in which rows give way.
 */

type Named = readonly [zh: string, en: string];
type Given = {
  readonly name: Named;
  readonly measure?: GoalMeasure;
  readonly value: GoalValue;
  readonly gates: readonly Partial<GateState>[];
  readonly next?: number | null;
  readonly foreseen?: number;
  readonly judgement: Judgement;
  readonly nearest?: JudgedGoal['nearest'];
  readonly stage?: boolean;
};

const number = (value: number): GoalValue => ({ of: 'number', number: value });
const share = (reached: number): GoalValue => ({ of: 'share', reached, outOf: 60 });

function goal({
  name,
  measure = 'projects',
  value,
  gates,
  next = 0,
  foreseen,
  judgement,
  nearest = [],
  stage = true,
}: Given): JudgedGoal {
  const states = gates.map(
    (gate): GateState => ({
      on: localDay('2020-12-31'),
      needed: 20,
      held: 'behind',
      missing: 1,
      daysLeft: 100,
      ...gate,
    }),
  );
  const gate = next === null ? null : (states[next] ?? null);
  const key = name[1];
  return {
    goal: {
      key,
      name: { zh: name[0], en: name[1] },
      focusArea: 'projects',
      measure,
      target: 20,
      rule: stage ? { by: 'stage', categories: [], reached: 'started' } : { by: 'recorded' },
      gates: [],
      recorded: null,
    },
    state: { key, value, shown: 0, target: 20, counted: [], notCounted: [], left: [], gates: states, nextGate: gate },
    whole: true,
    countedOn: new Map(),
    gate,
    forecast:
      foreseen === undefined
        ? null
        : {
            kind: 'pace',
            days: 56,
            since: localDay('2020-04-22'),
            asOf: localDay('2020-06-17'),
            before: 23,
            risen: 12,
            value: foreseen,
            holds: judgement === 'pass',
            reachedOn: null,
          },
    judgement,
    before: null,
    nearest,
  };
}

const rate = (more: Omit<Partial<Given>, 'gates'> & { readonly gates: Given['gates'] }): JudgedGoal =>
  goal({ name: ['项目开工率', 'Start rate'], measure: 'share', value: share(35), judgement: 'pass', ...more });
const juneRate = (daysLeft: number): Partial<GateState> => ({
  on: localDay('2020-06-30'),
  needed: 60,
  missing: 1,
  daysLeft,
});
const activities = (value: number, foreseen: number, daysLeft: number): JudgedGoal =>
  goal({
    name: ['招商活动', 'Activities'],
    measure: 'activities',
    value: number(value),
    gates: [{ on: localDay('2020-06-30'), needed: 36, missing: 36 - value, daysLeft }],
    foreseen,
    judgement: 'miss',
    stage: false,
  });
const industrial = goal({
  name: ['工业开工', 'Industrial starts'],
  value: number(8),
  gates: [{ needed: 20, missing: 12 }],
  foreseen: 13,
  judgement: 'miss',
});
const others = (judgements: readonly Judgement[]): readonly JudgedGoal[] =>
  judgements.map((judgement, index) =>
    goal({ name: [`其他${index}`, `Other ${index}`], value: number(1), gates: [{}], judgement }),
  );
const FIVE = others(['pass', 'pass', 'no-forecast', 'not-entered', 'passed']).slice(0, 4);
/** Two pass, one misses (later than the others, and last), of two there are no data. */
const fiveOthers: readonly JudgedGoal[] = [
  ...FIVE,
  goal({
    name: ['农服基建开工', 'Rural starts'],
    value: number(2),
    gates: [{ missing: 18, daysLeft: 197 }],
    foreseen: 9,
    judgement: 'miss',
  }),
];

const near = (code: number, nickname: string, percent: number, more: object = {}): JudgedGoal['nearest'][number] => ({
  code: `P-${String(code).padStart(3, '0')}`,
  name: nickname,
  nickname,
  owner: null,
  ready: null,
  expected: null,
  step: '开工',
  percent,
  forecast: null,
  left: 1,
  ...more,
});

const lit = (id: number, nickname: string) => ({
  project: project(id, nickname, { nickname }),
  lit: { light: 'red' as const, reasons: [] },
});
const many = (count: number) => Array.from({ length: count }, (_, index) => lit(200 + index, `项目${index}`));

function waiting(
  counts: Readonly<Record<Rung, number>>,
  fresh: Partial<Record<Rung, number>>,
  after: number,
): WaitingObstacle[] {
  const [base] = obstacles;
  if (base === undefined) throw new Error('no obstacle');
  return (Object.keys(counts) as Rung[]).flatMap((rung) =>
    Array.from(
      { length: counts[rung] },
      (_, index): WaitingObstacle => ({
        ...base,
        id: index,
        number: index + 20,
        rung,
        standing: 'open',
        since: index < (fresh[rung] ?? 0) ? after + 1 : after - 1,
        days: 1,
        yours: rung === 'sponsor' || rung === 'commander',
      }),
    ),
  );
}

type Evening = Partial<Omit<Digest, 'red' | 'amber' | 'green' | 'obstacles' | 'events' | 'unreported'>> & {
  readonly lights: readonly [number, number, number];
  readonly rungs: readonly [number, number, number, number];
  readonly fresh?: Partial<Record<Rung, number>>;
  readonly events?: Partial<Digest['events']>;
  readonly silent: number;
  readonly obstacles?: readonly WaitingObstacle[];
};

function evening(day: LocalDay, { lights, rungs, fresh = {}, events = {}, silent, ...more }: Evening): Digest {
  const after = clock('2020-06-16', '18:00');
  const plain = computeDigest(factsOf({ day, changes: [], figures: [], after }), { of: 'plan' });
  const [unit, department, sponsor, commander] = rungs;
  const item = {
    projectId: 1,
    code: '',
    projectName: '',
    milestone: '',
    ownerId: 1,
    ownerName: { zh: '', en: '' },
    unitName: { zh: '', en: '' },
  };
  return {
    ...plain,
    red: many(lights[0]),
    amber: many(lights[1]),
    green: many(lights[2]),
    unlit: [],
    obstacles: waiting({ unit, department, sponsor, commander }, fresh, after),
    events: { red: [], green: [], done: [], postponed: [], missed: [], denominatorChanges: [], ...events },
    unreported: many(silent).map(({ project: of }, index) => ({
      project: of,
      items: [{ ...item, since: localDay(index < 2 ? '2020-06-15' : '2020-06-19') }],
    })),
    ...more,
  };
}

function rows(digest: Digest, language: Language): readonly string[] {
  const showing = { language, private: false, past: false, late: false, corrections: [] } as const;
  return plainLines(digestPosts(digest, showing).top.blocks).split('\n');
}

/** Both languages beside one another, as the models stand. */
function models(digest: Digest, model: string): void {
  const pairs = model
    .trim()
    .split('\n')
    .map((line) => line.split('┃').map((side) => side.trim()));
  expect(rows(digest, 'zh')).toEqual(pairs.map(([zh]) => zh));
  expect(rows(digest, 'en')).toEqual(pairs.map(([, en]) => en));
  for (const language of ['zh', 'en'] as const) {
    const [title = '', ...body] = rows(digest, language);
    expect(body.length + 1).toBeLessThanOrEqual(15);
    expect(rowWidth(title)).toBeLessThanOrEqual(HEADER_EM);
    const buttons = [...(body.pop() ?? '').matchAll(/\[([^\]]*)\]/g)].map(([, label = '']) => label);
    expect(rowWidth(buttons.join(''))).toBeLessThanOrEqual(BUTTONS_EM[buttons.length] ?? 0);
    for (const row of body) expect(fitsRow(row, language), row).toBe(true);
  }
}

describe('the model tops, row by row, in both languages', () => {
  it('D1, an ordinary day', () => {
    const digest = evening(localDay('2020-06-17'), {
      lights: [8, 13, 59],
      rungs: [4, 3, 3, 1],
      fresh: { sponsor: 1 },
      events: { green: [lit(17, '本草堂'), lit(41, '康养小镇'), ...many(4)] },
      silent: 5,
      goals: [rate({ gates: [juneRate(13)], foreseen: 37 }), activities(29, 33, 13), industrial, ...fiveOthers],
    });
    models(
      digest,
      `
6月17日 周三 · 项目攻坚日报            ┃ Wed 17 June · Daily digest
全部80个项目 · 截至18:00               ┃ All 80 projects · as at 18:00
项目开工率 58.3%（35/60）              ┃ Start rate 58.3% (35/60)
6月30日要60%，还差1个；推算37个，能过  ┃ 30 June 60%: 1 to go, forecast 37: pass
招商活动 29/36，推算33，过不了         ┃ Activities 29/36, forecast 33: miss
工业开工 8/20，推算13，过不了          ┃ Industrial starts 8/20, forecast 13: miss
其余5项：能过2、过不了1，2项缺数据     ┃ 5 other goals: 2 pass, 1 miss, 2 no data
变绿6：P-017 本草堂、P-041 康养小镇等  ┃ Turned green 6: P-017, P-041 and 4 more
红灯8、黄灯13、绿灯59                  ┃ Red 8, amber 13, green 59
卡点11：等总指挥1、包保领导3（新1）    ┃ Obstacles 11: commander 1, sponsors 3 (+1)
未上报5个项目                          ┃ Unreported: 5 projects
[等我办] [红灯8] [目标] [更多]         ┃ [Mine] [Red 8] [Goals] [More]`,
    );
  });

  it('D2, a Monday with ages', () => {
    const digest = evening(localDay('2020-06-22'), {
      lights: [8, 15, 57],
      rungs: [4, 4, 3, 1],
      silent: 5,
      goals: [rate({ gates: [juneRate(8)], foreseen: 36 }), activities(31, 34, 8), industrial, ...fiveOthers],
    });
    const since = [
      '2020-04-11',
      '2020-05-01',
      '2020-05-01',
      '2020-05-11',
      '2020-05-21',
      '2020-05-25',
      '2020-06-01',
      '2020-06-02',
    ];
    const first = lit(3, '恒硕新材');
    const red = [first, ...digest.red.slice(1)];
    const [oldest, ...rest] = digest.obstacles.filter(({ rung }) => rung === 'commander');
    const aged = [
      ...(oldest ? [{ ...oldest, number: 4, days: 20 }] : []),
      ...rest,
      ...digest.obstacles
        .filter(({ rung }) => rung !== 'commander')
        .map((each, index) => ({ ...each, days: index < 3 ? 10 : 2 })),
    ];
    models(
      {
        ...digest,
        red,
        obstacles: aged,
        redSince: new Map(red.map(({ project: { id } }, index) => [id, localDay(since[index] ?? '2020-06-20')])),
      },
      `
6月22日 周一 · 项目攻坚日报            ┃ Mon 22 June · Daily digest
全部80个项目 · 截至18:00               ┃ All 80 projects · as at 18:00
项目开工率 58.3%（35/60）              ┃ Start rate 58.3% (35/60)
6月30日要60%，还差1个；推算36个，能过  ┃ 30 June 60%: 1 to go, forecast 36: pass
招商活动 31/36，推算34，过不了         ┃ Activities 31/36, forecast 34: miss
工业开工 8/20，推算13，过不了          ┃ Industrial starts 8/20, forecast 13: miss
其余5项：能过2、过不了1，2项缺数据     ┃ 5 other goals: 2 pass, 1 miss, 2 no data
红灯8：满30天5个，最久P-003（73天）    ┃ Red 8: 5 for 30 days or more; P-003 for 73
黄灯15、绿灯57                         ┃ Amber 15, green 57
卡点12：等总指挥1、包保领导3           ┃ Obstacles 12: commander 1, sponsors 3
满10天4个，最久21天（4号，总指挥）     ┃ 4 for 10+ days; no. 4 (commander) for 21
未上报5个项目，满7天2个                ┃ Unreported: 5 projects, 2 for 7+ days
[等我办] [红灯8] [目标] [更多]         ┃ [Mine] [Red 8] [Goals] [More]`,
    );
  });

  it('D3, a turned red and a broken promise', () => {
    const behind = {
      light: 'red',
      kind: 'behind',
      milestone: '环评',
      percent: 30,
      pace: 60.71,
      points: 30.7142857,
    } as const;
    const bureau = { zh: '自然资源局', en: 'Natural Resources' };
    const digest = evening(localDay('2020-06-23'), {
      lights: [9, 15, 56],
      rungs: [4, 3, 4, 1],
      fresh: { sponsor: 1 },
      events: {
        red: [{ ...lit(4, '泰和源'), lit: { light: 'red', reasons: [behind] } }],
        missed: [
          {
            obstacleId: 7,
            number: 7,
            projectId: 3,
            kind: 'missed',
            inTime: false,
            rung: 'department',
            unitName: bureau,
            at: clock('2020-06-23', '18:00'),
            project: project(3, '恒硕新材'),
          },
        ],
      },
      silent: 4,
      goals: [rate({ gates: [juneRate(7.5)], foreseen: 36 }), activities(32, 34, 7), industrial, ...fiveOthers],
    });
    models(
      digest,
      `
6月23日 周二 · 项目攻坚日报            ┃ Tue 23 June · Daily digest
全部80个项目 · 截至18:00               ┃ All 80 projects · as at 18:00
项目开工率 58.3%（35/60）              ┃ Start rate 58.3% (35/60)
6月30日要60%，还差1个；推算36个，能过  ┃ 30 June 60%: 1 to go, forecast 36: pass
招商活动 32/36，推算34，过不了         ┃ Activities 32/36, forecast 34: miss
工业开工 8/20，推算13，过不了          ┃ Industrial starts 8/20, forecast 13: miss
其余5项：能过2、过不了1，2项缺数据     ┃ 5 other goals: 2 pass, 1 miss, 2 no data
变红1：P-004 泰和源 环评落后30.8个百分点┃ Turned red: P-004 EIA 环评 30.8 pts behind
承诺未兑现1：7号 P-003 自然资源局      ┃ Promise missed: no. 7, Natural Resources
红灯9、黄灯15、绿灯56                  ┃ Red 9, amber 15, green 56
卡点12：等总指挥1、包保领导4（新1）    ┃ Obstacles 12: commander 1, sponsors 4 (+1)
未上报4个项目                          ┃ Unreported: 4 projects
[等我办] [变化2] [红灯9] [更多]        ┃ [Mine] [Changes 2] [Red 9] [More]`,
    );
  });

  it('D4, the week before the gate', () => {
    const digest = evening(localDay('2020-06-24'), {
      lights: [9, 16, 55],
      rungs: [5, 3, 4, 1],
      silent: 0,
      goals: [
        rate({
          gates: [juneRate(6)],
          foreseen: 36,
          nearest: [near(10, '热处理中心', 55), near(71, '中医院康复楼', 0, { ready: '施工许可' })],
        }),
        activities(33, 35, 6),
        industrial,
        ...fiveOthers,
      ],
    });
    models(
      digest,
      `
6月24日 周三 · 项目攻坚日报            ┃ Wed 24 June · Daily digest
全部80个项目 · 截至18:00               ┃ All 80 projects · as at 18:00
离关口6天，3个工作日（28、29、30日）   ┃ Gate in 6 days: work on 28, 29, 30 June
项目开工率 58.3%（35/60），要60%       ┃ Start rate 58.3% (35/60) of 60%
还差1个；推算36个，能过，没有余量      ┃ 1 to go; forecast 36: pass, none to spare
最近：P-010 热处理中心，开工55%        ┃ Nearest: P-010 热处理中心, start at 55%
其次：P-071 中医院康复楼，施工许可已办 ┃ Next: P-071 中医院康复楼, permit done
招商活动 33/36，推算35，过不了         ┃ Activities 33/36, forecast 35: miss
工业开工 8/20，推算13，过不了          ┃ Industrial starts 8/20, forecast 13: miss
其余5项：能过2、过不了1，2项缺数据     ┃ 5 other goals: 2 pass, 1 miss, 2 no data
红灯9、黄灯16、绿灯55                  ┃ Red 9, amber 16, green 55
卡点13：等总指挥1、包保领导4           ┃ Obstacles 13: commander 1, sponsors 4
25日至27日放假，28日周日上班           ┃ Off 25–27 June; Sunday 28 is a workday
[等我办] [差哪些] [红灯9] [更多]       ┃ [Mine] [To go] [Red 9] [More]`,
    );
  });

  it('D5, the gate day', () => {
    const met = goal({
      name: ['招商活动', 'Activities'],
      measure: 'activities',
      value: number(36),
      gates: [{ on: localDay('2020-06-30'), needed: 36, missing: 0, daysLeft: 0, held: 'reached' }],
      judgement: 'passed',
      stage: false,
    });
    const moved = lit(44, '中央厨房');
    const digest = evening(localDay('2020-06-30'), {
      lights: [11, 18, 51],
      rungs: [4, 4, 4, 2],
      fresh: { commander: 1 },
      events: {
        green: [moved],
        postponed: [
          {
            projectId: 44,
            ordinal: 1,
            milestone: '设备安装',
            from: localDay('2020-06-10'),
            to: localDay('2020-07-10'),
            first: localDay('2020-06-10'),
            times: 1,
            lit: moved,
          },
        ],
      },
      silent: 4,
      goals: [
        rate({ gates: [juneRate(0)], judgement: 'today', nearest: [near(10, '热处理中心', 95)] }),
        met,
        industrial,
        ...fiveOthers,
      ],
    });
    const [zh, en] = [rows(digest, 'zh'), rows(digest, 'en')];
    expect(zh.slice(0, 7)).toEqual([
      '6月30日 周二 · 项目攻坚日报',
      '全部80个项目 · 截至18:00',
      '今天是关口：项目开工率要60%',
      '现在58.3%（35/60），还差1个',
      '今天开工、7月3日18:00前补报也算',
      '最近：P-010 热处理中心，开工95%',
      '招商活动 36/36，已过关',
    ]);
    expect(en.slice(2, 7)).toEqual([
      'Gate today: Start rate 60%',
      'Now 58.3% (35/60), 1 to go',
      'Started today, told by 3 July: counts',
      'Nearest: P-010 热处理中心, start at 95%',
      'Activities 36/36: passed',
    ]);
    expect(zh).toContain('变绿1：P-044 中央厨房（延期到7月10日）');
    expect(zh.slice(-4)).toEqual([
      '红灯11、黄灯18、绿灯51',
      '卡点14：等总指挥2（新1）、包保领导4',
      '未上报4个项目',
      '[等我办] [差哪些] [红灯11] [更多]',
    ]);
    expect(en.slice(-4)).toEqual([
      'Red 11, amber 18, green 51',
      'Obstacles 14: commander 2 (+1), sponsors 4',
      'Unreported: 4 projects',
      '[Mine] [To go] [Red 11] [More]',
    ]);
  });

  it('D6, after a missed gate', () => {
    const september = { on: localDay('2020-09-30'), needed: 100, missing: 25, daysLeft: 91 };
    const digest = evening(localDay('2020-07-01'), {
      lights: [14, 17, 49],
      rungs: [4, 4, 4, 2],
      events: { red: [lit(17, '本草堂'), lit(19, '乙'), lit(46, '丙')] },
      silent: 6,
      goals: [
        rate({
          gates: [{ ...juneRate(-1), held: 'missed', judged: share(35) }, september],
          next: 1,
          foreseen: 43,
          judgement: 'miss',
          nearest: [near(10, '热处理中心', 95, { forecast: localDay('2020-07-03') })],
        }),
        goal({
          name: ['招商活动', 'Activities'],
          measure: 'activities',
          value: number(36),
          gates: [
            { on: localDay('2020-06-30'), needed: 36, missing: 0, daysLeft: -1, held: 'reached', judged: number(36) },
            { on: localDay('2020-09-30'), needed: 72, missing: 36, daysLeft: 91 },
          ],
          next: 1,
          foreseen: 80,
          judgement: 'pass',
          stage: false,
        }),
        industrial,
        ...fiveOthers,
      ],
    });
    models(
      digest,
      `
7月1日 周三 · 项目攻坚日报             ┃ Wed 1 July · Daily digest
全部80个项目 · 截至18:00               ┃ All 80 projects · as at 18:00
未过关：6月30日项目开工率58.3%，要60%  ┃ Gate missed: Start rate 58.3% of 60%
35/60，差1个；补报收到7月3日18:00      ┃ 35/60, 1 short; late reports to 3 July
最近：P-010 热处理中心95%，预计7月3日  ┃ Nearest: P-010 at 95%, expected 3 July
下一关9月30日60个，推算43，过不了      ┃ Next gate 30 September 60: miss
已过关：6月30日招商活动36/36           ┃ Gate passed: 30 June, Activities 36/36
工业开工 8/20，推算13，过不了          ┃ Industrial starts 8/20, forecast 13: miss
农服基建开工 2/20，推算9，过不了       ┃ Rural starts 2/20, forecast 9: miss
其余5项：能过3，2项缺数据              ┃ 5 other goals: 3 pass, 2 no data
变红3：P-017、P-019、P-046             ┃ Turned red 3: P-017, P-019, P-046
红灯14、黄灯17、绿灯49                 ┃ Red 14, amber 17, green 49
卡点14：等总指挥2、包保领导4           ┃ Obstacles 14: commander 2, sponsors 4
未上报6个项目                          ┃ Unreported: 6 projects
[等我办] [差哪些] [变化3] [更多]       ┃ [Mine] [To go] [Changes 3] [More]`,
    );
  });
});
