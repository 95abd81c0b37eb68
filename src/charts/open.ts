import { Worker } from 'node:worker_threads';
import type { Chart } from './chart.js';

// Node cannot run a thread from TypeScript; under the test runner the built one is taken.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/charts/worker.js' : './worker.js',
  import.meta.url,
);

/** A picture takes a tenth of a second, the first one a second; one that takes longer than this will not come. */
const TIME_MS = 30_000;
const HEAP_MEGABYTES = 192;

type Answer = { readonly id: number; readonly png?: Uint8Array; readonly fault?: string };

/**
 * Draws charts as PNG, off the event loop: in one thread that is started with the first chart and draws one after the
 * other. `draw` rejects where the drawing failed or took too long; the thread is then replaced.
 */
export function openCharts() {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let ids = 0;

  function started(): Worker {
    if (worker !== null) return worker;
    const made = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
    // A thread that waits for work keeps nobody from going.
    made.unref();
    worker = made;
    return made;
  }

  function drop(): void {
    void worker?.terminate();
    worker = null;
  }

  function inThread(chart: Chart): Promise<Uint8Array> {
    const thread = started();
    ids += 1;
    const id = ids;
    return new Promise((resolve, reject) => {
      const finish = (done: () => void) => {
        clearTimeout(timer);
        thread.off('message', answered).off('error', failed).off('exit', ended);
        done();
      };
      const lost = (why: Error) =>
        finish(() => {
          drop();
          reject(why);
        });
      const failed = (error: Error) => lost(error);
      const ended = () => lost(new Error('the thread that draws charts ended'));
      const answered = ({ id: of, png, fault }: Answer) => {
        if (of !== id) return;
        finish(() => (png === undefined ? reject(new Error(`a chart could not be drawn: ${fault}`)) : resolve(png)));
      };
      const timer = setTimeout(() => lost(new Error('drawing a chart took too long')), TIME_MS);
      thread.on('message', answered).on('error', failed).on('exit', ended);
      thread.postMessage({ id, chart });
    });
  }

  return {
    draw(chart: Chart): Promise<Uint8Array> {
      const drawn = queue.then(() => inThread(chart));
      queue = drawn.catch(() => {});
      return drawn;
    },
    async close(): Promise<void> {
      await queue;
      await worker?.terminate();
      worker = null;
    },
  };
}

export type Charts = ReturnType<typeof openCharts>;
