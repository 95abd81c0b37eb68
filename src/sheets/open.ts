import { Worker } from 'node:worker_threads';
import { LIMITS } from './limits.js';
import type { SheetAnswer, SheetFile } from './read-file.js';
import { REFUSALS, type RefusalKey } from './refusals.js';

// Node cannot run a thread from TypeScript; under the test runner the built one is taken.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/sheets/worker.js' : './worker.js',
  import.meta.url,
);

let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a county's spreadsheet (.xlsx or .csv) into a ledger, in a thread with limits of time and memory. Files are read
 * one after another, so that several at once cost no more than one. What is wrong with a file is a refusal, never an error;
 * it rejects only where the program itself is at fault. `year`: that of dates which name none,
 * where the file has none either; `columns`: heads that a person matched before.
 */
export function readSheet(
  bytes: Uint8Array,
  name: string,
  about: Omit<SheetFile, 'bytes' | 'name'>,
): Promise<SheetAnswer> {
  if (bytes.length > LIMITS.fileBytes) return Promise.resolve(refused('tooBig'));
  const answer = queue.then(() => inThread({ bytes, name, ...about }));
  queue = answer.catch(() => {});
  return answer;
}

const refused = (because: RefusalKey): SheetAnswer => ({ refused: REFUSALS[because] });

function inThread(workerData: SheetFile): Promise<SheetAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    });
    const timer = setTimeout(() => finish(refused('tooLong')), LIMITS.time);
    const finish = (answer: SheetAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    worker.once('message', finish);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return finish(refused('tooHeavy'));
      clearTimeout(timer);
      reject(error);
    });
    worker.once('exit', () => finish(refused('tooHeavy')));
  });
}
