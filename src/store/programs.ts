import type { Instant, LocalDay } from '../domain/day.js';
import type { Plan, Words } from '../domain/plan.js';
import type { Program, ProgramPolicy } from '../domain/program.js';
import type { Database } from './database.js';
import type { Program as ProgramRow } from './generated/client.js';
import { carryingIn } from './programs-carry.js';
import { loadLists, loadPeople, loadProjects, loadUnits } from './programs-load.js';
import { policyShape, wordsShape } from './stored-shapes.js';
import { touched } from './touched.js';

const programOf = (row: ProgramRow): Program => ({
  id: row.id,
  workspaceId: row.workspaceId,
  key: row.key,
  name: wordsShape.parse(row.name),
  year: row.year,
  timeZone: row.timeZone,
  from: row.fromDay as LocalDay,
  to: row.toDay as LocalDay,
  revision: row.revision,
  loadedAt: row.loadedAt.getTime(),
  policy: policyShape.parse(row.policy),
});

export function programsIn(database: Database) {
  return {
    ...carryingIn(database),

    /** The programs of a workspace, the newest year first. */
    async ofWorkspace(workspaceId: string): Promise<readonly ListedProgram[]> {
      const rows = await database.program.findMany({
        where: { workspaceId },
        orderBy: [{ year: 'desc' }, { id: 'desc' }],
        include: { _count: { select: { projects: true } } },
      });
      return rows.map((row) => ({
        ...programOf(row),
        current: row.current,
        archived: row.archivedAt !== null,
        projects: row._count.projects,
      }));
    },

    /** Makes a program the one that its workspace runs; the one before is kept as it is. False where it was so already. */
    async switchTo(workspaceId: string, id: number): Promise<boolean> {
      await database.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId} FOR UPDATE`;
      const current = await database.program.findFirst({ where: { workspaceId, current: true }, select: { id: true } });
      if (current?.id === id) return false;
      await database.program.updateMany({ where: { workspaceId, current: true }, data: { current: false } });
      await database.program.updateMany({ where: { workspaceId, id, archivedAt: null }, data: { current: true } });
      return true;
    },

    /** Puts a program that is not run away, or takes it out again (`at` null). False where it was so already. */
    async archive(workspaceId: string, id: number, at: Instant | null): Promise<boolean> {
      const changed = await database.program.updateMany({
        where: { workspaceId, id, current: false, archivedAt: at === null ? { not: null } : null },
        data: { archivedAt: at === null ? null : new Date(at) },
      });
      return changed.count > 0;
    },

    /** The program that a workspace runs now, or null before a plan was loaded. */
    async current(workspaceId: string): Promise<Program | null> {
      const row = await database.program.findFirst({ where: { workspaceId, current: true } });
      return row ? programOf(row) : null;
    },

    /** The programs that are being run, in every workspace. */
    async running(): Promise<readonly Program[]> {
      return (await database.program.findMany({ where: { current: true }, orderBy: { id: 'asc' } })).map(programOf);
    },

    async byIds(ids: readonly number[]): Promise<readonly Program[]> {
      return (await database.program.findMany({ where: { id: { in: [...ids] } } })).map(programOf);
    },

    async byId(id: number): Promise<Program | null> {
      const row = await database.program.findUnique({ where: { id } });
      return row ? programOf(row) : null;
    },

    /** What is kept in memory about the program's names, people and rights is no longer valid. */
    async touch(id: number): Promise<void> {
      await database.program.update({ where: { id }, data: { revision: { increment: 1 } } });
      touched(database);
    },

    /** The Slack channels of units, by the units' keys. */
    async setUnitChannels(programId: number, channels: readonly { unit: string; channelId: string }[]): Promise<void> {
      await database.$executeRaw`
        UPDATE unit SET "channelId" = c."channelId"
        FROM jsonb_to_recordset(${JSON.stringify(channels)}::jsonb) AS c(unit text, "channelId" text)
        WHERE unit."programId" = ${programId} AND unit.key = c.unit`;
    },

    /** The names that a digest or a card says for the plan's keys. */
    async names(programId: number): Promise<ProgramNames> {
      const [focusAreas, categories, sites, units, goals] = await Promise.all([
        database.focusArea.findMany({ where: { programId }, orderBy: { ordinal: 'asc' } }),
        database.category.findMany({ where: { programId }, orderBy: { ordinal: 'asc' } }),
        database.site.findMany({ where: { programId }, orderBy: { id: 'asc' } }),
        database.unit.findMany({ where: { programId }, orderBy: { id: 'asc' } }),
        database.goal.findMany({ where: { programId }, orderBy: { ordinal: 'asc' } }),
      ]);
      const named = (rows: readonly { key: string; name: unknown }[]) =>
        new Map(rows.map((row) => [row.key, row.name as Words]));
      return {
        focusAreas: named(focusAreas),
        categories: named(categories),
        sites: named(sites),
        goals: named(goals),
        units: new Map(
          units.map((unit) => [
            unit.id,
            { key: unit.key, name: unit.name as Words, channelId: unit.channelId, headId: unit.headId },
          ]),
        ),
      };
    },

    /**
     * Loads a plan; `exists` where the workspace has one of that key already (nothing is changed then). It becomes the one
     * that is run, unless `current` is false.
     */
    async load(
      workspace: { id: string; name?: string },
      plan: Plan,
      at: Instant,
      current = true,
    ): Promise<{ programId: number } | { exists: true }> {
      await database.workspace.upsert({
        where: { id: workspace.id },
        create: { id: workspace.id, name: workspace.name ?? workspace.id },
        update: workspace.name === undefined ? {} : { name: workspace.name },
      });
      const existing = await database.program.findUnique({
        where: { workspaceId_key: { workspaceId: workspace.id, key: plan.key } },
      });
      if (existing) return { exists: true };
      if (current)
        await database.program.updateMany({
          where: { workspaceId: workspace.id, current: true },
          data: { current: false },
        });
      const policy: ProgramPolicy = {
        calendar: plan.calendar,
        light: plan.light,
        postponement: plan.postponement,
        ladder: plan.ladder,
        prompts: plan.prompts,
        mechanisms: plan.mechanisms,
        stages: plan.stages,
        channels: plan.channels.map(({ name, digest }) => ({
          name,
          digest,
          unit: plan.units.find((unit) => unit.channel === name)?.key ?? null,
        })),
      };
      const { id: programId } = await database.program.create({
        data: {
          workspaceId: workspace.id,
          key: plan.key,
          name: plan.name,
          year: plan.year,
          timeZone: plan.timeZone,
          fromDay: plan.from,
          toDay: plan.to,
          policy: policy as object,
          current,
          loadedAt: new Date(at),
        },
        select: { id: true },
      });
      await loadLists(database, programId, plan);
      const people = await loadPeople(database, workspace.id, plan);
      const units = await loadUnits(database, programId, plan, people);
      await loadProjects(database, programId, plan, people, units);
      return { programId };
    },
  };
}

/** A program in the list of its workspace's. */
export type ListedProgram = Program & {
  readonly current: boolean;
  readonly archived: boolean;
  readonly projects: number;
};

export type ProgramNames = {
  readonly focusAreas: ReadonlyMap<string, Words>;
  readonly categories: ReadonlyMap<string, Words>;
  readonly sites: ReadonlyMap<string, Words>;
  readonly goals: ReadonlyMap<string, Words>;
  readonly units: ReadonlyMap<
    number,
    { readonly key: string; readonly name: Words; readonly channelId: string | null; readonly headId: number | null }
  >;
};
