import type { LocalDay } from '../domain/day.js';
import type { Stage } from '../domain/plan.js';
import type { ProjectStanding } from '../domain/project.js';
import type { Asked, AskedMilestone, AskedProject } from '../domain/prompt.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';

/** Somebody who may be asked on a morning: they are there, and answer for `actsFor`, themselves among them. */
export type Addressee = {
  readonly id: number;
  readonly slackUserId: string | null;
  readonly language: Language;
  readonly asked: Asked;
  readonly actsFor: readonly number[];
};

/** A project of the page, with all of its milestones: some are proved done by others. */
export type CandidateProject = AskedProject & {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly unitId: number;
  readonly milestones: readonly CandidateMilestone[];
};

/** `answersId`: whose it is, its own owner or the project's; null where there is neither. */
export type CandidateMilestone = AskedMilestone & { readonly id: number; readonly answersId: number | null };

type ProgramPlace = { readonly id: number; readonly workspaceId: string; readonly timeZone: string };

/** id, name, ordinal, due, percent, done on, forecast, reported on, heard on, stage, owner: an array, since many are read. */
type MilestoneRow = readonly [
  number,
  string,
  number,
  LocalDay | null,
  number | null,
  LocalDay | null,
  LocalDay | null,
  LocalDay | null,
  LocalDay | null,
  Stage | null,
  number | null,
];

