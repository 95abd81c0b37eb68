import { addDays, type LocalDay } from '../../../domain/day.js';
import type { Matter, ObstacleKind, Rung } from '../../../domain/plan.js';
import { addWorkdays, nextWorkday, workdayFrom } from '../../../domain/workday.js';
import { clip } from '../../../text/escape.js';
import { between, pick, share } from '../../demo/chance.js';
import type { Reader } from '../../demo/reader.js';
import type { Happening } from '../happening.js';
import { type Away, actingFor, awayOn } from './away.js';
import type { MilestoneScript, Setting } from './script.js';

type Fate = 'quick' | 'returned' | 'missed' | 'silent' | 'raised' | 'handed' | 'withdrawn' | 'unverified';

/** What people say that stops them, and whose matter it is. */
const TOLD: readonly (readonly [text: string, matter: Matter])[] = [
  ['土地指标未批，影响开工', 'land'],
  ['征地补偿款没到位，村民不让进场', 'relocation'],
  ['环评批复还没下来，没法开工', 'environmental-capacity'],
  ['施工许可手续一直没批', 'approval'],
  ['临时用电没通，设备装不了', 'utilities'],
  ['工程款没到位，施工队停工', 'funds'],
  ['能耗指标未落实', 'energy-quota'],
  ['招不到技术工人，进度受影响', 'labour'],
  ['高压线路未迁改，塔吊不能作业', 'utilities'],
  ['贷款审批迟迟不下来，资金紧张', 'funds'],
  ['消防图审没通过，被退回', 'approval'],
  ['占补平衡指标没落实，用地手续办不下来', 'land'],
];
const SHACKLES = ['现行规定要求先验收后供地，办不下来', '文件规定不允许边施工边办证，卡住了'] as const;
const DONE = ['已协调解决，手续已办结', '现场办公会已定，今天落实到位', '资金已拨付', '批复已下发'] as const;
const BACK = ['材料还缺一份，没有办完', '现场还没有恢复，请再办'] as const;
const RULE = '关于容缺受理的暂行办法，第三条改为先建后验';
const UP = '超出本单位权限，需要上级协调';

/** An obstacle of the year with its life, as happenings. */
export type Life = {
  readonly script: MilestoneScript;
  readonly on: LocalDay;
  readonly happenings: readonly Happening[];
};

/** Obstacles on what goes late, and a few beside it: of every kind and matter, and of every way to go. */
export function obstaclesOf(
  scripts: readonly MilestoneScript[],
  setting: Setting,
  aways: readonly Away[],
  reader: Reader,
): Life[] {
  const { plan, calendar, seed } = setting;
  return scripts.flatMap((script): Life[] => {
    const { project, milestone, due, late } = script;
    const { code } = project;
    const chance = late > 20 ? 0.85 : late > 5 ? 0.45 : 0.08;
    if (share(seed, code, milestone.name, 'obstacle') > chance) return [];
    const early = addDays(
      due,
      late > 5 ? between(-12, 4, seed, code, milestone.name, 'flag') : -between(4, 12, seed, code, due),
    );
    const on = workdayFrom(early, calendar);
    const raiser = reader.reporter(project, milestone.name);
    const lastDay = addDays(plan.to, -3);
    if (raiser === null || on <= addDays(plan.from, 12) || on >= lastDay || awayOn(raiser, on, aways)) return [];
    const happenings = lifeOf(script, on, raiser, setting, aways, reader);
    return happenings === null
      ? []
      : [{ script, on, happenings: happenings.filter(({ at }) => at.slice(0, 10) <= lastDay) }];
  });
}

