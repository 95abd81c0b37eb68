import type { Instant } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import type { Transaction } from '../../store/index.js';
import { inLanguage } from '../../text/language.js';
import { words as keptWords, undoneAnswer } from './messages/kept.js';
import { words } from './messages/refusal.js';
import type { Undone } from './model.js';
import { postTakenBack } from './thread-lines.js';

/** A report or figures, as far as the rule looks at them. */
type StatedPart = { readonly personId: number; readonly recordedAt: Instant; readonly isNewest: boolean };

/** *Undo* under the private answer: it says what was taken back in its place. */
export async function pressUndo(ctx: Ctx, { cause }: { readonly cause: string }): Promise<Outcome> {
  const undone = await undo(ctx, cause);
  switch (undone.kind) {
    case 'undone':
      return { kind: 'replace', message: undoneAnswer(undone.kept, ctx.language) };
    case 'already':
      return { kind: 'replace', message: plain(inLanguage(keptWords, ctx.language).alreadyUndone) };
    case 'denied':
      return cannotUndo(ctx, undone.why);
  }
}

/** `撤销`, typed: what was taken back is said below it. */
export async function undoByWord(ctx: Ctx, cause: string): Promise<Outcome> {
  const outcome = await pressUndo(ctx, { cause });
  return outcome.kind === 'replace' ? { kind: 'say', message: outcome.message } : outcome;
}

/** What was reported stands: why, and what to do instead. */
export function cannotUndo(ctx: Ctx, why: string): Outcome {
  const say = inLanguage(words, ctx.language);
  return { kind: 'refuse', refusal: { wrong: say.undoDenied, understood: why, instead: say.undoInstead } };
}

/** Takes back what one message reported: all of it or nothing. The reports stay in the log and count no more. */
export async function undo(ctx: Ctx, cause: string): Promise<Undone> {
  return ctx.store.transaction(async (tx) => {
    const undone = await takeBack(ctx, tx, cause, false);
    if (undone.kind === 'undone')
      await ctx.announce(tx, 'report-changed', { programId: ctx.program.id, countedAt: undone.countsAt });
    return undone;
  });
}

/** Why a person may not take back or amend what was stated, in words; null where they may. */
export function whyNotBack(ctx: Ctx, parts: readonly StatedPart[]): string | null {
  for (const part of parts) {
    const permission = may(ctx.person, 'undo-report', {
      programId: ctx.program.id,
      ownerId: null,
      unitId: null,
      sponsorId: null,
      authorId: part.personId,
      recordedAt: part.recordedAt,
      now: ctx.now,
      newest: part.isNewest,
    });
    if (!permission.allowed) return denialWords(permission.denied, ctx.language);
  }
  return null;
}

/** The part of undo and amend that they share; within a transaction. */
export async function takeBack(ctx: Ctx, tx: Transaction, cause: string, amended: boolean): Promise<Undone> {
  const reports = await tx.reports.ofCause(ctx.program.id, cause);
  const figures = await tx.reports.figuresOfCause(ctx.program.id, cause);
  const parts = [...reports, ...figures];
  const [first] = parts;
  if (!first || parts.every((part) => part.undone)) return { kind: 'already' };
  const why = whyNotBack(ctx, parts);
  if (why !== null) return { kind: 'denied', why };
  const kept = (await tx.reports.statedBy(ctx.program.id, cause)).map((row) => ({ ...row, before: null }));
  await tx.reports.undo(ctx.program.id, cause, ctx.now);
  await tx.activity.add([
    {
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      at: ctx.now,
      personId: ctx.person.id,
      action: 'undo',
      thing: 'report',
      thingId: first.id,
      before: { said: first.said, cause },
      after: { projectIds: [...new Set(parts.map((part) => part.projectId))] },
      cause: amended ? `${ctx.cause}:undo` : ctx.cause,
    },
  ]);
  await postTakenBack(tx, ctx, cause, kept, amended);
  return { kind: 'undone', kept, said: first.said, countsAt: Math.min(...parts.map((part) => part.countsAt)) };
}
