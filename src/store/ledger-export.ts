import type { Instant, LocalDay } from '../domain/day.js';
import type { EvidenceCount } from '../domain/evidence.js';
import type { ObstacleStanding } from '../domain/obstacle.js';
import type { Matter, ObstacleKind, Rung, Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** A statement about a milestone or a project's figures, taken back or not. Investment in 10k yuan. */
export type ExportedReport = {
  readonly at: Instant;
  readonly projectId: number;
  readonly person: Words;
  readonly milestone: string | null;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly investment: number | null;
  readonly note: string;
  readonly said: string;
  readonly onDay: LocalDay;
  readonly evidence: EvidenceCount;
  readonly undoneAt: Instant | null;
  /** The moment from which digests count it. */
  readonly countsAt: Instant;
};

export type ExportedObstacle = {
  readonly id: number;
  readonly number: number;
  readonly projectId: number;
  readonly milestone: string | null;
  readonly kind: ObstacleKind;
  readonly matter: Matter;
  readonly text: string;
  readonly help: string | null;
  readonly since: LocalDay;
  readonly urgent: boolean;
  readonly standing: ObstacleStanding;
  readonly withdrawn: boolean;
  readonly rung: Rung;
  readonly departmentId: number | null;
  readonly holderId: number | null;
  readonly raisedById: number;
  readonly claimedById: number | null;
  readonly promisedFor: LocalDay | null;
  readonly deadline: Instant | null;
  readonly resolution: string | null;
  readonly recordedAt: Instant;
  readonly closedAt: Instant | null;
};

/** A line of the log. `projectId`: of the project that it is about, where it is about one. */
export type ExportedLine = {
  readonly at: Instant;
  readonly person: Words | null;
  readonly action: string;
  readonly thing: string;
  readonly thingId: number | null;
  readonly projectId: number | null;
  readonly obstacleId: number | null;
  readonly obstacle: number | null;
  readonly milestone: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

const moment = (at: Date | null): Instant | null => at?.getTime() ?? null;

/** What an export reads, the newest first, of everybody: who may see what is decided by who exports. */
export function ledgerExportIn(database: Database) {
  return {
    async reports(programId: number, limit: number): Promise<readonly ExportedReport[]> {
      type Row = Omit<ExportedReport, 'at' | 'undoneAt' | 'countsAt'> & {
        at: Date;
        undoneAt: Date | null;
        countsAt: Date;
      };
      const rows = await database.$queryRaw<Row[]>`
        SELECT r."recordedAt" AS at, r."projectId", jsonb_build_object('zh', w.name, 'en', w."nameEn") AS person, r.milestone, r.percent,
               r."doneOn", r.forecast, r.investment, r.note, r.said, r."onDay", r."undoneAt", r."countsAt", shown.evidence
        FROM (
          SELECT * FROM (
          SELECT r."recordedAt", r."projectId", r."personId", m.name AS milestone, r.percent, r."doneOn", r.forecast, NULL::float8 AS investment,
                 r.note, r.said, r."onDay", r."undoneAt", r."countsAt", r.cause, r.id FROM report r JOIN milestone m ON m.id = r."milestoneId" WHERE r."programId" = ${programId}
          UNION ALL
          SELECT f."recordedAt", f."projectId", f."personId", NULL, NULL, NULL, NULL, f."doneInvestment", '', f.said, f."onDay", f."undoneAt", f."countsAt", f.cause, f.id
          FROM figures f WHERE f."programId" = ${programId}
          ) said ORDER BY "recordedAt" DESC, id DESC LIMIT ${limit}
        ) r JOIN person w ON w.id = r."personId", LATERAL (
          SELECT json_build_object('photos', count(*) FILTER (WHERE e.mimetype LIKE 'image/%'),
                                   'files', count(*) FILTER (WHERE e.mimetype NOT LIKE 'image/%')) AS evidence
          FROM evidence e WHERE e."programId" = ${programId} AND e.cause = r.cause) shown
        ORDER BY r."recordedAt" DESC, r.id DESC`;
      return rows.map((row) => ({
        ...row,
        at: row.at.getTime(),
        undoneAt: moment(row.undoneAt),
        countsAt: row.countsAt.getTime(),
      }));
    },

    async obstacles(programId: number, limit: number): Promise<readonly ExportedObstacle[]> {
      type Row = Omit<ExportedObstacle, 'deadline' | 'recordedAt' | 'closedAt'> & {
        deadline: Date | null;
        recordedAt: Date;
        closedAt: Date | null;
      };
      const rows = await database.$queryRaw<Row[]>`
        SELECT o.id, o.number, o."projectId", m.name AS milestone, o.kind, o.matter, o.text, o.help, o.since, o.urgent, o.standing, o.withdrawn,
               o.rung, o."departmentId", o."holderId", o."raisedById", o."claimedById", o."promisedFor", o.deadline, o.resolution,
               o."recordedAt", o."closedAt"
        FROM obstacle o LEFT JOIN milestone m ON m.id = o."milestoneId"
        WHERE o."programId" = ${programId} ORDER BY o.number DESC LIMIT ${limit}`;
      return rows.map((row) => ({
        ...row,
        deadline: moment(row.deadline),
        recordedAt: row.recordedAt.getTime(),
        closedAt: moment(row.closedAt),
      }));
    },

    async activity(programId: number, limit: number): Promise<readonly ExportedLine[]> {
      const rows = await database.$queryRaw<(Omit<ExportedLine, 'at'> & { at: Date })[]>`
        SELECT a.at, CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('zh', p.name, 'en', p."nameEn") END AS person,
               a.action, a.thing, a."thingId", a.before, a.after, o.id AS "obstacleId", o.number AS obstacle, m.name AS milestone,
               coalesce(CASE a.thing WHEN 'project' THEN a."thingId" END, m."projectId", o."projectId", r."projectId") AS "projectId"
        FROM activity a LEFT JOIN person p ON p.id = a."personId"
          LEFT JOIN milestone m ON a.thing = 'milestone' AND m.id = a."thingId"
          LEFT JOIN obstacle o ON a.thing = 'obstacle' AND o.id = a."thingId"
          LEFT JOIN report r ON a.thing = 'report' AND r.id = a."thingId"
        WHERE a."programId" = ${programId} ORDER BY a.at DESC, a.id DESC LIMIT ${limit}`;
      return rows.map((row) => ({ ...row, at: row.at.getTime() }));
    },
  };
}
