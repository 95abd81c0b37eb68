import { addDays, type LocalDay } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import type { Digest, JudgedGoal } from '../../../domain/digest/compute.js';
import { LATE_FACTS_WORKDAYS } from '../../../domain/digest/gates.js';
import { type Judgement, NEAR_DAYS } from '../../../domain/digest/judgement.js';
import type { GateState, GoalValue } from '../../../domain/gate.js';
import type { Stage } from '../../../domain/plan.js';
import { addWorkdays } from '../../../domain/workday.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';
import { firstThatFits, type Row, row, rowAround, shortName, stepName } from './rows.js';

/** A goal and its gates, in rows. */
export const words = {
  judgement: { zh: (of: Judgement) => JUDGED_ZH[of], en: (of: Judgement) => JUDGED_EN[of] },
  tooFew: { zh: '数据太少，不预测', en: 'too few records' },
  wants: {
    zh: (day: string, needed: string) => `${day}要${needed}`,
    en: (day: string, needed: string) => `${day} ${needed}`,
  },
  toGo: { zh: (missing: string) => `还差${missing}`, en: (missing: string) => `${missing} to go` },
  enough: { zh: '已够', en: 'enough now' },
  forecast: { zh: (value: string) => `推算${value}`, en: (value: string) => `forecast ${value}` },
  others: { zh: (count: number) => `其余${count}项`, en: (count: number) => `${countEn(count, 'other goal')}` },
  noData: { zh: (count: number) => `${count}项缺数据`, en: (count: number) => `${count} no data` },
  allWithout: { zh: '缺数据', en: ': no data' },
  countdown: {
    zh: (days: number, workdays: readonly LocalDay[], dates: string) =>
      workdays.length === 0
        ? `离关口${days}天，没有工作日`
        : `离关口${days}天，${workdays.length}个工作日${dates === '' ? '' : `（${dates}）`}`,
    en: (days: number, workdays: readonly LocalDay[], dates: string) =>
      `Gate in ${countEn(days, 'day')}: ${workdays.length === 0 ? 'none is a workday' : dates === '' ? countEn(workdays.length, 'workday') : `work on ${dates}`}`,
  },
  noneToSpare: { zh: '没有余量', en: 'none to spare' },
  today: {
    zh: (name: string, needed: string) => `今天是关口：${name}要${needed}`,
    en: (name: string, needed: string) => `Gate today: ${name} ${needed}`,
  },
  now: { zh: '现在', en: 'Now' },
  lateCounts: {
    zh: (what: string, until: string) => `${what}、${until}前补报也算`,
    en: (what: string, until: string) => `${what}, told by ${until}: counts`,
  },
  happened: {
    zh: (stage: Stage | null) => HAPPENED_ZH[stage ?? 'lead'],
    en: (stage: Stage | null) => HAPPENED_EN[stage ?? 'lead'],
  },
  missed: {
    zh: (day: string, name: string, have: string, needed: string) => `：${day}${name}${have}，要${needed}`,
    en: (day: string, name: string, have: string, needed: string) => `: ${day} ${name} ${have} of ${needed}`,
  },
  missedLead: { zh: '未过关', en: 'Gate missed' },
  short: { zh: (missing: string) => `差${missing}`, en: (missing: string) => `${missing} short` },
  lateUntil: { zh: (until: string) => `补报收到${until}`, en: (until: string) => `late reports to ${until}` },
  passedLead: { zh: '已过关', en: 'Gate passed' },
  passed: {
    zh: (day: string, name: string, have: string) => `：${day}${name}${have}`,
    en: (day: string, name: string, have: string) => `: ${day}, ${name} ${have}`,
  },
  nearest: { zh: '最近', en: 'Nearest' },
  next: { zh: '其次', en: 'Next' },
  at: {
    zh: (step: string, percent: number) => `${step}${percent}%`,
    en: (step: string, percent: number) => `${step} at ${percent}%`,
  },
  expected: { zh: (day: string) => `，预计${day}`, en: (day: string) => `, expected ${day}` },
  ready: { zh: (step: string) => `${step}已办`, en: (step: string) => `${step} done` },
  nextGate: {
    zh: (day: string, needed: string, outcome: string) => `下一关${day}${needed}，${outcome}`,
    en: (day: string, needed: string, outcome: string) => `Next gate ${day} ${needed}: ${outcome}`,
  },
  unchanged: { zh: (of: string) => `${of}未增`, en: (of: string) => `none ${of}` },
} as const satisfies Catalogue;

