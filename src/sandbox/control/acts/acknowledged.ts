import type { Acknowledgement } from '../../delivery/envelope.js';
import type { Sent } from '../../posting.js';

/** The first event's acknowledgement; Slack shows people nothing when an event goes astray. */
export async function acknowledged(sent: Sent): Promise<number | null> {
  const acks = await Promise.all(sent.filter((one) => one !== undefined));
  const good = acks.filter((ack): ack is Extract<Acknowledgement, { ok: true }> => ack.ok);
  return acks.length > 0 && good.length === acks.length ? Math.max(...good.map((ack) => ack.ms)) : null;
}
