import type { Instant } from '../domain/day.js';
import type { LedgerChange } from '../domain/ledger-change.js';
import { activityIn } from './activity.js';
import type { Database } from './database.js';
import { ledgerRowsIn } from './ledger-rows.js';
import { touched } from './touched.js';

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
  const ledgerRows = ledgerRowsIn(database);
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
    touched(database);
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
      const projectIds = await ledgerRows.addProjects(programId, newProjects);
      const milestoneIds = await ledgerRows.addMilestones(programId, newMilestones);
      const changedProjects = ofProjects.map((each) => outOfPosition(each, projects.get(each.projectId)));
      const changedMilestones = ofMilestones.map((each) => outOfPosition(each, milestones.get(each.milestoneId)));
      await ledgerRows.changeProjects(changedProjects.map((each) => ({ id: each.projectId, after: each.after })));
      await ledgerRows.changeMilestones(changedMilestones.map((each) => ({ id: each.milestoneId, after: each.after })));
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

      await ledgerRows.changeProjects(projects.map((line) => ({ id: line.thingId, after: line.before ?? {} })));
      await ledgerRows.changeMilestones(
        milestones.map((line) => ({ id: line.thingId, after: line.before ?? {} })),
        true,
      );
      const steps = logged.filter((line) => line.action === 'add-milestone').map((line) => line.thingId);
      const removableSteps = await ledgerRows.untouched('milestone', steps);
      const came = logged.filter((line) => line.action === 'add-project').map((line) => line.thingId);
      const removable = await ledgerRows.untouched('project', came);
      const staying = came.filter((id) => !removable.has(id));
      await ledgerRows.removeProjects(came.filter((id) => removable.has(id)));
      await ledgerRows.changeProjects(staying.map((id) => ({ id, after: { standing: 'withdrawn' } })));
      await ledgerRows.removeMilestones([...removableSteps]);
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
          .filter((line) => line.action === 'add-milestone' && removableSteps.has(line.thingId))
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
