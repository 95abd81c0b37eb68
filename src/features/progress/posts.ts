import type { Ctx } from '../../feature.js';
import type { NewPost } from '../../store/posts.js';
import type { ProjectLine } from '../../store/projects.js';
import type { Kept } from './act/record.js';
import { projectMessage, threadMessage, undoneMessage } from './view.js';

/** The posts of this feature: which message belongs to which subject. */
const written = (ctx: Ctx, channelId: string, subject: string) => ({
  workspaceId: ctx.program.workspaceId,
  programId: ctx.program.id,
  channelId,
  subject,
  at: ctx.now,
});

/** The post under which a project's thread hangs. */
export const projectPost = (ctx: Ctx, project: ProjectLine, channelId: string): NewPost => ({
  ...written(ctx, channelId, `project:${project.id}`),
  body: projectMessage(project),
});

/** The line that a report leaves in its project's thread. */
export const reportPost = (ctx: Ctx, project: ProjectLine, channelId: string, kept: readonly Kept[]): NewPost => ({
  ...written(ctx, channelId, `report:${ctx.cause}:${project.id}`),
  body: threadMessage(ctx.person, kept, project.channelLanguage),
});

/** The same line once the report was taken back. */
export const undonePost = (
  ctx: Ctx,
  project: ProjectLine,
  channelId: string,
  cause: string,
  kept: readonly Kept[],
  amended: boolean,
): NewPost => ({
  ...written(ctx, channelId, `report:${cause}:${project.id}`),
  body: undoneMessage(ctx.person, kept, project.channelLanguage, amended),
});
