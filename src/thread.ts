import { parentPort, Worker } from 'node:worker_threads';

/** Why a thread gave no answer. `memory`: what it was given needs more than it may take; `ended`: it went by itself. */
export type ThreadLoss = 'slow' | 'memory' | 'ended' | 'failed';

/** A thread that could not answer; `message` says what it was at. */
export class ThreadError extends Error {
  constructor(
    readonly why: ThreadLoss,
    message: string,
  ) {
    super(message);
  }
}

/** `for` completes "the thread that …"; limits in megabytes and milliseconds. */
export type ThreadRules = {
  readonly for: string;
  readonly program: URL;
  readonly heapMegabytes: number;
  readonly withinMs: number;
  /** So long it waits for more: what it has loaded costs a second and some 60 MB. Without it, it stays. */
  readonly idleMs?: number;
};

export type Thread<Asked, Answer> = {
  /** Rejects with a ThreadError. */
  readonly ask: (asked: Asked) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

type Told<Answer> = { readonly id: number } & ({ readonly answer: Answer } | { readonly fault: string });

/** Most of what a question makes is forgotten with it: room for that spares half of the collecting. */
const YOUNG_MEGABYTES = 64;

/**
 * Heavy work beside the event loop: one thread, begun with the first question, that answers one after another, so that
 * several at once cost no more memory than one. A thread that fails, takes too long or too much is ended and the next
 * question has a new one.
 */
export function openThread<Asked, Answer>(rules: ThreadRules): Thread<Asked, Answer> {
  let worker: Worker | null = null;
  let leaving: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let ids = 0;

  function begun(): Worker {
    clearTimeout(leaving);
    if (worker !== null) return worker;
    const made = new Worker(rules.program, {
      resourceLimits: { maxOldGenerationSizeMb: rules.heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    // What breaks while nobody asks is told to whoever asks next, by a new thread.
    made
      .on('error', () => {})
      .on('exit', () => {
        if (worker === made) worker = null;
      });
    worker = made;
    return made;
  }

  async function leave(): Promise<void> {
    clearTimeout(leaving);
    const left = worker;
    worker = null;
    await left?.terminate();
  }

  function rest(): void {
    // A thread that waits for work keeps nobody from going.
    worker?.unref();
    if (rules.idleMs !== undefined) leaving = setTimeout(() => void leave(), rules.idleMs).unref();
  }

  function answered(asked: Asked): Promise<Answer> {
    const thread = begun();
    thread.ref();
    ids += 1;
    const id = ids;
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        thread.off('message', told).off('error', failed).off('exit', ended);
        settle();
      };
      const lost = (why: ThreadLoss, what: string) =>
        done(() => {
          void leave();
          reject(new ThreadError(why, `the thread that ${rules.for} ${what}`));
        });
      const failed = (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? lost('memory', `needed more than ${rules.heapMegabytes} MB`)
          : lost('failed', `failed: ${error.stack ?? error.message}`);
      const ended = () => lost('ended', 'ended');
      const told = (answer: Told<Answer>) => {
        if (answer.id !== id) return;
        done(() => {
          rest();
          if ('answer' in answer) resolve(answer.answer);
          else reject(new ThreadError('failed', `the thread that ${rules.for} failed: ${answer.fault}`));
        });
      };
      const timer = setTimeout(() => lost('slow', `took longer than ${rules.withinMs} ms`), rules.withinMs);
      thread.on('message', told).on('error', failed).on('exit', ended);
      thread.postMessage({ id, asked });
    });
  }

  return {
    ask(asked) {
      const answer = queue.then(() => answered(asked));
      queue = answer.catch(() => {});
      return answer;
    },
    async close() {
      await queue;
      await leave();
    },
  };
}

/** The other side, in the thread's own program: `work` answers each question. */
export function answerEach<Asked, Answer>(work: (asked: Asked) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async ({ id, asked }: { readonly id: number; readonly asked: Asked }) => {
    try {
      parentPort?.postMessage({ id, answer: await work(asked) });
    } catch (error) {
      parentPort?.postMessage({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}

/** The built program of a thread, beside the module that starts it: Node cannot run a thread from TypeScript. */
export function programBeside(module: string, name: string): URL {
  const built = module.replace(/\/src\/(?=(?:[^/]+\/)+[^/]+\.ts$)/, '/dist/');
  return new URL(`./${name}.js`, built);
}
