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
  readonly at: Instant;
  readonly person: Words;
  readonly text: string;
  /** The number of the obstacle that it is about. */
  readonly obstacle: number | null;
};

export function instructionsIn(database: Database) {
  return {
    /** Keeps one; the same payload keeps it once. */
    async add({ at, ...rest }: NewInstruction): Promise<void> {
      await database.instruction.createMany({ data: [{ ...rest, at: new Date(at) }], skipDuplicates: true });
    },

    /** All that was said of a project, the newest first. */
    async ofProject(programId: number, projectId: number): Promise<readonly Instruction[]> {
      const rows = await database.$queryRaw<(Omit<Instruction, 'at'> & { readonly at: Date })[]>`
        SELECT i.at, json_build_object('zh', o.name, 'en', o."nameEn") AS person, i.text, b.number AS obstacle
        FROM instruction i JOIN person o ON o.id = i."personId" LEFT JOIN obstacle b ON b.id = i."obstacleId"
        WHERE i."programId" = ${programId} AND i."projectId" = ${projectId} ORDER BY i.at DESC, i.id DESC`;
      return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
    },
  };
}
