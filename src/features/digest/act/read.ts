import { dayAt, type Instant, instantAt, type LocalDay } from '../../../domain/day.js';
import type { Program } from '../../../domain/program.js';
import { previousWorkday, type WorkCalendar } from '../../../domain/workday.js';
import type { Store } from '../../../store/index.js';
import { type Facts, inOrder, type LitProject, lightsOf } from '../compute.js';

export type Reader = {
  readonly store: Pick<Store, 'facts'>;
  readonly program: Program;
  readonly calendar: WorkCalendar;
};

/** Projects whose lights are found in one go: a few milliseconds, so that acknowledgements need not wait for a digest. */
const AT_A_TIME = 250;

/** The moment at which the digest of `day` is due. */
export function dueOn(day: LocalDay, program: Program): Instant {
  return instantAt(day, program.policy.prompts.digest, program.timeZone);
}

/**
 * Reads what the digests of `day` are computed from. Changes are those since the digest before it, so that what was
 * reported in the evening or on a day off is in one digest, and only in one.
 */
export async function readFacts(reader: Reader, day: LocalDay, at: Facts['at'], now: boolean): Promise<Facts> {
  const { store, program, calendar } = reader;
  const after = dueOn(previousWorkday(day, calendar), program);
  // One after the other: the embedded store has one connection, and on a server a digest is in no hurry.
  const projects = await (now ? store.facts.current(program, at.moment) : store.facts.asOf(program, at));
  const goals = await store.facts.goals(program.id, at);
  const changes = await store.facts.changes(program.id, { after, ...at });
  const figures = await store.facts.figuresChanges(program.id, { after, ...at });
  const first = await store.facts.firstReportDay(program);
  const scopes = await store.facts.scopes(program.id);
  const context = {
    today: day,
    programFrom: program.from,
    reportingSince: first === null || first > day ? day : first,
    policy: program.policy.light,
  };
  const lit: LitProject[] = [];
  for (let from = 0; from < projects.length; from += AT_A_TIME) {
    lit.push(...lightsOf(projects.slice(from, from + AT_A_TIME), context));
    if (from + AT_A_TIME < projects.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return { program, day, at, after, lit: inOrder(lit), goals, changes, figures, scopes };
}

/** The facts of this very moment. */
export function readNow(reader: Reader, now: Instant): Promise<Facts> {
  return readFacts(reader, dayAt(now, reader.program.timeZone), { moment: now, knownAt: now }, true);
}

/** The facts of the digest that was due on a day, as they are known at `knownAt`. */
export function readSlot(reader: Reader, day: LocalDay, knownAt: Instant): Promise<Facts> {
  const moment = dueOn(day, reader.program);
  return readFacts(reader, day, { moment, knownAt: Math.max(moment, knownAt) }, false);
}

/** The facts as they stood at any moment of a day. */
export function readAt(reader: Reader, day: LocalDay, moment: Instant): Promise<Facts> {
  return readFacts(reader, day, { moment, knownAt: moment }, false);
}
