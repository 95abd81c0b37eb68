import { understandLine } from '../../domain/report-line.js';
import type { Ctx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { lineContext, stated } from './line.js';
import { amendOutcome, words } from './messages/amend.js';
import { keptMessage, words as keptWords } from './messages/kept.js';
import { refusedRefusal } from './messages/refusal.js';
import type { Amended, Line } from './model.js';
import { recordAll } from './record.js';
import { cannotUndo, takeBack, whyNotBack } from './undo.js';

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
  { line }: { readonly line: string | null },
): Promise<Outcome> {
  const amended = await amend(ctx, cause, { text: line ?? '', surface: 'progress', thread: null, files: [] });
  switch (amended.kind) {
    case 'amended':
      return { kind: 'say', message: keptMessage(amended.kept, ctx.cause, ctx.language, true) };
    case 'already':
      return { kind: 'errors', errors: { line: inLanguage(keptWords, ctx.language).amendGone } };
    case 'denied':
      return { kind: 'errors', errors: { line: amended.why } };
    case 'refused':
      return { kind: 'errors', errors: { line: refusedRefusal(ctx, amended.refused).wrong } };
    case 'not-understood':
      return { kind: 'errors', errors: { line: inLanguage(words, ctx.language).notUnderstood } };
  }
}

/** `改成75`, typed: of the one thing that was reported. Null where it cannot be read so. */
export async function amendByWord(ctx: Ctx, cause: string, to: string): Promise<Outcome | null> {
  const [first, second] = await ctx.store.reports.statedBy(ctx.program.id, cause);
  if (!first || second) return null;
  const what = first.milestone === null ? '完成投资' : first.milestone;
  const value = first.milestone !== null && /^\d{1,3}$/.test(to) ? `${to}%` : to;
  const text = `${first.code} ${what} ${value}`;
  const amended = await amend(ctx, cause, { text, surface: 'progress', thread: null, files: [] });
  switch (amended.kind) {
    case 'amended':
      return { kind: 'say', message: keptMessage(amended.kept, ctx.cause, ctx.language, true) };
    case 'already':
      return { kind: 'say', message: plain(inLanguage(keptWords, ctx.language).amendGone) };
    case 'denied':
      return cannotUndo(ctx, amended.why);
    case 'refused':
      return { kind: 'refuse', refusal: refusedRefusal(ctx, amended.refused) };
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

/** Puts a new statement in the place of one that was reported: one transaction takes the old back and keeps the new. */
export async function amend(ctx: Ctx, cause: string, line: Line): Promise<Amended> {
  const names = await ctx.store.names(ctx.program);
  const understood = understandLine(line.text, names.ledger, lineContext(ctx, names, line.surface, line.thread));
  if (understood.act !== 'report') return { kind: 'not-understood', understood };
  const items = understood.items.map((item) => stated(item, names));
  try {
    return await ctx.store.transaction(async (tx) => {
      const again = await tx.reports.statedBy(ctx.program.id, ctx.cause);
      if (again.length > 0) return { kind: 'amended', kept: again };
      const old = await takeBack(ctx, tx, cause, true);
      if (old.kind !== 'undone') return old.kind === 'already' ? { kind: 'already' } : { kind: 'denied', why: old.why };
      const shown = await tx.evidence.ofCause(ctx.program.id, cause);
      const files = [...shown, ...line.files.filter((file) => shown.every((each) => each.id !== file.id))];
      const recording = { ctx, items, said: line.text, files, countsAt: old.countsAt, amends: cause };
      const recorded = (await recordAll(tx, [recording])).get(recording);
      if (!recorded) throw new Error('an amendment was neither kept nor refused');
      // What was taken back stands again: nothing of an amendment that is refused may remain.
      if ('refused' in recorded) throw new Unsaid({ kind: 'refused', refused: recorded.refused });
      await ctx.announce(tx, 'report-changed', { programId: ctx.program.id, countedAt: old.countsAt });
      return { kind: 'amended', kept: recorded.kept };
    });
  } catch (error) {
    if (error instanceof Unsaid) return error.outcome;
    throw error;
  }
}
