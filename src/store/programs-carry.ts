import type { Instant, LocalDay } from '../domain/day.js';
import { itemCarryingIn } from './action-items-carry.js';
import type { Database } from './database.js';
import { IN_HAND } from './promotion-leads.js';

/** A year's program that goes on from another one of its workspace. */
export type CarriedProgram = {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly year: number;
  readonly from: LocalDay;
  readonly to: LocalDay;
};

/** How much of a program goes on into the next: open projects and what of their milestones is not done. */
export type Carried = {
  readonly people: number;
  readonly projects: number;
  readonly milestones: number;
  /** Action items, and matters of slips, that are still to be done. */
  readonly items: number;
  /** Leads in hand. */
  readonly leads: number;
};

/** A program ends with its year; what is not in operation yet goes on. */
const GOES_ON = `p.standing <> 'withdrawn' AND p.stage NOT IN ('completed', 'operating')`;
const NOT_DONE = `m."doneOn" IS NULL AND coalesce(m.percent, 0) < 100`;

export function carryingIn(database: Database) {
  return {
    /** What would go on, for the preview. */
    async carries(programId: number): Promise<Carried> {
      const items = await itemCarryingIn(database).carries(programId);
      const [row] = await database.$queryRawUnsafe<Omit<Carried, 'items'>[]>(
        `SELECT (SELECT count(DISTINCT "personId") FROM duty WHERE "programId" = $1)::int AS people,
                (SELECT count(*) FROM project p WHERE p."programId" = $1 AND ${GOES_ON})::int AS projects,
                (SELECT count(*) FROM milestone m JOIN project p ON p.id = m."projectId"
                 WHERE p."programId" = $1 AND ${GOES_ON} AND ${NOT_DONE})::int AS milestones,
                (SELECT count(*) FROM promotion_lead l WHERE l."programId" = $1 AND ${IN_HAND})::int AS leads`,
        programId,
      );
      return { ...(row ?? { people: 0, projects: 0, milestones: 0, leads: 0 }), items };
    },

    /**
     * Makes the next year's program out of `fromId`: policy, lists, units with their channels, people with their roles and
     * positions, goals with their gates moved by the years between, the projects that go on with their milestones that are
     * not done. How far those are is said once as a report of `personId`, so that nobody is asked for it again. It is
     * not current until it is switched to. Null where the workspace has a program of that key.
     */
    async carryOver(
      fromId: number,
      next: CarriedProgram,
      by: { readonly personId: number; readonly at: Instant; readonly countsAt: Instant; readonly note: string },
    ): Promise<number | null> {
      const [made] = await database.$queryRaw<{ id: number }[]>`
        INSERT INTO program ("workspaceId", key, name, year, "timeZone", "fromDay", "toDay", policy, current, "loadedAt")
        SELECT "workspaceId", ${next.key}, ${JSON.stringify(next.name)}::jsonb, ${next.year}::int, "timeZone", ${next.from}, ${next.to},
               policy - 'standings', false, ${new Date(by.at)}::timestamptz
        FROM program WHERE id = ${fromId} ON CONFLICT ("workspaceId", key) DO NOTHING RETURNING id`;
      if (!made) return null;
      const { id } = made;
      await copyLists(database, fromId, id);
      await copyPeople(database, fromId, id);
      await copyGoals(database, fromId, id);
      await copyProjects(database, fromId, id);
      await copyStanding(database, fromId, id, by);
      return id;
    },
  };
}

async function copyLists(database: Database, fromId: number, id: number): Promise<void> {
  await database.$executeRaw`
    INSERT INTO focus_area ("programId", key, name, ordinal) SELECT ${id}::int, key, name, ordinal FROM focus_area WHERE "programId" = ${fromId}`;
  await database.$executeRaw`
    INSERT INTO category ("programId", key, name, ordinal) SELECT ${id}::int, key, name, ordinal FROM category WHERE "programId" = ${fromId}`;
  await database.$executeRaw`
    INSERT INTO site ("programId", key, name, main) SELECT ${id}::int, key, name, main FROM site WHERE "programId" = ${fromId}`;
  await database.$executeRaw`
    INSERT INTO column_match ("programId", head, field, "personId", at)
    SELECT ${id}::int, head, field, "personId", at FROM column_match WHERE "programId" = ${fromId}`;
}

async function copyPeople(database: Database, fromId: number, id: number): Promise<void> {
  await database.$executeRaw`
    INSERT INTO unit ("programId", key, name, kind, aliases, "headId", "channelId")
    SELECT ${id}::int, key, name, kind, aliases, "headId", "channelId" FROM unit WHERE "programId" = ${fromId}`;
  await database.$executeRaw`
    INSERT INTO position ("programId", "unitId", name, "holderId")
    SELECT ${id}::int, n.id, s.name, s."holderId" FROM position s
      LEFT JOIN unit o ON o.id = s."unitId" LEFT JOIN unit n ON n."programId" = ${id} AND n.key = o.key
    WHERE s."programId" = ${fromId}`;
  await database.$executeRaw`
    UPDATE unit n SET "headPositionId" = np.id
    FROM unit o JOIN position op ON op.id = o."headPositionId" JOIN position np ON np."programId" = ${id} AND np.name = op.name
    WHERE o."programId" = ${fromId} AND n."programId" = ${id} AND n.key = o.key`;
  await database.$executeRaw`
    INSERT INTO duty ("programId", "personId", role, "unitId", "positionId")
    SELECT ${id}::int, d."personId", d.role, n.id, np.id FROM duty d
      LEFT JOIN unit o ON o.id = d."unitId" LEFT JOIN unit n ON n."programId" = ${id} AND n.key = o.key
      LEFT JOIN position op ON op.id = d."positionId" LEFT JOIN position np ON np."programId" = ${id} AND np.name = op.name
    WHERE d."programId" = ${fromId}`;
}

