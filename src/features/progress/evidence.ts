import { EVIDENCE_MINUTES } from '../../domain/evidence.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome, SaidMessage } from '../../feature.js';
import type { SlackFile } from '../../message.js';
import { handFiles, placeName } from '../conversation/door.js';
import { notYoursRefusal, waitsMessage } from './messages/evidence.js';
import { keptMessage } from './messages/kept.js';
import { postWithEvidence } from './thread-lines.js';

/** What shows something: pictures, films, scans. Tables and texts are for others to read. */
const shows = ({ mimetype }: SlackFile): boolean => /^(?:image|video)\/|^application\/pdf$/.test(mimetype);

/**
 * Photos that came without a report: they belong to what the same person reported a moment ago, in that thread or in
 * direct messages; else they wait for what is reported next there.
 */
export async function leaveFiles(ctx: Ctx, message: SaidMessage): Promise<Outcome> {
  const files = message.files.filter(shows);
  if (files.length === 0) return { kind: 'nothing' };
  const since = ctx.now - EVIDENCE_MINUTES * 60_000;
  const place = placeName(ctx.place);
  const statement = { personId: ctx.person.id, place, at: ctx.now, files };
  const projectId = message.threadOf?.projectId ?? null;
  const outcome = await ctx.store.transaction(async (tx): Promise<Outcome> => {
    const newest = await tx.reports.newestOf(ctx.program.id, ctx.person.id, since, projectId);
    if (newest === null) {
      await tx.evidence.wait(ctx.program.id, statement);
      return message.where === 'direct' ? { kind: 'say', message: waitsMessage(ctx.language) } : { kind: 'nothing' };
    }
    const { cause } = newest;
    await tx.evidence.tie(ctx.program.id, [{ ...statement, cause }]);
    const kept = await tx.reports.statedBy(ctx.program.id, cause);
    await postWithEvidence(tx, ctx, cause, kept);
    return { kind: 'say', message: keptMessage(kept, cause, ctx) };
  });
  return outcome;
}

/** *See attachments*: the photos and files of a statement, into the direct messages of who may see its project. */
export async function handEvidence(ctx: Ctx, { cause }: { readonly cause: string }): Promise<Outcome> {
  const kept = await ctx.store.reports.statedBy(ctx.program.id, cause);
  const names = await ctx.store.names(ctx.program);
  const projects = kept.flatMap(({ projectId }) => names.byId.get(projectId) ?? []);
  for (const { ownerId, coOwners, unitId, sponsorId, milestones } of projects) {
    const permission = may(ctx.person, 'see-project', {
      programId: ctx.program.id,
      ownerId,
      coOwnerIds: coOwners.map(({ personId }) => personId),
      unitId,
      sponsorId,
      milestoneOwnerIds: milestones.flatMap((milestone) => milestone.ownerId ?? []),
    });
    if (!permission.allowed)
      return { kind: 'refuse', refusal: notYoursRefusal(denialWords(permission.denied, ctx.language), ctx.language) };
  }
  const [first] = kept;
  const files = projects.length === 0 ? [] : await ctx.store.evidence.ofCause(ctx.program.id, cause);
  return handFiles(
    ctx,
    files.map(({ id }) => id),
    first ? `${first.code} ${first.projectName}` : '',
  );
}
