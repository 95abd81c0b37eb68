import type { Ctx } from '../../feature.js';
import type { NamedProject } from '../../store/projects.js';

/**
 * The milestone that an obstacle blocks, and it alone: the one that was chosen or understood, or that its text names, else the
 * one in work. null: the project has none that is open.
 */
export async function blockedMilestone(
  { store, program }: Pick<Ctx, 'store' | 'program'>,
  project: Pick<NamedProject, 'id' | 'milestones'>,
  { chosen = null, named = null, text }: { chosen?: number | null; named?: string | null; text: string },
): Promise<number | null> {
  if (chosen !== null && project.milestones.some(({ id }) => id === chosen)) return chosen;
  const told = project.milestones.find(({ name }) => name === named);
  if (told) return told.id;
  const open = await store.projects.openMilestonesOfProject(program.id, project.id, 100);
  const plain = text.normalize('NFKC');
  return (open.find(({ name }) => plain.includes(name)) ?? open[0])?.id ?? null;
}