async function copyGoals(database: Database, fromId: number, id: number): Promise<void> {
  await database.$executeRaw`
    INSERT INTO goal ("programId", key, ordinal, name, "focusArea", measure, target, rule)
    SELECT ${id}::int, key, ordinal, name, "focusArea", measure, target, rule FROM goal WHERE "programId" = ${fromId}`;
  await database.$executeRaw`
    INSERT INTO gate ("goalId", "onDay", value)
    SELECT n.id, to_char(t."onDay"::date + make_interval(years => np.year - op.year), 'YYYY-MM-DD'), t.value
    FROM gate t JOIN goal o ON o.id = t."goalId" JOIN goal n ON n."programId" = ${id} AND n.key = o.key
      JOIN program op ON op.id = o."programId" JOIN program np ON np.id = n."programId"
    WHERE o."programId" = ${fromId}`;
}

async function copyProjects(database: Database, fromId: number, id: number): Promise<void> {
  await database.$executeRawUnsafe(
    `INSERT INTO project ("programId", code, name, category, "focusArea", "unitId", "ownerId", "ownerPositionId", "sponsorId",
       "sponsorPositionId", site, standing, "firstStage", stage, "totalInvestment", "startDay", "endDay", content, problem, remark,
       "pauseReason", "pausedUntil")
     SELECT $2, p.code, p.name, p.category, p."focusArea", n.id, p."ownerId", no.id, p."sponsorId", ns.id, p.site, p.standing,
       p.stage, p.stage, p."totalInvestment", p."startDay", p."endDay", p.content, p.problem, p.remark, p."pauseReason", p."pausedUntil"
     FROM project p JOIN unit o ON o.id = p."unitId" JOIN unit n ON n."programId" = $2 AND n.key = o.key
       LEFT JOIN position oo ON oo.id = p."ownerPositionId" LEFT JOIN position no ON no."programId" = $2 AND no.name = oo.name
       LEFT JOIN position os ON os.id = p."sponsorPositionId" LEFT JOIN position ns ON ns."programId" = $2 AND ns.name = os.name
     WHERE p."programId" = $1 AND ${GOES_ON}`,
    fromId,
    id,
  );
  await database.$executeRaw`
    INSERT INTO nickname ("projectId", text)
    SELECT n.id, k.text FROM nickname k JOIN project o ON o.id = k."projectId" JOIN project n ON n."programId" = ${id} AND n.code = o.code
    WHERE o."programId" = ${fromId} ORDER BY k.id`;
  await database.$executeRaw`
    INSERT INTO co_owner ("projectId", "personId")
    SELECT n.id, c."personId" FROM co_owner c JOIN project o ON o.id = c."projectId" JOIN project n ON n."programId" = ${id} AND n.code = o.code
    WHERE o."programId" = ${fromId}`;
  await database.$executeRawUnsafe(
    `INSERT INTO milestone ("programId", "projectId", ordinal, name, due, "firstDue", postponed, "ownerId", "ownerPositionId", stage)
     SELECT $2, n.id, m.ordinal, m.name, m.due, m."firstDue", m.postponed, m."ownerId", np.id, m.stage
     FROM milestone m JOIN project p ON p.id = m."projectId" JOIN project n ON n."programId" = $2 AND n.code = p.code
       LEFT JOIN position op ON op.id = m."ownerPositionId" LEFT JOIN position np ON np."programId" = $2 AND np.name = op.name
     WHERE p."programId" = $1 AND ${NOT_DONE}`,
    fromId,
    id,
  );
}

/** How far each milestone is, as a report in the new program's own log. */
async function copyStanding(
  database: Database,
  fromId: number,
  id: number,
  by: { readonly personId: number; readonly at: Instant; readonly countsAt: Instant; readonly note: string },
): Promise<void> {
  await database.$executeRaw`
    WITH kept AS (
      INSERT INTO report ("programId", "projectId", "milestoneId", "personId", percent, forecast, "nowPercent", "nowForecast", note, said,
        "onDay", "recordedAt", "countsAt", late, cause, ordinal)
      SELECT ${id}::int, n."projectId", n.id, ${by.personId}::int, m.percent, m.forecast, m.percent, m.forecast, ${by.note}, ${by.note},
        m."reportedOn", ${new Date(by.at)}::timestamptz, ${new Date(by.countsAt)}::timestamptz, false, ${`carried:${id}`},
        row_number() OVER (ORDER BY n.id)::int
      FROM milestone m JOIN project o ON o.id = m."projectId" JOIN project p ON p."programId" = ${id} AND p.code = o.code
        JOIN milestone n ON n."projectId" = p.id AND n.ordinal = m.ordinal
      WHERE o."programId" = ${fromId} AND m."reportId" IS NOT NULL
      RETURNING id, "milestoneId", "nowPercent", "nowForecast", "onDay"
    )
    UPDATE milestone n SET percent = k."nowPercent", forecast = k."nowForecast", "reportedOn" = k."onDay", "reportId" = k.id
    FROM kept k WHERE n.id = k."milestoneId"`;
}
