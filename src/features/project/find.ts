import type { FoundProject } from '../../domain/project-search.js';
import type { Ctx, Outcome } from '../../feature.js';
import { option } from '../../slack/blocks.js';
import type { ProjectSearch, SearchedProject } from '../../store/search.js';
import { clip } from '../../text/escape.js';
import type { FoundProjects, Listed } from './model.js';
import { maySee } from './rights.js';

/** As many as one looks through in a message. */
export const MOST_LISTED = 10;
const MOST_NEAR = 3;
/** Slack shows no more in one menu. */
const MOST_OPTIONS = 100;

/**
 * The projects that were meant. One that was named exactly, and no other as well, is the one meant; `all`: the others,
 * too. The rule is asked after the search: it looks at what was found, not at ten thousand.
 */
export async function findProjects(ctx: Ctx, typed: string, all = false): Promise<FoundProjects> {
  const search = await ctx.store.search(ctx.program);
  const seen = seenOf(ctx, search, typed);
  const [first, second] = seen;
  if (!first) {
    const near = search.index.near(typed, MOST_NEAR, (id) => {
      const project = search.byId.get(id);
      return project !== undefined && maySee(ctx, project);
    });
    return { kind: 'none', near: near.flatMap((id) => listed(search, id)) };
  }
  const meant = first.covers === 'exact' && (second?.covers !== 'exact' || second.by !== first.by);
  if (!second || (meant && !all)) {
    const [project] = listed(search, first.id);
    if (project) return { kind: 'one', project, others: seen.length - 1 };
  }
  return {
    kind: 'several',
    projects: seen.slice(0, MOST_LISTED).flatMap(({ id }) => listed(search, id)),
    total: seen.length,
  };
}

function seenOf(ctx: Ctx, { index, byId }: ProjectSearch, typed: string): readonly FoundProject[] {
  return index.find(typed).filter(({ id }) => {
    const project = byId.get(id);
    return project !== undefined && maySee(ctx, project);
  });
}

function listed({ byId, units, people }: ProjectSearch, id: number): Listed[] {
  const project = byId.get(id);
  if (!project) return [];
  const owner = project.ownerId === null ? null : (people.get(project.ownerId) ?? null);
  return [{ ...project, unit: units.get(project.unitId) ?? null, owner }];
}

/**
 * What a menu of projects offers for what was typed, to whoever may see them: for menus of other features, too. A value is the
 * project's id. Nothing typed: one's own first, then the others by code. `only` narrows it further.
 */
export async function projectOptions(
  ctx: Ctx,
  typed: string,
  only: (project: SearchedProject) => boolean = () => true,
): Promise<Outcome> {
  const search = await ctx.store.search(ctx.program);
  const projects = typed.trim() === '' ? ownFirst(ctx, search) : seenOf(ctx, search, typed).map(({ id }) => id);
  const shown = projects
    .flatMap((id) => listed(search, id))
    .filter((project) => project.standing !== 'withdrawn' && only(project))
    .slice(0, MOST_OPTIONS);
  return {
    kind: 'options',
    options: shown.map((project) =>
      option(
        clip(`${project.code} ${project.name}`, 75),
        String(project.id),
        project.unit?.[ctx.language] || undefined,
      ),
    ),
  };
}

function ownFirst(ctx: Ctx, { byId }: ProjectSearch): readonly number[] {
  const people = [ctx.person.id, ...ctx.person.standsInFor];
  const units = new Set(ctx.person.roles.map(({ unitId }) => unitId));
  const rank = (project: SearchedProject) => {
    const owners = [project.ownerId, ...project.coOwnerIds, ...project.milestoneOwnerIds];
    if (owners.some((id) => id !== null && people.includes(id))) return 0;
    return units.has(project.unitId) || isSponsor(ctx.person, project.sponsorId) ? 1 : 2;
  };
  return [...byId.values()]
    .filter((project) => maySee(ctx, project))
    .map((project) => ({ project, rank: rank(project) }))
    .sort((one, other) => one.rank - other.rank || (one.project.code < other.project.code ? -1 : 1))
    .map(({ project }) => project.id);
}

const isSponsor = ({ id, standsInFor }: Ctx['person'], sponsorId: number | null): boolean =>
  sponsorId !== null && (sponsorId === id || standsInFor.includes(sponsorId));
