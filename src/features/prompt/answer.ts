import type { LocalDay } from '../../domain/day.js';
import { stepFurther } from '../../domain/step-further.js';
import { type Ctx, type Outcome, refuse } from '../../feature.js';
import { button, plain } from '../../slack/blocks.js';
import type { PromptAction } from '../../store/prompt-actions.js';
import { inLanguage } from '../../text/language.js';
import { askOrder, whyUndoMessage } from '../progress/door.js';
import { tripQuestion } from '../trip/door.js';
import { type FilledRow, ids, type Row, type SentRow } from './ids.js';
import { answerAll, answerRow, blockRow, rowOf, undoRow } from './keep-answer.js';
import { itemName } from './messages/morning.js';
import { onPlanMessage } from './messages/on-plan.js';
import { phrases } from './messages/phrases.js';
import { rowForm } from './messages/row-forms.js';
import { answerWords } from './messages/stands.js';
import type { Reported } from './model.js';

/** *On pace*: reported as a note; the percent stays. */
export async function onPace(ctx: Ctx, row: Row): Promise<Outcome> {
  const note = inLanguage(phrases, ctx.language).notePace;
  const said = { percent: null, done: false, forecast: null, note, said: note };
  return outcome(ctx, await answerRow(ctx, row, said));
}

/** *All on plan*: every row of which that says enough, in one message that names them; taken back as one. */
export async function allOnPlan(ctx: Ctx, { prompt }: { readonly prompt: number }): Promise<Outcome> {
  const say = inLanguage(phrases, ctx.language);
  const kept = await answerAll(ctx, prompt, say.noteOnPlan);
  switch (kept.kind) {
    case 'kept':
      return { kind: 'say', message: onPlanMessage(ctx, kept.items) };
    case 'none':
      return refuse(say.noneOnPlan);
    case 'gone':
      return gone(ctx);
    case 'refused':
    case 'order':
      return outcome(ctx, kept);
  }
}

/** *Done*, today. */
export async function done(ctx: Ctx, row: Row): Promise<Outcome> {
  const { saidDone } = inLanguage(phrases, ctx.language);
  const said = { percent: null, done: true, forecast: null, note: '', said: saidDone };
  const answered = await answerRow(ctx, row, said);
  return (await askedTrips(ctx, answered)) ?? outcome(ctx, answered);
}

/** The answer that ends an approval asks how often somebody went for it, as any other report does; null: it ends none. */
async function askedTrips(ctx: Ctx, answered: Reported): Promise<Outcome | null> {
  if (answered.kind !== 'answered') return null;
  const kept = await ctx.store.reports.statedBy(ctx.program.id, ctx.cause);
  const message = tripQuestion(ctx, kept, ctx.cause);
  return message === null ? null : { kind: 'say', message };
}

/** Takes a row's answer back. */
export async function undo(
  ctx: Ctx,
  row: Row & { readonly cause: string; readonly why?: string | undefined },
): Promise<Outcome> {
  const undone = await undoRow(ctx, row);
  if (undone.kind !== 'reason-needed') return outcome(ctx, undone);
  const press = (why: string) => button(ids.undo, { ...row, why }, why);
  return { kind: 'say', message: whyUndoMessage(undone.falls, press, ctx.language) };
}

/** Opens one of a row's three forms, where the row is still open. */
export async function openForm(ctx: Ctx, row: Row, what: 'number' | 'late' | 'blocked'): Promise<Outcome> {
  const found = await rowOf(ctx, row);
  if (!found) return gone(ctx);
  const { answer } = found.item;
  // A new date may still be followed by the reason for it.
  const open = answer === null || (what === 'blocked' && answer.by === 'report');
  return open ? { kind: 'view', view: rowForm(ctx, found, what) } : outcome(ctx, { kind: 'already', item: found.item });
}

/** The number form that was sent. */
export async function answerNumber(ctx: Ctx, row: SentRow, { percent, text }: FilledRow): Promise<Outcome> {
  if (percent === null) return fault('percent', inLanguage(phrases, ctx.language).faultPercent);
  const said = { percent, done: percent === 100, forecast: null, note: text ?? '', said: `${percent}%` };
  const answered = await answerRow(ctx, row, said);
  return (await askedTrips(ctx, answered)) ?? formOutcome(ctx, answered, 'percent');
}

/** The form of a new day that was sent. */
export async function answerLate(ctx: Ctx, row: SentRow, { day, text }: FilledRow): Promise<Outcome> {
  const say = inLanguage(phrases, ctx.language);
  if (day === null || day <= ctx.today) return fault('day', say.faultDay);
  // The item that rides on the step moves with it, and none moves without a reason.
  const rides = text === null ? (await rowOf(ctx, row))?.prompt.actions.find((item) => ridesOn(item, row, day)) : null;
  if (rides) return fault('text', say.faultItemReason(rides.number));
  const said = { percent: null, done: false, forecast: day, note: text ?? '', said: say.forecast(day) };
  return formOutcome(ctx, await answerRow(ctx, row, said), 'day');
}

/** The form of what stops it that was sent: an obstacle. */
export async function answerBlocked(ctx: Ctx, row: SentRow, { text }: FilledRow): Promise<Outcome> {
  const say = inLanguage(phrases, ctx.language);
  if (text === null) return fault('text', say.faultText);
  return formOutcome(ctx, await blockRow(ctx, row, text, say.noteObstacle), 'text');
}

const ridesOn = ({ milestoneId, standing, due }: PromptAction, row: SentRow, day: LocalDay): boolean =>
  milestoneId === row.milestone && standing === 'open' && due < day;

const fault = (field: string, text: string): Outcome => ({ kind: 'errors', errors: { [field]: text } });

/** What could not be kept of a form stands at its field, and what was typed stays. */
async function formOutcome(ctx: Ctx, answered: Reported, field: string): Promise<Outcome> {
  const said = await outcome(ctx, answered);
  return said.kind === 'refuse' ? fault(field, said.refusal.wrong) : said;
}

async function outcome(ctx: Ctx, answered: Reported): Promise<Outcome> {
  const say = inLanguage(phrases, ctx.language);
  switch (answered.kind) {
    // The row says it.
    case 'answered':
      return { kind: 'nothing' };
    case 'already': {
      const { item } = answered;
      const what = item.answer ? answerWords(item.answer, ctx.language, ctx) : '';
      return { kind: 'say', message: plain(say.already(itemName(item, ctx.language), what)) };
    }
    case 'order':
      return askOrder(ctx, answered.order);
    case 'gone':
      return gone(ctx);
    case 'denied':
      return refuse(say.denied(answered.why));
    case 'refused': {
      const { refused } = answered;
      if (refused.because === 'denied') return refuse(say.denied(refused.why));
      const wrong = refused.because === 'falls' ? say.faultFalls(refused.from) : say.faultDay;
      return refuse({
        wrong,
        instead: say.how(
          `${refused.item.project.code} ${refused.item.milestone?.name ?? ''} ${stepFurther(refused.item.percent)}%`,
        ),
      });
    }
  }
}

function gone(ctx: Ctx): Outcome {
  return refuse(inLanguage(phrases, ctx.language).gone);
}
