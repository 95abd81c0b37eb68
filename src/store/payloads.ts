import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';

/** What Slack delivered, as it is written down before it is acknowledged. */
export type Payload = {
  readonly key: string;
  readonly workspaceId: string;
  readonly kind: string;
  readonly body: object;
};

export function payloadsIn(database: Database) {
  return {
    /** They were answered and are not taken again; their bodies are let go. Where this is lost, they are answered twice. */
    async finish(keys: readonly string[]): Promise<void> {
      await database.$executeRaw`
        UPDATE payload SET "doneAt" = now(), body = NULL
        FROM (SELECT set_config('synchronous_commit', 'off', true)) lazily
        WHERE key = ANY(${[...keys]}::text[])`;
    },

    /** Takes up to `limit` payloads whose work was begun before `staleSeconds` ago and never ended: their process died. */
    async takeAbandoned(
      staleSeconds: number,
      limit: number,
    ): Promise<readonly (Payload & { receivedAt: Instant; tries: number })[]> {
      const rows = await database.$queryRaw<
        { key: string; workspaceId: string; kind: string; body: object; receivedAt: Date; tries: number }[]
      >`
        UPDATE payload SET "takenAt" = now(), tries = tries + 1
        WHERE key IN (
          SELECT key FROM payload
          WHERE "doneAt" IS NULL AND body IS NOT NULL AND "takenAt" < now() - make_interval(secs => ${staleSeconds}) AND tries < 5
          ORDER BY "receivedAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING key, "workspaceId", kind, body, "receivedAt", tries`;
      return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.getTime() }));
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
     * Forgets what was done with more than `days` ago (Slack redelivers within hours), and what failed at every try and is
     * older than `failedDays`: until then its text can be found by the reference number that its person was told.
     */
    async forget(days: number, failedDays: number): Promise<void> {
      await database.$executeRaw`
        DELETE FROM payload WHERE "doneAt" < now() - make_interval(days => ${days})
          OR ("doneAt" IS NULL AND "receivedAt" < now() - make_interval(days => ${failedDays}))`;
    },
  };
}
