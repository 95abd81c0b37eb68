import { addDays, type Instant, instantAt, type LocalDay } from '../../domain/day.js';
import type { AsOf } from '../../domain/digest/facts.js';
import type { LitProject, Standing } from '../../domain/digest/goals.js';
import { inOrder, lightsOf, lightsWhenAsked } from '../../domain/digest/lights.js';
import type { LightContext } from '../../domain/light.js';
import type { Program } from '../../domain/program.js';
import type { WorkCalendar } from '../../domain/workday.js';
import type { Store } from '../../store/index.js';

export type Reader = {
  readonly store: Pick<Store, 'facts' | 'obstacles' | 'goalRecords'>;
  readonly program: Program;
  readonly calendar: WorkCalendar;
  /** Reads the projects as of past moments, which are read as one: see `oneReading`. */
  readonly asOf?: ReturnType<Store['facts']['reading']>;
};

/** A reader to which all past moments are one reading: the first is read whole, the others as what differs from it. */
export const oneReading = <Of extends Reader>(reader: Of): Of & Required<Reader> => ({
  ...reader,
  asOf: reader.asOf ?? reader.store.facts.reading(reader.program),
});

/** Projects whose lights are found in one go: a few milliseconds, so that acknowledgements need not wait for a digest. */
const AT_A_TIME = 250;

/** What lights are found by on a day. */
export async function lightContextOf({ store, program }: Reader, day: LocalDay): Promise<LightContext> {
  const first = await store.facts.firstReportDay(program);
  return {
    today: day,
    programFrom: program.from,
    reportingSince: first === null || first > day ? day : first,
    policy: program.policy.light,
  };
}

/** The last moment of a day. */
export function eveningOf(day: LocalDay, program: Program): Instant {
  return instantAt(addDays(day, 1), '00:00', program.timeZone) - 1;
}

/** How the program stood at a moment that is only looked back at, for what its goals were then. */
export async function readLookedBack(reader: Reader, day: LocalDay, at: AsOf): Promise<Standing> {
  const { store, program, asOf } = oneReading(reader);
  const projects = await asOf(at);
  const goals = await store.facts.goals(program.id, at);
  return { program, day, at, lit: lightsWhenAsked(projects, await lightContextOf(reader, day)), goals };
}

/** The projects (`ids`: now, these alone) with their lights, and the goals, as of a moment. `now`: it is this one. */
export async function readStanding(
  reader: Reader,
  day: LocalDay,
  at: AsOf,
  now: boolean,
  ids?: readonly number[],
): Promise<Standing> {
  const { store, program, asOf } = oneReading(reader);
  const projects = await (now ? store.facts.current(program, at.moment, ids) : asOf(at, ids));
  const goals = await store.facts.goals(program.id, at);
  const context = await lightContextOf(reader, day);
  const lit: LitProject[] = [];
  for (let from = 0; from < projects.length; from += AT_A_TIME) {
    lit.push(...lightsOf(projects.slice(from, from + AT_A_TIME), context));
    if (from + AT_A_TIME < projects.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return { program, day, at, lit: inOrder(lit), goals };
}
