import type { NewMilestone, NewProject } from '../domain/ledger-change.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/**
 * Where something is kept that people said of a project or of a step: what came in and was taken back is then withdrawn, not removed,
 * or it would speak of nothing.
 */
export const SAID_OF = {
  project: [
    'report',
    'figures',
    'obstacle',
    'instruction',
    'postponement',
    'slip',
    'action_item',
    'review_slot',
    'factor_request',
    'promotion_money',
    'trip_answer',
  ],
  milestone: ['report', 'postponement', 'slip', 'action_item', 'obstacle'],
} as const;

/** The ledger's rows, added, changed and removed in one statement each whatever their number. Who may, and the log, are ledger.ts's. */
export function ledgerRowsIn(database: Database) {
  async function addProjects(programId: number, projects: readonly NewProject[]): Promise<readonly number[]> {
    if (projects.length === 0) return [];
    const rows = await database.$queryRaw<{ id: number; code: string }[]>`
      INSERT INTO project ("programId", code, name, category, "focusArea", "unitId", "ownerId", "ownerPositionId", "sponsorId",
        "sponsorPositionId", site, standing, "firstStage", stage, "totalInvestment", "yearPlan", "startDay", "endDay", content, problem, remark)
      SELECT ${programId}, code, name, category, "focusArea", "unitId", "ownerId", "ownerPositionId", "sponsorId",
        "sponsorPositionId", site, coalesce(standing, 'open'), stage, stage, "totalInvestment", "yearPlan", "startDay", "endDay", content, problem, remark
      FROM jsonb_to_recordset(${JSON.stringify(projects)}::jsonb) AS p(code text, name text, category text, "focusArea" text, "unitId" int,
        "ownerId" int, "ownerPositionId" int, "sponsorId" int, "sponsorPositionId" int, site text, standing text, stage text,
        "totalInvestment" float8, "yearPlan" float8, "startDay" text, "endDay" text, content text, problem text, remark text)
      RETURNING id, code`;
    const ids = new Map(rows.map((row) => [row.code, row.id]));
    const idOf = (code: string): number => ids.get(code) ?? 0;
    await database.nickname.createMany({
      data: projects.flatMap((each) => each.nicknames.map((text) => ({ projectId: idOf(each.code), text }))),
    });
    await addMilestones(
      programId,
      projects.flatMap((each) => each.milestones.map((milestone) => ({ ...milestone, projectId: idOf(each.code) }))),
    );
    return projects.map((each) => idOf(each.code));
  }

  /** Behind the ones that a project has, in the order given. */
  async function addMilestones(
    programId: number,
    milestones: readonly (NewMilestone & { readonly projectId: number })[],
  ): Promise<readonly number[]> {
    if (milestones.length === 0) return [];
    const rows = await database.$queryRaw<{ id: number; place: number }[]>`
      WITH wanted AS (
        SELECT w.*, row_number() OVER (PARTITION BY w."projectId" ORDER BY place) AS step
        FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(milestones)}::jsonb) AS ("projectId" int, name text, due text,
          "ownerId" int, "ownerPositionId" int, stage text)) WITH ORDINALITY AS w("projectId", name, due, "ownerId", "ownerPositionId", stage, place)
      ), added AS (
        INSERT INTO milestone ("programId", "projectId", ordinal, name, due, "ownerId", "ownerPositionId", stage)
        SELECT ${programId}, w."projectId",
          coalesce((SELECT max(m.ordinal) + 1 FROM milestone m WHERE m."projectId" = w."projectId"), 0) + w.step - 1,
          w.name, w.due, w."ownerId", w."ownerPositionId", w.stage
        FROM wanted w RETURNING id, "projectId", name
      )
      SELECT a.id, w.place::int AS place FROM added a JOIN wanted w ON w."projectId" = a."projectId" AND w.name = a.name ORDER BY w.place`;
    return rows.map((row) => row.id);
  }

  async function changeProjects(changes: readonly { readonly id: number; readonly after: object }[]): Promise<void> {
    if (changes.length === 0) return;
    await database.$executeRaw`
      UPDATE project p SET name = n.name, category = n.category, "focusArea" = n."focusArea", "unitId" = n."unitId",
        "ownerId" = n."ownerId", "ownerPositionId" = n."ownerPositionId", "sponsorId" = n."sponsorId",
        "sponsorPositionId" = n."sponsorPositionId", site = n.site, standing = n.standing, "totalInvestment" = n."totalInvestment",
        "yearPlan" = n."yearPlan", "startDay" = n."startDay", "endDay" = n."endDay", content = n.content, problem = n.problem,
        remark = n.remark, "pauseReason" = n."pauseReason", "pausedUntil" = n."pausedUntil", version = p.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(id int, after jsonb)
        JOIN project o ON o.id = c.id, LATERAL jsonb_populate_record(o, c.after) AS n
      WHERE p.id = c.id`;
  }

  /** The first day of what is put off is kept, and how often it was; `back`: what is taken back counts no more. */
  async function changeMilestones(
    changes: readonly { readonly id: number; readonly after: object }[],
    back = false,
  ): Promise<void> {
    if (changes.length === 0) return;
    await database.$executeRaw`
      UPDATE milestone m SET name = n.name, due = n.due, "ownerId" = n."ownerId", "ownerPositionId" = n."ownerPositionId",
        stage = n.stage, version = m.version + 1,
        postponed = m.postponed + CASE WHEN ${back}::boolean AND n.due < o.due AND m.postponed > 0 THEN -1
                                       WHEN NOT ${back}::boolean AND n.due > o.due THEN 1 ELSE 0 END,
        "firstDue" = CASE WHEN ${back}::boolean AND n.due < o.due AND m.postponed <= 1 THEN NULL
                          WHEN NOT ${back}::boolean AND n.due > o.due THEN coalesce(m."firstDue", o.due) ELSE m."firstDue" END
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(id int, after jsonb)
        JOIN milestone o ON o.id = c.id, LATERAL jsonb_populate_record(o, c.after) AS n
      WHERE m.id = c.id`;
  }

  /** What came in and has nothing said about it yet goes without a trace but the log's. */
  async function removeProjects(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const list = [...ids];
    await database.nickname.deleteMany({ where: { projectId: { in: list } } });
    await database.coOwner.deleteMany({ where: { projectId: { in: list } } });
    await database.milestone.deleteMany({ where: { projectId: { in: list } } });
    await database.project.deleteMany({ where: { id: { in: list } } });
  }

  /** Which of these projects, or milestones, nobody said anything about. */
  async function untouched(thing: 'project' | 'milestone', ids: readonly number[]): Promise<ReadonlySet<number>> {
    if (ids.length === 0) return new Set();
    const silent = SAID_OF[thing].map(
      (table) =>
        Prisma.sql`NOT EXISTS (SELECT 1 FROM ${Prisma.raw(table)} s WHERE s.${Prisma.raw(`"${thing}Id"`)} = t.id)`,
    );
    const rows = await database.$queryRaw<{ id: number }[]>`
      SELECT t.id FROM ${Prisma.raw(thing)} t WHERE t.id = ANY(${[...ids]}::int[]) AND ${Prisma.join(silent, ' AND ')}`;
    return new Set(rows.map((row) => row.id));
  }

  async function removeMilestones(ids: readonly number[]): Promise<void> {
    await database.milestone.deleteMany({ where: { id: { in: [...ids] } } });
  }

  return { addProjects, addMilestones, changeProjects, changeMilestones, removeProjects, removeMilestones, untouched };
}
