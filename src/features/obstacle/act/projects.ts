import type { Ctx } from '../../../feature.js';

/** A select holds 100 options; others are flagged by a line. */
const MOST_OPTIONS = 100;

/** The projects that the form offers: the one that was meant, the caller's own, their unit's, then the others. */
export async function choosableProjects(ctx: Ctx, meantId: number | null) {
  const names = await ctx.store.names(ctx.program);
  const owns = names.ownedBy([ctx.person.id, ...ctx.person.standsInFor]);
  const units = new Set(ctx.person.roles.map(({ unitId }) => unitId));
  const rank = (project: { id: number; code: string; unitId: number; sponsorId: number | null }) => {
    if (project.id === meantId) return 0;
    if (owns.has(project.code)) return 1;
    return units.has(project.unitId) || project.sponsorId === ctx.person.id ? 2 : 3;
  };
  return [...names.byId.values()]
    .map((project) => ({ project, rank: rank(project) }))
    .sort((one, other) => one.rank - other.rank || (one.project.code < other.project.code ? -1 : 1))
    .slice(0, MOST_OPTIONS)
    .map(({ project }) => project);
}
