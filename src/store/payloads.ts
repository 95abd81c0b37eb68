import type { Database } from './database.js';

/** What Slack delivered, as it is written down before it is acknowledged. */
export type Payload = {
  readonly key: string;
  readonly workspaceId: string;
  readonly kind: string;
  readonly body: object;
};

/** A store that comes and goes meets many tries with a fault that is none of theirs; half an hour of them is enough. */
export const MOST_TRIES = 40;

/** What is to be worked; `tries`: how often that was begun, this time included. */
export type OpenPayload = Pick<Payload, 'key' | 'body'> & { readonly receivedAt: Date; readonly tries: number };

const inOrder = (rows: readonly OpenPayload[]): readonly OpenPayload[] =>
  [...rows].sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());

export function payloadsIn(database: Database) {
  return {
    /** They were answered and are not taken again; their bodies are let go. Where this is lost, they are answered twice. */
    async finish(keys: readonly string[]): Promise<void> {
      await database.$executeRaw`
        UPDATE payload SET "doneAt" = now(), body = NULL
        FROM (SELECT set_config('synchronous_commit', 'off', true)) lazily
        WHERE key = ANY(${[...keys]}::text[])`;
    },

    /** Whether it was answered. */
    async isDone(key: string): Promise<boolean> {
      return (await database.payload.count({ where: { key, doneAt: { not: null } } })) > 0;
    },

    /** Takes up to `most` of those that were written down and not begun, in the order of their arrival. */
    async takeWaiting(most: number): Promise<readonly OpenPayload[]> {
      return inOrder(
        await database.$queryRaw<OpenPayload[]>`
        UPDATE payload SET "takenAt" = now(), tries = 1
        WHERE key IN (
          SELECT key FROM payload WHERE "doneAt" IS NULL AND body IS NOT NULL AND tries = 0
          ORDER BY "takenAt" LIMIT ${most} FOR UPDATE SKIP LOCKED)
        RETURNING key, body, "receivedAt", tries`,
      );
    },

    /**
     * Takes up to `most` payloads of which no process said for `staleSeconds` that it has them (renew), and that never ended: their
     * process died. Those of `except` are being worked here.
     */
    async takeAbandoned(
      staleSeconds: number,
      most: number,
      except: readonly string[],
    ): Promise<readonly OpenPayload[]> {
      return inOrder(
        await database.$queryRaw<OpenPayload[]>`
        UPDATE payload SET "takenAt" = now(), tries = tries + 1
        WHERE key IN (
          SELECT key FROM payload
          WHERE "doneAt" IS NULL AND body IS NOT NULL AND tries < ${MOST_TRIES} AND key <> ALL(${[...except]}::text[])
            AND "takenAt" < now() - make_interval(secs => ${staleSeconds})
          ORDER BY "takenAt" LIMIT ${most} FOR UPDATE SKIP LOCKED)
        RETURNING key, body, "receivedAt", tries`,
      );
    },

    /** Takes those that met a fault here, at their last try, once more: where nobody took them since, and not too often. */
    async takeAgain(failed: readonly Pick<OpenPayload, 'key' | 'tries'>[]): Promise<readonly OpenPayload[]> {
      return inOrder(
        await database.$queryRaw<OpenPayload[]>`
        UPDATE payload SET "takenAt" = now(), tries = payload.tries + 1
        FROM unnest(${failed.map(({ key }) => key)}::text[], ${failed.map(({ tries }) => tries)}::int[]) AS own(key, tries)
        WHERE payload.key = own.key AND payload.tries = own.tries AND payload.tries < ${MOST_TRIES}
          AND "doneAt" IS NULL AND body IS NOT NULL
        RETURNING payload.key, body, "receivedAt", payload.tries`,
      );
    },

    /** They are still being worked, or wait for their next try. */
    async renew(keys: readonly string[]): Promise<void> {
      await database.$executeRaw`
        UPDATE payload SET "takenAt" = now()
        FROM (SELECT set_config('synchronous_commit', 'off', true)) lazily
        WHERE key = ANY(${[...keys]}::text[]) AND "doneAt" IS NULL`;
    },

    /** Keeps a body that was worked in vain, so that its person can take it up again; it is forgotten like what was done. */
    async keep({ key, workspaceId, kind, body }: Payload): Promise<void> {
      await database.payload.createMany({
        data: [{ key, workspaceId, kind, body, receivedAt: new Date(), doneAt: new Date() }],
        skipDuplicates: true,
      });
    },

    /** What was kept under a key; null where it is forgotten, or another workspace's. */
    async kept(workspaceId: string, key: string): Promise<unknown> {
      return (await database.payload.findFirst({ where: { key, workspaceId, kind: 'kept' } }))?.body ?? null;
    },

    /**
     * Forgets what was done with more than `days` ago (Slack redelivers within hours), and what failed at every try, the last
     * more than `failedDays` ago: until then its text can be found by the reference number that its person was told. By the
     * database's clock alone; the program's may show another year (a rehearsal).
     */
    async forget(days: number, failedDays: number): Promise<void> {
      await database.$executeRaw`
        DELETE FROM payload WHERE "doneAt" < now() - make_interval(days => ${days})
          OR ("doneAt" IS NULL AND "takenAt" < now() - make_interval(days => ${failedDays}))`;
    },
  };
}
