import type { Logger } from 'pino';

/** More at once, and each waits for the store's connections until it is a fault; fewer, and they stand idle. */
const MOST_IN_WORK = 200;
/** What is in work for long says so this often (Store.payloads.renew): three times before others count it as abandoned. */
const RENEW_EVERY_MS = 3_000;
/** A store that is away is asked again for what waits. */
const LOOK_AGAIN_MS = 1_000;

/** What was written down and is to be worked. */
export type Waiting = {
  readonly key: string;
  readonly body: unknown;
  readonly receivedAt: Date;
  readonly tries: number;
};

export type WindowParts = {
  /** The next of what was written down without being begun, in the order of their arrival. */
  readonly takeWaiting: (most: number) => Promise<readonly Waiting[]>;
  /** What was begun so many seconds ago by a process that died, or met a fault. */
  readonly takeAbandoned: (
    staleSeconds: number,
    most: number,
    except: readonly string[],
  ) => Promise<readonly Waiting[]>;
  readonly renew: (keys: readonly string[]) => Promise<void>;
  /** Works one of them; it does not reject. */
  readonly work: (waiting: Waiting) => Promise<void>;
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
  renew,
  work,
  onFull = () => {},
  log,
  most = MOST_IN_WORK,
}: WindowParts) {
  /** By key, when it was begun. */
  const inWork = new Map<string, number>();
  const runs = new Set<Promise<void>>();
  /** Something waits in the store. */
  let behind = false;
  let looking: Promise<void> | null = null;
  let renewing: NodeJS.Timeout | undefined;
  let toldFull = false;

  function tellFull(): void {
    const full = behind || looking !== null || inWork.size >= most;
    if (full === toldFull) return;
    toldFull = full;
    onFull(full);
  }

  function run(key: string, begin: () => Promise<void>): Promise<void> {
    inWork.set(key, performance.now());
    tellFull();
    renewing ??= setInterval(() => void sayAlive(), RENEW_EVERY_MS).unref();
    const running = begin().finally(() => {
      inWork.delete(key);
      runs.delete(running);
      if (inWork.size === 0) {
        clearInterval(renewing);
        renewing = undefined;
      }
      look();
    });
    runs.add(running);
    return running;
  }

  async function sayAlive(): Promise<void> {
    const long = [...inWork].flatMap(([key, since]) => (performance.now() - since < RENEW_EVERY_MS / 2 ? [] : [key]));
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
      for (const waiting of page) void run(waiting.key, () => work(waiting));
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

    /** Works what was abandoned so many seconds ago: by another process, or by this one at a fault. */
    async sweep(staleSeconds: number): Promise<void> {
      const began = performance.now();
      for (let more = true; more; ) {
        const room = Math.max(1, most - inWork.size);
        // What is taken now, and fails again, is not stale before the next sweep.
        const stale = staleSeconds + (performance.now() - began) / 1000;
        const page = await takeAbandoned(stale, room, [...inWork.keys()]);
        await Promise.all(page.map((waiting) => run(waiting.key, () => work(waiting))));
        more = page.length === room;
      }
    },

    /** Nothing is in work, and nothing that this process knows of waits. */
    idle: (): boolean => inWork.size === 0 && !behind && looking === null,
    /** What is in work, and the look for more. */
    underWay: (): readonly Promise<void>[] => (looking ? [looking, ...runs] : [...runs]),
  };
}

export type WorkWindow = ReturnType<typeof openWindow>;
