import type { JobCtx } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Transaction } from '../../store/index.js';
import type { NewPost } from '../../store/posts.js';
import type { ProjectLine } from '../../store/projects.js';
import type { Language } from '../../text/language.js';
import { projectMessage } from './messages/thread.js';

/** Something that concerns the people of a project, for its thread; in the language of the channel. */
export type ThreadLine = {
  readonly projectId: number;
  readonly say: (language: Language) => Message;
  /** Of a line that is edited later; else it is its cause's, one a project. */
  readonly dedupeKey?: string;
};

/**
 * Within a transaction: lines into the threads of their projects. A project without a channel has no thread and hears nothing.
 * Of two lines with one dedupe key the first is said.
 */
export async function sayInThreads(
  ctx: Pick<JobCtx, 'program' | 'now' | 'cause'>,
  tx: Transaction,
  lines: readonly ThreadLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const ids = [...new Set(lines.map((line) => line.projectId))];
  const projects = [...(await tx.projects.lines(ctx.program.id, ids)).values()].filter(
    ({ channelId }) => channelId !== null,
  );
  const roots = await rootsOf(tx, ctx, projects);
  const posts = new Map<string, NewPost>();
  for (const project of projects) {
    for (const { say, dedupeKey = `line:${ctx.cause}:${project.id}` } of lines.filter(
      (line) => line.projectId === project.id,
    )) {
      if (posts.has(dedupeKey)) continue;
      posts.set(dedupeKey, {
        workspaceId: ctx.program.workspaceId,
        programId: ctx.program.id,
        channelId: project.channelId ?? '',
        dedupeKey,
        parentId: project.threadPostId ?? roots.get(projectDedupeKey(project)) ?? null,
        body: say(project.channelLanguage),
        at: ctx.now,
      });
    }
  }
  await tx.posts.writeAll([...posts.values()]);
  for (const channelId of new Set([...posts.values()].map((post) => post.channelId))) tx.deliver(channelId);
}

/** The post under which a project's thread hangs. */
export const projectDedupeKey = (project: ProjectLine) => `project:${project.id}`;

/** The posts that begin the threads of projects that have none yet, by dedupe key. */
export async function rootsOf(
  tx: Transaction,
  ctx: Pick<JobCtx, 'program' | 'now'>,
  projects: readonly ProjectLine[],
): Promise<ReadonlyMap<string, number>> {
  const missing = projects.filter((project) => project.threadPostId === null);
  return tx.posts.writeAll(
    missing.map((project) => ({
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      channelId: project.channelId ?? '',
      dedupeKey: projectDedupeKey(project),
      at: ctx.now,
      body: projectMessage(project),
    })),
  );
}
