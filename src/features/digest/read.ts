import { type Cadence, previousClose } from '../../domain/cadence.js';
import {
  addDays,
  dayAt,
  daysBetween,
  type Instant,
  instantAt,
  type LocalDay,
  monthStart,
  weekday,
} from '../../domain/day.js';
import type { Facts } from '../../domain/digest/compute.js';
import type { AsOf } from '../../domain/digest/facts.js';
import { LATE_FACTS_WORKDAYS } from '../../domain/digest/gates.js';
import { type GatedStanding, type GateEvening, gateKey, type Standing, valueThen } from '../../domain/digest/goals.js';
import type { Past } from '../../domain/digest/judgement.js';
import { lightsOf } from '../../domain/digest/lights.js';
import { FORECAST_WINDOW_DAYS } from '../../domain/forecast.js';
import { type GoalValue, reaches } from '../../domain/gate.js';
import type { Program } from '../../domain/program.js';
import { promotionOf } from '../../domain/promotion/policy.js';
import { addWorkdays, nextWorkday, previousWorkday, type WorkCalendar } from '../../domain/workday.js';
import { readLessons } from '../obstacle/door.js';
import { eveningOf, lightContextOf, oneReading, type Reader, readLookedBack, readStanding } from './standing.js';

/** Asked in the morning two working days ago, and every one since: on the third the digest says so. */
const UNREPORTED_WORKDAYS = 2;

/** The moment at which the digest of `day` is due. */
export function dueOn(day: LocalDay, program: Program): Instant {
  return instantAt(day, program.policy.prompts.digest, program.timeZone);
}

/** What a digest is about: how often it comes, and the moment after which things are news to it. */
export type Span = Pick<Facts, 'cadence' | 'after'>;

/** From the digest before it, so that what was reported in the evening or on a day off is in one digest, and only in one. */
export function spanOf(cadence: Cadence, day: LocalDay, { program, calendar }: Omit<Reader, 'store'>): Span {
  return { cadence, after: dueOn(previousClose(cadence, day, calendar), program) };
}

/** Reads what the digests of `day` are computed from. `span`: the daily one's where it is left out. */
export async function readFacts(
  apart: Reader,
  day: LocalDay,
  at: AsOf,
  now: boolean,
  span = spanOf('daily', day, apart),
  ages = opensWeek(day, apart.calendar) || span.cadence === 'monthly',
): Promise<Facts> {
  const reader = oneReading(apart);
  const { store, program, calendar } = reader;
  const { after } = span;
  const between = { after, moment: at.moment };
  const standing = readStanding(reader, day, at, now);
  const { gated, past, ...facts } = await together({
    gated: standing.then((read) => readGates(reader, read)),
    past: standing.then((read) => readPast(reader, read)),
    redSince: standing.then((read) => (ages ? readRedSince(reader, read) : null)),
    before: readBefore(reader, after, at),
    changes: store.facts.changes(program.id, { after, ...at }),
    figures: store.facts.figuresChanges(program.id, { after, ...at }),
    obstacles: store.facts.obstacles(program, at.moment),
    obstaclesBefore: store.facts.obstacles(program, after),
    moves: store.facts.moves(program.id, between),
    steps: store.facts.obstacleSteps(program.id, between),
    pending: store.facts.awaitingConsent(program.id, at.moment),
    unreported: store.facts.unreported(program.id, day, addWorkdays(day, -UNREPORTED_WORKDAYS, calendar), at),
    // A closed case stays as it was closed: what was known then and what is known now teach the same.
    lessons: span.cadence === 'monthly' ? readLessons(reader, after, at.moment) : null,
    slips: store.facts.slips(program.id, at.moment),
    items: store.facts.items(program, at.moment),
    factors: store.facts.factors(program, at.moment),
    promotion: promotionOf(program) === null ? null : store.facts.promotion(program.id, monthStart(day), at),
    denominatorChanges: store.facts.denominatorChanges(program.id, between),
    scopes: store.facts.scopes(program.id),
  });
  // Where digests before this one were not sent, it says which days are in it.
  const usual = spanOf(span.cadence, day, reader).after;
  const since = after < usual ? nextWorkday(dayAt(after, program.timeZone), calendar) : null;
  return { ...gated, ...span, ...past, ...facts, calendar, since };
}

