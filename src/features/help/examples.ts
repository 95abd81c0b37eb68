import type { Ctx } from '../../feature.js';
import type { SearchedProject } from '../../store/search.js';
import { readingsOf } from '../../text/pinyin.js';
import { openMilestones } from '../progress/door.js';
import { maySee } from '../project/door.js';
import type { Examples } from './model.js';

/** A program without a project has nothing to show; then the plan's own code is as good as any. */
const NONE: Examples = { code: 'P-017', milestone: null, initials: 'ajjkc' };

/** Initials longer than this are no example of typing less. */
const MOST_INITIALS = 6;

/** What is due first of the asker's own; else a project of their unit, one they sponsor, or the first that they may see. */
export async function examplesOf(ctx: Ctx): Promise<Examples> {
  const [due] = await openMilestones(ctx);
  if (due) return { code: due.code, milestone: due.name, initials: initialsOf(due.projectName) };
  const { byId } = await ctx.store.search(ctx.program);
  const units = new Set(ctx.person.roles.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])));
  const rank = (project: SearchedProject) =>
    project.sponsorId === ctx.person.id ? 0 : units.has(project.unitId) ? 1 : 2;
  const [first] = [...byId.values()]
    .filter((project) => project.standing === 'open' && maySee(ctx, project))
    .sort((one, other) => rank(one) - rank(other) || (one.code < other.code ? -1 : 1));
  return first ? { code: first.code, milestone: null, initials: initialsOf(first.name) } : NONE;
}

/** The first letters of what a name is read as: `阿胶健康城` is `ajjkc`. */
function initialsOf(name: string): string {
  const letters = [...name.normalize('NFKC')].map(
    (character) => readingsOf(character)[0]?.[0] ?? character.toLowerCase(),
  );
  return (
    letters
      .filter((letter) => /[a-z0-9]/.test(letter))
      .slice(0, MOST_INITIALS)
      .join('') || NONE.initials
  );
}
