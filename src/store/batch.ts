/** More than this at once, and one transaction holds too many rows for too long. */
const MOST_AT_ONCE = 200;

type Waiting<In, Out> = {
  readonly item: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Does single things in batches: what comes while `run` is under way goes with the next one. A single thing waits for
 * nothing; a burst costs few commits. Where a batch fails, each of it is tried alone, so that one cannot spoil another.
 * `by`: what has another key goes with another batch, side by side.
 */
export function batched<In, Out>(
  run: (items: readonly In[]) => Promise<readonly Out[]>,
  by: (item: In) => unknown = () => null,
): (item: In) => Promise<Out> {
  const queues = new Map<unknown, Waiting<In, Out>[]>();

  async function finish(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await run(batch.map((each) => each.item));
      batch.forEach((each, index) => {
        each.resolve(outs[index] as Out);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const each of batch) await finish([each]);
    }
  }

  async function work(key: unknown, queue: Waiting<In, Out>[]): Promise<void> {
    while (queue.length > 0) await finish(queue.splice(0, MOST_AT_ONCE));
    queues.delete(key);
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const key = by(item);
      const queue = queues.get(key);
      if (queue) queue.push({ item, resolve, reject });
      else {
        const begun = [{ item, resolve, reject }];
        queues.set(key, begun);
        void work(key, begun);
      }
    });
}
