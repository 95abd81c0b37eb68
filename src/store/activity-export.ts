import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';

/**
 * A line of the exported log: persons, units, projects and obstacles by the names that people know them by, and causes
 * numbered in their order, so that who reads it needs nothing else and two that say the same are the same.
 */
export type ExportedAct = {
  readonly at: Instant;
  readonly who: string | null;
  readonly action: string;
  readonly thing: string;
  /** Code, number or key of the thing; null where it has none. */
  readonly name: string | number | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly cause: number;
};

/** What one person was asked on a morning (催报). */
export type ExportedPrompt = {
  readonly day: string;
  readonly at: Instant;
  readonly who: string;
  readonly items: readonly {
    readonly project: string;
    readonly milestone: string;
    readonly owner: string;
    readonly unit: string;
    readonly reason: string;
  }[];
};

const PERSONS = new Set([
  'by',
  'toId',
  'silentId',
  'standsInFor',
  'personId',
  'delegateId',
  'leader',
  'ownerId',
  'sponsorId',
]);
const PROJECTS = new Set(['projectId']);
const UNITS = new Set(['toUnitId', 'fromUnitId', 'unitId']);
const CAUSES = new Set(['cause', 'amends']);

type Row = {
  readonly at: Date;
  readonly personId: number | null;
  readonly action: string;
  readonly thing: string;
  readonly thingId: number | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly cause: string;
};

export function exportIn(database: Database) {
  return {
    /** The whole log of a program, in its order. */
    async exported(programId: number): Promise<readonly ExportedAct[]> {
      const rows = await database.$queryRaw<Row[]>`
        SELECT at, "personId", action, thing, "thingId", before, after, cause FROM activity
        WHERE "programId" = ${programId} ORDER BY at, thing, coalesce("thingId", 0), id`;
      const people = new Map((await database.person.findMany()).map(({ id, key }) => [id, key]));
      const units = new Map((await database.unit.findMany({ where: { programId } })).map(({ id, key }) => [id, key]));
      const projects = await database.project.findMany({ where: { programId }, select: { id: true, code: true } });
      const codes = new Map(projects.map(({ id, code }) => [id, code]));
      const obstacles = await database.obstacle.findMany({ where: { programId }, select: { id: true, number: true } });
      const milestones = await database.milestone.findMany({
        where: { project: { programId } },
        select: { id: true, name: true, projectId: true },
      });
      const steps = new Map(milestones.map(({ id, name, projectId }) => [id, `${codes.get(projectId)} ${name}`]));
      const numbers = new Map(obstacles.map(({ id, number }) => [id, number]));
      const causes = new Map<string, number>();
      const numberOf = (cause: string): number => {
        const known = causes.get(cause) ?? causes.size + 1;
        causes.set(cause, known);
        return known;
      };
      const named = (value: unknown, field: string): unknown => {
        if (typeof value === 'number' && PERSONS.has(field)) return people.get(value) ?? value;
        if (typeof value === 'number' && PROJECTS.has(field)) return codes.get(value) ?? value;
        if (typeof value === 'number' && UNITS.has(field)) return units.get(value) ?? value;
        if (typeof value === 'string' && CAUSES.has(field)) return numberOf(value);
        if (Array.isArray(value)) return value.map((each) => named(each, field));
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, each]) => [key, named(each, key)]),
        );
      };
      const nameOf = ({ thing, thingId }: Row): string | number | null => {
        if (thingId === null) return null;
        if (thing === 'project') return codes.get(thingId) ?? thingId;
        if (thing === 'milestone' || thing === 'trip') return steps.get(thingId) ?? thingId;
        if (thing === 'promotion-excuse') return people.get(thingId) ?? thingId;
        return thing === 'obstacle' ? (numbers.get(thingId) ?? thingId) : thingId;
      };
      return rows.map((row) => ({
        at: row.at.getTime(),
        who: row.personId === null ? null : (people.get(row.personId) ?? null),
        action: row.action,
        thing: row.thing,
        name: nameOf(row),
        before: named(row.before, ''),
        after: named(row.after, ''),
        cause: numberOf(row.cause),
      }));
    },

    /** What was asked on every morning; the log itself carries only how many. */
    async exportedPrompts(programId: number): Promise<readonly ExportedPrompt[]> {
      return database.$queryRaw<ExportedPrompt[]>`
        SELECT q.day, (extract(epoch FROM q."askedAt") * 1000)::float8 AS at, person.key AS who,
               coalesce((SELECT json_agg(json_build_object('project', p.code, 'milestone', m.name, 'owner', owner.key,
                                                           'unit', u.key, 'reason', i.reason) ORDER BY i.ordinal)
                         FROM prompt_item i JOIN milestone m ON m.id = i."milestoneId" JOIN project p ON p.id = m."projectId"
                         JOIN person owner ON owner.id = i."ownerId" JOIN unit u ON u.id = i."unitId"
                         WHERE i."promptId" = q.id), '[]'::json) AS items
        FROM prompt q JOIN person ON person.id = q."personId"
        WHERE q."programId" = ${programId} ORDER BY q.day, person.key`;
    },
  };
}