const JUDGED_ZH: Readonly<Record<Judgement, string>> = {
  pass: '能过',
  miss: '过不了',
  passed: '已过关',
  missed: '未过关',
  today: '今天关口',
  'no-forecast': '不预测',
  'not-entered': '未登记',
  none: '没有关口',
};
const JUDGED_EN: Readonly<Record<Judgement, string>> = {
  pass: 'pass',
  miss: 'miss',
  passed: 'passed',
  missed: 'missed',
  today: 'gate today',
  'no-forecast': 'no forecast',
  'not-entered': 'not entered',
  none: 'no gate',
};
const HAPPENED_ZH: Readonly<Record<Stage, string>> = {
  lead: '今天的事',
  signed: '今天签约',
  landed: '今天落地',
  started: '今天开工',
  completed: '今天竣工',
  operating: '今天投产',
};
const HAPPENED_EN: Readonly<Record<Stage, string>> = {
  lead: 'Done today',
  signed: 'Signed today',
  landed: 'Landed today',
  started: 'Started today',
  completed: 'Completed today',
  operating: 'Opened today',
};

/** Gates as near as this are at stake. */
const AT_STAKE_DAYS = 28;
/** So many goals have rows of their own, where there is room. */
export const MOST_GOALS = 3;
/** A gate that was passed stays in the top for a week. */
const PASSED_DAYS = 7;

/** Rows of the goals at stake, the nearest gate first; gates passed of late; how many of the others stand how. */
export type GoalRows = {
  readonly first: readonly Row[];
  readonly passed: readonly Row[];
  readonly next: readonly Row[];
  readonly others: Row | null;
};

export function goalRows(digest: Digest, phrases: Phrases, most: number): GoalRows {
  const stake = atStake(digest);
  const shown = stake.slice(0, most);
  const [first, ...next] = shown;
  const rest = digest.goals.filter((goal) => !shown.includes(goal) && goal.judgement !== 'none');
  return {
    first: first === undefined ? [] : fullRows(first, digest, phrases),
    passed: passedRows(digest, phrases),
    next: next.flatMap((goal) => shortRows(goal, digest, phrases)),
    others: othersRow(rest, phrases),
  };
}

/** The goal whose gate a reader has to act on now: counted down, today, or missed and not met. */
export const pressing = (digest: Digest): JudgedGoal | null =>
  atStake(digest).find((goal) => openGate(goal) !== null) ?? null;

/** A gate of a goal that was missed and is not met yet. */
export const unmet = ({ state }: JudgedGoal): GateState | null =>
  state.gates.find(({ held, missing }) => held === 'missed' && missing > 0) ?? null;

function openGate(goal: JudgedGoal): GateState | null {
  const missed = unmet(goal);
  if (missed !== null) return missed;
  const { gate, judgement } = goal;
  if (gate === null || gate.held === 'reached' || judgement === 'not-entered') return null;
  return gate.daysLeft <= NEAR_DAYS ? gate : null;
}

/** Gates within four weeks, or forecast to be missed; missed ones first, then the nearest. */
function atStake({ goals }: Digest): readonly JudgedGoal[] {
  const place = (goal: JudgedGoal): string => {
    const { gate, judgement } = goal;
    const on = gate?.on ?? '9999-12-31';
    if (unmet(goal) !== null) return `0 ${unmet(goal)?.on}`;
    if (gate !== null && gate.daysLeft <= AT_STAKE_DAYS && judgement !== 'not-entered') return `1 ${on}`;
    return judgement === 'miss' ? `2 ${on}` : '';
  };
  return goals
    .map((goal, index) => ({ goal, key: place(goal), danger: goal.judgement === 'miss' ? 0 : 1, index }))
    .filter(({ key }) => key !== '')
    .sort(
      (one, other) =>
        (one.key < other.key ? -1 : one.key > other.key ? 1 : 0) ||
        Number(other.goal.goal.measure === 'share') - Number(one.goal.goal.measure === 'share') ||
        one.danger - other.danger ||
        one.index - other.index,
    )
    .map(({ goal }) => goal);
}

