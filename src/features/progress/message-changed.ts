import { understandLine } from '../../domain/report-line.js';
import type { ChangedMessage, Ctx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { amend } from './amend.js';
import { askOrder } from './ask-order.js';
import { reportContext, stated } from './line.js';
import { standsMessage, words } from './messages/changed.js';
import { keptMessage } from './messages/kept.js';
import { refusedRefusal } from './messages/refusal.js';
import type { Kept, Line } from './model.js';
import { lineOf, report } from './report.js';

/**
 * A message that reported something was edited: what it says now takes the place of what it said. Where that cannot be, its
 * author is told so, and what was reported stands. A message that reported nothing is read anew. A deleted one leaves its
 * report: that is taken back by a press alone.
 */
export async function messageChanged(ctx: Ctx, message: ChangedMessage): Promise<Outcome | null> {
  const say = inLanguage(words, ctx.language);
  const versions = await ctx.store.reports.ofMessage(ctx.program.id, message.of);
  const standing = versions.findLast((version) => !version.undone)?.cause;
  if (message.change === 'deleted')
    return standing === undefined
      ? null
      : { kind: 'say', message: standsMessage(say.deleted, await keptBy(ctx, standing), standing, ctx) };
  // An edit that was overtaken by a later one is old news.
  if (versions.some(({ cause }) => cause !== message.of && cause > ctx.cause)) return null;
  if (standing !== undefined) return takeEdit(ctx, standing, lineOf(message));
  if (versions.length > 0) return { kind: 'say', message: plain(say.takenBack) };
  if (await ctx.store.obstacles.movedBy(ctx.program.workspaceId, message.of))
    return { kind: 'say', message: plain(say.obstacle) };
  // What was mended now is said now.
  return report(ctx, { ...lineOf(message), saidAt: ctx.now });
}

/** `standing`: the cause of what the message reported before this edit. */
async function takeEdit(ctx: Ctx, standing: string, line: Line): Promise<Outcome> {
  const before = await keptBy(ctx, standing);
  if (standing !== ctx.cause && (await statesTheSame(ctx, line, before))) return { kind: 'nothing' };
  const amended = await amend(ctx, standing, line);
  const stands = (why: string): Outcome => ({
    kind: 'say',
    message: standsMessage(why, before, standing, ctx),
  });
  switch (amended.kind) {
    case 'amended': {
      const kept = amended.kept.map((each) => ({ ...each, before: percentBefore(before, each) ?? each.before }));
      return { kind: 'say', message: keptMessage(kept, ctx.cause, ctx, amended.left) };
    }
    case 'already':
      return { kind: 'nothing' };
    case 'denied':
      return stands(inLanguage(words, ctx.language).denied(amended.why));
    case 'refused':
      return stands(refusedRefusal(ctx, amended.refused).wrong);
    case 'order':
      return askOrder(ctx, amended.order);
    case 'names-none':
    case 'not-understood':
      return stands(inLanguage(words, ctx.language).notRead);
  }
}

const keptBy = async (ctx: Ctx, cause: string): Promise<readonly Kept[]> =>
  (await ctx.store.reports.statedBy(ctx.program.id, cause)).map((row) => ({ ...row, before: null }));

const percentBefore = (before: readonly Kept[], { projectId, milestone }: Kept): number | null =>
  before.find((each) => each.projectId === projectId && each.milestone === milestone)?.percent ?? null;

/** Only the wording was mended: nothing of what it states is another. */
async function statesTheSame(ctx: Ctx, line: Line, before: readonly Kept[]): Promise<boolean> {
  const names = await ctx.store.names(ctx.program);
  const understood = understandLine(line.text, names.ledger, reportContext(ctx, names, line.surface, line.thread));
  if (understood.act !== 'report') return false;
  const facts = understood.items.map((item) => {
    const { project, milestone, percent, done, doneOn, forecast, investment, note } = stated(item, names, line.text);
    return [project.id, milestone?.name ?? null, done ? 100 : percent, doneOn, forecast, investment, note];
  });
  const stood = before.map(({ projectId, milestone, percent, doneOn, forecast, investment, note }) => {
    return [projectId, milestone, percent, doneOn, forecast, investment, note];
  });
  return JSON.stringify(facts) === JSON.stringify(stood);
}
