import type { Logger } from 'pino';

/** More at once, and each waits for the store's connections until it is a fault; fewer, and they stand idle. */
const MOST_IN_WORK = 200;
/** What is in work for long says so this often (Store.payloads.renew): three times before others count it as abandoned. */
const RENEW_EVERY_MS = 3_000;
/** A store that is away is asked again for what waits. */
const LOOK_AGAIN_MS = 1_000;
/**
 * What met a fault is tried again after a second, the wait doubling with each try that comes to nothing: most faults are those of
 * a connection that is there again by then. While the store does not even answer, no try is counted.
 */
const AGAIN_MS = 1_000;
const MOST_AGAIN_MS = 40_000;

/** What was written down and is to be worked. */
export type Waiting = {
  readonly key: string;
  readonly body: unknown;
  readonly receivedAt: Date;
  readonly tries: number;
};

/** How work ended: with an answer, or at a fault, after which it is to be tried again. */
export type Worked = 'answered' | 'again';

export type WindowParts = {
  /** The next of what was written down without being begun, in the order of their arrival. */
  readonly takeWaiting: (most: number) => Promise<readonly Waiting[]>;
  /** What was begun, and not said to be in work for so many seconds: its process died. */
  readonly takeAbandoned: (
    staleSeconds: number,
    most: number,
    except: readonly string[],
  ) => Promise<readonly Waiting[]>;
  /** Those of what met a fault here that nobody else took meanwhile, and that were not tried too often. */
  readonly takeAgain: (failed: readonly Pick<Waiting, 'key' | 'tries'>[]) => Promise<readonly Waiting[]>;
  readonly renew: (keys: readonly string[]) => Promise<void>;
  /** Works one of them; it does not reject. */
  readonly work: (waiting: Waiting) => Promise<Worked>;
  /** Told when there is no room any more, or others wait for it already, and when that is over. */
  readonly onFull?: (full: boolean) => void;
  readonly log: Pick<Logger, 'warn'>;
  readonly most?: number;
};

/**
 * How much is worked on at once. What comes beyond it stays in the store and is taken from there when there is room: a burst
 * costs neither memory nor connections, and nobody is told of a fault because many others asked at the same time.
 */
export function openWindow({
  takeWaiting,
  takeAbandoned,
  takeAgain,
  renew,
  work,
  onFull = () => {},
  log,
  most = MOST_IN_WORK,
}: WindowParts) {
  /** By key, when it was begun. */
  const inWork = new Map<string, number>();
  /** What met a fault here, with how often it was tried and when it is again: this process's as what is in work is. */
  const failed = new Map<string, { readonly tries: number; readonly at: number }>();
  const runs = new Set<Promise<void>>();
  /** Something waits in the store. */
  let behind = false;
  let looking: Promise<void> | null = null;
  let renewing: NodeJS.Timeout | undefined;
  let retrying: NodeJS.Timeout | undefined;
  let retakes: Promise<void> | null = null;
  let stopped = false;
  let toldFull = false;

  function tellFull(): void {
    const full = behind || looking !== null || inWork.size >= most;
    if (full === toldFull) return;
    toldFull = full;
    onFull(full);
  }

  /** `tries`: how often it was begun, this time included. */
  function run(key: string, begin: () => Promise<Worked>, tries = 1): Promise<void> {
    failed.delete(key);
    inWork.set(key, performance.now());
    tellFull();
    renewing ??= setInterval(() => void sayAlive(), RENEW_EVERY_MS).unref();
    const running = begin()
      .then((worked) => {
        if (worked === 'again') fails(key, tries);
      })
      .finally(() => {
        inWork.delete(key);
        runs.delete(running);
        if (inWork.size + failed.size === 0) {
          clearInterval(renewing);
          renewing = undefined;
        }
        look();
      });
    runs.add(running);
    return running;
  }

  function fails(key: string, tries: number): void {
    if (stopped) return;
    failed.set(key, { tries, at: performance.now() + Math.min(MOST_AGAIN_MS, AGAIN_MS * 2 ** (tries - 1)) });
    retrying ??= setInterval(() => {
      retakes ??= retake().finally(() => {
        retakes = null;
      });
    }, AGAIN_MS / 4).unref();
  }

  /** Tries again what met a fault, where its time has come. */
  async function retake(): Promise<void> {
    if (failed.size === 0) return stopRetrying();
    const due = [...failed].flatMap(([key, { tries, at }]) => (at <= performance.now() ? [{ key, tries }] : []));
    const page = due.slice(0, Math.max(0, most - inWork.size));
    if (page.length === 0) return;
    try {
      const taken = await takeAgain(page);
      for (const { key, tries } of page) if (failed.get(key)?.tries === tries) failed.delete(key);
      for (const waiting of taken) void run(waiting.key, () => work(waiting), waiting.tries);
    } catch (error) {
      log.warn({ err: error }, 'what met a fault could not be taken; it is tried again');
      const at = performance.now() + LOOK_AGAIN_MS;
      for (const { key, tries } of page) if (failed.has(key)) failed.set(key, { tries, at });
    }
  }

  function stopRetrying(): void {
    clearInterval(retrying);
    retrying = undefined;
  }

  async function sayAlive(): Promise<void> {
    const long = [...inWork].flatMap(([key, since]) => (performance.now() - since < RENEW_EVERY_MS / 2 ? [] : [key]));
    long.push(...failed.keys());
    if (long.length > 0)
      await renew(long).catch((error: unknown) => log.warn({ err: error }, 'what is in work was not renewed'));
  }

  /** Goes on with what waits where there is room for a good part of it. */
  function look(): void {
    if (behind && !looking && inWork.size <= most / 2)
      looking = takeNext().finally(() => {
        looking = null;
        look();
      });
    tellFull();
  }

  async function takeNext(): Promise<void> {
    const room = most - inWork.size;
    try {
      // Told before it is looked for: what is written down meanwhile says so again.
      behind = false;
      const page = await takeWaiting(room);
      behind ||= page.length === room;
      for (const waiting of page) void run(waiting.key, () => work(waiting), waiting.tries);
    } catch (error) {
      behind = true;
      log.warn({ err: error }, 'what waits could not be taken; it is tried again');
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  return {
    /** Works something that has room, or has to be answered at once. */
    run,

    /** Something was written down that waits. */
    waits(): void {
      behind = true;
      look();
    },

    /** Works what was abandoned so many seconds ago by a process that died. */
    async sweep(staleSeconds: number): Promise<void> {
      const began = performance.now();
      for (let more = true; more; ) {
        const room = Math.max(1, most - inWork.size);
        // What is taken now, and fails again, is not stale before the next sweep.
        const stale = staleSeconds + (performance.now() - began) / 1000;
        const page = await takeAbandoned(stale, room, [...inWork.keys()]);
        await Promise.all(page.map((waiting) => run(waiting.key, () => work(waiting), waiting.tries)));
        more = page.length === room;
      }
    },

    /** What met a fault is left to the store, and to who has it next. */
    stop(): void {
      stopped = true;
      failed.clear();
      stopRetrying();
    },

    /** Nothing is in work, and nothing that this process knows of waits; what met a fault is not due. */
    idle: (): boolean => inWork.size === 0 && !behind && looking === null && retakes === null,
    /** What is in work, and the looks for more. */
    underWay: (): readonly Promise<void>[] => [looking, retakes, ...runs].filter((each) => each !== null),
  };
}

export type WorkWindow = ReturnType<typeof openWindow>;
