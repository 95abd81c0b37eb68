import type { Ctx, Outcome } from '../../feature.js';
import { refusedTo } from './denied.js';
import { listMessage } from './messages/list.js';

/** The programs of the workspace, the newest year first. */
export async function listPrograms(ctx: Ctx): Promise<Outcome> {
  const refused = refusedTo(ctx);
  if (refused) return refused;
  const programs = await ctx.store.programs.ofWorkspace(ctx.program.workspaceId);
  return { kind: 'say', message: listMessage(programs, ctx.language) };
}
