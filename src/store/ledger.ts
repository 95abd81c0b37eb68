import type { Instant } from '../domain/day.js';
import type { LedgerChange, NewMilestone, NewProject } from '../domain/ledger-change.js';
import { activityIn } from './activity.js';
import type { Database } from './database.js';

/** Who changes the ledger, when, through what. */
export type ChangedBy = {
  readonly workspaceId: string;
  readonly personId: number | null;
  readonly at: Instant;
  readonly cause: string;
};

/**
 * `done`: all of it is in the ledger and in the log. `stale`: nothing is, because one of the things that were to be
 * changed is no longer what it was when the change was decided. `again`: this cause has changed the ledger already.
 */
export type Applied =
  | { readonly kind: 'done'; readonly projectIds: readonly number[]; readonly ledgerRevision: number }
  | { readonly kind: 'stale'; readonly projectIds: readonly number[] }
  | { readonly kind: 'again' };

type Logged = {
  readonly action: LedgerChange['kind'] | 'remove-project' | 'remove-milestone';
  readonly thing: 'project' | 'milestone';
  readonly thingId: number;
  readonly before: object | null;
  readonly after: object | null;
};

type Change<Kind extends LedgerChange['kind']> = Extract<LedgerChange, { readonly kind: Kind }>;
type Current = { readonly id: number; readonly projectId: number; readonly now: Record<string, unknown> };

