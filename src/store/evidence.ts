import type { Instant } from '../domain/day.js';
import { EVIDENCE_MINUTES, type EvidenceCount } from '../domain/evidence.js';
import type { SlackFile } from '../message.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A statement that was kept, with the files that came with it. `place`: where it was said. */
export type StatedWithFiles = {
  readonly cause: string;
  readonly personId: number;
  readonly place: string;
  readonly at: Instant;
  readonly files: readonly SlackFile[];
};

/** How many photos and other files there are among rows with a `mimetype`, as EvidenceCount. */
export const countedFiles = Prisma.sql`json_build_object('photos', count(*) FILTER (WHERE mimetype LIKE 'image/%'),
  'files', count(*) FILTER (WHERE mimetype NOT LIKE 'image/%'))`;

/**
 * Photos and files that show what was reported. The bytes stay in Slack; here is which file belongs to which statement
 * (its cause), or who left one where, not long ago, that belongs to none yet.
 */
export function evidenceIn(database: Database) {
  return {
    /**
     * Ties to statements the files that came with them and those that their people left in the same place shortly before.
     * How much each has then, by cause; a statement without any is not in it.
     */
    async tie(programId: number, statements: readonly StatedWithFiles[]): Promise<ReadonlyMap<string, EvidenceCount>> {
      if (statements.length === 0) return new Map();
      const rows = await database.$queryRaw<{ cause: string; counted: EvidenceCount }[]>`
        WITH said AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(statements)}::jsonb)
            AS s(cause text, "personId" int, place text, at bigint, files jsonb)
        ), came AS (
          INSERT INTO evidence ("programId", cause, "personId", place, at, "slackFileId", name, mimetype, bytes)
          SELECT ${programId}, s.cause, s."personId", s.place, to_timestamp(s.at / 1000.0), f.id, f.name, f.mimetype, f.bytes
          FROM said s, LATERAL jsonb_to_recordset(s.files) AS f(id text, name text, mimetype text, bytes int)
          ON CONFLICT DO NOTHING
          RETURNING cause, mimetype
        ), waited AS (
          UPDATE evidence e SET cause = s.cause FROM said s
          WHERE e."programId" = ${programId} AND e.cause IS NULL AND e."personId" = s."personId" AND e.place = s.place
            AND e.at >= to_timestamp(s.at / 1000.0) - make_interval(mins => ${EVIDENCE_MINUTES}::int)
          RETURNING e.cause, e.mimetype
        )
        SELECT cause, ${countedFiles} AS counted
        FROM (SELECT * FROM came UNION ALL SELECT * FROM waited) tied GROUP BY cause`;
      return new Map(rows.map(({ cause, counted }) => [cause, counted]));
    },

    /** Keeps files that belong to no statement yet. A file that waits already is left as it is. */
    async wait(programId: number, { personId, place, at, files }: Omit<StatedWithFiles, 'cause'>): Promise<void> {
      await database.$executeRaw`
        INSERT INTO evidence ("programId", "personId", place, at, "slackFileId", name, mimetype, bytes)
        SELECT ${programId}, ${personId}, ${place}, ${new Date(at)}::timestamptz, f.id, f.name, f.mimetype, f.bytes
        FROM jsonb_to_recordset(${JSON.stringify(files)}::jsonb) AS f(id text, name text, mimetype text, bytes int)
        WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e."programId" = ${programId} AND e."slackFileId" = f.id)`;
    },

    /** What stood for one statement stands for the one that takes its place. */
    async move(programId: number, from: string, to: string): Promise<void> {
      await database.$executeRaw`UPDATE evidence SET cause = ${to} WHERE "programId" = ${programId} AND cause = ${from}`;
    },

    /** The files of a statement, in the order in which they came. */
    async ofCause(programId: number, cause: string): Promise<readonly SlackFile[]> {
      const rows = await database.evidence.findMany({
        where: { programId, cause },
        orderBy: { id: 'asc' },
        select: { slackFileId: true, name: true, mimetype: true, bytes: true },
      });
      return rows.map(({ slackFileId, ...file }) => ({ id: slackFileId, ...file }));
    },
  };
}