/**
 * What is read side by side, by its name: on a server what is there already is worked on meanwhile, and the embedded store's one
 * connection takes them one after the other.
 */
async function together<Reads extends Record<string, unknown>>(
  reads: Reads,
): Promise<{ [Name in keyof Reads]: Awaited<Reads[Name]> }> {
  const read = await Promise.all(Object.values(reads));
  const named = Object.keys(reads).map((name, place) => [name, read[place]]);
  return Object.fromEntries(named) as { [Name in keyof Reads]: Awaited<Reads[Name]> };
}

/** The first working day of a week: ages are told on it. */
const opensWeek = (day: LocalDay, calendar: WorkCalendar): boolean =>
  addDays(day, 1 - weekday(day)) > previousWorkday(day, calendar);

/** How the program stood when the digest before it was due, by what is known now; null: it was not loaded yet. */
async function readBefore(reader: Reader, after: Instant, { knownAt }: AsOf): Promise<Standing | null> {
  if (after < reader.program.loadedAt) return null;
  return readStanding(reader, dayAt(after, reader.program.timeZone), { moment: after, knownAt }, false);
}

/**
 * What forecasts carry on from: how the program stood at most eight weeks ago, and not before the first report, because
 * nobody knows what was done by then; and what was recorded for goals.
 */
export async function readPast(reader: Reader, { day, at, goals }: Standing): Promise<Past> {
  const { store, program } = reader;
  const records = new Map<string, Past['records'] extends ReadonlyMap<string, infer Of> ? Of : never>();
  for (const { key, rule } of goals) {
    if (rule.by !== 'recorded') continue;
    if (rule.from !== undefined) {
      const days = await store.goalRecords.computed(program.id, key, at);
      records.set(
        key,
        days.map(({ value, onDay }) => ({ value, on: onDay })),
      );
      continue;
    }
    const known = await store.goalRecords.standing(program.id, key, at.knownAt);
    const then = known.filter(({ recordedAt }) => recordedAt <= at.moment);
    records.set(
      key,
      then.map(({ value, onDay }) => ({ value, on: onDay })),
    );
  }
  const first = await store.facts.firstReportDay(program);
  if (first === null || first >= day) return { earlier: null, records };
  let from = addDays(day, -FORECAST_WINDOW_DAYS);
  if (first > from) from = first;
  const moment = eveningOf(from, program);
  return { earlier: await readLookedBack(reader, from, { moment, knownAt: at.knownAt }), records };
}

/** Of every project that is red, the first day of it: evening by evening back, of those alone that were red on each. */
async function readRedSince(reader: Reader, { day, at, lit }: Standing): Promise<ReadonlyMap<number, LocalDay>> {
  const { program, asOf } = oneReading(reader);
  const since = new Map<number, LocalDay>();
  let red = lit.filter((each) => each.lit.light === 'red').map(({ project }) => project.id);
  for (const id of red) since.set(id, day);
  for (let evening = addDays(day, -1); red.length > 0; evening = addDays(evening, -1)) {
    const moment = eveningOf(evening, program);
    if (evening < program.from || moment < program.loadedAt) break;
    const then = await asOf({ moment, knownAt: at.knownAt }, red);
    const lights = lightsOf(then, await lightContextOf(reader, evening));
    red = lights.filter((each) => each.lit.light === 'red').map(({ project }) => project.id);
    for (const id of red) since.set(id, evening);
  }
  return since;
}

/**
 * How a program stood, with the evenings of its gates that have passed: whether a gate was reached is told by that
 * evening for ever, and not by what came after. Evenings before the program was loaded are not known.
 */
export async function readGated(apart: Reader, day: LocalDay, at: AsOf, now: boolean): Promise<GatedStanding> {
  const reader = oneReading(apart);
  return readGates(reader, await readStanding(reader, day, at, now));
}

