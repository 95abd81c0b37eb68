import { randomUUID } from 'node:crypto';
import type { Agenda } from '../agenda.js';
import type { Clock } from '../clock.js';
import type { Faults } from '../faults.js';
import type { Acknowledgement, Envelope, EnvelopeType, RetryReason, Transport } from './envelope.js';

const RETRY_AFTER_MS = [0, 60_000, 300_000] as const;

/** Sends payloads to the bot: commands and interactions once, events again until they are acknowledged, as Slack does. */
export class Delivery {
  private readonly open = new Set<Promise<Acknowledgement>>();

  constructor(
    private readonly transport: Transport,
    private readonly faults: Faults,
    private readonly clock: Clock,
    private readonly agenda: Agenda,
    /** Told at each acknowledgement: the bot's own calls are about to follow. */
    private readonly stirred: () => void,
  ) {}

  /** Envelopes that wait for their acknowledgement. */
  get waiting(): number {
    return this.open.size;
  }

  /** Payloads go to addresses that the manifest names. */
  get overHttp(): boolean {
    return this.transport.overHttp;
  }

  get listening(): boolean {
    return this.transport.listening;
  }

  /** Resolves once every envelope that is open now has been acknowledged or given up; later ones are not waited for. */
  async quiet(): Promise<void> {
    await Promise.all(this.open);
  }

  /** A command, press, form or suggestion: the person waits, and it is not sent again. */
  ask(type: Exclude<EnvelopeType, 'events_api'>, payload: Record<string, unknown>): Promise<Acknowledgement> {
    return this.send({ id: randomUUID(), type, payload, acceptsPayload: true, retry: undefined });
  }

  /** An event. Answers the first attempt's outcome; when it failed, the next attempts follow at once, after a minute and after five. */
  tell(payload: Record<string, unknown>): Promise<Acknowledgement> {
    return this.attempt(payload, 0, undefined);
  }

  private async attempt(
    payload: Record<string, unknown>,
    attempt: number,
    reason: RetryReason | undefined,
  ): Promise<Acknowledgement> {
    const retry = reason === undefined ? undefined : { attempt, reason };
    const ack = await this.send({ id: randomUUID(), type: 'events_api', payload, acceptsPayload: false, retry });
    const wait = RETRY_AFTER_MS[attempt];
    if (ack.ok || wait === undefined) return ack;
    if (wait === 0) void this.attempt(payload, attempt + 1, ack.reason);
    else this.agenda.add(this.clock.now() + wait, () => void this.attempt(payload, attempt + 1, ack.reason));
    return ack;
  }

  private async send(envelope: Envelope): Promise<Acknowledgement> {
    const sent = this.transport.deliver(envelope, this.faults.duplicates());
    this.open.add(sent);
    try {
      return await sent;
    } finally {
      this.open.delete(sent);
      this.stirred();
    }
  }
}
