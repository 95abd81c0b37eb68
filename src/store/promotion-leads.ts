import type { Instant, LocalDay } from '../domain/day.js';
import type { LeadState } from '../domain/promotion/lead.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A lead with what became of it. */
export type Lead = LeadState & {
  readonly id: number;
  readonly programId: number;
  readonly number: number;
  readonly investor: string;
  readonly investorKey: string;
  readonly field: string | null;
  readonly wants: string | null;
  readonly contact: string | null;
  readonly firstById: number;
  readonly firstAt: Instant;
  readonly reportedOn: LocalDay;
  readonly projectId: number | null;
  readonly carriedFromId: number | null;
  /** Who told of it after the first, in their order. */
  readonly joinedIds: readonly number[];
};

export type NewLead = Pick<
  Lead,
  'programId' | 'investor' | 'investorKey' | 'field' | 'wants' | 'firstById' | 'reportedOn'
> &
  Partial<Pick<Lead, 'standing' | 'judgedOn' | 'answeredOn' | 'dropReason' | 'contact'>> & {
    readonly at: Instant;
    readonly cause: string;
    /** The spreadsheet that it came with. */
    readonly importId?: number;
    /** Who had told of it, too, when it was kept. */
    readonly joinedIds?: readonly number[];
  };

/** A lead `l` that goes on into the next program. */
export const IN_HAND = `l.standing IN ('new', 'pursued')`;

/** `again`: there was one of this investor, which stays as it is. */
export type KeptLead = { readonly lead: Lead; readonly again: boolean };

/** Who signed a lead, when, and the cause under which its project came into the ledger. */
export type LeadSigning = { readonly cause: string; readonly personId: number | null; readonly at: Instant };

