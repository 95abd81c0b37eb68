import { addDays, type LocalDay } from '../../../domain/day.js';
import type { Digest, JudgedGoal } from '../../../domain/digest/compute.js';
import { LATE_FACTS_WORKDAYS } from '../../../domain/digest/gates.js';
import { type Judgement, NEAR_DAYS } from '../../../domain/digest/judgement.js';
import type { GateState } from '../../../domain/gate.js';
import { addWorkdays } from '../../../domain/workday.js';
import { inLanguage } from '../../../text/language.js';
import { amountOf, haveWords, missingWords, neededWords, outcome, shareWords, sinceWords } from './goal-values.js';
import { words } from './goal-words.js';
import type { Phrases } from './phrases.js';
import { cuts, firstThatFits, type Row, row, rowAround, shortName, stepName } from './rows.js';

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
