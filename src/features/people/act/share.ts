import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import type { NamedProject } from '../../../store/projects.js';
import { doneBefore, logPeople } from './log.js';

export type Shared = { readonly kind: 'changed' | 'same' } | { readonly kind: 'denied'; readonly why: string };

/** Lets somebody own a project beside its owner, or no longer. */
export async function shareProject(ctx: Ctx, project: NamedProject, personId: number, on: boolean): Promise<Shared> {
  const { program } = ctx;
  const { ownerId, unitId, sponsorId } = project;
  const permission = may(ctx.person, 'share-project', { programId: program.id, ownerId, unitId, sponsorId });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  return ctx.store.transaction(async (tx): Promise<Shared> => {
    await tx.programs.touch(program.id);
    if (await doneBefore(ctx, tx)) return { kind: 'changed' };
    const changed = on ? await tx.coOwners.add(project.id, personId) : await tx.coOwners.remove(project.id, personId);
    if (!changed) return { kind: 'same' };
    await logPeople(ctx, tx, ctx.person.id, [
      {
        action: on ? 'share-project' : 'unshare-project',
        thing: 'project',
        thingId: project.id,
        before: { coOwnerId: on ? null : personId },
        after: { coOwnerId: on ? personId : null },
      },
    ]);
    return { kind: 'changed' };
  });
}
