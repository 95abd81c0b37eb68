import { addDays, type LocalDay } from '../../../domain/day.js';
import type { Digest, JudgedGoal } from '../../../domain/digest/compute.js';
import { type Judgement, NEAR_DAYS } from '../../../domain/digest/judgement.js';
import type { GateState } from '../../../domain/gate.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { lateUntil, missedRows, nearestRows, passedRows, unmet } from './gate-rows.js';
import { amountOf, haveWords, missingWords, neededWords, outcome, sinceWords } from './goal-values.js';
import { words } from './goal-words.js';
import type { Phrases } from './phrases.js';
import { cuts, firstThatFits, type Row, row, rowAround } from './rows.js';

/** Gates as near as this are at stake. */
const AT_STAKE_DAYS = 28;
/** So many goals have rows of their own, where there is room. */
export const MOST_GOALS = 3;

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

/** One row: what it has of what its gate needs, the forecast, and the one word. */
function shortRows(goal: JudgedGoal, digest: Digest, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { zh, language } = phrases;
  const missed = unmet(goal);
  if (missed !== null) return missedRows(goal, missed, digest, phrases).slice(0, 1);
  const { gate, judgement } = goal;
  const name = goal.goal.name[language];
  if (judgement === 'not-entered') return [rowAround(name, ` ${own.judgement(judgement)}`, language)];
  const foreseen = goal.forecast?.kind === 'pace' && judgement !== 'no-forecast';
  const rest = (bare: boolean) =>
    ` ${haveWords(goal, gate, phrases, bare)}${zh ? '，' : foreseen ? ', ' : ': '}${outcome(goal, phrases, true)}`;
  const cut = rowAround(name, rest(true), language);
  const word = judgement === 'no-forecast' ? own.tooFew : own.judgement(judgement);
  const judged = ` ${haveWords(goal, gate, phrases, true)}${zh ? '，' : ': '}${word}`;
  // The percents of a period give way before the name is cut, and the forecast before nobody could tell which goal it is.
  return [
    firstThatFits(
      [
        row(name, rest(false)),
        row(name, rest(true)),
        ...(isLegible(cut.lead, name, language) ? [cut] : []),
        row(name, judged),
        rowAround(name, judged, language),
      ],
      language,
    ),
  ];
}

/** Whether so much of a name is left that it is known from the others. */
const isLegible = (cut: string, name: string, language: Language): boolean =>
  cut === name || [...cut].length > (language === 'zh' ? 5 : 12);

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
