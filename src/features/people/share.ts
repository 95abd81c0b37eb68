import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { NamedProject } from '../../store/projects.js';
import { findPerson, notOne } from './find.js';
import { doneBefore, logPeople } from './log.js';
import { deniedRefusal } from './messages/refusals.js';
import { sharedMessage, unreadShareRefusal } from './messages/share.js';

const CODE = /(?:^|\s)([a-z]+-?\d+)(?=\s|$)/i;

/** `/people share P-017 张三`, in either order. */
export async function shareByLine(ctx: Ctx, rest: string, shares: boolean): Promise<Outcome> {
  const names = await ctx.store.names(ctx.program);
  const code = CODE.exec(rest)?.[1] ?? '';
  const project = [...names.byCode.values()].find((each) => plainCode(each.code) === plainCode(code));
  const called = rest.replace(CODE, ' ').trim();
  if (!project || called === '') return unreadShareRefusal(ctx.language);
  const found = await findPerson(ctx, called);
  if (found.kind !== 'one') return notOne(ctx, found, called);
  const shared = await shareProject(ctx, project, found.person.id, shares);
  if (shared.kind === 'denied') return deniedRefusal(shared, ctx.language);
  return { kind: 'say', message: sharedMessage(shared.kind, shares, found.person, project, ctx.language) };
}

const plainCode = (code: string): string =>
  code
    .toUpperCase()
    .replace('-', '')
    .replace(/(?<=[A-Z])0+/, '');

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