function lifeOf(
  { project, milestone }: MilestoneScript,
  on: LocalDay,
  raiser: string,
  { plan, calendar, seed }: Setting,
  aways: readonly Away[],
  reader: Reader,
): Happening[] | null {
  const { code } = project;
  const { name } = milestone;
  const words = [seed, code, name, on] as const;
  const kind: ObstacleKind =
    share(...words, 'kind') < 0.72 ? 'stumbling-block' : share(...words, 'kind') < 0.9 ? 'roadblock' : 'shackle';
  const [told, toldMatter] = TOLD[between(0, TOLD.length - 1, ...words, 'told')] ?? TOLD[0] ?? ['', 'other'];
  const text = kind === 'shackle' ? pick(SHACKLES, ...words) : told;
  const matter: Matter = kind === 'shackle' ? 'approval' : toldMatter;
  const urgent = share(...words, 'urgent') < 0.12;
  const fate = fateOf(share(...words, 'fate'));
  const heads = new Map(plan.units.map((unit) => [unit.key, unit.head]));
  const department = plan.ladder.departments[matter] ?? 'project-office';
  const seats: Readonly<Record<Rung, string | null>> = {
    unit: heads.get(project.unit) ?? null,
    department: heads.get(department) ?? null,
    sponsor: project.sponsor,
    commander: plan.commander,
  };
  const terms = plan.ladder.kinds[kind];
  const rungs = (['unit', 'department', 'sponsor', 'commander'] as const).filter(
    (rung) => terms.workdays[rung] !== undefined && seats[rung] !== null,
  );
  // What is said to be urgent halves nothing before the unit head agrees.
  const daysAt = (rung: Rung) => terms.workdays[rung] ?? 0;
  const after = (day: LocalDay, workdays: number) => addWorkdays(day, workdays, calendar);
  const time = (hour: number, ...more: (string | number)[]) =>
    `${String(hour).padStart(2, '0')}:${String(between(2, 55, ...words, ...more)).padStart(2, '0')}`;

  const life: Happening[] = [];
  const flagged = flagWays(
    on,
    raiser,
    text,
    kind,
    urgent,
    project,
    name,
    share(...words, 'way'),
    time(10, 'flag'),
    reader,
  );
  if (flagged === null) return null;
  life.push(...flagged);
  const press = (day: LocalDay, at: string, who: string, label: string, fill?: Record<string, string>): void => {
    const acting = actingFor(who, day, aways);
    const silent = acting !== null && awayOn(acting, day, aways);
    if (acting === null || silent) return;
    life.push({
      at: `${day} ${at}`,
      who: acting,
      press: label,
      beside: text,
      ...(fill ? { fill } : {}),
      perhaps: true,
    });
  };
  const resolved = { 怎么办结的: pick(DONE, ...words), ...(kind === 'shackle' ? { 改了哪条规定: RULE } : {}) };

  const [first, second] = rungs;
  if (first === undefined) return null;
  /** Where it is cleared in the end, and the day on which that rung takes it up. */
  let rung: Rung = first;
  let day = nextWorkday(on, calendar);
  if (fate === 'withdrawn') {
    press(after(on, 1), time(11, 'withdraw'), raiser, '撤回');
    return life;
  }
  if (fate === 'missed' && second !== undefined) {
    const promised = after(on, 3);
    press(day, time(9, 'claim'), seats[first] ?? '', '认领', { 承诺哪天办结: promised });
    rung = second;
    day = after(promised, 1);
  }
  if (fate === 'silent') {
    const climbs = between(1, Math.max(1, rungs.length - 1), ...words, 'climbs');
    let reached = on;
    for (const each of rungs.slice(0, climbs)) reached = after(reached, daysAt(each));
    rung = rungs[climbs] ?? first;
    day = after(reached, 1);
  }
  if (fate === 'raised' && second !== undefined) {
    press(day, time(9, 'raise'), seats[first] ?? '', '提级', { 理由: UP });
    rung = second;
    day = after(day, 1);
  }
  let holder = seats[rung] ?? '';
  if (fate === 'handed' && rungs.includes('department')) {
    // It must be with the department first.
    if (rung === 'unit') press(day, time(9, 'up'), holder, '提级', { 理由: UP });
    const other = plan.units.find(({ key }) => key === (department === 'housing' ? 'development' : 'housing'));
    if (other?.head) {
      press(after(day, 1), time(10, 'hand'), seats.department ?? '', '⋯ > 转办', {
        转给哪个单位: other.name.zh,
        理由: '不属于我局职责',
      });
      holder = other.head;
      day = after(day, 2);
    }
  }
  // At most the rung's own days again, beyond its limit.
  const promise = after(day, Math.min(between(2, 4, ...words, 'promise'), 2 * daysAt(rung) - 1));
  press(day, time(14, 'claim'), holder, '认领', { 承诺哪天办结: promise });
  if (share(...words, 'comment') < 0.3)
    press(after(day, 1), time(16, 'comment'), holder, '⋯ > 留言', { 留言: '正在协调，下周有结果' });
  press(promise, time(15, 'resolve'), holder, '办结', resolved);
  if (fate === 'unverified') return life;
  if (fate === 'returned') {
    press(after(promise, 1), time(9, 'return'), raiser, '退回', { 理由: pick(BACK, ...words) });
    press(after(promise, 2), time(16, 'again'), holder, '办结', resolved);
    press(after(promise, 4), time(10, 'verify'), raiser, '核实销号');
    return life;
  }
  press(after(promise, 1), time(10, 'verify'), raiser, '核实销号');
  return life;
}

function fateOf(luck: number): Fate {
  const shares: readonly (readonly [Fate, number])[] = [
    ['quick', 0.33],
    ['returned', 0.12],
    ['missed', 0.12],
    ['silent', 0.21],
    ['raised', 0.08],
    ['handed', 0.06],
    ['withdrawn', 0.04],
    ['unverified', 0.04],
  ];
  let rest = luck;
  for (const [fate, part] of shares) {
    if (rest < part) return fate;
    rest -= part;
  }
  return 'quick';
}

/** By a command, a line to the bot, the form, or a row of the morning's question. */
function flagWays(
  on: LocalDay,
  who: string,
  text: string,
  kind: ObstacleKind,
  urgent: boolean,
  project: MilestoneScript['project'],
  milestone: string,
  way: number,
  time: string,
  reader: Reader,
): Happening[] | null {
  const at = `${on} ${time}`;
  const { code } = project;
  const named = { 'stumbling-block': '绊脚石', roadblock: '拦路虎', shackle: '紧箍咒' }[kind];
  const line = `${code} ${text}`;
  const read = reader.read(line, who, 'command', code, on);
  const plain = read.act === 'obstacle' && read.project === code;
  if (kind !== 'stumbling-block' || urgent || way < 0.3 || !plain) {
    const fill = {
      项目: clip(`${code} ${project.name}`, 75),
      什么卡住了: text,
      类别: named,
      ...(urgent ? { 加急理由: '影响省重点调度' } : {}),
    };
    return [
      { at, who, command: '/obstacle' },
      { at, who, fill, sees: '卡点' },
    ];
  }
  if (way < 0.55) return [{ at, who, command: `/obstacle ${line}`, sees: '卡点' }];
  if (way < 0.75) return [{ at, who, say: line, sees: '卡点' }];
  return [{ at, who, answer: `${milestone} · ${code}`, with: '卡住', fill: { 卡在哪里: text }, else: line }];
}
