import type { Words } from '../domain/plan.js';
import type { Responsibilities } from '../domain/responsibilities.js';
import type { Database } from './database.js';

export function responsibilitiesIn(database: Database) {
  return {
    async of(programId: number, personId: number): Promise<Responsibilities> {
      const project = { id: true, code: true, name: true } as const;
      const live = { programId, standing: { not: 'withdrawn' } } as const;
      const [owned, sponsored, milestones, units, obstacles] = await Promise.all([
        database.project.findMany({
          where: { ...live, ownerId: personId },
          select: { ...project, ownerPositionId: true },
          orderBy: { code: 'asc' },
        }),
        database.project.findMany({
          where: { ...live, sponsorId: personId },
          select: { ...project, sponsorPositionId: true },
          orderBy: { code: 'asc' },
        }),
        database.milestone.findMany({
          where: { programId, ownerId: personId, doneOn: null, project: { standing: { not: 'withdrawn' } } },
          select: {
            id: true,
            projectId: true,
            name: true,
            ownerId: true,
            ownerPositionId: true,
            project: { select: { code: true } },
          },
          orderBy: [{ projectId: 'asc' }, { ordinal: 'asc' }],
        }),
        database.unit.findMany({
          where: { programId, headId: personId },
          select: { id: true, name: true, headPositionId: true },
          orderBy: { id: 'asc' },
        }),
        database.obstacle.findMany({
          where: {
            programId,
            standing: { in: ['open', 'claimed'] },
            OR: [{ holderId: personId }, { claimedById: personId }],
          },
          select: { id: true, number: true, text: true, project: { select: { code: true } } },
          orderBy: { number: 'asc' },
        }),
      ]);
      return {
        projects: owned.map(({ ownerPositionId, ...row }) => ({ ...row, positionId: ownerPositionId })),
        sponsored: sponsored.map(({ sponsorPositionId, ...row }) => ({ ...row, positionId: sponsorPositionId })),
        milestones: milestones.map(({ ownerPositionId, project: { code }, ...row }) => ({
          ...row,
          code,
          positionId: ownerPositionId,
        })),
        units: units.map(({ headPositionId, name, ...row }) => ({
          ...row,
          name: name as Words,
          positionId: headPositionId,
        })),
        obstacles: obstacles.map(({ project: { code }, ...row }) => ({ ...row, code })),
      };
    },

    /**
     * What a position brings, whoever holds it. Its obstacles are those that wait on its holder because of what it brings: at
     * the rung of a unit that it heads, of a department that it heads, or of a project that it sponsors.
     */
    async ofPosition(programId: number, positionId: number, holderId: number | null): Promise<Responsibilities> {
      const project = { id: true, code: true, name: true } as const;
      const live = { programId, standing: { not: 'withdrawn' } } as const;
      const [owned, sponsored, milestones, units, obstacles] = await Promise.all([
        database.project.findMany({
          where: { ...live, ownerPositionId: positionId },
          select: project,
          orderBy: { code: 'asc' },
        }),
        database.project.findMany({
          where: { ...live, sponsorPositionId: positionId },
          select: project,
          orderBy: { code: 'asc' },
        }),
        database.milestone.findMany({
          where: { programId, ownerPositionId: positionId, project: { standing: { not: 'withdrawn' } } },
          select: { id: true, projectId: true, name: true, ownerId: true, project: { select: { code: true } } },
          orderBy: [{ projectId: 'asc' }, { ordinal: 'asc' }],
        }),
        database.unit.findMany({
          where: { programId, headPositionId: positionId },
          select: { id: true, name: true },
          orderBy: { id: 'asc' },
        }),
        database.$queryRaw<{ id: number; number: number; text: string; code: string }[]>`
          SELECT o.id, o.number, o.text, p.code FROM obstacle o JOIN project p ON p.id = o."projectId"
            JOIN unit u ON u.id = p."unitId" LEFT JOIN unit d ON d.id = o."departmentId"
          WHERE o."programId" = ${programId} AND o.standing IN ('open', 'claimed')
            AND (o."holderId" = ${holderId} OR o."claimedById" = ${holderId})
            AND ((o.rung = 'unit' AND u."headPositionId" = ${positionId})
              OR (o.rung = 'department' AND d."headPositionId" = ${positionId})
              OR (o.rung = 'sponsor' AND p."sponsorPositionId" = ${positionId})
              OR (o.rung = 'commander' AND EXISTS (SELECT 1 FROM duty c WHERE c."positionId" = ${positionId} AND c.role = 'commander')))
          ORDER BY o.number`,
      ]);
      return {
        projects: owned.map((row) => ({ ...row, positionId })),
        sponsored: sponsored.map((row) => ({ ...row, positionId })),
        milestones: milestones.map(({ project: { code }, ...row }) => ({ ...row, code, positionId })),
        units: units.map((row) => ({ ...row, name: row.name as Words, positionId })),
        obstacles,
      };
    },
  };
}
