// The plan's goals on a day: what each has, what its gates saw, what the next one will see, and the one word for it. In whole
// numbers throughout.
import { after, days, instant, plus } from './days.mjs';
import { reached } from './standing.mjs';

const RANK = { green: 0, amber: 1, red: 2 };
const WINDOW_DAYS = 56;
const FEWEST_DAYS = 14;

/** The value of a goal over some projects, and which count: for a share of how many. */
function valueOfGoal(goal, projects, { history, day, at, plan }) {
  const { rule } = goal;
  if (rule.by === 'recorded') {
    const value = history.goal(goal.key, at);
    return { number: value ?? 0, entered: value !== null, own: 0, counts: null };
  }
  const own = projects.filter(
    ({ category }) => (rule.categories ?? []).length === 0 || rule.categories.includes(category),
  );
  const counts = own.filter((project) => {
    switch (rule.by) {
      case 'stage':
        return reached(project.stage, rule.reached);
      case 'light':
        if (project.start && day < project.start && !reached(project.stage, 'started')) return false;
        return RANK[project.light] <= RANK[rule.notWorseThan];
      case 'figures':
        return project.investment !== null;
      default:
        throw new Error(`the oracle knows no goal by ${rule.by} (${plan.key})`);
    }
  });
  const codes = counts.map(({ code }) => code);
  if (rule.by !== 'figures') return { number: counts.length, entered: true, own: own.length, counts: codes };
  const number = counts.reduce((sum, { investment }) => sum + investment, 0);
  return { number, entered: counts.length > 0, own: own.length, counts: codes };
}

const isShare = ({ measure }) => measure === 'share';
/** How much is wanting: of a share the projects, so many that their hundredths of percents reach it. */
const missing = (goal, value, needed) =>
  isShare(goal)
    ? Math.max(0, Math.ceil((Math.round(needed * 100) * value.own) / 10_000) - value.number)
    : Math.max(0, inYuan(needed) - inYuan(value.number)) / YUAN_OF_UNIT;
/** Figures have at most four decimals of 10k yuan: in whole yuan nothing is lost where one is taken from another. */
const YUAN_OF_UNIT = 10_000;
const inYuan = (figure) => Math.round(figure * YUAN_OF_UNIT);
const holds = (goal, value, needed) => missing(goal, value, needed) === 0 && (!isShare(goal) || value.own > 0);

