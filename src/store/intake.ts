import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Instant } from '../domain/day.js';
import { batched } from './batch.js';
import type { Store as OpenStore } from './home/open.js';
import type { Payload } from './payloads.js';

/** What was written down. `fresh`: whether it is new; false where it had arrived before. */
export type Received = { readonly fresh: Promise<boolean> };

/** `waits`: it is not begun at once, and whoever has room takes it (payloads.takeWaiting). */
export type Arriving = Payload & { readonly waits?: boolean };

const RECEIVE = `
  INSERT INTO payload (key, "workspaceId", kind, body, "receivedAt", "takenAt", tries)
  SELECT p.key, p."workspaceId", p.kind, p.body, $2::timestamptz, now(), CASE WHEN p.waits THEN 0 ELSE 1 END
  FROM jsonb_to_recordset($1::jsonb) AS p(key text, "workspaceId" text, kind text, body jsonb, waits boolean)
  ON CONFLICT (key) DO NOTHING
  RETURNING key`;

const payloadShape = z.object({ key: z.string(), workspaceId: z.string(), kind: z.string(), body: z.looseObject({}) });

/** Slack waits 3 s. */
const PATIENCE_MS = 1_800;
const TRY_AGAIN_MS = 100;

/** How long after a fault of the store what is on the disk already is entered again. */
const ENTER_AGAIN_MS = 1_000;

/**
 * Writes payloads down so that they may be acknowledged, without waiting for the work that the store does: on a server over a
 * connection of its own, beside the embedded store in a journal that has a flush of its own. What the journal holds is entered
 * into the store behind that, and worked then.
 */
export async function openIntake(opened: OpenStore, now: () => Instant) {
  const journal = await opened.openJournal();

  const enter = batched<Arriving, boolean>(async (payloads) => {
    const values = [JSON.stringify(payloads), new Date(now()).toISOString()];
    const { rows } = await opened.receiveSql(RECEIVE, values);
    const fresh = new Set(rows.map((row) => row.key));
    // The same payload twice in one batch is new once.
    return payloads.map((payload) => fresh.delete(payload.key));
  });

  /**
   * A connection that was lost is made anew within Slack's patience. Where the first try had arrived after all, the next one
   * finds nothing new: then it is worked as abandoned, in some seconds.
   */
  async function enterPatiently(payload: Arriving): Promise<boolean> {
    for (const began = performance.now(); ; ) {
      try {
        return await enter(payload);
      } catch (error) {
        if (performance.now() - began > PATIENCE_MS) throw error;
        await sleep(TRY_AGAIN_MS);
      }
    }
  }

  /** It is acknowledged by now: it goes into the store, now or later, or the next start finds it in the journal. */
  async function enterSurely(payload: Arriving): Promise<boolean> {
    for (;;) {
      try {
        return await enter(payload);
      } catch (error) {
        if (opened.lost()) throw error;
        await sleep(ENTER_AGAIN_MS);
      }
    }
  }

  if (journal) {
    const left = (await journal.leftOver()).map((line) => payloadShape.parse(JSON.parse(line)));
    await Promise.all(left.map(enterSurely));
    await journal.forgetLeftOver();
  }

  return {
    /** Rejects where it could not be written down: then it must not be acknowledged. */
    async receive(payload: Arriving): Promise<Received> {
      if (!journal) {
        const fresh = await enterPatiently(payload);
        return { fresh: Promise.resolve(fresh) };
      }
      const line = await journal.write(JSON.stringify(payload));
      const fresh = enterSurely(payload);
      fresh.then(line.entered, () => {});
      return { fresh };
    },

    close: async (): Promise<void> => journal?.close(),
  };
}

export type Intake = Awaited<ReturnType<typeof openIntake>>;
