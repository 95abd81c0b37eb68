import { createHmac } from 'node:crypto';
import { LIMITS } from '../limits.js';
import type { Acknowledgement, Envelope, Transport } from './envelope.js';

/** HTTP delivery: the same payloads to a request address, signed as Slack signs them (v0). */
export class HttpDelivery implements Transport {
  private verified: Promise<boolean> | undefined;

  /** @param seconds the wall's seconds: a receiver compares the signature's time with its own clock. */
  constructor(
    private readonly requestUrl: string,
    private readonly signingSecret: string,
    private readonly verificationToken: string,
    private readonly seconds: () => number,
  ) {}

  readonly listening = true;
  readonly overHttp = true;

  async deliver(envelope: Envelope, twice: boolean): Promise<Acknowledgement> {
    if (envelope.type === 'events_api' && !(await this.verify()))
      return { ok: false, ms: 0, reason: 'connection_failed' };
    const { body, type } = encode(envelope);
    const headers: Record<string, string> = {};
    if (envelope.retry) {
      headers['X-Slack-Retry-Num'] = String(envelope.retry.attempt);
      headers['X-Slack-Retry-Reason'] = envelope.retry.reason === 'timeout' ? 'http_timeout' : envelope.retry.reason;
    }
    const first = this.post(body, type, headers);
    if (twice) void this.post(body, type, headers);
    return first;
  }

  /** Slack's check of a request address: it must answer the challenge. Kept once it has succeeded. */
  async verify(): Promise<boolean> {
    this.verified ??= this.challenge();
    const good = await this.verified;
    if (!good) this.verified = undefined;
    return good;
  }

  private async challenge(): Promise<boolean> {
    const challenge = createHmac('sha256', this.signingSecret).update('challenge').digest('hex');
    const body = JSON.stringify({ token: this.verificationToken, challenge, type: 'url_verification' });
    const ack = await this.post(body, 'application/json', {});
    return ack.ok && (ack.payload.challenge === challenge || ack.payload.text === challenge);
  }

  private async post(body: string, type: string, extra: Record<string, string>): Promise<Acknowledgement> {
    const timestamp = String(this.seconds());
    const signature = createHmac('sha256', this.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const since = performance.now();
    try {
      const response = await fetch(this.requestUrl, {
        method: 'POST',
        headers: {
          'Content-Type': type,
          'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'X-Slack-Request-Timestamp': timestamp,
          'X-Slack-Signature': `v0=${signature}`,
          ...extra,
        },
        body,
        signal: AbortSignal.timeout(LIMITS.acknowledgeMs.limit),
      });
      const text = await response.text();
      const ms = performance.now() - since;
      if (!response.ok) return { ok: false, ms, reason: 'http_error' };
      return { ok: true, ms, payload: decode(text) };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, ms: performance.now() - since, reason: late ? 'timeout' : 'connection_failed' };
    }
  }
}

/** Events come as JSON; commands as a form; interactions as a form with one field. */
function encode(envelope: Envelope): { body: string; type: string } {
  if (envelope.type === 'events_api') return { body: JSON.stringify(envelope.payload), type: 'application/json' };
  const form = new URLSearchParams();
  if (envelope.type === 'interactive') form.set('payload', JSON.stringify(envelope.payload));
  else for (const [key, value] of Object.entries(envelope.payload)) form.set(key, String(value));
  return { body: form.toString(), type: 'application/x-www-form-urlencoded' };
}

function decode(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // A plain text is a message to show.
  }
  return { text };
}