export function ledgerIn(database: Database) {
  const log = activityIn(database);

  /** Takes the program's row: two changes of one ledger happen one after the other. */
  async function lock(programId: number): Promise<number> {
    const rows = await database.$queryRaw<{ ledgerRevision: number }[]>`
      SELECT "ledgerRevision" FROM program WHERE id = ${programId} FOR UPDATE`;
    return rows[0]?.ledgerRevision ?? 0;
  }

  /** Names, owners and previews that were read before are no longer valid. */
  async function revise(programId: number): Promise<number> {
    const rows = await database.$queryRaw<{ ledgerRevision: number }[]>`
      UPDATE program SET "ledgerRevision" = "ledgerRevision" + 1, revision = revision + 1 WHERE id = ${programId}
      RETURNING "ledgerRevision"`;
    return rows[0]?.ledgerRevision ?? 0;
  }

  const record = (programId: number, by: ChangedBy, logged: readonly Logged[]) =>
    log.add(logged.map((line, ordinal) => ({ ...by, ...line, programId, ordinal })));

  /** The things that changes speak of, as they are now, locked in one order. */
  async function currentOf(table: 'project' | 'milestone', programId: number, ids: readonly number[]) {
    if (ids.length === 0) return new Map<number, Current>();
    const project = table === 'project' ? 'id' : '"projectId"';
    const rows = await database.$queryRawUnsafe<Current[]>(
      `SELECT id, ${project} AS "projectId", to_jsonb(t) AS now FROM ${table} t
       WHERE "programId" = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
      programId,
      ids,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async function addProjects(programId: number, projects: readonly NewProject[]): Promise<readonly number[]> {
    if (projects.length === 0) return [];
    const rows = await database.$queryRaw<{ id: number; code: string }[]>`
      INSERT INTO project ("programId", code, name, category, "focusArea", "unitId", "ownerId", "ownerPositionId", "sponsorId",
        "sponsorPositionId", site, standing, "firstStage", stage, "totalInvestment", "yearPlan", "startDay", "endDay", content, problem, remark)
      SELECT ${programId}, code, name, category, "focusArea", "unitId", "ownerId", "ownerPositionId", "sponsorId",
        "sponsorPositionId", site, coalesce(standing, 'open'), stage, stage, "totalInvestment", "yearPlan", "startDay", "endDay", content, problem, remark
      FROM jsonb_to_recordset(${JSON.stringify(projects)}::jsonb) AS p(code text, name text, category text, "focusArea" text, "unitId" int,
        "ownerId" int, "ownerPositionId" int, "sponsorId" int, "sponsorPositionId" int, site text, standing text, stage text,
        "totalInvestment" int, "yearPlan" int, "startDay" text, "endDay" text, content text, problem text, remark text)
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

  async function changeMilestones(changes: readonly { readonly id: number; readonly after: object }[]): Promise<void> {
    if (changes.length === 0) return;
    await database.$executeRaw`
      UPDATE milestone m SET name = n.name, due = n.due, "ownerId" = n."ownerId", "ownerPositionId" = n."ownerPositionId",
        stage = n.stage, version = m.version + 1
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

  /** Which of these projects nothing was said about: no report, no figures, no obstacle. */
  async function untouched(ids: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await database.$queryRaw<{ id: number }[]>`
      SELECT p.id FROM project p WHERE p.id = ANY(${[...ids]}::int[])
        AND NOT EXISTS (SELECT 1 FROM report r WHERE r."projectId" = p.id)
        AND NOT EXISTS (SELECT 1 FROM figures f WHERE f."projectId" = p.id)
        AND NOT EXISTS (SELECT 1 FROM obstacle o WHERE o."projectId" = p.id)`;
    return new Set(rows.map((row) => row.id));
  }

  async function loggedBy(programId: number, cause: string): Promise<readonly Logged[]> {
    return database.$queryRaw<Logged[]>`
      SELECT action, thing, "thingId", before, after FROM activity
      WHERE "programId" = ${programId} AND cause = ${cause} AND thing IN ('project', 'milestone') ORDER BY ordinal`;
  }

  return {
    /** Which ledger this is: a preview is of one. */
    async revision(programId: number): Promise<number> {
      const row = await database.program.findUniqueOrThrow({
        where: { id: programId },
        select: { ledgerRevision: true },
      });
      return row.ledgerRevision;
    },

    /**
     * Changes the ledger, all or nothing, each change in the log with the old and the new. `revision`: refuses (`stale`)
     * when the ledger is another by now.
     */
    async apply(
      programId: number,
      changes: readonly LedgerChange[],
      by: ChangedBy,
      revision?: number,
    ): Promise<Applied> {
      const current = await lock(programId);
      if ((await loggedBy(programId, by.cause)).length > 0) return { kind: 'again' };
      if (revision !== undefined && revision !== current) return { kind: 'stale', projectIds: [] };
      const of = <Kind extends LedgerChange['kind']>(kind: Kind) =>
        changes.filter((change): change is Change<Kind> => change.kind === kind);
      const ofProjects = of('change-project');
      const ofMilestones = of('change-milestone');
      const projects = await currentOf(
        'project',
        programId,
        ofProjects.map((each) => each.projectId),
      );
      const milestones = await currentOf(
        'milestone',
        programId,
        ofMilestones.map((each) => each.milestoneId),
      );
      const stale = [
        ...ofProjects.filter((each) => !stands(projects.get(each.projectId), each.before)),
        ...ofMilestones.filter((each) => !stands(milestones.get(each.milestoneId), each.before)),
      ];
      if (stale.length > 0) return { kind: 'stale', projectIds: stale.map((each) => each.projectId) };

      const newProjects = of('add-project').map((each) => each.project);
      const newMilestones = of('add-milestone').map((each) => ({ ...each.milestone, projectId: each.projectId }));
      const projectIds = await addProjects(programId, newProjects);
      const milestoneIds = await addMilestones(programId, newMilestones);
      const changedProjects = ofProjects.map((each) => outOfPosition(each, projects.get(each.projectId)));
      const changedMilestones = ofMilestones.map((each) => outOfPosition(each, milestones.get(each.milestoneId)));
      await changeProjects(changedProjects.map((each) => ({ id: each.projectId, after: each.after })));
      await changeMilestones(changedMilestones.map((each) => ({ id: each.milestoneId, after: each.after })));
      await record(programId, by, [
        ...newProjects.map((after, index) => added('project', projectIds[index], after)),
        ...changedProjects.map((each) => changed('project', each.projectId, each)),
        ...newMilestones.map((after, index) => added('milestone', milestoneIds[index], after)),
        ...changedMilestones.map((each) => changed('milestone', each.milestoneId, each)),
      ]);
      return { kind: 'done', projectIds, ledgerRevision: await revise(programId) };
    },

    /**
     * Takes back what a cause changed. What came in by it is removed, or withdrawn where something was said about it since;
     * `stale` where a changed field was changed again.
     */
    async undo(programId: number, cause: string, by: ChangedBy): Promise<Applied> {
      await lock(programId);
      if ((await loggedBy(programId, by.cause)).length > 0) return { kind: 'again' };
      const logged = await loggedBy(programId, cause);
      const projects = logged.filter((line) => line.action === 'change-project');
      const milestones = logged.filter((line) => line.action === 'change-milestone');
      const nowProjects = await currentOf(
        'project',
        programId,
        projects.map((line) => line.thingId),
      );
      const nowMilestones = await currentOf(
        'milestone',
        programId,
        milestones.map((line) => line.thingId),
      );
      const changedSince = [
        ...projects.filter((line) => !stands(nowProjects.get(line.thingId), fieldsOf(line.after, line.before))),
        ...milestones.filter((line) => !stands(nowMilestones.get(line.thingId), fieldsOf(line.after, line.before))),
      ];
      if (changedSince.length > 0) {
        const ofMilestone = (line: Logged) => nowMilestones.get(line.thingId)?.projectId ?? line.thingId;
        return {
          kind: 'stale',
          projectIds: changedSince.map((line) => (line.thing === 'milestone' ? ofMilestone(line) : line.thingId)),
        };
      }

      await changeProjects(projects.map((line) => ({ id: line.thingId, after: line.before ?? {} })));
      await changeMilestones(milestones.map((line) => ({ id: line.thingId, after: line.before ?? {} })));
      const came = logged.filter((line) => line.action === 'add-project').map((line) => line.thingId);
      const removable = await untouched(came);
      const staying = came.filter((id) => !removable.has(id));
      await removeProjects(came.filter((id) => removable.has(id)));
      await changeProjects(staying.map((id) => ({ id, after: { standing: 'withdrawn' } })));
      const steps = logged.filter((line) => line.action === 'add-milestone').map((line) => line.thingId);
      await database.milestone.deleteMany({
        where: { id: { in: [...steps] }, reportId: null, reports: { none: {} } },
      });
      await record(programId, by, [
        ...logged
          .filter((line) => line.action === 'change-project' || line.action === 'change-milestone')
          .map((line): Logged => ({ ...line, before: fieldsOf(line.after, line.before), after: line.before })),
        ...logged
          .filter((line) => line.action === 'add-project')
          .map(
            (line): Logged =>
              removable.has(line.thingId)
                ? { ...line, action: 'remove-project', before: line.after, after: null }
                : { ...line, action: 'change-project', before: { standing: 'open' }, after: { standing: 'withdrawn' } },
          ),
        ...logged
          .filter((line) => line.action === 'add-milestone')
          .map((line): Logged => ({ ...line, action: 'remove-milestone', before: line.after, after: null })),
      ]);
      return { kind: 'done', projectIds: staying, ledgerRevision: await revise(programId) };
    },
  };
}

const added = (thing: Logged['thing'], id: number | undefined, after: object): Logged => ({
  action: thing === 'project' ? 'add-project' : 'add-milestone',
  thing,
  thingId: id ?? 0,
  before: null,
  after,
});

const changed = (
  thing: Logged['thing'],
  thingId: number,
  change: { readonly before: object; readonly after: object; readonly reason: string | null },
): Logged => ({
  action: thing === 'project' ? 'change-project' : 'change-milestone',
  thing,
  thingId,
  before: change.before,
  after: change.reason === null ? change.after : { ...change.after, reason: change.reason },
});

/** What is given to a person, and not by a position, does not go with the position any more. */
function outOfPosition<C extends { readonly before: object; readonly after: object }>(
  change: C,
  current: Current | undefined,
): C {
  const before: Record<string, unknown> = { ...change.before };
  const after: Record<string, unknown> = { ...change.after };
  for (const [person, position] of POSITIONED) {
    if (!(person in after) || position in after || (current?.now[position] ?? null) === null) continue;
    before[position] = current?.now[position];
    after[position] = null;
  }
  return { ...change, before, after };
}

const POSITIONED = [
  ['ownerId', 'ownerPositionId'],
  ['sponsorId', 'sponsorPositionId'],
] as const;

/** Whether a thing is there and still says what it said. */
function stands(current: Current | undefined, said: object): boolean {
  if (!current) return false;
  return Object.entries(said).every(([field, value]) => (current.now[field] ?? null) === (value ?? null));
}

/** Of what a log line set, the fields that it changed: a reason is no field. */
function fieldsOf(after: object | null, before: object | null): object {
  const fields = new Set(Object.keys(before ?? {}));
  return Object.fromEntries(Object.entries(after ?? {}).filter(([field]) => fields.has(field)));
}
