import type { Logger } from 'pino';
import { z } from 'zod';
import { addDays, dayAt, type Instant, instantAt, localDay } from '../domain/day.js';
import { LATE_AFTER_MS, lastSlot, nextSlot, type Slot } from '../domain/due.js';
import { nextLoudMoment } from '../domain/obstacle/quiet.js';
import type { Program } from '../domain/program.js';
import type { WorkCalendar } from '../domain/workday.js';
import type { Feature, JobCtx, SlotJob } from '../feature.js';
import type { WorkedJob } from '../job.js';
import { DUE_THINGS, type ProgramDue } from '../store/due.js';
import type { Store } from '../store/index.js';
import type { Clock } from './clock.js';

/** A slot's work, sent once a slot. */
const slotShape = z.object({
  programId: z.number(),
  feature: z.string(),
  job: z.string(),
  day: z.string().transform(localDay),
  due: z.number(),
  late: z.boolean(),
});
const slotJob = { name: 'slot', data: slotShape, concurrency: 2 };
type SlotData = z.infer<typeof slotShape>;

/**
 * What is due in a program at a moment, and the slots that are sent after it: a digest of 18:00 tells what was raised at
 * 18:00. It is tried again for half a minute, the waits doubling; then the next tick has sent another.
 */
const dueJob = {
  name: 'due',
  data: z.object({
    programId: z.number(),
    at: z.number(),
    things: z.array(z.enum(DUE_THINGS)),
    daily: z.boolean(),
    slots: z.array(slotShape),
  }),
  concurrency: 2,
  retries: 5,
};

/** `slotsAt`: no slot of it is due before; `dailyAt`: no daily work; `seenAt`: a clock that is earlier was set back. */
type Known = { readonly program: Program; slotsAt: Instant; dailyAt: Instant; seenAt: Instant };

/**
 * The clock's work. A tick only sends jobs, a slot's once whoever ticks; what fell due while nothing ran is sent at the next
 * tick, the newest slot alone, and labelled late.
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
  jobCtx: (program: Program, cause: string, now?: Instant) => JobCtx;
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

  /** Whether the day's work is to be done now, which waits for the end of the quiet hours. */
  function isDaily(now: Instant, known: Known): boolean {
    if (now < known.dailyAt) return false;
    const { timeZone, policy } = known.program;
    const loud = nextLoudMoment({ now, calendar: calendarOf(known.program), timeZone, ...policy.prompts });
    known.dailyAt = loud ?? instantAt(addDays(dayAt(now, timeZone), 1), '00:00', timeZone);
    return loud === null;
  }

  /** The slots that are due and that nobody took yet. */
  async function slotsOf(now: Instant, known: Known): Promise<readonly SlotData[]> {
    if (now < known.slotsAt) return [];
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
    const coming = jobs.flatMap(({ job }) => nextSlot(now, job.time(program), program.timeZone, calendar)?.due ?? []);
    known.slotsAt = Math.min(...coming, ...due.flatMap(({ until }) => until ?? []));
    return ready
      .filter((each) => !taken.has(`${key(each)} ${each.slot.day}`))
      .map(({ feature, job, slot }) => ({
        programId: program.id,
        feature,
        job: job.name,
        day: slot.day,
        due: slot.due,
        late: now - slot.due > LATE_AFTER_MS,
      }));
  }

  async function sendSlot(slot: SlotData, at: Instant): Promise<void> {
    const name = `${slot.feature}.${slot.job}`;
    await store.transaction(async (tx) => {
      if (!(await tx.slots.take(slot.programId, name, slot.day, at, slot.due))) return;
      if (slot.late) late();
      await tx.send(slotJob, slot, { key: `${slot.programId}:${name}:${slot.day}` });
    });
  }

  /** A fault in one feature keeps nothing else waiting: the slots are sent, and what failed is tried again. */
  async function runDue({ programId, at, things, daily, slots }: z.infer<typeof dueJob.data>): Promise<void> {
    const program = await store.programs.byId(programId);
    if (!program) return;
    const faults: unknown[] = [];
    const run = (feature: string, work: (ctx: JobCtx) => Promise<void>) =>
      work(jobCtx(program, `due:${feature}:${at}`, at)).catch((error: unknown) => {
        log.error({ err: error, feature }, 'not all that is due was done; it is tried again');
        faults.push(error);
      });
    for (const timer of timers) if (things.includes(timer.of)) await run(timer.feature, timer.run);
    if (daily) for (const timer of timers) if (timer.daily) await run(timer.feature, timer.daily);
    for (const slot of slots) await sendSlot(slot, at);
    if (faults.length > 0) throw new AggregateError(faults, 'not all that is due was done');
  }

  async function tickOf(now: Instant, { id, due }: ProgramDue, known: Known): Promise<void> {
    const [daily, slots] = [isDaily(now, known), await slotsOf(now, known)];
    if (due.size === 0 && !daily) {
      for (const slot of slots) await sendSlot(slot, now);
      return;
    }
    // One that carries slots is never left out for another that waits.
    const jobKey = daily || slots.length > 0 ? `${id}:${now}` : String(id);
    const data = { programId: id, at: now, things: [...due], daily, slots: [...slots] };
    await store.transaction((tx) => tx.send(dueJob, data, { key: jobKey }));
  }

  return {
    dueJob: { ...dueJob, run: runDue } satisfies WorkedJob<z.infer<typeof dueJob.data>>,

    slotJob: {
      ...slotJob,
      async run({ programId, feature, job, day, due, late }) {
        const program = await store.programs.byId(programId);
        const slot = jobs.find((each) => each.feature === feature && each.job.name === job);
        if (!program || !slot) return;
        await slot.job.run(jobCtx(program, `slot:${key(slot)}:${day}`), { day, due, late });
        await store.slots.done(program.id, key(slot), day, clock.now());
      },
    } satisfies WorkedJob<SlotData>,

    /** Sends what is due at `now`. Where nothing is, that costs one statement, however many programs there are. */
    async tick(now: Instant): Promise<void> {
      const rows = await store.due.byNow(now);
      const known = await knownOf(rows, now);
      for (const row of rows) {
        const each = known.get(row.id);
        if (!each) continue;
        await tickOf(now, row, each).catch((error: unknown) => {
          // It may have been all of it: everything is looked at again.
          Object.assign(each, { slotsAt: 0, dailyAt: 0 });
          log.error(
            { err: error, program: row.id },
            'not all that is due was sent; it is tried again at the next tick',
          );
        });
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
