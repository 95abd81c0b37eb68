import type { Ctx, Outcome } from '../../feature.js';
import { changedOutcome } from './answer.js';
import { changeProject } from './change.js';
import { projectIn } from './find.js';

/** `/ledger 恢复 P-017`: a project goes on. */
export async function resumeByLine(ctx: Ctx, text: string): Promise<Outcome> {
  const project = await projectIn(ctx, text);
  if ('kind' in project) return project;
  const given = { projectId: project.id, version: null, reason: null };
  return changedOutcome(
    ctx,
    await changeProject(ctx, given, () => ({ standing: 'open', pauseReason: null, pausedUntil: null })),
  );
}
