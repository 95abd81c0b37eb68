import type { Instant } from '../domain/day.js';
import type { NewPerson, NewUnit } from '../domain/ledger-compare/index.js';
import { romanName } from '../text/roman-name.js';
import type { Database } from './database.js';

/** previewed: nothing is written. A confirmed one can be undone for a day. */
export type ImportStanding = 'previewed' | 'confirmed' | 'undone' | 'discarded';

/** A spreadsheet that was read and previewed. `understood` is the feature's own. */
export type KeptImport = {
  readonly id: number;
  readonly personId: number;
  readonly fileName: string;
  readonly slackFileId: string | null;
  readonly ledgerRevision: number;
  readonly understood: unknown;
  readonly standing: ImportStanding;
  readonly at: Instant;
  readonly confirmedAt: Instant | null;
  /** What its message is named by. */
  readonly cause: string;
};

/** Somebody's change of the ledger, as the log has it. */
export type LoggedChange = {
  readonly at: Instant;
  readonly personId: number | null;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly codes: readonly string[];
  readonly count: number;
};

type ImportRow = Omit<KeptImport, 'at' | 'confirmedAt'> & { readonly at: Date; readonly confirmedAt: Date | null };
const importOf = ({ at, confirmedAt, ...row }: ImportRow): KeptImport => ({
  ...row,
  at: at.getTime(),
  confirmedAt: confirmedAt?.getTime() ?? null,
});

