import { z } from 'zod';
import type { Program } from './domain/program.js';
import type { Events, Feature, JobCtx } from './feature.js';
import type { WorkedJob } from './job.js';
import type { Store, Transaction } from './store/index.js';

/** What an event carries through its job. */
const shapes: { readonly [E in keyof Events]: z.ZodType<Events[E]> } = {
  'asked-was-told': z.object({ programId: z.number(), promptIds: z.array(z.number()) }),
  'links-changed': z.object({ programId: z.number() }),
  'report-changed': z.object({ programId: z.number(), countedAt: z.number() }),
};

const eventJob = {
  /** As it was always called: of two versions that run side by side, each reads what the other announces. */
  name: 'hear',
  data: z.object({
    feature: z.string(),
    event: z.enum(Object.keys(shapes) as (keyof Events)[]),
    data: z.looseObject({ programId: z.number() }),
  }),
  concurrency: 2,
};

/** What features tell each other: announced in the transaction that makes it true, heard after it, as a job of its own. */
export function openEvents({
  features,
  store,
  jobCtx,
}: {
  features: readonly Pick<Feature, 'name' | 'subscriptions'>[];
  store: Store;
  jobCtx: (program: Program, cause: string) => JobCtx;
}) {
  async function hand<E extends keyof Events>(to: string, event: E, carried: unknown): Promise<void> {
    const data = shapes[event].parse(carried);
    const program = await store.programs.byId(data.programId);
    const subscription = features.find(({ name }) => name === to)?.subscriptions?.[event];
    if (program && subscription) await subscription(jobCtx(program, `heard:${event}:${JSON.stringify(data)}`), data);
  }

  return {
    async announce<E extends keyof Events>(tx: Transaction, event: E, data: Events[E]): Promise<void> {
      for (const { name, subscriptions } of features) {
        if (subscriptions?.[event])
          await tx.send(
            eventJob,
            { feature: name, event, data: { ...data } },
            { key: `${name}:${event}:${JSON.stringify(data)}` },
          );
      }
    },

    /** Hands what was announced to the feature that listens. */
    job: {
      ...eventJob,
      run: ({ feature, event, data }) => hand(feature, event, data),
    } satisfies WorkedJob<z.infer<typeof eventJob.data>>,
  };
}
