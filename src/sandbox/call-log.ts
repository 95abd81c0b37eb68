/** One Web API call as the control face reports it. */
export interface Call {
  seq: number;
  /** ISO instant of the sandbox's clock. */
  time: string;
  epochMs: number;
  method: string;
  channel: string | null;
  /** `ok`, or Slack's error, `http_500`, `dropped` … */
  outcome: string;
  /** HTTP status; 0 when the connection was broken. */
  status: number;
  ms: number;
}

const KEPT = 200_000;

/** The last 200,000 calls, in a ring. */
export class CallLog {
  private readonly ring: Call[] = [];
  private count = 0;
  /** Calls in work, and the real time (performance.now) at which the last one began or ended. */
  working = 0;
  lastActivity = 0;

  /** Something is going on with the bot. */
  stir(): void {
    this.lastActivity = performance.now();
  }

  add(call: Omit<Call, 'seq'>): void {
    this.count += 1;
    this.ring[(this.count - 1) % KEPT] = { seq: this.count, ...call };
  }

  /** @param since a call's seq, or an instant of the sandbox's clock (ISO or epoch milliseconds). Later calls only. */
  since(since: string | null): Call[] {
    const number = since === null || since === '' ? 0 : /^\d+$/.test(since) ? Number(since) : Date.parse(since);
    const bySeq = Number.isNaN(number) || number < 1_000_000_000;
    const calls: Call[] = [];
    for (let seq = this.count; seq > Math.max(0, this.count - KEPT); seq -= 1) {
      const call = this.ring[(seq - 1) % KEPT];
      if (!call || (bySeq ? call.seq <= (number || 0) : call.epochMs <= number)) break;
      calls.push(call);
    }
    return calls.reverse();
  }
}
