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

/** So many working days after a day. */
function workdaysOn(from, workdays) {
  let day = from;
  for (let left = workdays; left > 0; left -= 1) day = after(day);
  return day;
}

/** The end of so many working days after a moment. */
const deadlineOf = (at, workdays) => instant(workdaysOn(dayOf(at), workdays), ENDS_AT);

/** What only time brings about: it happens at the end of what was waited for, and at no other moment. */
const BY_TIME = (step) =>
  step.kind === 'lapsed' ||
  step.kind === 'head-asked' ||
  (step.kind === 'raised' && (step.why === 'silence' || step.why === 'promise')) ||
  (step.kind === 'confirmed' && step.by === null) ||
  (step.kind === 'withdrawn' && step.why === 'unanswered');

function lifeFaults([flagged, ...steps], plan, ends) {
  const { ladder } = plan;
  const { workdays: terms } = ladder.kinds[flagged.obstacle];
  const { confirmWorkdays = 1, promiseTimes = 1, verifyWorkdays } = ladder;
  const RUNGS = ['unit', 'department', 'sponsor', 'commander'].filter((rung) => terms[rung] !== undefined);
  let { urgent, rung } = flagged;
  const daysAt = () => (urgent ? Math.ceil(terms[rung] / 2) : terms[rung]);
  const faults = [];
  const moment = (at) => (at === null ? 'never' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16));
  // An outsider's waits to be confirmed: a day for the owner, a day for the head; the rung's own time begins after that.
  let waits = flagged.confirmation ? 'confirm' : 'rung';
  let due = deadlineOf(flagged.at, waits === 'confirm' ? confirmWorkdays : daysAt());
  for (const step of [...steps, { kind: 'end', at: ends }]) {
    const { at } = step;
    if (BY_TIME(step)) {
      if (at !== due) faults.push(`${step.kind} at ${moment(at)}, its time was over at ${moment(due)}`);
    } else if (due !== null && at > due)
      faults.push(`its time was over at ${moment(due)}, and nothing happened until ${moment(at)}`);
    switch (step.kind) {
      case 'head-asked':
        due = deadlineOf(at, confirmWorkdays);
        break;
      case 'disputed':
        due = deadlineOf(at, terms.sponsor ?? confirmWorkdays);
        break;
      case 'claimed': {
        if (waits === 'rung' && due !== null) {
          const from = [dayOf(due), dayOf(at)].sort().at(-1);
          const latest = workdaysOn(from, daysAt() * promiseTimes);
          const allowed = step.consentBy || (rung === RUNGS.at(-1) && step.reason);
          if (step.promisedFor > latest && !allowed) faults.push(`promised ${step.promisedFor}, ${latest} at most`);
        }
        waits = 'promise';
        due = instant(step.promisedFor, ENDS_AT);
        break;
      }
      case 'queried':
        if (due !== null) due = instant(after(dayOf(due)), ENDS_AT);
        break;
      case 'urgent-confirmed':
        urgent = true;
        if (waits === 'rung' && due !== null) due = Math.min(due, deadlineOf(at, daysAt()));
        break;
      case 'confirmed':
      case 'returned':
      case 'raised':
        rung = step.to ?? rung;
        waits = 'rung';
        due = deadlineOf(at, daysAt());
        break;
      case 'handed-over':
        if (step.rung) {
          rung = step.rung;
          waits = 'rung';
          due = deadlineOf(at, daysAt());
        }
        break;
      case 'resolved':
        waits = 'verify';
        due = step.none ? deadlineOf(at, verifyWorkdays) : null;
        break;
      case 'lapsed':
      case 'verified':
      case 'withdrawn':
        due = null;
        break;
    }
  }
  return faults;
}
