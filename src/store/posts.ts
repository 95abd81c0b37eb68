import type { Instant } from '../domain/day.js';
import type { Message } from '../message.js';
import type { Database } from './database.js';
import { sendingIn } from './post-sending.js';
import { type NewPost, writtenPosts } from './written-posts.js';

export type { NewPost } from './written-posts.js';

/** For whom it is said, and when: a feature's context, as it is. */
export type NoticeFrom = {
  readonly program: { readonly id: number | null; readonly workspaceId: string };
  readonly now: Instant;
};

/** What is to be said. A dedupe key has one post. */
export type Notice = {
  /** A channel, or a person's Slack id for their direct messages. */
  readonly to: string;
  readonly dedupeKey: string;
  readonly message: Message;
  /** The id of the post in whose thread it belongs; where it is not in Slack yet, this waits for it. */
  readonly under?: number | null;
  /** The message in whose thread it belongs, where that is none of ours. */
  readonly threadTs?: string | null;
};

export function postsIn(database: Database) {
  return {
    ...sendingIn(database),

    /**
     * Writes posts down, or, where a dedupe key has one already, changes what it should say. Answers their ids by dedupe key.
     * One that Slack refused is tried again once it has something new to say, or to have said in its thread: a channel may be
     * written to again by then, and what waits for its thread would wait for ever.
     * Their channels must be delivered (tx.deliver) in the same transaction.
     */
    async writeAll(posts: readonly NewPost[]): Promise<ReadonlyMap<string, number>> {
      if (posts.length === 0) return new Map();
      const rows = await database.$queryRaw<{ id: number; dedupeKey: string }[]>`
        WITH ${writtenPosts(posts)}
        SELECT id, "dedupeKey" FROM written
        UNION SELECT had.id, had.subject FROM wanted w CROSS JOIN LATERAL (
          SELECT id, subject FROM post WHERE "workspaceId" = w."workspaceId" AND subject = w."dedupeKey" LIMIT 1) had`;
      return new Map(rows.map((row) => [row.dedupeKey, row.id]));
    },

    /** What is to be said, written down; answers ids by dedupe key. Use Transaction.notify, which has it sent. */
    notify({ program, now }: NoticeFrom, notices: readonly Notice[]): Promise<ReadonlyMap<string, number>> {
      return this.writeAll(
        notices.map(({ to, dedupeKey, message, under = null, threadTs = null }) => ({
          workspaceId: program.workspaceId,
          programId: program.id,
          channelId: to,
          dedupeKey,
          parentId: under,
          threadTs,
          body: message,
          at: now,
        })),
      );
    },

    /** One of them; answers its id. */
    async write(post: NewPost): Promise<number> {
      const id = (await this.writeAll([post])).get(post.dedupeKey);
      if (id === undefined) throw new Error(`the post about ${post.dedupeKey} was not written`);
      return id;
    },

    /** The ids of the posts of dedupe keys; those that have none are left out. */
    async idsOf(workspaceId: string, dedupeKeys: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const rows = await database.$queryRaw<{ id: number; dedupeKey: string }[]>`
        SELECT id, subject AS "dedupeKey" FROM post WHERE "workspaceId" = ${workspaceId} AND subject = ANY(${[...dedupeKeys]}::text[])`;
      return new Map(rows.map((row) => [row.dedupeKey, row.id]));
    },

    /** Holds dedupe keys until the transaction ends: who wants one of them meanwhile waits, and then sees its post. */
    async hold(workspaceId: string, dedupeKeys: readonly string[]): Promise<void> {
      const names = dedupeKeys.map((key) => `${workspaceId} ${key}`);
      await database.$queryRaw`
        SELECT pg_advisory_xact_lock(hashtextextended(name, 0))::text
        FROM (SELECT name FROM unnest(${names}::text[]) AS name ORDER BY name) AS sorted`;
    },

    /** Where the posts of dedupe keys are; those that have none are left out. */
    async addressesOf(workspaceId: string, dedupeKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const rows = await database.$queryRaw<{ channelId: string; dedupeKey: string }[]>`
        SELECT "channelId", subject AS "dedupeKey" FROM post WHERE "workspaceId" = ${workspaceId} AND subject = ANY(${[...dedupeKeys]}::text[])`;
      return new Map(rows.map((row) => [row.dedupeKey, row.channelId]));
    },

    /** The dedupe keys that begin so. */
    async startingWith(workspaceId: string, beginning: string): Promise<readonly string[]> {
      const rows = await database.post.findMany({
        where: { workspaceId, dedupeKey: { startsWith: beginning } },
        select: { dedupeKey: true },
      });
      return rows.map((row) => row.dedupeKey);
    },

    /** The post of a dedupe key, or null. */
    async byDedupeKey(
      workspaceId: string,
      dedupeKey: string,
    ): Promise<{ id: number; channelId: string; ts: string | null } | null> {
      return database.post.findUnique({
        where: { workspaceId_dedupeKey: { workspaceId, dedupeKey } },
        select: { id: true, channelId: true, ts: true },
      });
    },

    /** By channel, its first post since a moment that stands for itself and whose dedupe key begins in one of these ways. */
    async firstsSince(
      channelIds: readonly string[],
      beginnings: readonly string[],
      since: Instant,
    ): Promise<ReadonlyMap<string, number>> {
      if (channelIds.length === 0) return new Map();
      const rows = await database.post.groupBy({
        by: ['channelId'],
        where: {
          channelId: { in: [...channelIds] },
          parentId: null,
          OR: beginnings.map((beginning) => ({ dedupeKey: { startsWith: beginning } })),
          createdAt: { gte: new Date(since) },
        },
        _min: { id: true },
      });
      return new Map(rows.flatMap(({ channelId, _min: { id } }) => (id === null ? [] : [[channelId, id] as const])));
    },

    /** The dedupe key of the message at `ts`, or null where it is not ours. */
    async dedupeKeyAt(channelId: string, ts: string): Promise<string | null> {
      const row = await database.post.findFirst({ where: { channelId, ts }, select: { dedupeKey: true } });
      return row?.dedupeKey ?? null;
    },
  };
}
