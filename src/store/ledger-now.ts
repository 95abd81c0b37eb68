import type { LedgerNow, LedgerPerson, LedgerProject, LedgerUnit } from '../domain/ledger-compare/index.js';
import type { StageTable, Words } from '../domain/plan.js';
import type { Database } from './database.js';

type Named = { readonly key: string; readonly name: unknown };
const named = ({ key, name }: Named) => ({ key, name: name as Words });

/** The whole ledger of a program, to be compared with a spreadsheet or written into one: seven statements, whatever its size. */
export async function ledgerNow(database: Database, programId: number): Promise<LedgerNow> {
  // Read first: what changes while the rest is read makes a preview stale, instead of unnoticed.
  const program = await database.program.findUniqueOrThrow({
    where: { id: programId },
    select: { ledgerRevision: true, policy: true },
  });
  const projects = await database.$queryRaw<LedgerProject[]>`
    SELECT p.id, p.code, p.name, p.category, p."focusArea", p."unitId", p."ownerId", p."ownerPositionId", p."sponsorId",
           p."sponsorPositionId", p.site, p.standing, p."firstStage", p."totalInvestment", p."yearPlan", p."doneInvestment",
           p."startDay", p."endDay", p.content, p.problem, p.remark, p."pauseReason", p."pausedUntil",
           p.standing = 'withdrawn' AND EXISTS (SELECT 1 FROM activity a WHERE a."programId" = p."programId" AND a.thing = 'project'
             AND a."thingId" = p.id AND a.action = 'change-project' AND a.cause LIKE 'ledger-import:%:undo') AS undone,
           coalesce((SELECT json_agg(n.text ORDER BY n.id) FROM nickname n WHERE n."projectId" = p.id), '[]') AS nicknames,
           coalesce((SELECT json_agg(c."personId" ORDER BY c."personId") FROM co_owner c WHERE c."projectId" = p.id), '[]') AS "coOwnerIds",
           coalesce(steps.owners, '[]') AS "milestoneOwnerIds", coalesce(steps.list, '[]') AS milestones
    FROM project p LEFT JOIN (
      SELECT m."projectId", json_agg(json_build_object('id', m.id, 'name', m.name, 'due', m.due, 'percent', m.percent) ORDER BY m.ordinal) AS list,
             json_agg(DISTINCT m."ownerId") FILTER (WHERE m."ownerId" IS NOT NULL) AS owners
      FROM milestone m WHERE m."programId" = ${programId} GROUP BY m."projectId"
    ) steps ON steps."projectId" = p.id
    WHERE p."programId" = ${programId} ORDER BY p.code, p.id`;
  const people = await database.$queryRaw<LedgerPerson[]>`
    SELECT p.id, p.name, p."nameEn", p.phone, coalesce(json_agg(DISTINCT d."unitId") FILTER (WHERE d."unitId" IS NOT NULL), '[]') AS "unitIds"
    FROM person p JOIN duty d ON d."personId" = p.id AND d."programId" = ${programId} GROUP BY p.id ORDER BY p.id`;
  const units = await database.unit.findMany({
    where: { programId },
    select: { id: true, key: true, name: true, aliases: true },
    orderBy: { id: 'asc' },
  });
  const [categories, sites, focusAreas] = [
    await database.category.findMany({ where: { programId }, orderBy: { ordinal: 'asc' } }),
    await database.site.findMany({ where: { programId }, orderBy: { id: 'asc' } }),
    await database.focusArea.findMany({ where: { programId }, orderBy: { ordinal: 'asc' } }),
  ];
  return {
    revision: program.ledgerRevision,
    projects,
    people,
    units: units.map((unit): LedgerUnit => ({ ...unit, name: unit.name as Words })),
    categories: categories.map(named),
    sites: sites.map(named),
    focusAreas: focusAreas.map(({ key }) => key),
    stages: (program.policy as unknown as { stages: StageTable }).stages,
  };
}
