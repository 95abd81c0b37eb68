import type { Ctx, Outcome, SaidMessage } from '../../feature.js';
import { withdrawByWord } from '../obstacle/door.js';
import { amendByWord, undoByWord } from '../progress/door.js';
import { correctionOf } from './input.js';
import { notAmended, nothingMessage, obstacleLabel, reportLabel, whichMessage } from './messages/take-back.js';
import { once, remember } from './remember.js';

const HOUR_MS = 3_600_000;
/** As long as an author may take a report back by themselves. */
const DAY_MS = 24 * HOUR_MS;

/** 撤销, 刚才发错了, 改成75: about what the person reported or raised last; null: something else was said. */
export async function takeBackByWord(ctx: Ctx, message: SaidMessage): Promise<Outcome | null> {
  const correction = correctionOf(message.text);
  if (correction === null) return null;
  const among = message.where === 'thread';
  const done = ctx.retried ? await doneBefore(ctx) : null;
  if (done) return done;
  const projectId = message.threadOf?.projectId ?? null;
  const since = ctx.now - (among ? HOUR_MS : DAY_MS);
  const report = await ctx.store.reports.newestOf(ctx.program.id, ctx.person.id, since, projectId);
  // People among themselves speak of other things as well: what is not about something just said is chat.
  const nothing: Outcome | null = among ? null : { kind: 'say', message: nothingMessage(ctx.language) };
  if (correction.act === 'amend') {
    if (report === null) return /\d/.test(correction.to) || among ? null : nothing;
    return (await amendByWord(ctx, report.cause, correction.to)) ?? notAmended(ctx, report.cause);
  }
  const obstacle = await ctx.store.obstacles.lastRaised(ctx.program.id, ctx.person.id, since, projectId);
  const fresh = ({ at }: { readonly at: number }) => ctx.now - at <= HOUR_MS;
  if (report && obstacle && fresh(report) && fresh(obstacle)) {
    const [first] = await ctx.store.reports.statedBy(ctx.program.id, report.cause);
    const candidates = [
      { choice: report.cause, label: first ? reportLabel(first, ctx.language) : '' },
      { choice: String(obstacle.id), label: obstacleLabel(obstacle, ctx.language) },
    ];
    const which = whichMessage(candidates, ctx.cause, ctx.language);
    await remember(ctx, { of: 'take-back', question: which.text, candidates });
    return { kind: 'say', message: which };
  }
  const last = report && (!obstacle || report.at >= obstacle.at) ? report.cause : obstacle && String(obstacle.id);
  return last ? takeBack(ctx, last, message.text) : nothing;
}

/** Takes back a report by its cause, or an obstacle by its id; `typed` may say why. */
export const takeBack = (ctx: Ctx, choice: string, typed = ''): Promise<Outcome> =>
  /^\d+$/.test(choice) ? withdrawByWord(ctx, Number(choice)) : undoByWord(ctx, choice, typed);

/** The same by a press on which of the two it is. */
export const chooseTakeBack = (
  ctx: Ctx,
  { choice, asked }: { readonly choice: string; readonly asked: string },
): Promise<Outcome> =>
  once(ctx, asked, async () => {
    const outcome = await takeBack(ctx, choice);
    return outcome.kind === 'say' ? { kind: 'replace', message: outcome.message } : outcome;
  });

/** Tried again after a crash, what was taken back before is said again: the one before it stays. */
async function doneBefore(ctx: Ctx): Promise<Outcome | null> {
  const act = await ctx.store.activity.byCause(ctx.program.workspaceId, ctx.cause);
  if (act?.thing === 'obstacle' && act.thingId !== null) return withdrawByWord(ctx, act.thingId);
  const cause = (act?.before as { readonly cause?: string } | null)?.cause;
  return act?.thing === 'report' && act.action === 'undo' && cause ? undoByWord(ctx, cause) : null;
}
