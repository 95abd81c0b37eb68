import { type Understanding, understandLine } from '../../domain/report-line.js';
import type { Ctx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import type { Transaction } from '../../store/index.js';
import type { Names } from '../../store/names.js';
import { inLanguage } from '../../text/language.js';
import { askOrder } from './ask-order.js';
import { reportContext, stated } from './line.js';
import { amendOutcome, words } from './messages/amend.js';
import { keptMessage, words as keptWords } from './messages/kept.js';
import { refusedRefusal } from './messages/refusal.js';
import type { Amended, Kept, Line, Recording, Refused, Stated } from './model.js';
import { recordAll } from './record.js';
import { cannotUndo, type Parts, partsOf, takeBack, whyNotBack } from './undo.js';

/** Opens the form to amend what one message reported. */
export async function openAmend(ctx: Ctx, { cause }: { readonly cause: string }): Promise<Outcome> {
  const found = await saidOf(ctx, cause);
  if ('denied' in found) return cannotUndo(ctx, found.denied);
  return found.said === null
    ? { kind: 'say', message: plain(inLanguage(keptWords, ctx.language).amendGone) }
    : amendOutcome(ctx, cause, found.said);
}

/** An amendment that was sent; whatever keeps it from being taken is said at its field, and the text stays. */
export async function amendByForm(
  ctx: Ctx,
  { cause }: { readonly cause: string },
  { line, why }: { readonly line: string | null; readonly why: string | null },
): Promise<Outcome> {
  const amended = await amend(ctx, cause, { text: line ?? '', surface: 'progress', thread: null, files: [] }, why);
  const fault = (text: string, field = 'line'): Outcome => ({ kind: 'errors', errors: { [field]: text } });
  switch (amended.kind) {
    case 'amended':
      return { kind: 'say', message: keptMessage(amended.kept, ctx.cause, ctx, amended.left) };
    case 'already':
      return fault(inLanguage(keptWords, ctx.language).amendGone);
    case 'denied':
      return fault(amended.why);
    case 'refused': {
      const { because } = amended.refused;
      const falls = because === 'falls' || because === 'amount-falls';
      return falls ? fault(inLanguage(words, ctx.language).whyNeeded, 'why') : fault(teaching(ctx, amended.refused));
    }
    case 'order':
      return askOrder(ctx, amended.order);
    case 'names-none':
      return fault(inLanguage(words, ctx.language).namesNone);
    case 'not-understood':
      return fault(inLanguage(words, ctx.language).notUnderstood);
  }
}

/** A refusal in one line: what is wrong, and what to write instead. */
function teaching(ctx: Ctx, refused: Refused): string {
  const { wrong, instead } = refusedRefusal(ctx, refused);
  return [wrong, instead].join(ctx.language === 'zh' ? '' : ' ');
}

/** `改成75`, typed: of the one thing that was reported. Null where it cannot be read so. */
export async function amendByWord(ctx: Ctx, cause: string, to: string): Promise<Outcome | null> {
  const [first, second] = await ctx.store.reports.statedBy(ctx.program.id, cause);
  if (!first || second) return null;
  const what = first.milestone === null ? '完成投资' : first.milestone;
  const [, figure = to, after = ''] = /^(\d{1,3})\s*%?\s*[,，;；]?\s*(.*)$/s.exec(to) ?? [];
  const value = first.milestone !== null && /^\d{1,3}$/.test(figure) ? `${figure}% ${after}`.trim() : to;
  const text = `${first.code} ${what} ${value}`;
  const amended = await amend(ctx, cause, { text, surface: 'progress', thread: null, files: [] });
  switch (amended.kind) {
    case 'amended':
      return { kind: 'say', message: keptMessage(amended.kept, ctx.cause, ctx, amended.left) };
    case 'already':
      return { kind: 'say', message: plain(inLanguage(keptWords, ctx.language).amendGone) };
    case 'denied':
      return cannotUndo(ctx, amended.why);
    case 'refused':
      return { kind: 'refuse', refusal: refusedRefusal(ctx, amended.refused) };
    case 'order':
      return askOrder(ctx, amended.order);
    case 'names-none':
    case 'not-understood':
      return null;
  }
}

/** What a message reported, in its author's own words, to be amended; `said` null where it was taken back meanwhile. */
async function saidOf(
  ctx: Ctx,
  cause: string,
): Promise<{ readonly said: string | null } | { readonly denied: string }> {
  const parts = [
    ...(await ctx.store.reports.ofCause(ctx.program.id, cause)),
    ...(await ctx.store.reports.figuresOfCause(ctx.program.id, cause)),
  ];
  const standing = parts.filter((part) => !part.undone);
  const denied = whyNotBack(ctx, standing);
  return denied === null ? { said: standing[0]?.said ?? null } : { denied };
}

/** Rolls the transaction back and carries the outcome out of it. */
class Unsaid extends Error {
  constructor(readonly outcome: Amended) {
    super('an amendment was not kept');
  }
}

/**
 * Puts a new statement in the place of what was reported: one transaction takes the old back and keeps the new. Of a message
 * that stated several things it touches those that it names. `why`: why a figure falls, where the line does not say so itself.
 */
export async function amend(ctx: Ctx, cause: string, line: Line, why: string | null = null): Promise<Amended> {
  const names = await ctx.store.names(ctx.program);
  const understood = understandLine(line.text, names.ledger, reportContext(ctx, names, line.surface, line.thread));
  // A percent that falls is asked for its reason below, at whatever it falls from.
  const reread =
    understood.act === 'refuse' && understood.why === 'falls' && why !== null
      ? understandLine(`${line.text} ${EXPLAINED}`, names.ledger, reportContext(ctx, names, line.surface, line.thread))
      : understood;
  if (reread.act !== 'report') return unread(reread, names);
  const items = reread.items.map((item) => {
    const said = stated(item, names, line.text);
    return { ...said, why: why ?? said.why };
  });
  return amendStated(ctx, cause, { items, said: line.text, files: line.files });
}

/** The same of what is read already. */
export async function amendStated(
  ctx: Ctx,
  cause: string,
  { items, said, files: sent }: Pick<Recording, 'items' | 'said' | 'files'>,
): Promise<Amended> {
  try {
    return await ctx.store.transaction(async (tx) => {
      const again = await tx.reports.statedBy(ctx.program.id, ctx.cause);
      if (again.length > 0) return { kind: 'amended', kept: again, left: await leftOf(ctx, tx, cause) };
      const parts = await partsNamed(ctx, tx, cause, items);
      if (parts === 'none') return { kind: 'names-none' };
      const old = await takeBack(ctx, tx, cause, { amended: true, parts, why: null });
      if (old.kind === 'reason-needed') throw new Error('an amendment was asked for the reason of an undo');
      if (old.kind !== 'undone') return old.kind === 'already' ? { kind: 'already' } : { kind: 'denied', why: old.why };
      const shown = await tx.evidence.ofCause(ctx.program.id, cause);
      const files = [...shown, ...sent.filter((file) => shown.every((each) => each.id !== file.id))];
      const amends = {
        cause,
        percents: new Map(
          parts.reports.flatMap(({ milestoneId, percent }) =>
            percent === null ? [] : [[milestoneId, percent] as const],
          ),
        ),
        amounts: new Map(parts.figures.map(({ projectId, doneInvestment }) => [projectId, doneInvestment])),
      };
      const recording = { ctx, items, said, files, countsAt: old.countsAt, amends };
      const recorded = (await recordAll(tx, [recording])).get(recording);
      if (!recorded) throw new Error('an amendment was neither kept nor refused');
      // What was taken back stands again: nothing of an amendment that is refused may remain.
      if ('refused' in recorded) throw new Unsaid({ kind: 'refused', refused: recorded.refused });
      if ('order' in recorded) throw new Unsaid({ kind: 'order', order: recorded.order });
      await ctx.announce(tx, 'report-changed', { programId: ctx.program.id, countedAt: old.countsAt });
      return { kind: 'amended', kept: recorded.kept, left: await leftOf(ctx, tx, cause) };
    });
  } catch (error) {
    if (error instanceof Unsaid) return error.outcome;
    throw error;
  }
}

/** What the reader takes as an explanation of a fall; the person's own words are kept. */
const EXPLAINED = '更正';

/** A line that falls by the ledger's figures is refused as such, not as one that cannot be read. */
function unread(understood: Exclude<Understanding, { readonly act: 'report' }>, names: Names): Amended {
  if (understood.act !== 'refuse' || understood.why !== 'falls') return { kind: 'not-understood', understood };
  const { project: code, milestone: called, percent, previous } = understood;
  const project = code === null ? undefined : names.byCode.get(code);
  const milestone = project?.milestones.find(({ name }) => name === called) ?? null;
  if (!project) return { kind: 'not-understood', understood };
  const nothing = { done: false, doneOn: null, forecast: null, investment: null, note: '', why: null };
  const item = { ...nothing, project, milestone, percent };
  return { kind: 'refused', refused: { because: 'falls', item, from: previous ?? 0, to: percent ?? 0 } };
}

/** What of a message stands, and an amendment of it did not name. */
const leftOf = async (ctx: Ctx, tx: Transaction, cause: string): Promise<readonly Kept[]> =>
  (await tx.reports.standingOf(ctx.program.id, cause)).map((row) => ({ ...row, before: null }));

/** The parts of a statement that an amendment names; of one thing alone it is meant whatever it says. */
async function partsNamed(ctx: Ctx, tx: Transaction, cause: string, items: readonly Stated[]): Promise<Parts | 'none'> {
  const all = await partsOf(ctx, tx, cause);
  if (all.stated <= 1) return all;
  const named = {
    reports: all.reports.filter(({ milestoneId }) => items.some(({ milestone }) => milestone?.id === milestoneId)),
    figures: all.figures.filter(({ projectId }) =>
      items.some(({ project, investment }) => project.id === projectId && investment !== null),
    ),
  };
  if (named.reports.length + named.figures.length > 0) return named;
  const ofProjects = (each: { readonly projectId: number }) =>
    items.some(({ project }) => project.id === each.projectId);
  const near = { reports: all.reports.filter(ofProjects), figures: all.figures.filter(ofProjects) };
  return near.reports.length + near.figures.length === 1 ? near : 'none';
}
