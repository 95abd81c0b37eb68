import type { Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** How much there is about one person in a program, to be told to them. */
export type PersonSummary = {
  readonly title: Words | null;
  readonly email: string | null;
  readonly projects: number;
  readonly openMilestones: number;
  readonly sponsored: number;
  readonly reports: number;
  readonly obstacles: number;
};

export function personSummariesIn(database: Database) {
  return {
    async about(programId: number, personId: number): Promise<PersonSummary> {
      const rows = await database.$queryRaw<PersonSummary[]>`
        SELECT w.title, w.email,
          (SELECT count(*)::int FROM project p WHERE p."programId" = ${programId} AND p.standing <> 'withdrawn' AND (p."ownerId" = w.id
             OR EXISTS (SELECT 1 FROM co_owner c WHERE c."projectId" = p.id AND c."personId" = w.id))) AS projects,
          (SELECT count(*)::int FROM milestone m JOIN project p ON p.id = m."projectId"
           WHERE p."programId" = ${programId} AND p.standing <> 'withdrawn' AND coalesce(m.percent, 0) < 100
             AND coalesce(m."ownerId", p."ownerId") = w.id) AS "openMilestones",
          (SELECT count(*)::int FROM project p WHERE p."programId" = ${programId} AND p.standing <> 'withdrawn' AND p."sponsorId" = w.id) AS sponsored,
          (SELECT count(DISTINCT cause)::int FROM (
             SELECT cause FROM report WHERE "programId" = ${programId} AND "personId" = w.id
             UNION ALL SELECT cause FROM figures WHERE "programId" = ${programId} AND "personId" = w.id) said) AS reports,
          (SELECT count(*)::int FROM obstacle o WHERE o."programId" = ${programId} AND o."raisedById" = w.id) AS obstacles
        FROM (SELECT ${personId}::int AS id) asked LEFT JOIN person w ON w.id = asked.id`;
      const [self] = rows;
      if (!self) throw new Error(`nothing was counted about person ${personId}`);
      return self;
    },
  };
}
