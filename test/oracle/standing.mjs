// How a plan's projects stand on a day: stages, lights with their reasons, by the rules of product.md and the plan's own policy.
import { days, monthsOn } from './days.mjs';

const STAGES = ['lead', 'signed', 'landed', 'started', 'completed', 'operating'];
export const reached = (stage, needed) => STAGES.indexOf(stage) >= STAGES.indexOf(needed);
const furthest = (one, other) => (reached(other, one) ? other : one);

const RANK = { green: 0, amber: 1, red: 2 };
const KINDS = ['blocked', 'overdue', 'start-missed', 'behind', 'due-unreported'];

/** The share of a span that has passed, in percent. */
export function passed(from, to, day) {
  if (day >= to) return 100;
  return day <= from ? 0 : (days(from, day) * 100) / days(from, to);
}

/** Every project as it stood on `day` at `moment`, as known at `known`: with its light, reasons, stage and figures. */
export function standingOf({ plan, history }, day, at) {
  const since = history.reportingSince(day);
  const open = history.obstacles(at.moment);
  return [...plan.projects, ...history.added(at.moment)].map((project) => {
    const milestones = project.milestones.map((milestone) => {
      const told = history.milestone(project.code, milestone.name, at);
      const percent = told?.now.percent ?? 0;
      // What the plan says was finished before anybody reported is so until somebody does.
      const doneOn = told ? told.now.doneOn : (milestone.doneOn ?? null);
      return { ...milestone, percent, doneOn, done: percent >= 100 || doneOn !== null, saidOn: told?.onDay ?? null };
    });
    const late = open
      .filter(
        ({ project: code, standing, missedAt }) =>
          code === project.code && standing !== 'resolved' && missedAt !== null && missedAt <= at.moment,
      )
      .sort((one, other) => one.missedAt - other.missedAt || one.number - other.number);
    const next = milestones.find(({ done }) => !done)?.name;
    for (const obstacle of late) {
      const stopped = milestones.find(({ name }) => name === (obstacle.milestone ?? next));
      if (stopped) stopped.blocked ??= obstacle;
    }
    const stage = stageOf(project, milestones, plan);
    const state = { ...project, milestones, stage, investment: history.investment(project.code, at) };
    return { ...state, ...lightOf(state, { day, since, plan }) };
  });
}

function stageOf({ stage }, milestones, { stages }) {
  let now = stage;
  for (const { name, done, percent, stage: brings } of milestones) {
    if (done && brings) now = furthest(now, brings);
    const shows = stages.underway?.[name];
    if (shows && (done || percent > 0)) now = furthest(now, shows);
  }
  return now;
}

/** The worst of its milestones; what is not green, the worst first. */
function lightOf(project, around) {
  const reasons = project.milestones.flatMap((milestone) => reasonsOf(milestone, project, around));
  const { day, plan } = around;
  const byMilestone = project.milestones.some(({ stage }) => stage === 'started');
  if (project.start && day > project.start && !byMilestone && !reached(project.stage, 'started'))
    reasons.push(missedStart(null, project.start, day, plan.light));
  reasons.sort(
    (one, other) =>
      RANK[other.light] - RANK[one.light] ||
      KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
      other.weight - one.weight,
  );
  return { light: reasons[0]?.light ?? 'green', reasons };
}

function reasonsOf(milestone, project, { day, since, plan }) {
  const { name, due, done, percent, stage, ordinal, saidOn, blocked } = milestone;
  if (done) return [];
  const policy = plan.light;
  const reasons = [];
  if (blocked) {
    const late = Math.max(0, days(blocked.missedOn, day));
    const { number: obstacle, missedOn } = blocked;
    reasons.push({ kind: 'blocked', light: 'red', milestone: name, obstacle, by: missedOn, days: late, weight: late });
  } else {
    // The start that later work shows, and what fell due before anybody was asked and was clearly passed.
    if (stage === 'started' && reached(project.stage, 'started')) return [];
    if (due && due < since && project.milestones.some((other) => other.ordinal > ordinal && other.done)) return [];
  }
  if (!due) return reasons;
  if (day > due) {
    const late = days(due, day);
    if (stage === 'started') reasons.push(missedStart(name, due, day, policy));
    else reasons.push({ kind: 'overdue', light: 'red', milestone: name, by: due, days: late, weight: late });
    return reasons;
  }
  const pace = paceOf(milestone, project, day, plan);
  const points = pace - percent;
  if (points >= policy.amberBehindPoints || points > policy.redBehindPoints) {
    const light = points > policy.redBehindPoints && stage !== 'started' ? 'red' : 'amber';
    reasons.push({ kind: 'behind', light, milestone: name, percent, pace, weight: points });
  }
  const left = days(day, due);
  if (left <= policy.dueSoonDays && (saidOn === null || days(saidOn, day) >= policy.unreportedDays))
    reasons.push({
      kind: 'due-unreported',
      light: 'amber',
      milestone: name,
      by: due,
      saidOn,
      days: left,
      weight: -left,
    });
  return reasons;
}

function missedStart(milestone, due, day, { startMissedRedMonths }) {
  const red = day > monthsOn(due, startMissedRedMonths);
  const late = days(due, day);
  const said = red ? { months: startMissedRedMonths } : { days: late };
  return { kind: 'start-missed', light: red ? 'red' : 'amber', milestone, by: due, ...said, weight: late };
}

/** From the due day before it in the roadmap, or the planned start, or the year's first day. */
export function paceOf(milestone, project, day, plan) {
  const { due, ordinal } = milestone;
  if (day >= due) return 100;
  const earlier = project.milestones
    .filter((other) => other.ordinal < ordinal && other.due && other.due < due)
    .map((other) => other.due)
    .sort();
  const start = project.start && project.start < due ? project.start : plan.from < due ? plan.from : null;
  const from = earlier.at(-1) ?? start;
  return from === null ? 0 : passed(from, due, day);
}

/** The worst first: what stops a project, what is late, what is behind; then the longest, then by code. */
export const worstFirst = (list) =>
  [...list].sort((one, other) => {
    const [first, second] = [one.reasons[0], other.reasons[0]];
    if (!first || !second) return one.code < other.code ? -1 : 1;
    return (
      KINDS.indexOf(first.kind) - KINDS.indexOf(second.kind) ||
      second.weight - first.weight ||
      (one.code < other.code ? -1 : 1)
    );
  });