export function ledgerImportsIn(database: Database) {
  async function byId(programId: number, id: number): Promise<KeptImport | null> {
    const row = await database.ledgerImport.findFirst({ where: { programId, id } });
    return row === null ? null : importOf(row as unknown as ImportRow);
  }

  return {
    byId,

    /** The import that a payload began, or null. */
    async ofCause(programId: number, cause: string): Promise<KeptImport | null> {
      const row = await database.ledgerImport.findUnique({ where: { programId_cause: { programId, cause } } });
      return row === null ? null : importOf(row as unknown as ImportRow);
    },

    /** Keeps a preview; answers its id. */
    async keep(made: {
      readonly programId: number;
      readonly personId: number;
      readonly fileName: string;
      readonly slackFileId: string | null;
      readonly ledgerRevision: number;
      readonly understood: object;
      readonly at: Instant;
      readonly cause: string;
    }): Promise<number> {
      const { programId, cause, at, ...rest } = made;
      const row = await database.ledgerImport.upsert({
        where: { programId_cause: { programId, cause } },
        create: { ...rest, programId, cause, at: new Date(at) },
        update: { understood: rest.understood, ledgerRevision: rest.ledgerRevision },
        select: { id: true },
      });
      return row.id;
    },

    /** What a preview says now; one that was decided stays as it is. False where it was. */
    async renew(
      programId: number,
      id: number,
      now: { readonly ledgerRevision: number; readonly understood: object; readonly at: Instant },
    ): Promise<boolean> {
      const { count } = await database.ledgerImport.updateMany({
        where: { programId, id, standing: 'previewed' },
        data: { ledgerRevision: now.ledgerRevision, understood: now.understood, at: new Date(now.at) },
      });
      return count > 0;
    },

    /** Takes the program's row and then the import's, so that it is decided once; with the revision that the ledger has. */
    async lock(programId: number, id: number): Promise<{ kept: KeptImport; revision: number } | null> {
      const rows = await database.$queryRaw<{ ledgerRevision: number }[]>`
        SELECT "ledgerRevision" FROM program WHERE id = ${programId} FOR UPDATE`;
      await database.$queryRaw`SELECT id FROM ledger_import WHERE "programId" = ${programId} AND id = ${id} FOR UPDATE`;
      const kept = await byId(programId, id);
      return kept === null ? null : { kept, revision: rows[0]?.ledgerRevision ?? 0 };
    },

    async finish(id: number, standing: ImportStanding, at: Instant, understood: object): Promise<void> {
      const moment = new Date(at);
      await database.ledgerImport.update({
        where: { id },
        data: {
          standing,
          understood,
          ...(standing === 'confirmed' ? { confirmedAt: moment } : {}),
          ...(standing === 'undone' ? { undoneAt: moment } : {}),
        },
      });
    },

    /** Heads that people matched, by the head. */
    async columns(programId: number): Promise<ReadonlyMap<string, string>> {
      const rows = await database.columnMatch.findMany({ where: { programId } });
      return new Map(rows.map(({ head, field }) => [head, field]));
    },

    /** Heads that are read by their own words again. */
    async forgetColumns(programId: number, heads: readonly string[]): Promise<void> {
      await database.columnMatch.deleteMany({ where: { programId, head: { in: [...heads] } } });
    },

    async matchColumns(
      programId: number,
      personId: number,
      at: Instant,
      fields: ReadonlyMap<string, string>,
    ): Promise<void> {
      const rows = [...fields].map(([head, field]) => ({ head, field }));
      await database.$executeRaw`
        INSERT INTO column_match ("programId", head, field, "personId", at)
        SELECT ${programId}, head, field, ${personId}, ${new Date(at)}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(head text, field text)
        ON CONFLICT ("programId", head) DO UPDATE SET field = EXCLUDED.field, "personId" = EXCLUDED."personId", at = EXCLUDED.at`;
    },

    /** Units that an import brings; answers the id of each by the negative one that stood for it. */
    async makeUnits(
      programId: number,
      importId: number,
      units: readonly NewUnit[],
    ): Promise<ReadonlyMap<number, number>> {
      if (units.length === 0) return new Map();
      const rows = await database.unit.createManyAndReturn({
        data: units.map(({ id, name }) => ({
          programId,
          key: `import-${importId}-${-id}`,
          name: { zh: name, en: name },
          kind: 'department',
          aliases: [],
        })),
        select: { id: true, key: true },
      });
      const ids = new Map(rows.map(({ key, id }) => [key, id]));
      return new Map(units.map(({ id }) => [id, ids.get(`import-${importId}-${-id}`) ?? 0]));
    },

    /** People that an import brings, each with the role that its column means. */
    async makePeople(
      programId: number,
      workspaceId: string,
      importId: number,
      people: readonly NewPerson[],
    ): Promise<ReadonlyMap<number, number>> {
      if (people.length === 0) return new Map();
      const rows = await database.person.createManyAndReturn({
        data: people.map(({ id, name, phone }) => ({
          workspaceId,
          key: `import-${importId}-${-id}`,
          name,
          nameEn: romanName(name),
          title: { zh: '', en: '' },
          phone: phone === '' ? null : phone,
        })),
        select: { id: true, key: true },
      });
      const ids = new Map(rows.map(({ key, id }) => [key, id]));
      const made = new Map(people.map(({ id }) => [id, ids.get(`import-${importId}-${-id}`) ?? 0]));
      await database.duty.createMany({
        data: people.map(({ id, role, unitId }) => ({ programId, personId: made.get(id) ?? 0, role, unitId })),
      });
      return made;
    },

    /** Takes back people and units that an import brought and that nothing else names meanwhile. */
    async removeMade(personIds: readonly number[], unitIds: readonly number[]): Promise<void> {
      await database.$executeRaw`
        WITH free AS (
          SELECT p.id FROM person p WHERE p.id = ANY(${[...personIds]}::int[]) AND p."slackUserId" IS NULL
            AND NOT EXISTS (SELECT 1 FROM project o WHERE o."ownerId" = p.id OR o."sponsorId" = p.id)
            AND NOT EXISTS (SELECT 1 FROM milestone m WHERE m."ownerId" = p.id)
            AND NOT EXISTS (SELECT 1 FROM unit u WHERE u."headId" = p.id)
            AND NOT EXISTS (SELECT 1 FROM obstacle o WHERE p.id IN (o."holderId", o."raisedById", o."claimedById"))
            AND NOT EXISTS (SELECT 1 FROM delegation g WHERE p.id IN (g."personId", g."delegateId"))
            AND NOT EXISTS (SELECT 1 FROM report r WHERE r."personId" = p.id)
        ), duties AS (DELETE FROM duty d USING free WHERE d."personId" = free.id)
        SELECT 1`;
      await database.$executeRaw`
        DELETE FROM person p WHERE p.id = ANY(${[...personIds]}::int[]) AND NOT EXISTS (SELECT 1 FROM duty d WHERE d."personId" = p.id)
          AND NOT EXISTS (SELECT 1 FROM project o WHERE o."ownerId" = p.id OR o."sponsorId" = p.id)`;
      await database.$executeRaw`
        DELETE FROM unit u WHERE u.id = ANY(${[...unitIds]}::int[])
          AND NOT EXISTS (SELECT 1 FROM project p WHERE p."unitId" = u.id)
          AND NOT EXISTS (SELECT 1 FROM duty d WHERE d."unitId" = u.id)
          AND NOT EXISTS (SELECT 1 FROM "position" o WHERE o."unitId" = u.id)`;
    },

    /** What projects have done this year by the newest figures, locked. */
    async figuresNow(programId: number, projectIds: readonly number[]): Promise<ReadonlyMap<number, number | null>> {
      const rows = await database.$queryRaw<{ id: number; doneInvestment: number | null }[]>`
        SELECT id, "doneInvestment" FROM project WHERE "programId" = ${programId} AND id = ANY(${[...projectIds]}::int[])
        ORDER BY id FOR UPDATE`;
      return new Map(rows.map((row) => [row.id, row.doneInvestment]));
    },

    /** Projects by code with their milestones by name. */
    async milestonesOf(
      programId: number,
      codes: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly id: number; readonly milestones: ReadonlyMap<string, number> }>> {
      const rows = await database.project.findMany({
        where: { programId, code: { in: [...codes] } },
        select: { id: true, code: true, milestones: { select: { id: true, name: true } } },
      });
      return new Map(
        rows.map(({ id, code, milestones }) => [
          code,
          { id, milestones: new Map(milestones.map((each) => [each.name, each.id])) },
        ]),
      );
    },

    /** Who changed the ledger after a moment, an act a line, the newest first. */
    async changedAfter(programId: number, after: Instant, limit: number): Promise<readonly LoggedChange[]> {
      const rows = await database.$queryRaw<(Omit<LoggedChange, 'at'> & { at: Date })[]>`
        SELECT max(a.at) AS at, a."personId", p.name, p."nameEn", count(*)::int AS count,
               (array_agg(DISTINCT coalesce(o.code, a.after->>'code', a.before->>'code')))[1:4] AS codes
        FROM activity a LEFT JOIN person p ON p.id = a."personId"
          LEFT JOIN milestone m ON a.thing = 'milestone' AND m.id = a."thingId"
          LEFT JOIN project o ON o.id = CASE a.thing WHEN 'project' THEN a."thingId" ELSE m."projectId" END
        WHERE a."programId" = ${programId} AND a.at > ${new Date(after)}::timestamptz AND a.thing IN ('project', 'milestone')
          AND a.action IN ('add-project', 'change-project', 'remove-project', 'add-milestone', 'change-milestone', 'remove-milestone')
        GROUP BY a.cause, a."personId", p.name, p."nameEn" ORDER BY 1 DESC LIMIT ${limit}`;
      return rows.map(({ at, codes, ...row }) => ({
        ...row,
        at: at.getTime(),
        codes: codes.filter((code) => code !== null),
      }));
    },

    /** Codes of projects, and of the projects of milestones. */
    async codesOf(programId: number, ids: readonly number[]): Promise<readonly string[]> {
      const rows = await database.project.findMany({
        where: { programId, id: { in: [...ids] } },
        select: { code: true },
        orderBy: { code: 'asc' },
      });
      return rows.map(({ code }) => code);
    },
  };
}