/** The goal with the nearest gate: in two rows; near its gate, on its day and after a miss in so many as an act takes. */
function fullRows(goal: JudgedGoal, digest: Digest, phrases: Phrases): readonly Row[] {
  const missed = unmet(goal);
  if (missed !== null) return missedRows(goal, missed, digest, phrases);
  const { gate, judgement } = goal;
  if (gate === null || gate.daysLeft > AT_STAKE_DAYS || judgement === 'not-entered')
    return shortRows(goal, digest, phrases);
  if (gate.held !== 'reached' && gate.daysLeft === 0) return todayRows(goal, gate, digest, phrases);
  const own = inLanguage(words, phrases.language);
  const { zh, day } = phrases;
  const near = gate.held !== 'reached' && gate.daysLeft <= NEAR_DAYS;
  const comma = zh ? '，' : ', ';
  const left = gate.missing === 0 ? own.enough : own.toGo(missingWords(goal, gate, phrases));
  const seen = outcome(goal, phrases);
  if (!near) {
    const wants = own.wants(day(gate.on), neededWords(goal, gate, phrases));
    const rest = (said: string) => (zh ? `${wants}，${left}；${said}` : `${wants}: ${left}, ${said}`);
    return [
      rowAround(
        goal.goal.name[phrases.language],
        ` ${haveWords(goal, null, phrases)}${sinceWords(goal, digest, phrases)}`,
        phrases.language,
      ),
      firstThatFits(
        [row('', rest(seen)), row('', rest(own.judgement(judgement))), row('', `${wants}${zh ? '，' : ': '}${left}`)],
        phrases.language,
      ),
    ];
  }
  const needed = neededWords(goal, gate, phrases);
  const spare = goal.forecast?.kind === 'pace' && goal.forecast.holds && forecastSpare(goal, gate) === 0;
  const said = zh ? `${left}；${seen}` : `${left}; ${seen}`;
  return [
    countdownRow(gate, digest, phrases),
    rowAround(
      goal.goal.name[phrases.language],
      ` ${haveWords(goal, null, phrases)}${zh ? `，要${needed}` : ` of ${needed}`}`,
      phrases.language,
    ),
    firstThatFits(
      [...(spare ? [row('', `${said}${comma}${own.noneToSpare}`)] : []), row('', said), row('', left)],
      phrases.language,
    ),
    ...nearestRows(goal, 2, phrases),
  ];
}

const forecastSpare = ({ forecast, state }: JudgedGoal, gate: GateState): number =>
  forecast?.kind === 'pace' ? forecast.value - (amountOf(state.value) + gate.missing) : 0;

function countdownRow(gate: GateState, { calendar, day: today }: Digest, phrases: Phrases): Row {
  const own = inLanguage(words, phrases.language);
  const workdays: LocalDay[] = [];
  for (let on = addDays(today, 1); on <= gate.on; on = addDays(on, 1)) if (calendar.isWorkday(on)) workdays.push(on);
  const dates = phrases.dates(workdays);
  return firstThatFits(
    [row('', own.countdown(gate.daysLeft, workdays, dates)), row('', own.countdown(gate.daysLeft, workdays, ''))],
    phrases.language,
  );
}

/** On the day itself there is no verdict yet: what happens today may be told for some working days more. */
function todayRows(goal: JudgedGoal, gate: GateState, digest: Digest, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { zh, language } = phrases;
  const needed = neededWords(goal, gate, phrases);
  const name = goal.goal.name[language];
  const { rule } = goal.goal;
  const left = own.toGo(missingWords(goal, gate, phrases));
  return [
    firstThatFits(
      cuts(name).map((cut) => row('', own.today(cut, needed))),
      language,
    ),
    row('', `${own.now}${zh ? '' : ' '}${haveWords(goal, null, phrases)}${zh ? '，' : ', '}${left}`),
    row(
      '',
      own.lateCounts(
        own.happened(rule.by === 'stage' ? rule.reached : null),
        phrases.untilEvening(lateUntil(gate.on, digest)),
      ),
    ),
    ...nearestRows(goal, 1, phrases),
  ];
}

const lateUntil = (on: LocalDay, { calendar }: Digest): LocalDay => addWorkdays(on, LATE_FACTS_WORKDAYS, calendar);

