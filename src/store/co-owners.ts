import type { Database } from './database.js';

/** Who own projects beside their owners. Names that are kept in memory must be read anew (programs.touch). */
export function coOwnersIn(database: Database) {
  return {
    /** False where they are one already. */
    async add(projectId: number, personId: number): Promise<boolean> {
      const { count } = await database.coOwner.createMany({ data: [{ projectId, personId }], skipDuplicates: true });
      return count > 0;
    },
    /** False where they are none. */
    async remove(projectId: number, personId: number): Promise<boolean> {
      return (await database.coOwner.deleteMany({ where: { projectId, personId } })).count > 0;
    },
    /** Somebody left: they share nothing any more. Answers the projects. */
    async leave(programId: number, personId: number): Promise<readonly number[]> {
      const shared = await database.coOwner.findMany({
        where: { personId, project: { programId } },
        select: { projectId: true },
      });
      const ids = shared.map((row) => row.projectId);
      await database.coOwner.deleteMany({ where: { personId, projectId: { in: ids } } });
      return ids;
    },
  };
}
