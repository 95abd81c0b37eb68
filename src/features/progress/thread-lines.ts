import type { Ctx } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Transaction } from '../../store/index.js';
import type { NewPost } from '../../store/posts.js';
import type { ProjectLine } from '../../store/projects.js';
import type { Language } from '../../text/language.js';
import { projectDedupeKey, rootsOf } from '../project/door.js';
import { threadMessage, undoneMessage } from './messages/kept.js';
import type { Kept } from './model.js';

/** The posts of this feature: which message belongs to which dedupe key, in which channel. */
const written = (ctx: Pick<Ctx, 'program' | 'now'>, project: ProjectLine, dedupeKey: string) => ({
  workspaceId: ctx.program.workspaceId,
  programId: ctx.program.id,
  channelId: project.channelId ?? '',
  dedupeKey,
  at: ctx.now,
});

/** The line that a statement leaves in a project's thread. */
const lineDedupeKey = (cause: string, project: ProjectLine) => `report:${cause}:${project.id}`;

/**
 * A line into the thread of each project that was spoken of, to be written down by the caller; a project's first line brings
 * the thread's own post, which is written here.
 */
export async function linesOf(
  tx: Transaction,
  statements: readonly { readonly ctx: Ctx; readonly kept: readonly Kept[] }[],
): Promise<readonly NewPost[]> {
  const [first] = statements;
  if (!first) return [];
  const { program } = first.ctx;
  const ids = statements.flatMap(({ kept }) => kept.map((each) => each.projectId));
  const projects = [...(await tx.projects.lines(program.id, [...new Set(ids)])).values()].filter(
    (project) => project.channelId !== null,
  );
  const roots = await rootsOf(tx, first.ctx, projects);
  const lines = statements.flatMap(({ ctx, kept }) =>
    projects.flatMap((project): NewPost[] => {
      const ofProject = kept.filter((each) => each.projectId === project.id);
      if (ofProject.length === 0) return [];
      const parentId = project.threadPostId ?? roots.get(projectDedupeKey(project)) ?? null;
      return [
        {
          ...written(ctx, project, lineDedupeKey(ctx.cause, project)),
          parentId,
          body: threadMessage(ctx.person, ofProject, ctx.cause, { ...ctx, language: project.channelLanguage }),
        },
      ];
    }),
  );
  for (const channelId of new Set(lines.map((line) => line.channelId))) tx.deliver(channelId);
  return lines;
}

/** The lines of a statement that was taken back, or amended: still readable, and marked. */
export const postTakenBack = (
  tx: Transaction,
  ctx: Ctx,
  cause: string,
  kept: readonly Kept[],
  { left, ...how }: { readonly amended: boolean; readonly why: string | null; readonly left: readonly Kept[] },
) =>
  rewriteLines(tx, ctx, cause, kept, (ofProject, language) => {
    const [first] = ofProject;
    const stays = left.filter(({ projectId }) => projectId === first?.projectId);
    return undoneMessage(ctx.person, ofProject, { ...ctx, language }, { ...how, left: stays });
  });

/** The lines of a statement that has more evidence now. */
export const postWithEvidence = (tx: Transaction, ctx: Ctx, cause: string, kept: readonly Kept[]) =>
  rewriteLines(tx, ctx, cause, kept, (ofProject, language) =>
    threadMessage(ctx.person, ofProject, cause, { ...ctx, language }),
  );

async function rewriteLines(
  tx: Transaction,
  ctx: Ctx,
  cause: string,
  kept: readonly Kept[],
  bodyOf: (ofProject: readonly Kept[], language: Language) => Message,
): Promise<void> {
  const projects = await tx.projects.lines(ctx.program.id, [...new Set(kept.map((each) => each.projectId))]);
  for (const project of projects.values()) {
    if (project.channelId === null) continue;
    const ofProject = kept.filter((each) => each.projectId === project.id);
    await tx.posts.write({
      ...written(ctx, project, lineDedupeKey(cause, project)),
      body: bodyOf(ofProject, project.channelLanguage),
    });
    tx.deliver(project.channelId);
  }
}