/** Who of the owners and their delegates is to be asked, page by page: what is read does not grow with their number. */
export function promptPagesIn(database: Database) {
  return {
    /**
     * The next people after `after` (by id) who own something, have an action item to do, stand in for somebody or head a unit, and are not on
     * leave. Chains of delegates are followed to who is there, as `actsFor` (domain/leave.ts) does.
     */
    async addressees(
      program: ProgramPlace,
      day: LocalDay,
      after: number,
      limit: number,
      /** Who is told something, whatever they own. */
      told: readonly number[] = [],
    ): Promise<readonly Addressee[]> {
      return database.$queryRaw<Addressee[]>`
        WITH RECURSIVE away AS (
          SELECT g."personId", g."delegateId" FROM delegation g
          WHERE g."programId" = ${program.id} AND g."fromDay" <= ${day} AND g."toDay" >= ${day} AND g."endedAt" IS NULL
            AND NOT EXISTS (SELECT 1 FROM delegation newer WHERE newer."programId" = ${program.id} AND newer."personId" = g."personId"
                            AND newer."fromDay" <= ${day} AND newer."toDay" >= ${day} AND newer."endedAt" IS NULL AND newer.id > g.id)
        ), page AS (
          SELECT p.id, p."slackUserId", p.language FROM person p
          WHERE p."workspaceId" = ${program.workspaceId} AND p.id > ${after}
            AND NOT EXISTS (SELECT 1 FROM away WHERE away."personId" = p.id)
            AND (EXISTS (SELECT 1 FROM project o WHERE o."programId" = ${program.id} AND o."ownerId" = p.id)
              OR EXISTS (SELECT 1 FROM milestone m WHERE m."ownerId" = p.id AND m."programId" = ${program.id})
              OR EXISTS (SELECT 1 FROM unit u WHERE u."headId" = p.id AND u."programId" = ${program.id})
              OR EXISTS (SELECT 1 FROM action_item i WHERE i."programId" = ${program.id} AND i.standing = 'open' AND i."ownerId" = p.id)
              OR EXISTS (SELECT 1 FROM away WHERE away."delegateId" = p.id)
              OR p.id = ANY(${[...told]}::int[]))
          ORDER BY p.id LIMIT ${limit}
        ), acts AS (
          SELECT id AS addressee, id AS owner FROM page
          UNION SELECT acts.addressee, away."personId" FROM acts JOIN away ON away."delegateId" = acts.owner
        )
        SELECT page.id, page."slackUserId", page.language, coalesce(s.asked, 'all') AS asked,
               (SELECT json_agg(acts.owner ORDER BY acts.owner <> page.id, acts.owner) FROM acts WHERE acts.addressee = page.id) AS "actsFor"
        FROM page LEFT JOIN person_setting s ON s."personId" = page.id AND s."programId" = ${program.id}
        ORDER BY page.id`;
    },

    /** The projects of which these people own something, whole or a milestone; each once. */
    async projects(program: ProgramPlace, ownerIds: readonly number[]): Promise<readonly CandidateProject[]> {
      const rows = await database.$queryRaw<
        {
          id: number;
          code: string;
          name: string;
          unitId: number;
          ownerId: number | null;
          standing: ProjectStanding;
          pauseReason: string | null;
          pausedUntil: LocalDay | null;
          stage: Stage;
          start: LocalDay | null;
          milestones: readonly MilestoneRow[] | null;
          obstacles: readonly (readonly [number, LocalDay])[] | null;
        }[]
      >`
        WITH owned AS (
          SELECT id FROM project WHERE "programId" = ${program.id} AND "ownerId" = ANY(${[...ownerIds]}::int[])
          UNION SELECT "projectId" FROM milestone WHERE "programId" = ${program.id} AND "ownerId" = ANY(${[...ownerIds]}::int[])
        )
        SELECT p.id, p.code, p.name, p."unitId", p."ownerId", p.standing, p."pauseReason", p."pausedUntil", p.stage,
               p."startDay" AS start, roadmap.milestones, flagged.obstacles
        FROM owned JOIN project p ON p.id = owned.id
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_array(m.id, m.name, m.ordinal, m.due, m.percent, m."doneOn", m.forecast, m."reportedOn",
                   to_char(r."recordedAt" AT TIME ZONE ${program.timeZone}, 'YYYY-MM-DD'), m.stage, m."ownerId") ORDER BY m.ordinal) AS milestones
          FROM milestone m LEFT JOIN report r ON r.id = m."reportId" WHERE m."projectId" = p.id
        ) roadmap ON true
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_array(o."milestoneId", to_char(o."recordedAt" AT TIME ZONE ${program.timeZone}, 'YYYY-MM-DD')) ORDER BY o.id) AS obstacles
          FROM obstacle o WHERE o."projectId" = p.id AND o.standing <> 'closed' AND o."milestoneId" IS NOT NULL
        ) flagged ON true
        WHERE p.standing <> 'withdrawn' ORDER BY p.code`;
      return rows.map(({ ownerId, milestones, obstacles, ...project }) => {
        const flagged = new Map(obstacles ?? []);
        return { ...project, milestones: (milestones ?? []).map((row) => milestoneOf(row, ownerId, flagged)) };
      });
    },

    /** Open milestones that nobody can be asked about: their owner is away and nobody acts, or there is none. */
    async unanswerable(
      program: ProgramPlace,
      day: LocalDay,
    ): Promise<{ readonly absent: number; readonly unowned: number }> {
      const rows = await database.$queryRaw<{ absent: number; unowned: number }[]>`
        WITH RECURSIVE away AS (
          SELECT g."personId", g."delegateId" FROM delegation g
          WHERE g."programId" = ${program.id} AND g."fromDay" <= ${day} AND g."toDay" >= ${day} AND g."endedAt" IS NULL
            AND NOT EXISTS (SELECT 1 FROM delegation newer WHERE newer."programId" = ${program.id} AND newer."personId" = g."personId"
                            AND newer."fromDay" <= ${day} AND newer."toDay" >= ${day} AND newer."endedAt" IS NULL AND newer.id > g.id)
        ), acts AS (
          SELECT "personId" AS owner, "delegateId" AS actor FROM away
          UNION SELECT acts.owner, away."delegateId" FROM acts JOIN away ON away."personId" = acts.actor
        ), stranded AS (
          SELECT DISTINCT away."personId" AS id FROM away
          WHERE NOT EXISTS (SELECT 1 FROM acts WHERE acts.owner = away."personId" AND acts.actor IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM away gone WHERE gone."personId" = acts.actor))
        )
        SELECT count(*) FILTER (WHERE coalesce(m."ownerId", p."ownerId") IS NOT NULL)::int AS absent,
               count(*) FILTER (WHERE coalesce(m."ownerId", p."ownerId") IS NULL)::int AS unowned
        FROM project p JOIN milestone m ON m."projectId" = p.id
        WHERE p."programId" = ${program.id} AND p.standing <> 'withdrawn' AND coalesce(m.percent, 0) < 100 AND m."doneOn" IS NULL
          AND (coalesce(m."ownerId", p."ownerId") IS NULL OR coalesce(m."ownerId", p."ownerId") IN (SELECT id FROM stranded))`;
      return rows[0] ?? { absent: 0, unowned: 0 };
    },
  };
}

function milestoneOf(
  [id, name, ordinal, due, percent, doneOn, forecast, lastReportOn, heardOn, stage, ownerId]: MilestoneRow,
  projectOwnerId: number | null,
  flagged: ReadonlyMap<number, LocalDay>,
): CandidateMilestone {
  return {
    id,
    name,
    ordinal,
    due,
    percent: percent ?? 0,
    doneOn,
    forecast,
    lastReportOn,
    heardOn,
    stage,
    obstacleOn: flagged.get(id) ?? null,
    answersId: ownerId ?? projectOwnerId,
  };
}
