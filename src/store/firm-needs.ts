import type { Instant, LocalDay } from '../domain/day.js';
import { RUNG_LABELS } from '../domain/ladder.js';
import type { Matter, ObstacleKind, Rung, Words } from '../domain/plan.js';
import type { Need } from '../domain/visit.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A need with the obstacle that it became, as that stands now. */
export type FirmNeed = Need & {
  readonly slotId: number;
  readonly slotDay: LocalDay;
  readonly projectId: number;
  readonly obstacleId: number;
  readonly number: number;
  readonly kind: ObstacleKind;
  readonly matter: Matter;
  readonly text: string;
  readonly promisedFor: LocalDay | null;
};

type Row = Omit<FirmNeed, 'at'> & { readonly rung: Rung; readonly unit: Words | null };

/** It is cleared, and whoever raised it says so by and by. */
const VERIFIED: Words = { zh: '核实', en: 'verification' };

const placeOf = ({ rung, unit, standing }: Row): Words =>
  standing === 'resolved' ? VERIFIED : (unit ?? RUNG_LABELS[rung]);

export function firmNeedsIn(database: Database) {
  return {
    /** A need is what stands in the way of the firm's project; told again on the same visit it is the same. */
    async add(need: {
      readonly programId: number;
      readonly slotId: number;
      readonly projectId: number;
      readonly obstacleId: number;
      readonly answerBy: LocalDay;
      readonly by: number;
      readonly at: Instant;
    }): Promise<void> {
      const { programId, slotId, projectId, obstacleId, answerBy, by, at } = need;
      await database.$executeRaw`
        INSERT INTO firm_need ("programId", "slotId", "projectId", "obstacleId", "answerBy", "toldById", "toldAt")
        VALUES (${programId}, ${slotId}, ${projectId}, ${obstacleId}, ${answerBy}, ${by}, ${new Date(at)}::timestamptz)
        ON CONFLICT ("slotId", "obstacleId") DO NOTHING`;
    },

    /** What firms needed, the oldest visit first; of one firm where `projectId` says so. What was no obstacle is none. */
    ofProgram: (programId: number, projectId: number | null = null): Promise<readonly FirmNeed[]> =>
      read(Prisma.sql`(${projectId}::int IS NULL OR n."projectId" = ${projectId}::int)`, programId),

    /** What was told on one visit. */
    ofSlot: (programId: number, slotId: number): Promise<readonly FirmNeed[]> =>
      read(Prisma.sql`n."slotId" = ${slotId}`, programId),
  };

  async function read(which: Prisma.Sql, programId: number): Promise<readonly FirmNeed[]> {
    const rows = await database.$queryRaw<Row[]>`
        SELECT n."slotId", s.day AS "slotDay", n."projectId", n."obstacleId", n."answerBy", o.number, o.kind, o.matter, o.text,
               o.standing, o.rung, o."claimedById" IS NOT NULL AS claimed, o."promisedFor",
               CASE o.rung WHEN 'unit' THEN pu.name WHEN 'department' THEN du.name END AS unit
        FROM firm_need n JOIN review_slot s ON s.id = n."slotId" JOIN obstacle o ON o.id = n."obstacleId"
          JOIN project p ON p.id = o."projectId" JOIN unit pu ON pu.id = p."unitId" LEFT JOIN unit du ON du.id = o."departmentId"
        WHERE n."programId" = ${programId} AND NOT o.withdrawn AND ${which}
        ORDER BY s.day, n."slotId", o.number`;
    return rows.map(({ rung, unit, ...row }) => ({ ...row, at: placeOf({ rung, unit, ...row }) }));
  }
}
