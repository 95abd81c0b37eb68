import { z } from 'zod';
import { seeded } from './random.js';

const share = z.number().min(0).max(1);

/** What may go wrong from now on. Shares are 0 to 1; `{}` ends them all. */
export const faultsSchema = z.strictObject({
  /** Share of envelopes delivered twice. */
  duplicate: share.optional(),
  /** Share of Web API calls that are done, and then the connection breaks before the answer. */
  drop: share.optional(),
  /** Share of Web API calls answered with 500 (done all the same) or 503 (not done), half and half. */
  fail: share.optional(),
  /** Answers come late: by so many milliseconds, all of them or a share. */
  slow: z.union([z.number().min(0), z.strictObject({ share, ms: z.number().min(0) })]).optional(),
  /** Share of Web API calls answered with 429. */
  limit: share.optional(),
  /** Sockets are closed every so many seconds. */
  disconnect: z.number().positive().optional(),
  /** Calls that are refused with an error of Slack's; not done. */
  errors: z
    .array(
      z
        .strictObject({
          /** `chat.postMessage` …, or `response_url`; any, when left out. */
          method: z.string().optional(),
          /** Id or name; for a direct conversation, the person's. */
          channel: z.string().optional(),
          /** A type of block that is not taken, as where Slack has not brought it out yet. */
          block: z.string().optional(),
          error: z.string().min(1),
          /** So often, and then no more. */
          times: z.number().int().positive().optional(),
        })
        .refine((one) => one.method ?? one.channel ?? one.block, { message: 'give a method, a channel or a block' }),
    )
    .optional(),
});

/** A call as far as the set errors look at it. */
export interface Asked {
  method: string;
  /** Whether it goes to the conversation that somebody names by id or name. */
  goesTo: (channel: string) => boolean;
  /** Its blocks or view, as JSON. */
  body: string;
}

export type FaultSettings = z.infer<typeof faultsSchema>;

export type CallFault = 'drop' | 'fail-after' | 'fail-before' | 'limit';

export class Faults {
  private settings: FaultSettings = {};
  private random: () => number;
  private errors: NonNullable<FaultSettings['errors']> = [];
  private disconnecting: NodeJS.Timeout | undefined;

  /** @param cut closes the sockets, at once or with Slack's notice. */
  constructor(
    private readonly seed: number,
    private readonly cut: (politely: boolean) => void,
  ) {
    this.random = seeded(seed);
  }

  /** From here on. The generator starts again from its seed, so that the same calls meet the same faults. */
  set(settings: FaultSettings): void {
    this.settings = settings;
    this.errors = (settings.errors ?? []).map((one) => ({ ...one }));
    this.random = seeded(this.seed);
    clearInterval(this.disconnecting);
    this.disconnecting = undefined;
    if (settings.disconnect !== undefined)
      this.disconnecting = setInterval(() => this.cut(this.random() < 0.5), settings.disconnect * 1000);
  }

  duplicates(): boolean {
    return this.chance(this.settings.duplicate);
  }

  /** What goes wrong with one Web API call, if anything. */
  ofCall(): CallFault | undefined {
    if (this.chance(this.settings.limit)) return 'limit';
    if (this.chance(this.settings.fail)) return this.random() < 0.5 ? 'fail-after' : 'fail-before';
    if (this.chance(this.settings.drop)) return 'drop';
    return undefined;
  }

  /** The error that this call is to be refused with, if any. */
  errorOf({ method, goesTo, body }: Asked): string | undefined {
    const found = this.errors.find(
      (one) =>
        one.times !== 0 &&
        (one.method === undefined || one.method === method) &&
        (one.channel === undefined || goesTo(one.channel)) &&
        (one.block === undefined || body.includes(`"type":"${one.block}"`)),
    );
    if (found?.times !== undefined) found.times -= 1;
    return found?.error;
  }

  /** Milliseconds by which this answer comes late. */
  delay(): number {
    const { slow } = this.settings;
    if (slow === undefined) return 0;
    if (typeof slow === 'number') return slow;
    return this.chance(slow.share) ? slow.ms : 0;
  }

  close(): void {
    clearInterval(this.disconnecting);
  }

  private chance(of: number | undefined): boolean {
    return of !== undefined && of > 0 && this.random() < of;
  }
}
