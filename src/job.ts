import type { z } from 'zod';

/**
 * A kind of job: its name, what it carries, how it is run. It is sent by this and worked by this, so that nobody ties the two
 * by equal strings; who does it stands in the same file.
 *
 *     export const deliverJob = { name: 'deliver', data: z.object({ channelId: z.string() }), concurrency: 2 };
 *     await jobs.send(tx, deliverJob, { channelId }, { key: channelId });
 *     await jobs.work({ ...deliverJob, run: async ({ channelId }) => dispatch(channelId) });
 */
export type Job<Data extends object> = {
  readonly name: string;
  /** What was sent by an earlier version is read by it, too: a shape that changes must still take the old one. */
  readonly data: z.ZodType<Data>;
  /** How many of these run at the same time in this process, 1 unless told; those with the same key follow one another. */
  readonly concurrency?: number;
  /**
   * Seconds after which a run counts as failed, 45 unless told. Of a killed replica's another takes them sooner, in some 10 s.
   */
  readonly within?: number;
  /** How often a failed job is run again, the waits doubling from a second; 12 unless told, which lasts over an hour. */
  readonly retries?: number;
};

/** `retryAfter`: this is not done and is not a failure either; run it once more after so many seconds. */
// biome-ignore lint/suspicious/noConfusingVoidType: a handler that has nothing to say returns nothing
export type JobResult = void | { readonly retryAfter: number };

/** A kind of job with who does it. What throws is called again later; it must bear being called twice. */
export type WorkedJob<Data extends object> = Job<Data> & {
  readonly run: (data: Data) => Promise<JobResult>;
  /** Told when one has failed for good; that is logged in any case. */
  readonly onDead?: (data: Data) => Promise<void>;
};

/** `key`: while a job with it waits, another is not added. `after`: not before so many seconds. */
export type Sent = { readonly key?: string | null; readonly after?: number };
