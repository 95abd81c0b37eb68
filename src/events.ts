import type { Program } from './domain/program.js';
import type { Ctx, Events, Feature, JobCtx } from './feature.js';
import type { Store, Transaction } from './store/index.js';

type Announced = { readonly feature: string; readonly event: keyof Events; readonly data: Events[keyof Events] };

/** What features tell each other: announced in the transaction that makes it true, heard after it, as a job of its own. */
export function openEvents({
  features,
  store,
  jobCtx,
}: {
  features: readonly Feature[];
  store: Store;
  jobCtx: (program: Program, cause: string) => JobCtx;
}) {
  return {
    async announce<E extends keyof Events>(tx: Transaction, event: E, data: Events[E]): Promise<void> {
      for (const feature of features) {
        if (feature.subscriptions?.[event])
          await tx.send(
            'hear',
            { feature: feature.name, event, data },
            { key: `${feature.name}:${event}:${JSON.stringify(data)}` },
          );
      }
    },

    /** The job: hands what was announced to the feature that listens. */
    async run(job: object): Promise<undefined> {
      const { feature, event, data } = job as Announced;
      const program = await store.programs.byId(data.programId);
      const subscription = features.find((each) => each.name === feature)?.subscriptions?.[event] as
        | ((ctx: JobCtx, data: Events[keyof Events]) => Promise<void>)
        | undefined;
      if (program && subscription) await subscription(jobCtx(program, `heard:${event}:${JSON.stringify(data)}`), data);
    },
  };
}

/** Lets today's questions about these milestones be marked at once, by whatever way something was said of them. */
export async function tellAskers(
  { program, today, announce }: Pick<Ctx, 'program' | 'today' | 'announce'>,
  tx: Transaction,
  milestoneIds: readonly number[],
): Promise<void> {
  const promptIds = await tx.prompts.asking(program.id, today, milestoneIds);
  if (promptIds.length > 0) await announce(tx, 'asked-was-told', { programId: program.id, promptIds });
}
