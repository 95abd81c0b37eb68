import {
  complete,
  type PartialLine,
  type RefusedLine,
  type Understanding,
  understandLine,
} from '../../domain/report-line.js';
import { type Ctx, inItsPlace, type Outcome, type Refusal, refuse, type SaidMessage } from '../../feature.js';
import type { Names } from '../../store/names.js';
import { inLanguage } from '../../text/language.js';
import { once, remember } from '../conversation/door.js';
import { flagUnderstood, offerObstacle } from '../obstacle/door.js';
import { withoutUnseen } from '../project/door.js';
import { askOrder } from './ask-order.js';
import { leaveFiles } from './evidence.js';
import { exampleOf } from './example.js';
import type { Chosen } from './ids.js';
import { reportContext, stated } from './line.js';
import { keptMessage } from './messages/kept.js';
import { askOutcome, candidatesOf } from './messages/question.js';
import { misreadRefusal, refusedRefusal, words } from './messages/refusal.js';
import { type Line, LONGEST_LINE, type Reported } from './model.js';
import { withOffers } from './offers.js';
import { record } from './record.js';
import { openForm } from './report-by-form.js';

/** What somebody said to us, or wrote in a project's thread; null where it states nothing. */
export async function reportMessage(ctx: Ctx, message: SaidMessage): Promise<Outcome | null> {
  if (message.text === '' && message.files.length > 0) return leaveFiles(ctx, message);
  const reported = await reportLine(ctx, lineOf(message));
  if (reported.kind !== 'chat') return outcomeOf(ctx, reported);
  return message.files.length > 0 ? leaveFiles(ctx, message) : null;
}

/** A message to which somebody pointed: they want it reported. A post of ours about a project states nothing: its form opens. */
export async function reportPointedAt(ctx: Ctx, message: SaidMessage): Promise<Outcome> {
  const { channelId } = ctx.place;
  const { threadOf, ts } = message;
  const ours = threadOf && channelId ? await ctx.store.posts.dedupeKeyAt(channelId, ts) : null;
  if (threadOf && ours !== null) return openForm(ctx, { project: threadOf.projectId });
  return report(ctx, { ...lineOf(message), surface: 'progress' });
}

/** A message as a line of its surface. A shortcut is pressed now, however old the message is. */
export const lineOf = (message: SaidMessage): Line => ({
  text: message.text,
  surface: message.where === 'thread' ? 'thread' : 'message',
  thread: message.threadOf?.code ?? null,
  files: message.files,
  ...(message.where === 'shortcut' ? {} : { saidAt: Math.round(Number(message.ts) * 1000) }),
});

/** A line that is meant as a report: understood and kept, asked about, or refused; of one that states nothing it says so. */
export async function report(ctx: Ctx, line: Line): Promise<Outcome> {
  const reported = await reportLine(ctx, line);
  // Of an edited message that reported nothing before, as of chat, nothing is said.
  if (reported.kind !== 'chat' || line.surface !== 'progress') return outcomeOf(ctx, reported);
  const example = await exampleOf(ctx, await ctx.store.names(ctx.program), { project: line.thread, milestone: null });
  return refuse(inLanguage(words, ctx.language).nothingNew(example));
}

/** Goes on with a line about which something was asked, in the place of the question. */
export const choose = (ctx: Ctx, chosen: Chosen): Promise<Outcome> =>
  once(ctx, chosen.asked, async () => inItsPlace(await answer(ctx, chosen)));

/** The same of an answer that was typed. */
export async function answer(ctx: Ctx, { partial, choice, surface, thread, files }: Chosen): Promise<Outcome> {
  const line: Line = { text: partial.text, surface: surface === 'obstacle' ? 'progress' : surface, thread, files };
  return outcomeOf(ctx, await answerQuestion(ctx, line, partial, choice));
}

async function outcomeOf(ctx: Ctx, reported: Reported): Promise<Outcome> {
  switch (reported.kind) {
    case 'kept':
      return { kind: 'say', message: keptMessage(reported.kept, ctx.cause, ctx) };
    case 'ask': {
      const { line } = reported;
      // Only an obstacle has a matter; among people it is offered, and asked about once they want it.
      if (reported.ask.about === 'matter' && line.surface === 'thread') return offerObstacle(ctx, line);
      const names = await ctx.store.names(ctx.program);
      const ask = await withOffers(ctx, names, reported.ask);
      const asked = askOutcome(ctx, names, ask, line, await exampleOf(ctx, names, ask.partial));
      const { surface, thread, files } = line;
      const { text: question } = asked.message;
      const candidates = candidatesOf(ctx, names, ask);
      await remember(ctx, { of: 'report', question, candidates, partial: ask.partial, surface, thread, files });
      return asked;
    }
    case 'misread':
      return { kind: 'refuse', refusal: await misread(ctx, reported.names, reported.refused) };
    case 'refused':
      return { kind: 'refuse', refusal: refusedRefusal(ctx, reported.refused) };
    case 'order':
      return askOrder(ctx, reported.order);
    case 'obstacle':
      return flagUnderstood(ctx, reported.obstacle, reported.line);
    case 'too-long':
      return refuse(inLanguage(words, ctx.language).tooLong);
    case 'chat':
      return { kind: 'nothing' };
  }
}

/** What is no project of theirs is no example either. */
async function misread(ctx: Ctx, names: Names, refused: RefusedLine): Promise<Refusal> {
  const about = refused.why === 'not-owner' ? { project: null, milestone: null } : refused;
  return misreadRefusal(ctx, names, refused, await exampleOf(ctx, names, about));
}

/** Understands a line and keeps what it states. */
async function reportLine(ctx: Ctx, line: Line): Promise<Reported> {
  if (line.text.length > LONGEST_LINE) return line.surface === 'thread' ? { kind: 'chat' } : { kind: 'too-long' };
  const names = await ctx.store.names(ctx.program);
  return keepUnderstood(
    ctx,
    line,
    names,
    understandLine(line.text, names.ledger, reportContext(ctx, names, line.surface, line.thread)),
  );
}

/** Goes on with a line about which something was asked, now that a candidate was pressed. */
async function answerQuestion(ctx: Ctx, line: Line, partial: PartialLine, choice: string): Promise<Reported> {
  const names = await ctx.store.names(ctx.program);
  return keepUnderstood(
    ctx,
    line,
    names,
    complete(partial, choice, names.ledger, reportContext(ctx, names, line.surface, line.thread)),
  );
}

async function keepUnderstood(ctx: Ctx, line: Line, names: Names, whole: Understanding): Promise<Reported> {
  const understood = await withoutUnseen(ctx, names, line.text, whole);
  switch (understood.act) {
    case 'none':
      return { kind: 'chat' };
    case 'ask':
      return { kind: 'ask', ask: understood, line };
    case 'refuse':
      return { kind: 'misread', refused: understood, names };
    case 'obstacle':
      return { kind: 'obstacle', obstacle: understood, line };
    case 'report': {
      const items = understood.items.map((item) => stated(item, names, line.text));
      const recorded = await record({
        ctx,
        items,
        said: line.text,
        files: line.files,
        countsAt: ctx.now,
        amends: null,
        ...(line.saidAt === undefined ? {} : { saidAt: line.saidAt }),
      });
      if ('order' in recorded) return { kind: 'order', order: recorded.order };
      return 'refused' in recorded
        ? { kind: 'refused', refused: recorded.refused }
        : { kind: 'kept', kept: recorded.kept };
    }
  }
}
