import type { Instant, LocalDay } from '../domain/day.js';
import type { Database } from './database.js';

/** An item as it goes on into another program. */
export type CarriedItem = {
  readonly id: number;
  readonly number: number;
  readonly code: string | null;
  readonly due: LocalDay;
};

/**
 * What is still to be done of a program: its open items, and what open slips without a milestone are about, for the heads of
 * their units (a milestone goes on and earns slips of its own).
 */
const OPEN = `
  SELECT 0 AS kind, o.number AS place, o."ownerId", o.text, o."createdById", o.due, o."firstDue", o.carried, o."carriedReason", o."keptAt",
         o."projectId", m.name AS milestone, 'item:' || o.id AS cause
  FROM action_item o LEFT JOIN milestone m ON m.id = o."milestoneId" WHERE o."programId" = $1 AND o.standing = 'open'
  UNION ALL
  SELECT 1, s.number, head.id, CASE WHEN s.text = '' THEN p.code || ' ' || p.name ELSE s.text END, coalesce(s."issuedById", head.id), s."dueDay", s."dueDay",
         0, NULL, 0, s."projectId", NULL, 'slip:' || s.id
  FROM slip s JOIN unit u ON u.id = s."unitId" LEFT JOIN project p ON p.id = s."projectId"
    JOIN LATERAL (SELECT coalesce(u."headId", (SELECT d."personId" FROM duty d WHERE d."unitId" = u.id AND d.role = 'unit-head' ORDER BY d.id LIMIT 1)) AS id) head
      ON head.id IS NOT NULL
  WHERE s."programId" = $1 AND s.standing IN ('waiting', 'open', 'answered') AND s."milestoneId" IS NULL`;

export function itemCarryingIn(database: Database) {
  return {
    /** How much goes on, for the preview. */
    async carries(programId: number): Promise<number> {
      const [row] = await database.$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM (${OPEN}) open`,
        programId,
      );
      return row?.count ?? 0;
    },

    /** Takes them over into a program, under its next numbers and with the projects and milestones that went on there. */
    async carry(fromId: number, toId: number, at: Instant): Promise<readonly CarriedItem[]> {
      return database.$queryRawUnsafe<CarriedItem[]>(
        `WITH open AS (SELECT * FROM (${OPEN}) every),
         next AS (
           UPDATE program SET "lastItem" = "lastItem" + (SELECT count(*)::int FROM open) WHERE id = $2
           RETURNING "lastItem" - (SELECT count(*)::int FROM open) AS before
         ), kept AS (
           INSERT INTO action_item ("programId", number, "projectId", "milestoneId", "ownerId", text, "createdById", "createdAt", standing, due,
             "firstDue", carried, "carriedReason", "keptAt", cause)
           SELECT $2, next.before + row_number() OVER (ORDER BY open.kind, open.place)::int, np.id, nm.id, open."ownerId", open.text,
             open."createdById", $3::timestamptz, 'open', open.due, open."firstDue", open.carried, open."carriedReason", open."keptAt",
             'carried:' || open.cause
           FROM open CROSS JOIN next LEFT JOIN project op ON op.id = open."projectId"
             LEFT JOIN project np ON np."programId" = $2 AND np.code = op.code
             LEFT JOIN milestone nm ON nm."projectId" = np.id AND nm.name = open.milestone
           RETURNING id, number, "projectId", due
         )
         SELECT kept.id, kept.number, p.code, kept.due FROM kept LEFT JOIN project p ON p.id = kept."projectId" ORDER BY kept.number`,
        fromId,
        toId,
        new Date(at).toISOString(),
      );
    },
  };
}
