import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Arriving, openEntering } from './entering.js';
import type { IntakeHome } from './home/intake-home.js';
import { openJournal } from './home/journal.js';
import { stillOwner } from './home/lock.js';
import { CONNECT_TIMEOUT_MS, connectionTo, openPool, type Warns } from './home/server-connection.js';

/** What was written down. `fresh`: whether it is new; false where it had arrived before. */
export type Received = { readonly fresh: Promise<boolean> };

/** What the intake asks of the store, which lives in another thread. */
export type StoreOfIntake = {
  /** Enters it, and rejects where that fails. */
  readonly enter: (payload: Arriving) => Promise<boolean>;
  /** Enters what is on the disk already, now or later; rejects where the store is lost to this process. Answers each in order. */
  readonly enterSurely: (payloads: readonly Arriving[]) => Promise<readonly boolean[]>;
  readonly checkpoint: () => Promise<void>;
  /** Something was entered that waits for whoever has room. */
  readonly waits: () => void;
};

/** `receive` rejects where it could not be written down: then it must not be acknowledged. */
export type Intake = {
  readonly receive: (payload: Arriving) => Promise<Received>;
  readonly close: () => Promise<void>;
};

/**
 * Writes payloads down so that they may be acknowledged, without waiting for the work that the store does: on a server over a
 * connection of its own, beside the embedded store in a journal that has a flush of its own. What the journal holds is entered
 * into the store behind that, and worked then.
 */
export function openIntake(home: IntakeHome, store: StoreOfIntake, log: Warns): Promise<Intake> {
  switch (home.kind) {
    case 'server':
      return Promise.resolve(onServer(home.databaseUrl, log));
    case 'folder':
      return inJournal(home, store);
    case 'memory':
      return Promise.resolve({
        receive: async (payload) => ({ fresh: Promise.resolve(await store.enter(payload)) }),
        close: () => Promise.resolve(),
      });
  }
}

/** Slack waits 3 s. */
const PATIENCE_MS = 1_800;
const TRY_AGAIN_MS = 100;

function onServer(databaseUrl: string, log: Warns): Intake {
  const pool = openPool({ ...connectionTo(databaseUrl), max: 1, statement_timeout: CONNECT_TIMEOUT_MS }, log);
  const enter = openEntering((text, values) => pool.query({ name: 'enter', text, values }));

  /**
   * A connection that was lost is made anew within Slack's patience. Where the first try had arrived after all, the next one
   * finds nothing new: then it is worked as abandoned, in some seconds.
   */
  async function receive(payload: Arriving): Promise<Received> {
    for (const began = performance.now(); ; ) {
      try {
        return { fresh: Promise.resolve(await enter(payload)) };
      } catch (error) {
        if (performance.now() - began > PATIENCE_MS) throw error;
        await sleep(TRY_AGAIN_MS);
      }
    }
  }
  return { receive, close: () => pool.end() };
}

const lineShape = z.object({
  key: z.string(),
  workspaceId: z.string(),
  kind: z.string(),
  body: z.looseObject({}),
  // Lines of an older program have none.
  receivedAt: z.number().default(() => Date.now()),
});

async function inJournal(
  { folder, owner }: Extract<IntakeHome, { kind: 'folder' }>,
  { enterSurely, checkpoint, waits }: StoreOfIntake,
): Promise<Intake> {
  const journal = await openJournal(folder, checkpoint, () => {}, stillOwner(folder, owner));
  const left = (await journal.leftOver()).map((line) => lineShape.parse(JSON.parse(line)));
  const earlier = enterLeftOver();

  /** What comes meanwhile is entered behind it. Where the store is lost to this process, the next start finds both. */
  async function enterLeftOver(): Promise<void> {
    if (left.length === 0) return journal.forgetLeftOver();
    try {
      await enterSurely(left.map((payload) => ({ ...payload, waits: true })));
    } catch {
      return;
    }
    waits();
    await journal.forgetLeftOver();
  }

  return {
    async receive(payload) {
      const line = await journal.write(JSON.stringify(payload));
      const fresh = enterSurely([payload]).then(([isNew = false]) => isNew);
      fresh.then(line.entered, () => {});
      return { fresh };
    },
    async close() {
      await earlier;
      await journal.close();
    },
  };
}
