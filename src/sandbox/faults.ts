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
});

export type FaultSettings = z.infer<typeof faultsSchema>;

export type CallFault = 'drop' | 'fail-after' | 'fail-before' | 'limit';

export class Faults {
  private settings: FaultSettings = {};
  private random: () => number;
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
