import type { Logger } from 'pino';
import type { Instant } from '../domain/day.js';
import { LATE_AFTER_MS, lastSlot, nextSlot, type Slot } from '../domain/due.js';
import { nextLoudMoment } from '../domain/obstacle/quiet.js';
import type { Program } from '../domain/program.js';
import type { WorkCalendar } from '../domain/workday.js';
import type { Feature, JobCtx, SlotJob } from '../feature.js';
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

  return {
    /** Sends what is due at `now`. */
    async tick(now: Instant): Promise<void> {
      for (const program of await store.programs.running()) {
        // Before the slots: a digest of 18:00 tells what was raised at 18:00.
        for (const { feature, run } of timers)
          await run(jobCtx(program, `due:${feature}:${now}`, now)).catch((error: unknown) =>
            log.error({ err: error, feature }, 'not all that is due was done; it is tried again at the next tick'),
          );
        const calendar = calendarOf(program);
        const due = dueAt(now, program, calendar).filter((each) => waitsUntil(now, each, program, calendar) === null);
        if (due.length === 0) continue;
        const taken = await store.slots.taken(
          program.id,
          due.map((each) => ({ job: key(each), slot: each.slot.day })),
        );
        for (const { feature, job, slot } of due) {
          const name = key({ feature, job });
          if (taken.has(`${name} ${slot.day}`)) continue;
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
