import type { Role, Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** A position (岗位): held by one person at a time, whatever it brings goes with it. */
export type Position = {
  readonly id: number;
  readonly name: string;
  readonly unitId: number | null;
  readonly unitName: Words | null;
  readonly holderId: number | null;
  readonly holderName: Words | null;
};

export function positionsIn(database: Database) {
  const read = (programId: number, id: number | null, holderId: number | null) =>
    database.$queryRaw<Position[]>`
      SELECT o.id, o.name, o."unitId", u.name AS "unitName", o."holderId",
             CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('zh', p.name, 'en', p."nameEn") END AS "holderName"
      FROM position o LEFT JOIN unit u ON u.id = o."unitId" LEFT JOIN person p ON p.id = o."holderId"
      WHERE o."programId" = ${programId} AND (${id}::int IS NULL OR o.id = ${id}) AND (${holderId}::int IS NULL OR o."holderId" = ${holderId})
      ORDER BY o.id`;

  return {
    all: (programId: number): Promise<readonly Position[]> => read(programId, null, null),
    heldBy: (programId: number, personId: number): Promise<readonly Position[]> => read(programId, null, personId),
    async byId(programId: number, id: number): Promise<Position | null> {
      return (await read(programId, id, null))[0] ?? null;
    },

    /** A position, held until the transaction ends. */
    async lock(programId: number, id: number): Promise<Position | null> {
      await database.$queryRaw`SELECT id FROM position WHERE id = ${id} AND "programId" = ${programId} FOR UPDATE`;
      return (await read(programId, id, null))[0] ?? null;
    },

    /** Null where one of that name is there. */
    async add(made: {
      readonly programId: number;
      readonly name: string;
      readonly unitId: number | null;
      readonly holderId: number | null;
    }): Promise<number | null> {
      const { programId, name } = made;
      const there = await database.position.findUnique({ where: { programId_name: { programId, name } } });
      if (there) return null;
      return (await database.position.create({ data: made, select: { id: true } })).id;
    },

    async setHolder(id: number, holderId: number | null): Promise<void> {
      await database.position.update({ where: { id }, data: { holderId } });
    },

    /** Lets units and duties of a person go with a position (null: with none). Projects and milestones go through the ledger. */
    async bind(positionId: number | null, unitIds: readonly number[], dutyIds: readonly number[]): Promise<void> {
      await database.unit.updateMany({ where: { id: { in: [...unitIds] } }, data: { headPositionId: positionId } });
      await database.duty.updateMany({ where: { id: { in: [...dutyIds] } }, data: { positionId } });
    },

    /** The roles that a position brings: those of its holder, or, while it is vacant, those that its last holder had by it. */
    async duties(positionId: number): Promise<readonly PositionDuty[]> {
      const held = await database.duty.findMany({
        where: { positionId },
        select: { personId: true, role: true, unitId: true },
        orderBy: { id: 'asc' },
      });
      if (held.length > 0) return held.map((duty) => ({ ...duty, role: duty.role as Role }));
      const [last] = await database.$queryRaw<{ roles: readonly Omit<PositionDuty, 'personId'>[] | null }[]>`
        SELECT after->'roles' AS roles FROM activity
        WHERE thing = 'position' AND "thingId" = ${positionId} AND action = 'take-over' ORDER BY id DESC LIMIT 1`;
      return (last?.roles ?? []).map((duty) => ({ ...duty, personId: null }));
    },
  };
}

/** A role that goes with a position; `personId` null: nobody holds it now. */
export type PositionDuty = { readonly personId: number | null; readonly role: Role; readonly unitId: number | null };
