import type { Logger } from 'pino';
import { addDays, dayAt, type Instant, instantAt } from '../domain/day.js';
import { LATE_AFTER_MS, lastSlot, nextSlot, type Slot } from '../domain/due.js';
import { nextLoudMoment } from '../domain/obstacle/quiet.js';
import type { Program } from '../domain/program.js';
import type { WorkCalendar } from '../domain/workday.js';
import type { Feature, JobCtx, SlotJob } from '../feature.js';
import type { ProgramDue } from '../store/due.js';
import type { Store } from '../store/index.js';
import type { Clock } from './clock.js';

/** What a slot's job is told. */
export type SlotData = {
  readonly programId: number;
  readonly feature: string;
  readonly job: string;
  readonly day: string;
  readonly due: Instant;
  readonly late: boolean;
};

/** `slotsAt`: no slot of it is due before; `dailyAt`: no daily work; `seenAt`: a clock that is earlier was set back. */
type Known = { readonly program: Program; slotsAt: Instant; dailyAt: Instant; seenAt: Instant };

type Due = { readonly feature: string; readonly job: SlotJob; readonly slot: Slot };

/**
 * The clock's work. A tick only sends jobs, each once a slot whoever ticks; what fell due while nothing ran is sent at
 * the next tick, the newest slot alone, and labelled late.
 */
