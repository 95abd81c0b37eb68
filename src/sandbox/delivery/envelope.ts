export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

/** One payload on its way to the bot. */
export interface Envelope {
  id: string;
  type: EnvelopeType;
  payload: Record<string, unknown>;
  /** Slack reads an answer out of the acknowledgement. */
  acceptsPayload: boolean;
  retry: { attempt: number; reason: RetryReason } | undefined;
}

export type RetryReason = 'timeout' | 'connection_failed' | 'http_error';

/** How a delivery ended, and after how many milliseconds. */
export type Acknowledgement =
  | { ok: true; ms: number; payload: Record<string, unknown> }
  | { ok: false; ms: number; reason: RetryReason };

/** Brings an envelope to the bot, once (or twice, when a fault says so). */
export interface Transport {
  deliver(envelope: Envelope, twice: boolean): Promise<Acknowledgement>;
  /** False when it is certain that nobody listens. */
  readonly listening: boolean;
  readonly overHttp: boolean;
}
