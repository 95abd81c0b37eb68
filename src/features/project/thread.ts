import type { JobCtx } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Transaction } from '../../store/index.js';
import type { Notice } from '../../store/posts.js';
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
  const notices = new Map<string, Notice>();
  for (const project of projects) {
    const under = project.threadPostId ?? roots.get(projectDedupeKey(project)) ?? null;
    for (const { projectId, say, dedupeKey = `line:${ctx.cause}:${projectId}` } of lines) {
      if (projectId !== project.id || notices.has(dedupeKey)) continue;
      const message = say(project.channelLanguage);
      notices.set(dedupeKey, { to: project.channelId ?? '', dedupeKey, under, message });
    }
  }
  await tx.notifyAll(ctx, [...notices.values()]);
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
