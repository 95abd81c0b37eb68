import type { Instant } from '../../domain/day.js';
import { nextLoudMoment } from '../../domain/obstacle.js';
import { denialWords } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { projectDedupeKey, rootsOf } from '../project/door.js';
import { leadable } from './find.js';
import { notNudged, nudgedMessage, nudgeMessage } from './messages/nudge.js';

/** What came of a nudge. `again`: it was nudged before, today. */
export type Nudged =
  | { readonly kind: 'nudged'; readonly code: string; readonly at: Instant }
  | { readonly kind: 'again'; readonly code: string; readonly at: Instant }
  | { readonly kind: 'quiet'; readonly from: Instant }
  | { readonly kind: 'nobody' | 'unknown' }
  | { readonly kind: 'denied'; readonly why: string };

export async function pressNudge(ctx: Ctx, { project }: { readonly project: number }): Promise<Outcome> {
  const nudged = await nudgeProject(ctx, project);
  if (nudged.kind !== 'nudged' && nudged.kind !== 'again') return nudgeRefusal(ctx, nudged);
  return { kind: 'say', message: nudgedMessage(ctx, nudged) };
}

export const nudgeRefusal = (ctx: Ctx, nudged: Exclude<Nudged, { kind: 'nudged' | 'again' }>): Outcome => ({
  kind: 'refuse',
  refusal: notNudged(ctx, nudged),
});

/** Asks a project's owner, in its thread, how it stands: on working days by day, once a day whoever asks. */
export async function nudgeProject(ctx: Ctx, id: number): Promise<Nudged> {
  const found = await leadable(ctx, 'nudge', id);
  if (found === null) return { kind: 'unknown' };
  if (found.denied !== null) return { kind: 'denied', why: denialWords(found.denied, ctx.language) };
  const { program, now, today, calendar } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  const from = nextLoudMoment({ now, quietFrom, quietTo, calendar, timeZone: program.timeZone });
  if (from !== null) return { kind: 'quiet', from };
  const cause = `nudge:${program.id}:${id}:${today}`;
  return ctx.store.transaction(async (tx): Promise<Nudged> => {
    await tx.obstacles.holdProject(id);
    const before = await tx.activity.byCause(program.workspaceId, cause);
    if (before !== null) return { kind: 'again', code: found.project.code, at: before.at };
    const line = (await tx.projects.lines(program.id, [id])).get(id);
    const [step] = await tx.projects.openMilestonesOfProject(program.id, id, 1);
    const ownerId = step?.milestoneOwnerId ?? found.project.ownerId;
    const owner =
      ownerId === null ? undefined : (await tx.people.contacts(program.workspaceId, [ownerId])).get(ownerId);
    const channelId = line?.channelId ?? owner?.slackUserId ?? null;
    if (line === undefined || channelId === null) return { kind: 'nobody' };
    const roots = line.channelId === null ? new Map<string, number>() : await rootsOf(tx, ctx, [line]);
    const asked = { project: line, step: step ?? null, owner: owner ?? null, by: ctx.person };
    const language = line.channelId === null ? (owner?.language ?? 'zh') : line.channelLanguage;
    await tx.posts.write({
      workspaceId: program.workspaceId,
      programId: program.id,
      channelId,
      dedupeKey: cause,
      ...(line.channelId === null ? {} : { parentId: line.threadPostId ?? roots.get(projectDedupeKey(line)) ?? null }),
      body: nudgeMessage(asked, language),
      at: now,
    });
    tx.deliver(channelId);
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: now,
        personId: ctx.person.id,
        action: 'nudge',
        thing: 'project',
        thingId: id,
        after: { milestone: step?.name ?? null },
        cause,
      },
    ]);
    return { kind: 'nudged', code: found.project.code, at: now };
  });
}