/** The numbers of each goal of a scope, by their names. */
export function goalNumbers(world, scope, projects, { day, at, loadedAt }) {
  const { plan, history, inScope } = world;
  const whole = scope.of === 'plan';
  const numbers = {};
  const scoped = (on, moment) => world.standing(on, moment).filter((project) => inScope(project, scope));
  const evening = (on) => instant(plus(on, 1), '00:00') - 1;
  const valueAt = (goal, on, past) => valueOfGoal(goal, scoped(on, past), { history, day: on, at: past, plan });
  const then = (goal, on) => valueAt(goal, on, { moment: evening(on), known: at.known });
  /** What a day's value is by what was told about it until a moment: three working days more are given. */
  const lastCall = (on) => Math.min(at.moment, instant(after(after(after(on))), plan.prompts.digest));
  const told = (goal, on, toldBy = lastCall(on)) =>
    valueAt(goal, on, {
      moment: evening(on),
      known: at.known,
      late: { about: on, toldBy: Math.max(toldBy, evening(on)) },
    });
  for (const goal of plan.goals) {
    const recorded = goal.rule.by === 'recorded';
    if (!whole && recorded) continue;
    const value = valueOfGoal(goal, projects, { history, day, at, plan });
    if (!whole && value.own === 0) continue;
    const gates = (whole || isShare(goal) ? goal.gates : []).map((gate) => {
      const over = day > gate.on;
      const known = over && evening(gate.on) >= loadedAt;
      const judged = known ? told(goal, gate.on) : value;
      const passed = judged.entered && holds(goal, judged, gate.value);
      return { ...gate, over, known, judged, holds: passed, missing: missing(goal, value, gate.value) };
    });
    const next = gates.find(({ over }) => !over) ?? null;
    const forecast = next === null ? null : forecastOf(goal, next, value);
    const name = `goals.${goal.key}`;
    const of = value.counts === null ? {} : { of: value.counts };
    numbers[`${name}.of`] = { value: isShare(goal) ? value.own : goal.target };
    numbers[`${name}.forecast`] = { value: forecast };
    const judgement = judgementOf(gates, next, value, forecast);
    numbers[`${name}.judgement`] = { value: judgement };
    numbers[`${name}.have`] = { value: judgement === 'not-entered' ? null : value.number, ...of };
    for (const gate of gates) {
      const own = `gate.${goal.key}.${gate.on}`;
      const unentered = gate.over && recorded && !gate.judged.entered;
      numbers[own] = {
        value: unentered ? 'not-entered' : gate.over ? (gate.holds ? 'passed' : 'missed') : gate.missing,
      };
      if (!gate.over || unentered) continue;
      const behind = gate.judged.counts === null || !gate.known ? {} : { of: gate.judged.counts };
      numbers[`${own}.have`] = { value: gate.judged.number, ...behind };
      if (!gate.known) continue;
      const late = gate.holds ? toldOn(gate) : null;
      if (late !== null) numbers[`${own}.told`] = { value: late };
      if (whole && !gate.holds && gate.missing === 0 && value.entered) numbers[`${own}.met`] = { value: metOn(gate) };
    }

    /** The day on which that was told without which the gate was missed. */
    function toldOn(gate) {
      const end = lastCall(gate.on);
      const dayEnds = history
        .toldLate(gate.on, { evening: evening(gate.on), toldBy: end, known: at.known })
        .map((on) => ({ on, value: told(goal, gate.on, Math.min(end, evening(on))) }));
      if (holds(goal, told(goal, gate.on, evening(gate.on)), gate.value)) return null;
      return dayEnds.find((each) => holds(goal, each.value, gate.value))?.on ?? null;
    }

    /** A day on which it was met and on whose eve it was not: from the gate's day on, the first is looked for by halves. */
    function metOn(gate) {
      let [no, yes] = [gate.on, day];
      while (days(no, yes) > 1) {
        const middle = plus(no, Math.floor(days(no, yes) / 2));
        if (holds(goal, told(goal, middle), gate.value)) yes = middle;
        else no = middle;
      }
      return yes;
    }

    function forecastOf(of, gate, now) {
      if (gate.holds) return null;
      const points = recorded ? history.records(of.key, at) : earlierOf(of);
      const last = recorded
        ? points
            .map(({ on }) => on)
            .sort()
            .at(-1)
        : day;
      const since = plus(last ?? day, -WINDOW_DAYS);
      const known = points.filter(({ on }) => on <= (last ?? day)).sort((one, other) => (one.on < other.on ? -1 : 1));
      const inWindow = known.find(({ on }) => on >= since) ?? null;
      const first =
        inWindow && days(inWindow.on, last) >= FEWEST_DAYS
          ? inWindow
          : (known.findLast(({ on }) => on < since) ?? inWindow);
      if (!first || days(first.on, last) < FEWEST_DAYS) return null;
      const risen = Math.max(0, now.number - first.value);
      const carried = now.number + Math.floor((risen * days(last, gate.on)) / days(first.on, last));
      return recorded || of.rule.by === 'figures' ? carried : Math.min(carried, now.own);
    }

    function earlierOf(of) {
      const first = history.firstReport(day);
      if (first === null || first >= day) return [];
      let on = plus(day, -WINDOW_DAYS);
      if (first > on) on = first;
      return [{ on, value: then(of, on).number }];
    }
  }
  return numbers;

  function judgementOf(gates, next, value, forecast) {
    const last = gates.at(-1);
    if (!last) return value.entered ? 'none' : 'not-entered';
    if (!value.entered) return 'not-entered';
    if (next === null) return last.holds ? 'passed' : last.judged.entered ? 'missed' : 'not-entered';
    if (next.holds) return next.on === day ? 'passed' : 'pass';
    if (next.on === day) return 'today';
    if (forecast === null) return 'no-forecast';
    return forecast >= value.number + next.missing ? 'pass' : 'miss';
  }
}
