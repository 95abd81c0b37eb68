import type { Instant, LocalDay } from '../domain/day.js';
import { type FactorBatch, type FactorDraw, type FactorRequest, factorClass } from '../domain/factor.js';
import type { FactorAmount } from '../domain/factor-amount.js';
import type { Stage } from '../domain/plan.js';
import type { ProjectStanding } from '../domain/project.js';
import type { Database } from './database.js';
import { factorEntriesIn, type PoolName } from './factor-entries.js';
import { Prisma } from './generated/client.js';

/** A pool with its batches. */
export type FactorPool = PoolName & { readonly id: number; readonly batches: readonly FactorBatch[] };

/** One pool by its id, or those of a factor, of one pollutant where it is named; null: all. */
export type WhichPools = number | { readonly factor: string; readonly part: string | null } | null;

/** A request with its project; its gate the feature computes, since the goals are the program's. */
export type FactorNeed = PoolName &
  Omit<FactorRequest, 'gate'> & {
    readonly programId: number;
    readonly poolId: number;
    readonly projectId: number;
    readonly projectName: string;
    readonly nickname: string | null;
    readonly category: string;
    readonly projectStanding: ProjectStanding;
    readonly stage: Stage;
    readonly unitId: number;
    readonly ownerId: number | null;
    readonly coOwnerIds: readonly number[];
    readonly sponsorId: number | null;
    /** The day on which it would start: as its owner expects, else as planned; null: no step of its roadmap starts it. */
    readonly startsOn: LocalDay | null;
    /** The works' planned start by the ledger. */
    readonly plannedStart: LocalDay | null;
    readonly neededBy: LocalDay | null;
    readonly source: string | null;
    readonly obstacleId: number | null;
    readonly obstacleNumber: number | null;
    readonly askedById: number;
    /** Somebody decided that it keeps what it has. */
    readonly kept: boolean;
  };

export type NewNeed = PoolName & {
  readonly programId: number;
  readonly projectId: number;
  readonly amount: FactorAmount;
  readonly neededBy: LocalDay | null;
  readonly divisible: boolean;
  readonly source: string | null;
  readonly obstacleId: number | null;
  readonly askedById: number;
  readonly at: Instant;
  readonly cause: string;
};

type RequestRow = Omit<FactorNeed, keyof ProjectPart | 'class'>;
type ProjectPart = Pick<
  FactorNeed,
  | 'code'
  | 'projectName'
  | 'nickname'
  | 'category'
  | 'projectStanding'
  | 'stage'
  | 'unitId'
  | 'ownerId'
  | 'coOwnerIds'
  | 'sponsorId'
  | 'investment'
  | 'plannedStart'
  | 'startsOn'
>;
type ProjectRow = ProjectPart & { readonly id: number; readonly remark: string | null };

type HeldPart = { readonly batchId: number; readonly from: LocalDay; readonly amount: FactorAmount };

/** Amounts are below 2^53, so that a double holds each exactly. */
const REQUEST = Prisma.sql`
  SELECT r.id, r."programId", r."poolId", f.factor, f.part, r."projectId", r.amount::float8 AS amount, r.given::float8 AS given,
    r.released::float8 AS released, r."neededBy", r.divisible, r.standing, r.source, r."obstacleId", o.number AS "obstacleNumber",
    r."askedById", (extract(epoch FROM r."askedAt") * 1000)::float8 AS "askedAt", r."keptAt" IS NOT NULL AS kept
  FROM factor_request r JOIN factor_pool f ON f.id = r."poolId" JOIN project p ON p.id = r."projectId"
    LEFT JOIN obstacle o ON o.id = r."obstacleId"`;

const PROJECT = Prisma.sql`
  SELECT p.id, p.code, p.name AS "projectName", p.category, p.standing AS "projectStanding", p.stage, p."unitId", p."ownerId",
    p."sponsorId", p.remark, p."totalInvestment" AS investment, p."startDay" AS "plannedStart",
    (SELECT (array_agg(n.text ORDER BY n.id))[1] FROM nickname n WHERE n."projectId" = p.id) AS nickname,
    coalesce((SELECT json_agg(c."personId") FROM co_owner c WHERE c."projectId" = p.id), '[]'::json) AS "coOwnerIds",
    (SELECT coalesce(m.forecast, m.due) FROM milestone m WHERE m."projectId" = p.id AND m."doneOn" IS NULL
       AND m.stage IN ('started', 'completed', 'operating') ORDER BY m.ordinal LIMIT 1) AS "startsOn"
  FROM project p`;

