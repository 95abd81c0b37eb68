import type PgBoss from 'pg-boss';

/** What a job carries through pg-boss: the dead letters of all jobs meet in one queue and must know where they come from. */
export interface Envelope {
  readonly name: string;
  readonly key: string | null;
  /** As it was sent: its kind's shape reads it. */
  readonly data: unknown;
}

/** The workers of one name: `concurrency` loops of pg-boss, each taking one job at a time. */
export async function startWork(
  boss: PgBoss,
  name: string,
  options: { concurrency: number; pollingIntervalSeconds: number },
  run: (envelope: Envelope) => Promise<void>,
) {
  const workers: { id: string; busy: boolean }[] = [];
  const active = new Set<string>();
  const tails = new Map<string, Promise<void>>();
  let next = 0;

  /** Jobs with the same key follow one another, in the order in which they were taken. */
  async function inTurn(envelope: Envelope): Promise<void> {
    if (envelope.key === null) return run(envelope);
    const { key } = envelope;
    const running = (tails.get(key) ?? Promise.resolve()).then(() => run(envelope));
    const tail = running.catch(() => {});
    tails.set(key, tail);
    await running.finally(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
  }

  for (let count = 0; count < options.concurrency; count++) {
    const worker = { id: '', busy: false };
    workers.push(worker);
    worker.id = await boss.work<Envelope>(
      name,
      { pollingIntervalSeconds: options.pollingIntervalSeconds },
      async (jobs) => {
        worker.busy = true;
        for (const { id } of jobs) active.add(id);
        try {
          for (const job of jobs) await inTurn(job.data);
        } finally {
          worker.busy = false;
          for (const { id } of jobs) active.delete(id);
          // Without it, pg-boss would take the next waiting job only at its next look at the store.
          boss.notifyWorker(worker.id);
        }
      },
    );
  }

  return {
    /** The ids of the jobs that run here, or wait for their turn here. */
    active: (): readonly string[] => [...active],
    running: () => workers.filter((worker) => worker.busy).length,
    /** Lets one worker look at the store now: an idle one where there is one, in turn, so that a burst is shared. */
    nudge(): void {
      for (let tried = 0; tried < workers.length; tried++) {
        const worker = workers[(next + tried) % workers.length];
        if (worker && (!worker.busy || tried === workers.length - 1)) {
          next = (next + tried + 1) % workers.length;
          boss.notifyWorker(worker.id);
          return;
        }
      }
    },
  };
}
