import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A line of the activity log: who did what to which thing, with the old and the new. */
export type Act = {
  readonly workspaceId: string;
  readonly programId: number | null;
  readonly at: Instant;
  readonly personId: number | null;
  readonly action: string;
  readonly thing: string;
  readonly thingId: number | null;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly cause: string;
  readonly ordinal?: number;
};

/** A line of the log as it is read back. */
export type LoggedAct = {
  readonly programId: number | null;
  readonly at: Instant;
  readonly personId: number | null;
  readonly action: string;
  readonly thing: string;
  readonly thingId: number | null;
  readonly before: unknown;
  readonly after: unknown;
};

const listeners = new WeakMap<Database, (acts: readonly Act[]) => void>();

/** Tells `hear` what is added to the log within a transaction. */
export function onActs(database: Database, listener: (acts: readonly Act[]) => void): void {
  listeners.set(database, listener);
}

export function activityIn(database: Database) {
  return {
    /** Whether a cause acted before: its payload is being tried again. */
    async caused(workspaceId: string, cause: string): Promise<boolean> {
      return (await database.activity.findFirst({ where: { workspaceId, cause }, select: { id: true } })) !== null;
    },

    /** The first line that a cause left, or null. */
    async byCause(workspaceId: string, cause: string): Promise<LoggedAct | null> {
      const row = await database.activity.findFirst({ where: { workspaceId, cause }, orderBy: { ordinal: 'asc' } });
      if (!row) return null;
      const { programId, at, personId, action, thing, thingId, before, after } = row;
      return { programId, at: at.getTime(), personId, action, thing, thingId, before, after };
    },

    /** Adds to the log. The database refuses the same cause and ordinal twice. */
    async add(acts: readonly Act[]): Promise<void> {
      await database.$executeRaw`WITH ${loggedActs(database, acts)} SELECT 1`;
    },
  };
}

/** Lines of the log as a part of one statement; who listens to the transaction is told of them. */
export function loggedActs(database: Database, acts: readonly Act[]): Prisma.Sql {
  listeners.get(database)?.(acts);
  const rows = acts.map((act, index) => ({ ...act, ordinal: act.ordinal ?? index }));
  return Prisma.sql`logged AS (
    INSERT INTO activity ("workspaceId", "programId", at, "personId", action, thing, "thingId", before, after, cause, ordinal)
    SELECT "workspaceId", "programId", to_timestamp(at / 1000.0), "personId", action, thing, "thingId", before, after, cause, ordinal
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS a("workspaceId" text, "programId" int, at bigint, "personId" int,
      action text, thing text, "thingId" int, before jsonb, after jsonb, cause text, ordinal int)
    RETURNING id)`;
}
