import type { Instant } from '../domain/day.js';
import type { Message } from '../message.js';
import { Prisma } from './generated/client.js';

/** What is to be posted. `dedupeKey` names what it is about; a dedupe key has one post. */
export type NewPost = {
  readonly workspaceId: string;
  readonly programId: number | null;
  readonly channelId: string;
  readonly dedupeKey: string;
  readonly parentId?: number | null;
  readonly threadTs?: string | null;
  readonly body: Message;
  readonly at: Instant;
  /** Nobody waits for it: where it changes a message, that is put off until there is room (posts.releasePatient). */
  readonly patient?: boolean;
};

/** Posts as a part of one statement; see writeAll. */
export const writtenPosts = (posts: readonly NewPost[]): Prisma.Sql => Prisma.sql`
  wanted AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) AS w("workspaceId" text, "programId" int,
      "channelId" text, "dedupeKey" text, "parentId" int, "threadTs" text, body jsonb, at bigint, patient boolean)
  ), written AS (
    INSERT INTO post ("workspaceId", "programId", "channelId", subject, "parentId", "threadTs", body, "createdAt", patient)
    SELECT "workspaceId", "programId", "channelId", "dedupeKey", "parentId", "threadTs", body, to_timestamp(at / 1000.0),
      coalesce(patient, false) FROM wanted
    ON CONFLICT ("workspaceId", subject) DO UPDATE SET body = EXCLUDED.body, version = post.version + 1,
      patient = EXCLUDED.patient,
      standing = CASE WHEN post.standing = 'failed' AND post.ts IS NULL THEN 'waiting' ELSE post.standing END
      WHERE post.body IS DISTINCT FROM EXCLUDED.body
    RETURNING id, subject AS "dedupeKey"
  ), revived AS (
    UPDATE post SET standing = 'waiting' WHERE post.id = ANY (ARRAY(SELECT "parentId" FROM wanted)) AND post.standing = 'failed'
      AND post.ts IS NULL AND post.body <> '{"text":"","blocks":[]}'
  )`;
