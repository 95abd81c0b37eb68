// An obstacle's life by its steps: what it tells of promises and time, and where it stands at a moment.
import { dayOf } from './days.mjs';

/** What an obstacle's life tells: a promise is missed where the case climbs or lapses by it, kept where it is resolved before. */
export function lifeOf({ number, about, steps }) {
  const told = [];
  let promised = false;
  let late = false;
  for (const { kind, why, none, at } of steps) {
    const tell = (what) =>
      told.push({ number, project: about.project, kind: what, at, inTime: kind === 'verified' && !late });
    if (kind === 'lapsed' || (kind === 'raised' && (why === 'silence' || why === 'promise'))) late = true;
    if (kind === 'flagged') tell('flagged');
    if (kind === 'verified' || kind === 'withdrawn') tell('closed');
    if (promised && ((kind === 'raised' && why === 'promise') || kind === 'lapsed')) tell('missed');
    if (promised && kind === 'resolved' && !none) tell('kept');
    if (kind === 'claimed') promised = true;
    else if (['raised', 'lapsed', 'handed-over', 'resolved', 'returned'].includes(kind)) promised = false;
  }
  return told;
}

const STANDS = {
  'handed-over': 'open',
  flagged: 'open',
  raised: 'open',
  returned: 'open',
  claimed: 'claimed',
  resolved: 'resolved',
};

/** Every obstacle that is not closed at a moment, and where it is. */
export function standings(obstacles, moment, plan) {
  return [...obstacles.values()].flatMap((each) => {
    const steps = each.steps.filter(({ at }) => at <= moment);
    if (steps.length === 0) return [];
    if (steps.some(({ kind }) => kind === 'verified' || kind === 'withdrawn')) return [];
    // A leader hands it to a department, whoever had it: it is open again.
    const last = steps.findLast((step) => (step.kind === 'handed-over' ? step.rung : STANDS[step.kind] !== undefined));
    // What lapses at the top of the ladder is nobody's promise any more.
    const lapsed = steps.findLastIndex(({ kind }) => kind === 'lapsed') > steps.lastIndexOf(last);
    const rung = steps.findLast(
      ({ kind, rung: to }) => kind === 'flagged' || kind === 'raised' || (kind === 'handed-over' && to),
    );
    const handed = steps.findLast(({ kind }) => kind === 'handed-over');
    const reached = steps.findLast(({ kind, toUnitId }) => kind === 'raised' && toUnitId);
    const missed = steps.find(
      ({ kind, why }) => (kind === 'raised' && (why === 'silence' || why === 'promise')) || kind === 'lapsed',
    );
    const at = rung.to ?? rung.rung;
    const department = handed?.toUnitId ?? reached?.toUnitId ?? plan.ladder.departments[each.about.matter] ?? null;
    return [
      {
        number: each.number,
        flaggedOn: each.flaggedOn,
        ...each.about,
        rung: at,
        since: rung.at,
        standing: lapsed && last.kind === 'claimed' ? 'open' : STANDS[last.kind],
        department: at === 'department' ? department : null,
        promised: last.kind === 'claimed' && !lapsed ? last.promisedFor : null,
        missedOn: missed ? dayOf(missed.at) : null,
        missedAt: missed?.at ?? null,
      },
    ];
  });
}