export function promotionLeadsIn(database: Database) {
  async function read(where: Prisma.PromotionLeadWhereInput): Promise<readonly Lead[]> {
    const rows = await database.promotionLead.findMany({ where, orderBy: { number: 'asc' } });
    const joined = await database.promotionLeadReport.findMany({
      where: { leadId: { in: rows.map(({ id }) => id) } },
      orderBy: [{ at: 'asc' }, { personId: 'asc' }],
    });
    return rows.map(({ firstAt, cause: _, importId: __, ...row }) => ({
      ...row,
      standing: row.standing as Lead['standing'],
      judgedOn: row.judgedOn as LocalDay | null,
      answeredOn: row.answeredOn as LocalDay | null,
      reportedOn: row.reportedOn as LocalDay,
      firstAt: firstAt.getTime(),
      joinedIds: joined.filter(({ leadId }) => leadId === row.id).map(({ personId }) => personId),
    }));
  }

  return {
    /**
     * Keeps a lead under the next number. The program's row stays locked until the transaction ends, so of two who tell of one
     * investor at once the first is the first, and the second finds it.
     */
    async keep(lead: NewLead): Promise<KeptLead> {
      await database.$queryRaw`SELECT id FROM program WHERE id = ${lead.programId} FOR NO KEY UPDATE`;
      const there = await this.ofInvestor(lead.programId, lead.investorKey);
      if (there !== null) return { lead: there, again: true };
      const [kept] = await this.keepNew(lead.programId, [lead]);
      if (kept === undefined) throw new Error(`the lead of ${lead.cause} was not read`);
      return { lead: kept, again: false };
    },

    /** Keeps leads of which there is none, in their order, and who joined each. The program's row is locked by who calls. */
    async keepNew(programId: number, added: readonly NewLead[]): Promise<readonly Lead[]> {
      if (added.length === 0) return [];
      const [taken] = await database.$queryRaw<{ before: number }[]>`
        UPDATE program SET "lastLead" = "lastLead" + ${added.length}::int WHERE id = ${programId}
        RETURNING "lastLead" - ${added.length}::int AS before`;
      if (!taken) throw new Error(`there is no program ${programId}`);
      const rows = added.map(({ at, joinedIds: _, ...lead }, place) => ({
        ...lead,
        number: taken.before + place + 1,
        firstAt: new Date(at),
      }));
      const kept = await database.promotionLead.createManyAndReturn({ data: rows, select: { id: true, number: true } });
      const idOf = new Map(kept.map(({ id, number }) => [number, id]));
      const reports = added.flatMap(({ at, joinedIds = [] }, place) =>
        joinedIds.map((personId) => ({
          leadId: idOf.get(taken.before + place + 1) ?? 0,
          personId,
          at: new Date(at),
          text: '',
        })),
      );
      if (reports.length > 0) await database.promotionLeadReport.createMany({ data: reports });
      return read({ id: { in: [...idOf.values()] } });
    },

    /** Whoever tells of it after the first joins, once. */
    async join(leadId: number, personId: number, at: Instant, text: string): Promise<void> {
      await database.promotionLeadReport.createMany({
        data: [{ leadId, personId, at: new Date(at), text }],
        skipDuplicates: true,
      });
    },

    async byId(programId: number, id: number): Promise<Lead | null> {
      return (await read({ programId, id }))[0] ?? null;
    },

    /** The same, which nobody else moves until the transaction ends. */
    async locked(programId: number, id: number): Promise<Lead | null> {
      await database.$queryRaw`SELECT id FROM promotion_lead WHERE "programId" = ${programId} AND id = ${id} FOR UPDATE`;
      return this.byId(programId, id);
    },

    async byNumber(programId: number, number: number): Promise<Lead | null> {
      return (await read({ programId, number }))[0] ?? null;
    },

    async ofInvestor(programId: number, investorKey: string): Promise<Lead | null> {
      return (await read({ programId, investorKey }))[0] ?? null;
    },

    /** Keeps what became of one; false: it is no longer of that version. */
    async save(
      lead: Pick<Lead, 'id' | 'version'>,
      state: LeadState & Partial<Pick<Lead, 'contact' | 'projectId'>>,
    ): Promise<boolean> {
      const { standing, version, judgedOn, answeredOn, dropReason, contact, projectId } = state;
      const { count } = await database.promotionLead.updateMany({
        where: { id: lead.id, version: lead.version },
        data: {
          standing,
          version,
          judgedOn,
          answeredOn,
          dropReason,
          ...(contact === undefined ? {} : { contact }),
          ...(projectId === undefined ? {} : { projectId }),
        },
      });
      return count > 0;
    },

    /** Those in hand: neither dropped nor signed. */
    open: (programId: number): Promise<readonly Lead[]> => read({ programId, standing: { in: ['new', 'pursued'] } }),

    all: (programId: number): Promise<readonly Lead[]> => read({ programId }),

    /** The press that signed it last: which cause its project has, whose it was and when; null: it never was. */
    async signing(programId: number, id: number): Promise<LeadSigning | null> {
      const row = await database.activity.findFirst({
        where: { programId, thing: 'promotion-lead', thingId: id, action: 'lead-sign' },
        orderBy: { id: 'desc' },
        select: { cause: true, personId: true, at: true },
      });
      return row === null
        ? null
        : { cause: row.cause.replace(/:lead$/u, ''), personId: row.personId, at: row.at.getTime() };
    },

    /** The one that a project came from, or null. */
    async ofProject(programId: number, projectId: number): Promise<Lead | null> {
      return (await read({ programId, projectId }))[0] ?? null;
    },

    /** Takes last year's open leads into a new program, each once, with its numbers anew and its clocks running on. */
    async carry(fromId: number, toId: number, cause: string): Promise<number> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        WITH open AS (
          SELECT l.*, row_number() OVER (ORDER BY l.number)::int AS place FROM promotion_lead l
          WHERE l."programId" = ${fromId} AND ${Prisma.raw(IN_HAND)}
            AND NOT EXISTS (SELECT 1 FROM promotion_lead o WHERE o."programId" = ${toId} AND o."investorKey" = l."investorKey")
        ), next AS (
          UPDATE program SET "lastLead" = "lastLead" + (SELECT count(*)::int FROM open) WHERE id = ${toId}
          RETURNING "lastLead" - (SELECT count(*)::int FROM open) AS before
        )
        INSERT INTO promotion_lead ("programId", number, investor, "investorKey", field, wants, contact, "firstById", "firstAt",
          "reportedOn", standing, "judgedOn", "answeredOn", "carriedFromId", cause)
        SELECT ${toId}, next.before + open.place, investor, "investorKey", field, wants, contact, "firstById", "firstAt",
          "reportedOn", standing, "judgedOn", "answeredOn", open.id, ${cause} || ':lead:' || open.id
        FROM open, next RETURNING id`;
      return rows.length;
    },
  };
}
