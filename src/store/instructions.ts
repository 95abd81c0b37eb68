import type { Instant } from '../domain/day.js';
import type { Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** What a leader said about a project, or about an obstacle of it (批示). */
export type NewInstruction = {
  readonly programId: number;
  readonly projectId: number;
  readonly obstacleId: number | null;
  readonly personId: number;
  readonly text: string;
  readonly at: Instant;
  readonly cause: string;
};

export type Instruction = {
  readonly id: number;
  readonly at: Instant;
  readonly person: Words;
  readonly text: string;
  /** The number of the obstacle that it is about. */
  readonly obstacle: number | null;
  /** The action item that was made of it. */
  readonly item: { readonly id: number; readonly number: number } | null;
};

export function instructionsIn(database: Database) {
  return {
    /** Keeps one; the same payload keeps it once. */
    async add({ at, ...rest }: NewInstruction): Promise<void> {
      await database.instruction.createMany({ data: [{ ...rest, at: new Date(at) }], skipDuplicates: true });
    },

    /** Which one a payload kept. */
    async idOf(programId: number, cause: string): Promise<number> {
      const where = { programId_cause: { programId, cause } };
      return (await database.instruction.findUniqueOrThrow({ where, select: { id: true } })).id;
    },

    /** Holds one until the transaction ends: who makes an item of it meanwhile waits. */
    async lock(programId: number, id: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM instruction WHERE "programId" = ${programId} AND id = ${id} FOR UPDATE`;
    },

    /** All that was said of a project, the newest first. */
    async ofProject(programId: number, projectId: number): Promise<readonly Instruction[]> {
      const rows = await database.$queryRaw<(Omit<Instruction, 'at'> & { readonly at: Date })[]>`
        SELECT i.id, i.at, json_build_object('zh', o.name, 'en', o."nameEn") AS person, i.text, b.number AS obstacle,
               CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'number', t.number) END AS item
        FROM instruction i JOIN person o ON o.id = i."personId" LEFT JOIN obstacle b ON b.id = i."obstacleId"
          LEFT JOIN action_item t ON t."instructionId" = i.id
        WHERE i."programId" = ${programId} AND i."projectId" = ${projectId} ORDER BY i.at DESC, i.id DESC`;
      return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
    },
  };
}