/** A miss stays until it is met: with what it was on its day, and what it is now. */
function missedRows(goal: JudgedGoal, gate: GateState, digest: Digest, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { zh, language, day } = phrases;
  const until = lateUntil(gate.on, digest);
  const needed = neededWords(goal, gate, phrases);
  const then = shareWords(gate.judged ?? goal.state.value, goal, phrases);
  const short = own.short(missingWords(goal, gate, phrases));
  const comma = zh ? '，' : ', ';
  const late = digest.day <= until ? `${zh ? '；' : '; '}${own.lateUntil(phrases.untilEvening(until))}` : '';
  const have = haveWords(goal, gate, phrases, true);
  return [
    firstThatFits(
      [
        ...cuts(goal.goal.name[language]).map((cut) =>
          row(own.missedLead, own.missed(day(gate.on), cut, then, needed)),
        ),
      ],
      language,
    ),
    firstThatFits([row('', `${have}${comma}${short}${late}`), row('', `${have}${comma}${short}`)], language),
    ...nearestRows(goal, 1, phrases),
    ...nextGateRows(goal, phrases),
  ];
}

/** The gate after one that was missed, whose place it does not take. */
function nextGateRows(goal: JudgedGoal, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { gate } = goal;
  if (gate === null) return [];
  const { quantity, day } = phrases;
  const { state } = goal;
  const needed =
    state.value.of === 'share'
      ? quantity('projects', state.value.reached + gate.missing)
      : neededWords(goal, gate, phrases);
  const said = (seen: string) => row('', own.nextGate(day(gate.on), needed, seen));
  return [firstThatFits([said(outcome(goal, phrases, true)), said(own.judgement(goal.judgement))], phrases.language)];
}

/** Gates that were passed within the last week. */
function passedRows(digest: Digest, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { language, day } = phrases;
  return digest.goals.flatMap((goal) =>
    goal.state.gates
      .filter(({ held, on }) => held === 'reached' && on < digest.day && on >= addDays(digest.day, -PASSED_DAYS))
      .map((gate) =>
        firstThatFits(
          cuts(goal.goal.name[language]).map((cut) =>
            row(own.passedLead, own.passed(day(gate.on), cut, haveWords(goal, gate, phrases, true))),
          ),
          language,
        ),
      ),
  );
}

/** One row: what it has of what its gate needs, the forecast, and the one word. */
function shortRows(goal: JudgedGoal, digest: Digest, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { zh, language } = phrases;
  const missed = unmet(goal);
  if (missed !== null) return missedRows(goal, missed, digest, phrases).slice(0, 1);
  const { gate, judgement } = goal;
  const rest =
    judgement === 'not-entered'
      ? ` ${own.judgement(judgement)}`
      : ` ${haveWords(goal, gate, phrases)}${zh ? '，' : ', '}${outcome(goal, phrases, true)}`;
  return [rowAround(goal.goal.name[language], rest, language)];
}

/** `推算37个，能过`, `数据太少，不预测`; `bare`: a number of whole things without its unit. */
export function outcome(goal: JudgedGoal, phrases: Phrases, bare = false): string {
  const own = inLanguage(words, phrases.language);
  const { forecast, judgement } = goal;
  const said = own.judgement(judgement);
  if (judgement === 'no-forecast') return own.tooFew;
  if (forecast?.kind !== 'pace') return said;
  const value = forecastWords(goal, forecast.value, phrases, bare);
  return phrases.zh ? `${own.forecast(value)}，${said}` : `${own.forecast(value)}: ${said}`;
}

function forecastWords({ goal }: JudgedGoal, value: number, phrases: Phrases, bare: boolean): string {
  const measure = goal.measure === 'share' ? 'projects' : goal.measure;
  if ((measure === 'projects' || measure === 'activities') && (bare || !phrases.zh)) return String(value);
  return phrases.quantity(measure, value);
}

const neededWords = ({ goal }: JudgedGoal, gate: GateState, { quantity }: Phrases): string =>
  quantity(goal.measure, gate.needed, 'up');

const missingWords = ({ goal }: JudgedGoal, gate: GateState, { quantity }: Phrases): string =>
  quantity(goal.measure === 'share' ? 'projects' : goal.measure, gate.missing, 'up');

const amountOf = (value: GoalValue): number => (value.of === 'share' ? value.reached : value.number);

