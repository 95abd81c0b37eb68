import { setTimeout as sleep } from 'node:timers/promises';
import { batched } from './batch.js';
import type { Payload } from './payloads.js';

/** `receivedAt`: by the machine's clock, ms. `waits`: it is not begun at once, and whoever has room takes it (payloads.takeWaiting). */
export type Arriving = Payload & { readonly receivedAt: number; readonly waits?: boolean };

type Query = (text: string, values: unknown[]) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>;

const ENTER = `
  INSERT INTO payload (key, "workspaceId", kind, body, "receivedAt", "takenAt", tries)
  SELECT p.key, p."workspaceId", p.kind, p.body, to_timestamp(p."receivedAt" / 1000.0), now(), CASE WHEN p.waits THEN 0 ELSE 1 END
  FROM jsonb_to_recordset($1::jsonb) AS p(key text, "workspaceId" text, kind text, body jsonb, "receivedAt" float8, waits boolean)
  ON CONFLICT (key) DO NOTHING
  RETURNING key`;

/** Enters payloads into the store, what comes at once in one statement. Answers whether it is new: false where it had arrived before. */
export const openEntering = (query: Query): ((payload: Arriving) => Promise<boolean>) =>
  batched(async (payloads) => {
    const { rows } = await query(ENTER, [JSON.stringify(payloads)]);
    const fresh = new Set(rows.map(({ key }) => key));
    // The same payload twice in one batch is new once.
    return payloads.map((payload) => fresh.delete(payload.key));
  });

/** How long after a fault of the store what is on the disk already is entered again. */
const ENTER_AGAIN_MS = 1_000;

/** Enters what was acknowledged by now: now or later, or (where the store is lost to this process) the next start finds it. */
export function enteringSurely(enter: (payload: Arriving) => Promise<boolean>, lost: () => boolean) {
  async function surely(payload: Arriving): Promise<boolean> {
    for (;;) {
      try {
        return await enter(payload);
      } catch (error) {
        if (lost()) throw error;
        await sleep(ENTER_AGAIN_MS);
      }
    }
  }
  return (payloads: readonly Arriving[]): Promise<readonly boolean[]> => Promise.all(payloads.map(surely));
}