export function openSchedule({
  features,
  store,
  clock,
  calendarOf,
  jobCtx,
  late = () => {},
  log,
}: {
  features: readonly Feature[];
  store: Store;
  clock: Clock;
  calendarOf: (program: Program) => WorkCalendar;
  jobCtx: (program: Program, cause: string, now: Instant) => JobCtx;
  /** Told of each slot that is sent late. */
  late?: () => void;
  log: Pick<Logger, 'error'>;
}) {
  const jobs = features.flatMap((feature) => (feature.slots ?? []).map((job) => ({ feature: feature.name, job })));
  const timers = features.flatMap((feature) => (feature.timers ? [{ feature: feature.name, ...feature.timers }] : []));
  const key = (each: { feature: string; job: SlotJob }) => `${each.feature}.${each.job.name}`;

  /** The newest slot of each job that is due, taken or not. */
  const dueAt = (now: Instant, program: Program, calendar: WorkCalendar) =>
    jobs.flatMap((each) => {
      const slot = lastSlot(now, each.job.time(program), program.timeZone, calendar);
      return slot && slot.due > program.loadedAt ? [{ ...each, slot }] : [];
    });

  /** Until when a slot that is found late has to wait, or null. */
  const waitsUntil = (
    now: Instant,
    { job, slot }: { job: SlotJob; slot: Slot },
    program: Program,
    calendar: WorkCalendar,
  ) =>
    job.loud && now - slot.due > LATE_AFTER_MS
      ? nextLoudMoment({ now, calendar, timeZone: program.timeZone, ...program.policy.prompts })
      : null;

  /** When those that wait are sent. */
  async function waiting(now: Instant, program: Program, calendar: WorkCalendar): Promise<readonly Instant[]> {
    const late = dueAt(now, program, calendar).flatMap((each) => {
      const until = waitsUntil(now, each, program, calendar);
      return until === null ? [] : [{ job: key(each), slot: each.slot.day, until }];
    });
    if (late.length === 0) return [];
    const taken = await store.slots.taken(program.id, late);
    return late.filter(({ job, slot }) => !taken.has(`${job} ${slot}`)).map(({ until }) => until);
  }

  /** What is remembered of a program from tick to tick: when something may fall due in it that the store cannot tell. */
  const remembered = new Map<number, Known>();

  async function knownOf(rows: readonly ProgramDue[], now: Instant): Promise<ReadonlyMap<number, Known>> {
    const changed = rows.filter(({ id, revision }) => {
      const known = remembered.get(id);
      return known?.program.revision !== revision || now < known.seenAt;
    });
    for (const program of changed.length === 0 ? [] : await store.programs.byIds(changed.map(({ id }) => id)))
      remembered.set(program.id, { program, slotsAt: 0, dailyAt: 0, seenAt: now });
    for (const { id } of rows) {
      const known = remembered.get(id);
      if (known) known.seenAt = now;
    }
    return remembered;
  }

  async function runTimers(now: Instant, known: Known, due: ProgramDue['due']): Promise<void> {
    const { program } = known;
    const run = (feature: string, work: (ctx: JobCtx) => Promise<void>) =>
      work(jobCtx(program, `due:${feature}:${now}`, now)).catch((error: unknown) =>
        log.error({ err: error, feature }, 'not all that is due was done; it is tried again at the next tick'),
      );
    for (const timer of timers) if (due.has(timer.of)) await run(timer.feature, timer.run);
    if (now < known.dailyAt) return;
    const { timeZone, policy } = program;
    const loud = nextLoudMoment({ now, calendar: calendarOf(program), timeZone, ...policy.prompts });
    if (loud === null) for (const { feature, daily } of timers) if (daily) await run(feature, daily);
    known.dailyAt = loud ?? instantAt(addDays(dayAt(now, timeZone), 1), '00:00', timeZone);
  }

  async function sendSlots(now: Instant, known: Known): Promise<void> {
    const { program } = known;
    const calendar = calendarOf(program);
    const due = dueAt(now, program, calendar).map((each) => ({
      ...each,
      until: waitsUntil(now, each, program, calendar),
    }));
    const ready = due.filter(({ until }) => until === null);
    const taken = await store.slots.taken(
      program.id,
      ready.map((each) => ({ job: key(each), slot: each.slot.day })),
    );
    for (const each of ready) if (!taken.has(`${key(each)} ${each.slot.day}`)) await sendSlot(now, program, each);
    const coming = jobs.flatMap(({ job }) => nextSlot(now, job.time(program), program.timeZone, calendar)?.due ?? []);
    known.slotsAt = Math.min(...coming, ...due.flatMap(({ until }) => until ?? []));
  }

  async function sendSlot(now: Instant, program: Program, { feature, job, slot }: Due): Promise<void> {
    const name = key({ feature, job });
    await store.transaction(async (tx) => {
      if (!(await tx.slots.take(program.id, name, slot.day, now, slot.due))) return;
      const data: SlotData = {
        programId: program.id,
        feature,
        job: job.name,
        day: slot.day,
        due: slot.due,
        late: now - slot.due > LATE_AFTER_MS,
      };
      if (data.late) late();
      await tx.send('slot', data, { key: `${program.id}:${name}:${slot.day}` });
    });
  }

  return {
    /** Does and sends what is due at `now`. Where nothing is, that costs one statement, however many programs there are. */
    async tick(now: Instant): Promise<void> {
      const rows = await store.due.byNow(now);
      const known = await knownOf(rows, now);
      for (const { id, due } of rows) {
        const each = known.get(id);
        if (!each) continue;
        try {
          // Before the slots: a digest of 18:00 tells what was raised at 18:00.
          await runTimers(now, each, due);
          if (now >= each.slotsAt) await sendSlots(now, each);
        } catch (error) {
          log.error({ err: error, program: id }, 'not all that is due was sent; it is tried again at the next tick');
        }
      }
    },

    /** The next moment at which something falls due, or null. */
    async next(): Promise<Instant | null> {
      const now = clock.now();
      const moments: Instant[] = [];
      for (const program of await store.programs.running()) {
        const calendar = calendarOf(program);
        moments.push(...(await waiting(now, program, calendar)));
        for (const { job } of jobs) {
          const slot = nextSlot(now, job.time(program), program.timeZone, calendar);
          if (slot) moments.push(slot.due);
        }
        for (const each of timers) {
          const due = await each.next(store, program, now);
          if (due !== null) moments.push(due);
        }
      }
      return moments.length === 0 ? null : Math.min(...moments);
    },
  };
}
