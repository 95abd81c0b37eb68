import { addDays, daysBetween, type LocalDay } from '../../../domain/day.js';
import type { Digest, JudgedGoal } from '../../../domain/digest/compute.js';
import { LATE_FACTS_WORKDAYS, TOLD_DAYS } from '../../../domain/digest/gates.js';
import type { GateState } from '../../../domain/gate.js';
import { addWorkdays } from '../../../domain/workday.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { haveWords, missingWords, neededWords, outcome, shareWords } from './goal-values.js';
import { words } from './goal-words.js';
import type { Phrases } from './phrases.js';
import { cuts, firstThatFits, type Row, row, shortName, stepName, stepShort } from './rows.js';

/** A gate of a goal that was missed and is not met yet. */
export const unmet = ({ state }: JudgedGoal): GateState | null =>
  state.gates.find(({ held, missing }) => held === 'missed' && missing > 0) ?? null;

export const lateUntil = (on: LocalDay, { calendar }: Digest): LocalDay =>
  addWorkdays(on, LATE_FACTS_WORKDAYS, calendar);

/** A miss stays until it is met: with what it was on its day, and what it is now. */
export function missedRows(goal: JudgedGoal, gate: GateState, digest: Digest, phrases: Phrases): readonly Row[] {
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
      dated(goal, day(gate.on), language).map(({ name, on }) =>
        row(own.missedLead(daysBetween(gate.on, digest.day)), own.missed(on, name, then, needed)),
      ),
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

/** Gates that were passed within the last week, and those whose miss was made good within it. */
export function passedRows(digest: Digest, phrases: Phrases): readonly Row[] {
  const since = addDays(digest.day, -TOLD_DAYS);
  return digest.goals.flatMap((goal) =>
    goal.state.gates.flatMap((gate) => {
      const { held, on, toldOn = on, metOn } = gate;
      if (held === 'reached') return on < digest.day && toldOn >= since ? [passedRow(goal, gate, phrases)] : [];
      return metOn !== undefined && gate.missing === 0 && metOn >= since ? [metRow(goal, gate, metOn, phrases)] : [];
    }),
  );
}

/** `已过关：6月30日项目开工率36/60（补报7月2日）`: what it was on its day, and whether that was told afterwards. */
function passedRow(goal: JudgedGoal, gate: GateState, phrases: Phrases): Row {
  const own = inLanguage(words, phrases.language);
  const { language, day } = phrases;
  const then = { ...goal, state: { ...goal.state, value: gate.judged ?? goal.state.value }, before: null };
  const told = gate.toldOn === undefined ? '' : phrases.bracket(own.toldOn(day(gate.toldOn)));
  const have = `${haveWords(then, gate, phrases, true)}${told}`;
  return firstThatFits(
    dated(goal, day(gate.on), language).map(({ name, on }) => row(own.passedLead, own.passed(on, name, have))),
    language,
  );
}

/** A goal with the day of its gate; where there is no room for both, the day gives way before the name is cut. */
function dated(
  { goal }: JudgedGoal,
  on: string,
  language: Language,
): readonly { readonly name: string; readonly on: string }[] {
  const name = goal.name[language];
  return [{ name, on }, ...cuts(name).map((cut) => ({ name: cut, on: '' }))];
}

/** `7月3日补过关：开工率60%（36/60），晚3天`. */
function metRow(goal: JudgedGoal, gate: GateState, metOn: LocalDay, phrases: Phrases): Row {
  const own = inLanguage(words, phrases.language);
  const { language, day } = phrases;
  const late = daysBetween(gate.on, metOn);
  const have = (bare: boolean) => haveWords({ ...goal, before: null }, gate, phrases, bare);
  const name = goal.goal.name[language];
  const say = (cut: string, bare: boolean) => row(own.metLead(day(metOn), late), own.met(cut, have(bare), late));
  return firstThatFits([say(name, false), ...[...cuts(name), ''].map((cut) => say(cut, true))], language);
}

/** The projects that would bring the gate home, the nearest first: one more than it needs, not to be one person's burden. */
export function nearestRows({ nearest }: JudgedGoal, most: number, phrases: Phrases): readonly Row[] {
  const own = inLanguage(words, phrases.language);
  const { language, colon, zh } = phrases;
  const comma = zh ? '，' : ', ';
  return nearest.slice(0, most).map((each, index) => {
    const { code, percent } = each;
    const lead = index === 0 ? own.nearest : own.next;
    const called = shortName(each);
    const when = each.forecast === null ? '' : own.expected(phrases.day(each.forecast));
    const whatBy = (name: typeof stepName): string => {
      const step = each.step === null ? '' : name(each.step, language);
      const ready = each.ready === null ? step : own.ready(name(each.ready, language));
      const at = percent > 0 ? own.at(step, percent) : ready;
      return at === '' ? '' : `${comma}${at}`;
    };
    const [what, short] = [whatBy(stepName), whatBy(stepShort)];
    const bare = own.bare(zh ? called : code, percent);
    const ways = [
      `${called}${what}${when}`,
      `${called}${short}${when}`,
      ...(when !== '' && percent > 0 ? [`${bare}${when}`] : []),
      `${called}${what}`,
      `${called}${short}`,
      `${code}${short}`,
    ];
    return firstThatFits(
      ways.map((way) => row(lead, `${colon}${way}`)),
      language,
    );
  });
}
