// Slips counted again: numbers, colours, how many a unit has open, and which the calendar had to issue.
import { before, dayOf, instant, plus, works } from './days.mjs';
import { openWorld } from './digest.mjs';
import { openHistory } from './history.mjs';
import { paceOf, reached } from './standing.mjs';

const MOST_OPEN = 3;
const YELLOW_POINTS = 10;

/** `differ`: whatever of the log the rules do not allow, or ask for and is not there; `slips`: so many were issued. */
export function checkSlips(facts) {
  const { acts, plan, begins, ends } = facts;
  const steps = acts.filter(({ action }) => action.startsWith('slip-'));
  const differ = [];
  const slips = new Map();
  const issuedIn = new Map();
  for (const { action, at, who, after: said } of steps) {
    const { number, unit, colour, standing, dueDay } = said;
    const name = `slip ${number} on ${dayOf(at)}, ${action}`;
    const before_ = slips.get(number);
    if (action === 'slip-issue') {
      if (before_ !== undefined) differ.push(`${name}: the number stood before`);
      if (number !== slips.size + 1) differ.push(`${name}: ${slips.size} were issued before`);
      const key = `${said.project} ${said.milestone}`;
      if (said.milestone !== null) issuedIn.set(key, [...(issuedIn.get(key) ?? []), { at, dueDay, number }]);
      if (colour === 'red' && who === null) differ.push(`${name}: red, and nobody issued it`);
      const open = openOf(unit);
      if ((standing === 'waiting') !== open >= MOST_OPEN)
        differ.push(`${name}: ${standing}, its unit had ${open} open`);
    } else if (before_ === undefined) differ.push(`${name}: it was never issued`);
    else {
      if (before_.unit !== unit) differ.push(`${name}: to ${unit}, issued to ${before_.unit}`);
      if (before_.colour !== colour && colour === 'red' && (who === null || action !== 'slip-redden'))
        differ.push(`${name}: turned red by nobody's hand`);
      if (before_.colour === 'red' && colour !== 'red') differ.push(`${name}: red faded to ${colour}`);
      if (before_.colour === 'yellow' && colour === 'blue') differ.push(`${name}: yellow faded to blue`);
      if (before_.dueDay !== dueDay && !['slip-grant-time', 'slip-release'].includes(action))
        differ.push(`${name}: its day moved from ${before_.dueDay} to ${dueDay}`);
      if (action === 'slip-ask-time' && dayOf(at) > dueDay) differ.push(`${name}: asked after ${dueDay}`);
      if (action === 'slip-draft' && dayOf(at) <= dueDay) differ.push(`${name}: drafted red before ${dueDay}`);
    }
    slips.set(number, { ...said, at });
    if (openOf(unit) > MOST_OPEN) differ.push(`${name}: ${unit} has ${openOf(unit)} open`);
  }
  if (plan.mechanisms.slips?.automatic) differ.push(...earnedFaults());
  const stood = [...slips.values()];
  return {
    slips: slips.size,
    open: stood.filter(({ standing }) => standing === 'open' || standing === 'answered').length,
    red: stood.filter(({ colour }) => colour === 'red').length,
    differ,
  };

  function openOf(unit) {
    return [...slips.values()].filter(
      (slip) => slip.unit === unit && (slip.standing === 'open' || slip.standing === 'answered'),
    ).length;
  }

  /** On each working morning: what was earned and had none for its day got one, of its colour; nothing else did. */
  function earnedFaults() {
    const history = openHistory(facts);
    const world = openWorld(facts, history);
    const faults = [];
    for (let day = dayOf(begins); instant(day, plan.prompts.morning) <= ends; day = plus(day, 1)) {
      if (!works(day)) continue;
      const at = instant(day, plan.prompts.morning);
      if (at < begins) continue;
      const issued = steps
        .filter(({ action, who, at: when }) => action === 'slip-issue' && who === null && dayOf(when) === day)
        .map(({ after: { project, milestone, colour } }) => `${project} ${milestone} ${colour}`);
      const wanted = world.standing(day, { moment: at - 1, known: at - 1 }).flatMap((project) =>
        earned(project, day, history).flatMap(({ milestone, colour }) => {
          const had = (issuedIn.get(`${project.code} ${milestone.name}`) ?? []).filter((each) => each.at < at);
          const open = had.some(({ number }) => !endedBy(number, at));
          if (open || had.some(({ number }) => dayOfSlip(number, at) === milestone.due)) return [];
          return [`${project.code} ${milestone.name} ${colour}`];
        }),
      );
      faults.push(
        ...wanted.filter((each) => !issued.includes(each)).map((each) => `${day}: no slip was issued on ${each}`),
        ...issued.filter((each) => !wanted.includes(each)).map((each) => `${day}: a slip was issued on ${each}`),
      );
    }
    return faults;
  }

  function stateAt(number, at) {
    return steps.findLast((step) => step.after.number === number && step.at < at)?.after;
  }
  function endedBy(number, at) {
    return ['closed', 'void'].includes(stateAt(number, at)?.standing);
  }
  function dayOfSlip(number, at) {
    return stateAt(number, at)?.dueDay;
  }

  /** What of a project earns a slip at the end of a day: its first open step, and the one that a gate depends on. */
  function earned(project, day, history) {
    const since = history.reportingSince(day);
    const open = project.milestones.filter((milestone) => !milestone.done && !isProved(milestone, project, since));
    return open.flatMap((milestone, place) => {
      const { due, percent } = milestone;
      if (!due || day > due) return [];
      const points = place === 0 ? paceOf(milestone, project, day, plan) - percent : 0;
      if (points >= YELLOW_POINTS - 1e-9) return [{ milestone, colour: 'yellow' }];
      const soon = day >= workdaysBefore(due, plan.mechanisms.slips.blueWorkdays ?? 3);
      return soon && isGates(milestone, project, day) ? [{ milestone, colour: 'blue' }] : [];
    });
  }

  function isGates(milestone, project, day) {
    return plan.goals.some(({ rule, gates }) => {
      if (rule.by !== 'stage' || reached(project.stage, rule.reached)) return false;
      if ((rule.categories ?? []).length > 0 && !rule.categories.includes(project.category)) return false;
      const brings = project.milestones.find(({ doneOn, stage }) => !doneOn && stage && reached(stage, rule.reached));
      return brings?.name === milestone.name && (gates ?? []).some(({ on }) => on >= day && milestone.due <= on);
    });
  }
}

/** What later work shows: the start, and what fell due before anybody was asked and was clearly passed. */
function isProved({ stage, due, ordinal }, project, since) {
  if (stage === 'started' && reached(project.stage, 'started')) return true;
  return due && due < since && project.milestones.some((other) => other.ordinal > ordinal && other.done);
}

function workdaysBefore(day, workdays) {
  let at = day;
  for (let left = workdays; left > 0; left -= 1) at = before(at);
  return at;
}