/** What waits: it is neither given nor taken back, and its project is in the plan. */
const WAITS = Prisma.sql`r.standing = 'open' AND r.given + r.released < r.amount AND p.standing <> 'withdrawn'`;

export function factorsIn(database: Database) {
  async function needs(where: Prisma.Sql): Promise<readonly FactorNeed[]> {
    // As values: ten thousand rows of thirty columns would be most of the time. A project is read once, however much it waits for.
    const [all] = await database.$queryRaw<{ requests: readonly RequestRow[]; projects: readonly ProjectRow[] }[]>`
      WITH asked AS MATERIALIZED (${REQUEST} WHERE ${where})
      SELECT (SELECT coalesce(json_agg(asked ORDER BY asked.id), '[]'::json) FROM asked) AS requests,
        (SELECT coalesce(json_agg(its), '[]'::json) FROM (${PROJECT} WHERE p.id IN (SELECT "projectId" FROM asked)) its) AS projects`;
    const projects = new Map(
      all?.projects.map(({ id, remark, ...project }) => [id, { ...project, class: factorClass(remark) }]),
    );
    return (all?.requests ?? []).flatMap((request) => {
      const project = projects.get(request.projectId);
      return project === undefined ? [] : [{ ...project, ...request }];
    });
  }

  async function poolId(programId: number, { factor, part }: PoolName): Promise<number> {
    const [row] = await database.$queryRaw<{ id: number }[]>`
      INSERT INTO factor_pool ("programId", factor, part) VALUES (${programId}, ${factor}, ${part})
      ON CONFLICT ("programId", factor, part) DO UPDATE SET factor = excluded.factor RETURNING id`;
    if (row === undefined) throw new Error(`no pool ${factor}`);
    return row.id;
  }

  const pools = (where: Prisma.Sql): Promise<FactorPool[]> => database.$queryRaw<FactorPool[]>`
    SELECT f.id, f.factor, f.part,
      coalesce((SELECT json_agg(json_build_object('id', b.id, 'amount', b.amount, 'given', b.given, 'from', b."fromDay")
        ORDER BY b."fromDay", b.id) FROM factor_batch b WHERE b."poolId" = f.id), '[]'::json) AS batches
    FROM factor_pool f WHERE ${where} ORDER BY f.id`;

  return {
    ...factorEntriesIn(database),

    /** Every pool of a program with its batches; or one, or those of a factor, or of one pollutant of it. */
    pools: (programId: number, only: WhichPools = null): Promise<readonly FactorPool[]> => {
      const [id, factor, part] = typeof only === 'number' ? [only] : [null, only?.factor, only?.part];
      return pools(Prisma.sql`f."programId" = ${programId} AND (${id ?? null}::int IS NULL OR f.id = ${id ?? null})
        AND (${factor ?? null}::text IS NULL OR f.factor = ${factor ?? null}) AND (${part ?? null}::text IS NULL OR f.part = ${part ?? null})`);
    },

    /** A pool that is there. */
    async pool(id: number): Promise<FactorPool> {
      const [pool] = await pools(Prisma.sql`f.id = ${id}`);
      if (pool === undefined) throw new Error(`no pool ${id}`);
      return pool;
    },

    /** Whatever is given of a pool is given one after the other: what is left is counted under this lock. */
    async lockPool(id: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM factor_pool WHERE id = ${id} FOR NO KEY UPDATE`;
    },

    /** Opens a batch; the same cause opens one. */
    async openBatch(
      programId: number,
      pool: PoolName,
      given: {
        readonly amount: FactorAmount;
        readonly from: LocalDay;
        readonly personId: number;
        readonly at: Instant;
        readonly cause: string;
      },
    ): Promise<number> {
      const id = await poolId(programId, pool);
      const { amount, from, personId, at, cause } = given;
      await database.$executeRaw`
        INSERT INTO factor_batch ("poolId", amount, "fromDay", "openedById", "openedAt", cause)
        VALUES (${id}, ${BigInt(amount)}, ${from}, ${personId}, ${new Date(at)}::timestamptz, ${cause})
        ON CONFLICT ("poolId", cause) DO NOTHING`;
      return id;
    },

    /** Writes a request down; null: its project waits for this already. */
    async ask({ factor, part, at, amount, ...need }: NewNeed): Promise<number | null> {
      const id = await poolId(need.programId, { factor, part });
      const [row] = await database.$queryRaw<{ id: number }[]>`
        INSERT INTO factor_request ("programId", "poolId", "projectId", amount, "neededBy", divisible, source, "obstacleId", "askedById", "askedAt", cause)
        VALUES (${need.programId}, ${id}, ${need.projectId}, ${BigInt(amount)}, ${need.neededBy}, ${need.divisible}, ${need.source}, ${need.obstacleId},
          ${need.askedById}, ${new Date(at)}::timestamptz, ${need.cause})
        ON CONFLICT DO NOTHING RETURNING id`;
      return row?.id ?? null;
    },

    async byCause(programId: number, cause: string): Promise<FactorNeed | null> {
      return (await needs(Prisma.sql`r."programId" = ${programId} AND r.cause = ${cause}`))[0] ?? null;
    },

    async byId(programId: number, id: number): Promise<FactorNeed | null> {
      return (await needs(Prisma.sql`r."programId" = ${programId} AND r.id = ${id}`))[0] ?? null;
    },

    /** Everything that was asked for, oldest first. */
    all: (programId: number, most: number): Promise<readonly FactorNeed[]> =>
      needs(Prisma.sql`r."programId" = ${programId} ORDER BY r.id LIMIT ${most}`),

    /** What waits of a program, of all pools or of some. */
    waiting: (programId: number, of: readonly number[] | null = null): Promise<readonly FactorNeed[]> =>
      needs(
        Prisma.sql`r."programId" = ${programId} AND (${of === null} OR r."poolId" = ANY(${[...(of ?? [])]}::int[])) AND ${WAITS} ORDER BY r.id`,
      ),

    /** What a project asked for and what it has, oldest first. */
    ofProject: (programId: number, projectId: number): Promise<readonly FactorNeed[]> =>
      needs(
        Prisma.sql`r."programId" = ${programId} AND r."projectId" = ${projectId}
          AND (r.given > 0 OR ${WAITS}) ORDER BY r.id`,
      ),

    /** What projects of a program hold that are in the plan and neither rest nor left it. */
    held: (programId: number): Promise<readonly FactorNeed[]> =>
      needs(Prisma.sql`r."programId" = ${programId} AND r.given > 0 AND p.standing = 'open' ORDER BY r.id`),

    /** What a request has of which batch. */
    heldOf: (id: number): Promise<readonly HeldPart[]> => database.$queryRaw<HeldPart[]>`
      SELECT d."batchId", d."fromDay" AS from, sum(d.amount)::float8 AS amount FROM factor_draw d WHERE d."requestId" = ${id}
      GROUP BY d."batchId", d."fromDay" HAVING sum(d.amount) > 0`,

    /** Its project keeps what it has. */
    async keep(id: number, personId: number, at: Instant): Promise<void> {
      await database.$executeRaw`
        UPDATE factor_request SET "keptAt" = ${new Date(at)}::timestamptz, "keptById" = ${personId} WHERE id = ${id} AND "keptAt" IS NULL`;
    },

    /** Gives, or takes back what is below zero, in one statement. Only under the pool's lock; the database refuses what is not there. */
    async draw(
      need: Pick<FactorNeed, 'id' | 'poolId' | 'class'>,
      draws: readonly FactorDraw[],
      given: { readonly on: LocalDay; readonly personId: number; readonly at: Instant; readonly cause: string },
    ): Promise<void> {
      const { on, personId, at, cause } = given;
      await database.$executeRaw`
        INSERT INTO factor_draw ("requestId", "batchId", "poolId", "fromDay", amount, "onDay", ahead, class, "personId", at, cause)
        SELECT ${need.id}, b.id, ${need.poolId}, b."fromDay", d.amount::bigint, ${on}, d.ahead, ${need.class}, ${personId}, ${new Date(at)}::timestamptz, ${cause}
        FROM json_to_recordset(${JSON.stringify(draws)}::json) AS d("batchId" int, amount float8, ahead boolean)
          JOIN factor_batch b ON b.id = d."batchId"`;
    },
  };
}
