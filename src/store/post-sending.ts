import type { Instant } from '../domain/day.js';
import type { Message } from '../message.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A post that was taken for sending: a new message when `ts` is null, else an edit of that message. */
export type TakenPost = {
  readonly id: number;
  readonly workspaceId: string;
  readonly programId: number | null;
  readonly channelId: string;
  readonly dedupeKey: string;
  readonly body: Message;
  readonly version: number;
  readonly ts: string | null;
  /** The message in whose thread it belongs. */
  readonly thread: string | null;
  /** How often it was tried before: more than 0 means that it may have arrived. */
  readonly tries: number;
  /** Whether more waited for the channel when it was taken. */
  readonly more: boolean;
  /** When Slack's rate lets its channel have it, counted over all processes; of an edit, which has no such rate, null. */
  readonly turnAt: Instant | null;
  readonly createdAt: Instant;
};

/**
 * How long after its sender's last sign of life (posts.renew) a post is taken by another. Longer, and a killed process keeps
 * its channels silent; shorter than Slack takes to show a message, and one that arrived is not found and sent twice.
 */
const LEASE_SECONDS = 6;

/** Of the 50 edits that Slack takes of a workspace in a minute, as many go to what nobody waits for. */
const PATIENT_A_MINUTE = 20;

/** How what was written down leaves for Slack: taken by one sender, and put down as sent, refused or doubtful. */
export function sendingIn(database: Database) {
  return {
    /**
     * Takes the next post of a channel for sending. A unique index lets one post a channel be in sending, whoever
     * runs; one whose sender died is taken again after its lease. Replies wait until their parent has been posted.
     * With it a new message takes its channel's next turn: one a second, after a burst. The conditions are those of the index
     * `post_waiting`, and its order: a range of one channel and the order by channel and id leave the planner no other way to the
     * first. Of an equal channel it knows the order by id alone, for which it may go through all posts that ever were; of
     * plainer conditions than CASE it guesses that hardly any row meets them, and sorts all that waits in the channel.
     */
    async take(channelId: string, { now, burst }: Turn): Promise<TakenPost | null> {
      const at = new Date(now);
      const rows = await database.$queryRaw<TakenRow[]>`
        WITH left_over AS (
          SELECT id FROM post
          WHERE "channelId" = ${channelId} AND standing = 'sending' AND "sendingSince" < now() - make_interval(secs => ${LEASE_SECONDS})
          FOR UPDATE SKIP LOCKED
        ), first AS (
          SELECT p.id FROM post p
          WHERE p."channelId" BETWEEN ${channelId} AND ${channelId}
            AND (p.standing IN ('waiting', 'sending') OR p."sentVersion" < p.version)
            AND CASE p.standing WHEN 'waiting' THEN true WHEN 'posted' THEN NOT p.patient ELSE false END
            AND CASE WHEN p."parentId" IS NULL THEN true
                     ELSE (SELECT parent.ts IS NOT NULL FROM post parent WHERE parent.id = p."parentId") END
            AND NOT EXISTS (SELECT 1 FROM post busy WHERE busy."channelId" = ${channelId} AND busy.standing = 'sending')
          ORDER BY p."channelId", p.id LIMIT 1
          FOR UPDATE OF p SKIP LOCKED
        ), taken AS (
        UPDATE post SET standing = 'sending', "sendingSince" = now(), tries = post.tries + 1
        FROM (SELECT id FROM left_over UNION ALL SELECT id FROM first) next WHERE post.id = next.id
        RETURNING post.id, post."workspaceId", post."programId", post."channelId", post.subject AS "dedupeKey", post.body, post.version,
                  post.ts, coalesce((SELECT parent.ts FROM post parent WHERE parent.id = post."parentId"), post."threadTs") AS thread,
                  post.tries - 1 AS tries, post."createdAt",
                  (SELECT true FROM post other WHERE other."channelId" BETWEEN ${channelId} AND ${channelId} AND other.id <> post.id
                   AND (other.standing IN ('waiting', 'sending') OR other."sentVersion" < other.version)
                   AND CASE other.standing WHEN 'posted' THEN NOT other.patient WHEN 'failed' THEN false ELSE true END
                   ORDER BY other."channelId", other.id LIMIT 1) IS NOT NULL AS more
        ), paced AS (
          INSERT INTO pace ("channelId", "freeAt")
          SELECT "channelId", ${at}::timestamptz + interval '1 second' FROM taken WHERE ts IS NULL
          ON CONFLICT ("channelId") DO UPDATE SET "freeAt" = interval '1 second' + greatest(${at}::timestamptz,
            least(pace."freeAt", ${at}::timestamptz + make_interval(secs => ${burst})))
          RETURNING "freeAt"
        )
        SELECT taken.*, (SELECT "freeAt" - make_interval(secs => ${burst}) FROM paced) AS "turnAt" FROM taken`.catch(
        (error: unknown) => {
          // Another replica took one at the same moment: it goes on with the channel.
          if (isTaken(error)) return [];
          throw error;
        },
      );
      const row = rows[0];
      if (!row) return null;
      return { ...row, createdAt: row.createdAt.getTime(), turnAt: row.turnAt?.getTime() ?? null };
    },

    /** The sender is alive. Answers those that are still its own: the others were taken by another process meanwhile. */
    async renew(taken: readonly Pick<TakenPost, 'id' | 'tries'>[]): Promise<ReadonlySet<number>> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        UPDATE post SET "sendingSince" = now()
        FROM (SELECT set_config('synchronous_commit', 'off', true)) lazily,
          unnest(${taken.map(({ id }) => id)}::int[], ${taken.map(({ tries }) => tries + 1)}::int[]) AS own(id, tries)
        WHERE post.id = own.id AND post.tries = own.tries AND post.standing = 'sending'
        RETURNING post.id`;
      return new Set(rows.map((row) => row.id));
    },

    /*
     * What follows the sending does not wait for the disk: where it is lost, the post counts as being sent, and is looked
     * for before it is sent again.
     */

    /** It stands in Slack as `ts`, saying `version`. */
    async posted(id: number, ts: string, version: number): Promise<void> {
      await database.$executeRaw`
        UPDATE post SET standing = 'posted', ts = ${ts}, "sentVersion" = ${version}, tries = 0, "sendingSince" = NULL, failure = NULL
        FROM (SELECT set_config('synchronous_commit', 'off', true)) lazily WHERE id = ${id}`;
    },

    /** What it says is sent once more, with the picture that was not there when it was sent. */
    async sendAgain(id: number): Promise<void> {
      await database.$executeRaw`UPDATE post SET version = version + 1 WHERE id = ${id} AND standing = 'posted'`;
    },

    /** Slack refused it before anything happened (a rate limit): it waits again, and was not tried. */
    async release(id: number): Promise<void> {
      await database.$executeRaw`
        UPDATE post SET standing = CASE WHEN ts IS NULL THEN 'waiting' ELSE 'posted' END, tries = greatest(tries - 1, 0), "sendingSince" = NULL
        FROM (SELECT set_config('synchronous_commit', 'off', true)) lazily WHERE id = ${id}`;
    },

    /** The answer was lost: it may have arrived. The next to take it looks first. */
    async uncertain(id: number): Promise<void> {
      await database.$executeRaw`
        UPDATE post SET standing = CASE WHEN ts IS NULL THEN 'waiting' ELSE 'posted' END, "sendingSince" = NULL
        FROM (SELECT set_config('synchronous_commit', 'off', true)) lazily WHERE id = ${id}`;
    },

    /** Slack will not have it, ever; `failure` is Slack's word for why. */
    async failed(id: number, failure: string): Promise<void> {
      await database.$executeRaw`
        UPDATE post SET standing = 'failed', failure = ${failure}, "sendingSince" = NULL, "sentVersion" = version WHERE id = ${id}`;
    },

    /**
     * Lets go what posts said that were written more than `days` before `now` and are done with; Slack has it. The posts themselves
     * stay: what is said again under their dedupe key, or in their thread, still finds them.
     */
    async forgetBodies(days: number, now: Instant): Promise<number> {
      return database.$executeRaw`
        UPDATE post SET body = '{"text":"","blocks":[]}'
        WHERE "createdAt" < ${new Date(now)}::timestamptz - make_interval(days => ${days}) AND body <> '{"text":"","blocks":[]}'
          AND (standing = 'failed' OR (standing = 'posted' AND "sentVersion" = version))`;
    },

    /** Nobody is sending (this process alone uses the store): what was being sent when it died is taken again at once. */
    async abandonAll(): Promise<void> {
      await database.$executeRaw`UPDATE post SET "sendingSince" = 'epoch' WHERE standing = 'sending'`;
    },

    /** Channels whose sender died while it sent. */
    async channelsAbandoned(): Promise<readonly string[]> {
      const rows = await database.$queryRaw<{ channelId: string }[]>`
        SELECT "channelId" FROM post
        WHERE standing = 'sending' AND "sendingSince" < now() - make_interval(secs => ${LEASE_SECONDS})`;
      return rows.map((row) => row.channelId);
    },

    /** Of channels in which something may be sent and nobody sends, the first post; at most `most` of them. */
    async firstsLeft(most: number): Promise<readonly LeftPost[]> {
      return database.$queryRaw<LeftPost[]>`
        SELECT p."channelId", min(p.id) AS id FROM post p LEFT JOIN post parent ON parent.id = p."parentId"
        WHERE (p.standing IN ('waiting', 'sending') OR p."sentVersion" < p.version)
          AND CASE p.standing WHEN 'waiting' THEN true WHEN 'posted' THEN NOT p.patient ELSE false END
          AND (p."parentId" IS NULL OR parent.ts IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM post busy WHERE busy."channelId" = p."channelId" AND busy.standing = 'sending')
        GROUP BY p."channelId" ORDER BY min(p.id) LIMIT ${most}`;
    },

    /**
     * Lets some of the edits go for which nobody waits, the newest first, and answers their channels: Slack takes 50 edits a
     * minute of a workspace, and most of them are for what somebody waits for. Asked again within the minute, by whichever
     * process, it lets none go.
     */
    async releasePatient(now: Instant): Promise<readonly string[]> {
      const at = new Date(now);
      const rows = await database.$queryRaw<{ channelId: string }[]>`
        WITH turn AS (
          INSERT INTO pace ("channelId", "freeAt")
          SELECT 'edits of ' || id, ${at}::timestamptz + interval '50 seconds' FROM workspace w
          WHERE EXISTS (SELECT 1 FROM post WHERE "workspaceId" = w.id AND patient AND standing = 'posted' AND "sentVersion" < version)
          ON CONFLICT ("channelId") DO UPDATE SET "freeAt" = EXCLUDED."freeAt"
            WHERE pace."freeAt" <= ${at}::timestamptz OR pace."freeAt" > EXCLUDED."freeAt"
          RETURNING substr("channelId", length('edits of ') + 1) AS workspace
        ), chosen AS (
          SELECT due.id FROM turn CROSS JOIN LATERAL (
            SELECT id FROM post WHERE "workspaceId" = turn.workspace AND patient AND standing = 'posted' AND "sentVersion" < version
            ORDER BY id DESC LIMIT ${PATIENT_A_MINUTE}) due
        )
        UPDATE post SET patient = false FROM chosen WHERE post.id = chosen.id RETURNING post."channelId"`;
      return rows.map((row) => row.channelId);
    },

    /** Channels after `after`, in their order, in which something waits to be sent; at most `most`. */
    async channelsWaiting(after: string, most: number): Promise<readonly string[]> {
      const rows = await database.$queryRaw<{ channelId: string }[]>`
        SELECT DISTINCT "channelId" FROM post
        WHERE "channelId" > ${after} AND (standing IN ('waiting', 'sending') OR (standing = 'posted' AND "sentVersion" < version AND NOT patient))
        ORDER BY "channelId" LIMIT ${most}`;
      return rows.map((row) => row.channelId);
    },
  };
}

/** `now`: by the clock that Slack's limits follow; `burst`: messages to a channel without a wait. */
export type Turn = { readonly now: Instant; readonly burst: number };

/** A post that nobody sends, though it may be sent. */
export type LeftPost = { readonly channelId: string; readonly id: number };

type TakenRow = Omit<TakenPost, 'createdAt' | 'turnAt'> & { readonly createdAt: Date; readonly turnAt: Date | null };

/** A unique index refused it (23505): a channel has one post in sending. */
const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta ?? {}).includes('23505');