/** The same of a standing of the whole plan that was read already. */
export async function readGates(apart: Reader, standing: Standing): Promise<GatedStanding> {
  const reader = oneReading(apart);
  const { day, at } = standing;
  const passed = new Set(standing.goals.flatMap(({ gates }) => gates.map(({ on }) => on)).filter((on) => on < day));
  const known = [...passed].sort().filter((on) => eveningOf(on, reader.program) >= reader.program.loadedAt);
  const read = await Promise.all(known.map((on) => readEvening(reader, on, at)));
  const evenings = new Map(read.map((evening, place): [LocalDay, GateEvening] => [known[place] as LocalDay, evening]));
  return { ...standing, evenings, met: await readMet(reader, standing, evenings) };
}

/** The moment until which what is told about a day counts for it. */
const toldUntil = (day: LocalDay, { program, calendar }: Reader): Instant =>
  dueOn(addWorkdays(day, LATE_FACTS_WORKDAYS, calendar), program);

/** What is known at a moment of how a day ended: by what was told until its own evening and, while that counts, later. */
async function readEvening(reader: Reader, on: LocalDay, { moment, knownAt }: AsOf): Promise<GateEvening> {
  const evening = eveningOf(on, reader.program);
  const by = (toldBy: Instant) => readLookedBack(reader, on, { moment: evening, knownAt, late: { about: on, toldBy } });
  const last = Math.min(moment, toldUntil(on, reader));
  const own = await by(evening);
  const days = await reader.store.facts.toldLate(reader.program, on, { evening, toldBy: last, knownAt });
  const told = [{ on, standing: own }];
  for (const day of days) told.push({ on: day, standing: await by(Math.min(last, eveningOf(day, reader.program))) });
  return { judged: told.at(-1)?.standing ?? own, told: told.length > 1 ? told : [] };
}

/** When the gates that were missed were met, of those that are by now: by halves between the gate's day and this one. */
async function readMet(
  reader: Reader,
  standing: Standing,
  evenings: GatedStanding['evenings'],
): Promise<GatedStanding['met']> {
  const met = new Map<string, LocalDay>();
  const known = new Map([...evenings].map(([on, { judged }]) => [on, judged]));
  for (const goal of standing.goals)
    for (const gate of goal.gates) {
      const holds = (then: Standing) => reaches(valueThen(then, goal) ?? NOTHING, gate.value);
      const own = evenings.get(gate.on);
      if (own === undefined || holds(own.judged) || !holds(standing)) continue;
      let [before, after] = [gate.on, standing.day];
      while (daysBetween(before, after) > 1) {
        const on = addDays(before, Math.floor(daysBetween(before, after) / 2));
        const then = known.get(on) ?? (await readEvening(reader, on, standing.at)).judged;
        known.set(on, then);
        if (holds(then)) after = on;
        else before = on;
      }
      met.set(gateKey(goal, gate), after);
    }
  return met;
}

const NOTHING: GoalValue = { of: 'number', number: 0 };

/** The facts of this very moment. */
export function readNow(reader: Reader, now: Instant): Promise<Facts> {
  return readFacts(reader, dayAt(now, reader.program.timeZone), { moment: now, knownAt: now }, true);
}

/** The facts of the digest that was due on a day, as they are known at `knownAt`. */
export function readSlot(reader: Reader, day: LocalDay, knownAt: Instant, span?: Span): Promise<Facts> {
  const moment = dueOn(day, reader.program);
  return readFacts(reader, day, { moment, knownAt: Math.max(moment, knownAt) }, false, span);
}

/** The facts as they stood at any moment of a day. */
export function readAt(reader: Reader, day: LocalDay, moment: Instant): Promise<Facts> {
  return readFacts(reader, day, { moment, knownAt: moment }, false);
}

/** Reads the facts of a day's digests, those of one knowledge and span once, however many channels ask. */
export function factsOnce(reader: Reader, day: LocalDay): (knownAt: Instant, span: Span) => Promise<Facts> {
  const known = new Map<string, Promise<Facts>>();
  return (knownAt, span) => {
    const key = `${knownAt} ${span.after}`;
    const read = known.get(key) ?? readSlot(reader, day, knownAt, span);
    known.set(key, read);
    return read;
  };
}
