import type { Role, Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** A role that somebody holds in a program. */
export type Duty = {
  readonly id: number;
  readonly personId: number;
  readonly role: Role;
  readonly unitId: number | null;
  readonly unitName: Words | null;
  readonly positionId: number | null;
};

export function dutiesIn(database: Database) {
  return {
    async of(programId: number, personIds: readonly number[]): Promise<readonly Duty[]> {
      return database.$queryRaw<Duty[]>`
        SELECT d.id, d."personId", d.role, d."unitId", u.name AS "unitName", d."positionId"
        FROM duty d LEFT JOIN unit u ON u.id = d."unitId"
        WHERE d."programId" = ${programId} AND d."personId" = ANY(${[...personIds]}::int[]) ORDER BY d.id`;
    },

    /** True where it was added; false where they held it already. Only under the program's lock (`programs.touch`). */
    async add(duty: {
      readonly programId: number;
      readonly personId: number;
      readonly role: Role;
      readonly unitId: number | null;
      readonly positionId?: number | null;
    }): Promise<boolean> {
      const { programId, personId, role, unitId } = duty;
      const held = await database.duty.findFirst({
        where: { programId, personId, role, unitId },
        select: { id: true },
      });
      if (held) return false;
      await database.duty.create({ data: duty });
      return true;
    },

    /** True where they held it. */
    async remove(duty: {
      readonly programId: number;
      readonly personId: number;
      readonly role: Role;
      readonly unitId: number | null;
    }): Promise<boolean> {
      return (await database.duty.deleteMany({ where: duty })).count > 0;
    },

    /** How many people hold a role. */
    async holders(programId: number, role: Role): Promise<number> {
      const rows = await database.duty.findMany({
        where: { programId, role },
        distinct: ['personId'],
        select: { personId: true },
      });
      return rows.length;
    },

    /** The unit's head by name, where it is one of two persons: who was, and who is to be. */
    async setHead(unitId: number, from: number | null, to: number | null): Promise<boolean> {
      return (await database.unit.updateMany({ where: { id: unitId, headId: from }, data: { headId: to } })).count > 0;
    },

    /** Somebody else who heads a unit, or null. */
    async otherHead(programId: number, unitId: number, notId: number): Promise<number | null> {
      const row = await database.duty.findFirst({
        where: { programId, unitId, role: 'unit-head', personId: { not: notId } },
        orderBy: { id: 'asc' },
        select: { personId: true },
      });
      return row?.personId ?? null;
    },
  };
}
