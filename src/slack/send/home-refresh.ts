import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { dayAt } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import type { Act } from '../../store/activity.js';
import type { Store } from '../../store/index.js';
import type { Clock } from '../../time/clock.js';

/** What changes within this is looked at together. */
const GATHER_MS = 300;
/** Nobody's tab is published again sooner: a burst of reports does not make it flicker. */
const EACH_MS = 1000;
/** Who has not looked for so long is not looking: the next opening shows what is new. */
const LOOKED_WITHIN_MS = 14 * 86_400_000;
/** A tab that took long to make waits so many times as long before it is made again: reporting must not notice it. */
const SPARE = 5;
/** Slack takes 100 a minute in all: some are left for those who open theirs. */
const BURST = 30;
const PER_SECOND = 1.25;

/** How long it took to make a tab, in ms and without Slack's own time; whether it was published, which it is not where it looks the same. */
export type Refreshed = { readonly took: number; readonly published: boolean };

type Touched = { readonly [K in 'projectIds' | 'milestoneIds' | 'obstacleIds' | 'personIds']: Set<number> };

/**
 * Keeps home tabs fresh: after a commit, the tabs of who looked lately and sees what changed are published again, within about a
 * second. Nothing is kept of it: what is lost is made up for by the next opening.
 */
export function openHomeRefresh(parts: {
  readonly store: Pick<Store, 'programs' | 'visits'>;
  readonly clock: Clock;
  readonly publish: (program: Program, slackUserId: string) => Promise<Refreshed>;
  readonly log: Logger;
}) {
  const { store, clock, publish, log } = parts;
  const touched = new Map<number, Touched>();
  /** Who is to be published, in which program; and from when on they may be. */
  const waiting = new Map<string, number>();
  const freeAt = new LRUCache<string, number>({ max: 10_000 });
  let tokens = { left: BURST, at: performance.now() };
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;

  function soon(ms: number): void {
    if (stopped || timer !== null || running !== null) return;
    timer = setTimeout(() => {
      timer = null;
      running = run()
        .catch((error: unknown) => log.warn({ err: error }, 'home tabs could not be kept fresh'))
        .finally(() => {
          running = null;
          if (touched.size > 0 || waiting.size > 0) soon(touched.size > 0 ? GATHER_MS : untilNext());
        });
    }, ms);
    timer.unref();
  }

  const untilNext = (): number => {
    const now = performance.now();
    const due = [...waiting.keys()].map((user) => (freeAt.get(user) ?? 0) - now);
    return Math.max(50, Math.min(...due), tokensLeft() < 1 ? 1000 / PER_SECOND : 0);
  };

  function tokensLeft(): number {
    const now = performance.now();
    tokens = { left: Math.min(BURST, tokens.left + ((now - tokens.at) / 1000) * PER_SECOND), at: now };
    return tokens.left;
  }

  async function run(): Promise<void> {
    const gathered = [...touched];
    touched.clear();
    const now = clock.now();
    for (const [programId, things] of gathered) {
      const program = await store.programs.byId(programId);
      if (!program) continue;
      const lists = {
        projectIds: [...things.projectIds],
        milestoneIds: [...things.milestoneIds],
        obstacleIds: [...things.obstacleIds],
        personIds: [...things.personIds],
      };
      const today = dayAt(now, program.timeZone);
      const users = await store.visits.concerned(programId, lists, now - LOOKED_WITHIN_MS, today);
      for (const user of users) waiting.set(user, programId);
    }
    for (const [user, programId] of [...waiting]) {
      if (stopped || tokensLeft() < 1) return;
      const began = performance.now();
      if (began < (freeAt.get(user) ?? 0)) continue;
      waiting.delete(user);
      const { took, published } = await publishOne(user, programId);
      if (published) tokens.left -= 1;
      freeAt.set(user, began + Math.max(EACH_MS, took * SPARE));
    }
  }

  async function publishOne(user: string, programId: number): Promise<Refreshed> {
    try {
      // Read anew: the program's revision decides what may be remembered.
      const program = await store.programs.byId(programId);
      if (program) return await publish(program, user);
    } catch (error) {
      log.debug({ err: error, user }, 'a home tab could not be published');
    }
    return { took: 0, published: false };
  }

  return {
    /** What a committed transaction has added to the log. */
    changed(acts: readonly Act[]): void {
      for (const { programId, thing, thingId, personId, after } of acts) {
        if (programId === null) continue;
        const things = touched.get(programId) ?? {
          projectIds: new Set(),
          milestoneIds: new Set(),
          obstacleIds: new Set(),
          personIds: new Set(),
        };
        touched.set(programId, things);
        if (personId !== null) things.personIds.add(personId);
        const kept = {
          project: things.projectIds,
          milestone: things.milestoneIds,
          obstacle: things.obstacleIds,
          person: things.personIds,
        };
        if (thingId !== null && thing in kept) kept[thing as keyof typeof kept].add(thingId);
        const { projectIds } = (after ?? {}) as { projectIds?: unknown };
        if (Array.isArray(projectIds))
          for (const id of projectIds) if (typeof id === 'number') things.projectIds.add(id);
      }
      if (touched.size > 0) soon(GATHER_MS);
    },

    /** Lets what is under way end, and begins no more. */
    async stop(): Promise<void> {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
