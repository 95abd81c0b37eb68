import { saysNothing } from '../../domain/ledger-sheet/clean.js';
import { sameTrouble } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { flaggingOf, flagObstacle } from './flag.js';
import { flaggedOutcome } from './flag-line.js';
import { problemsFiledMessage, problemsMessage } from './messages/ledger-problems.js';
import { deniedRefusal } from './messages/refusals.js';
import { blockedMilestone } from './milestone.js';
import type { LedgerProblem } from './model.js';

/** 拆迁已解决: what is settled stands in nobody's way. */
const SETTLED =
  /(?:已|均已|全部|已经)(?:全部|基本)?(?:解决|化解|办结|落实|销号|协调到位)[。.]?$|\b(?:solved|settled)\.?$/i;

/** What the ledger's column of problems (存在问题) says of open projects, and none of their obstacles, open or closed, says. */
export async function unfiledProblems({ store, program }: Ctx): Promise<readonly LedgerProblem[]> {
  // Names are not asked of the store here: right after a change it would keep them under the revision before it.
  return (await store.obstacles.ledgerProblems(program.id)).filter(({ code, name, text, told }) => {
    if (saysNothing(text) || SETTLED.test(text.trim())) return false;
    return !told.some((each) => sameTrouble(each, text, [code, name]));
  });
}

/** Those that stand after a project's, each with its press. */
export async function showProblems(ctx: Ctx, { after }: { readonly after: string }): Promise<Outcome> {
  const permission = may(ctx.person, 'edit-ledger', { programId: ctx.program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  return { kind: 'say', message: problemsMessage(await unfiledProblems(ctx), after, ctx.language) };
}

/**
 * Files what the ledger says of one project, or of all, each as an obstacle of its own; its owner is asked whether it is so, as
 * of all that others file. What was filed meanwhile is not filed again.
 */
export async function fileProblems(ctx: Ctx, { project }: { readonly project: number | null }): Promise<Outcome> {
  const permission = may(ctx.person, 'edit-ledger', { programId: ctx.program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const names = await ctx.store.names(ctx.program);
  const filed: ObstacleCase[] = [];
  for (const { projectId, text } of await unfiledProblems(ctx)) {
    const of = names.byId.get(projectId);
    if (of === undefined || (project !== null && project !== projectId)) continue;
    const milestoneId = await blockedMilestone(ctx, of, { text });
    const flagging = flaggingOf(text, { projectId, milestoneId, since: ctx.today });
    const flagged = await flagObstacle({ ...ctx, cause: `${ctx.cause}:${projectId}` }, flagging, false);
    if (flagged.kind === 'denied') return deniedRefusal(ctx, flagged.why);
    if (flagged.kind === 'flagged') filed.push(flagged.obstacle);
  }
  const [only, ...others] = filed;
  if (only !== undefined && others.length === 0) return flaggedOutcome(ctx, only);
  return { kind: 'say', message: problemsFiledMessage(filed, ctx.language) };
}
