import type { Ctx, Outcome } from '../../feature.js';
import { findProjects } from '../project/door.js';
import { firstWord } from './line.js';
import { noMilestone, noProject, severalProjects, unreadRefusal } from './messages/refusals.js';
import type { Named } from './model.js';

/** The project that a line begins with; a refusal where it is none, or several. */
export async function projectIn(
  ctx: Ctx,
  text: string,
): Promise<{ readonly id: number; readonly rest: string } | Outcome> {
  const { word, rest } = firstWord(text);
  if (word === '') return unreadRefusal(ctx.language);
  const found = await findProjects(ctx, word);
  if (found.kind === 'one') return { id: found.project.id, rest };
  if (found.kind === 'none') return noProject(word, ctx.language);
  return severalProjects(
    word,
    found.projects.map(({ code }) => code),
    ctx.language,
  );
}

/** The milestone of a name, as it is or as part of one; a refusal that lists them else. */
export async function milestoneIn(ctx: Ctx, projectId: number, called: string): Promise<number | Outcome> {
  const milestones = (await ctx.store.names(ctx.program)).byId.get(projectId)?.milestones ?? [];
  const exact = milestones.filter(({ name }) => name === called);
  const [one, another] =
    exact.length > 0 ? exact : milestones.filter(({ name }) => called !== '' && name.includes(called));
  if (one && !another) return one.id;
  return noMilestone(
    called,
    milestones.map(({ name }) => name),
    ctx.language,
  );
}

/** What the plan's keys are called. */
export async function namesOf(ctx: Ctx): Promise<Named> {
  const { units, categories, focusAreas, sites } = await ctx.store.programs.names(ctx.program.id);
  const called = new Map([...units].map(([id, { name }]) => [id, name]));
  return { people: new Map(), units: called, categories, focusAreas, sites };
}