/** `58.3%（35/60）`, `29/36`, `2/40亿元`: with the gate, of what that needs; `bare`: a share as its fraction alone. */
export function haveWords(goal: JudgedGoal, gate: GateState | null, phrases: Phrases, bare = false): string {
  const { state, whole } = goal;
  const { value } = state;
  const before = phrases.periodic ? goal.before : null;
  if (value.of === 'share') {
    const was = before?.of === 'share' && before.reached !== value.reached ? `${before.reached}→` : '';
    const fraction = `${was}${value.reached}/${value.outOf}`;
    const percent = was === '' || before === null ? '' : `${shareWords(before, goal, phrases)}→`;
    return bare ? fraction : `${percent}${shareWords(value, goal, phrases)}${phrases.bracket(fraction)}`;
  }
  const target = gate?.needed ?? (whole ? state.target : state.counted.length + state.notCounted.length);
  return phrases.against(goal.goal, value.number, target, before === null ? null : amountOf(before), whole);
}

/** A share to one decimal, rounded down; another value as it is. */
function shareWords(value: GoalValue, { goal }: JudgedGoal, { quantity }: Phrases): string {
  if (value.of === 'number') return quantity(goal.measure, value.number);
  return `${value.outOf === 0 ? 0 : Math.floor((value.reached * 1000) / value.outOf) / 10}%`;
}

/** In a period without any rise it says so. */
function sinceWords(goal: JudgedGoal, digest: Digest, phrases: Phrases): string {
  if (!phrases.periodic || goal.before === null || amountOf(goal.before) < amountOf(goal.state.value)) return '';
  const own = inLanguage(words, phrases.language);
  return `${phrases.zh ? '，' : ', '}${own.unchanged(phrases.period(digest.cadence))}`;
}

/** The projects that would bring the gate home, the nearest first: one more than it needs, not to be one person's burden. */
function nearestRows({ nearest }: JudgedGoal, most: number, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { language, colon, zh } = phrases;
  return nearest.slice(0, most).map((each, index) => {
    const step = each.step === null ? '' : stepName(each.step, language);
    const ready = each.ready === null ? step : own.ready(stepName(each.ready, language));
    const at = each.percent > 0 ? own.at(step, each.percent) : ready;
    const what = at === '' ? '' : `${zh ? '，' : ', '}${at}`;
    const when = each.forecast === null ? '' : own.expected(phrases.day(each.forecast));
    const lead = index === 0 ? own.nearest : own.next;
    const { code } = each;
    const called = shortName(each);
    return firstThatFits(
      [
        row(lead, `${colon}${called}${what}${when}`),
        ...(zh && when !== '' && each.percent > 0 ? [row(lead, `${colon}${called}${each.percent}%${when}`)] : []),
        row(lead, `${colon}${called}${what}`),
        row(lead, `${colon}${code}${what}`),
      ],
      language,
    );
  });
}

/** `其余5项：能过2、过不了1，2项缺数据`. */
function othersRow(rest: readonly JudgedGoal[], phrases: Phrases): Row | null {
  if (rest.length === 0) return null;
  const own = inLanguage(words, phrases.language);
  const { zh, colon, language } = phrases;
  const count = (of: Judgement) => rest.filter(({ judgement }) => judgement === of).length;
  const counts = (['passed', 'pass', 'miss', 'missed', 'today'] as const).flatMap((of) => {
    const number = count(of);
    return number === 0 ? [] : [zh ? `${own.judgement(of)}${number}` : `${number} ${own.judgement(of)}`];
  });
  const without = count('no-forecast') + count('not-entered');
  const lead = own.others(rest.length);
  if (counts.length === 0) return row(`${lead}${own.allWithout}`);
  const noData = without === 0 ? [] : [own.noData(without)];
  const said = counts.join(zh ? '、' : ', ');
  const whole = [said, ...noData].join(zh ? '，' : ', ');
  return firstThatFits([row(lead, `${colon}${whole}`), row(lead, `${colon}${said}`), row(lead)], language);
}

/** A name and shorter and shorter cuts of it. */
function cuts(name: string): readonly string[] {
  const letters = [...name];
  return [name, ...letters.map((_, left) => `${letters.slice(0, letters.length - 1 - left).join('')}…`).slice(0, -1)];
}
