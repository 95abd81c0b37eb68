// Whether obstacles climbed when their time was over, and only then: deadlines counted again, by a table of working days of its own.
import { after, dayOf, instant } from './days.mjs';

const ENDS_AT = '18:00';

/** Each obstacle whose life in the log does not follow the plan's ladder. `ends`: the last moment of the record. */
export function checkLadder({ acts, plan, ends }) {
  const cases = new Map();
  for (const { action, name, at, after: step } of acts)
    if (action.startsWith('obstacle-')) cases.set(name, [...(cases.get(name) ?? []), { ...step, at }]);
  return [...cases].flatMap(([number, steps]) =>
    lifeFaults(steps, plan, ends).map((fault) => `obstacle ${number}: ${fault}`),
  );
}

/** So many working days after a day, at the day's end. */
function deadlineOf(at, workdays) {
  let day = dayOf(at);
  for (let left = workdays; left > 0; left -= 1) day = after(day);
  return instant(day, ENDS_AT);
}

const CLIMBS = (step) =>
  step.kind === 'lapsed' || (step.kind === 'raised' && (step.why === 'silence' || step.why === 'promise'));

function lifeFaults([flagged, ...steps], plan, ends) {
  const terms = plan.ladder.kinds[flagged.obstacle].workdays;
  const daysAt = (rung) => (flagged.urgent ? Math.ceil(terms[rung] / 2) : terms[rung]);
  const faults = [];
  const moment = (at) => (at === null ? 'never' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16));
  let rung = flagged.rung;
  let due = deadlineOf(flagged.at, daysAt(rung));
  for (const step of [...steps, { kind: 'end', at: ends }]) {
    if (CLIMBS(step)) {
      if (step.at !== due) faults.push(`it climbed at ${moment(step.at)}, its time was over at ${moment(due)}`);
    } else if (due !== null && step.at > due)
      faults.push(`its time was over at ${moment(due)}, and nothing happened until ${moment(step.at)}`);
    if (step.kind === 'raised') rung = step.to;
    if (step.kind === 'raised' || step.kind === 'returned') due = deadlineOf(step.at, daysAt(rung));
    else if (step.kind === 'claimed') due = instant(step.promisedFor, ENDS_AT);
    else if (['resolved', 'lapsed', 'verified', 'withdrawn'].includes(step.kind)) due = null;
  }
  return faults;
}
