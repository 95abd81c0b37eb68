import type { Instant } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import { fallReason } from '../../domain/report-line.js';
import { type Ctx, type Outcome, refuse } from '../../feature.js';
import { button, plain } from '../../slack/blocks.js';
import type { Transaction } from '../../store/index.js';
import type { KeptFigures, KeptReport } from '../../store/reports.js';
import { clip, escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { tellAskers } from '../project/door.js';
import { reopenItems } from '../review/door.js';
import { reopenByUndo } from '../slip/door.js';
import { ids } from './ids.js';
import { words as keptWords, undoneAnswer, whyUndoMessage } from './messages/kept.js';
import { words } from './messages/refusal.js';
import type { Kept, Undone } from './model.js';
import { postTakenBack } from './thread-lines.js';

/** A report or figures, as far as the rule looks at them. */
type StatedPart = { readonly personId: number; readonly recordedAt: Instant; readonly isNewest: boolean };

/** *Undo* under the private answer: it says what was taken back in its place, or asks there why a percent falls. */
export async function pressUndo(
  ctx: Ctx,
  { cause, why }: { readonly cause: string; readonly why?: string | undefined },
): Promise<Outcome> {
  const undone = await undo(ctx, cause, why ?? null);
  switch (undone.kind) {
    case 'undone':
      return { kind: 'replace', message: undoneAnswer(undone.kept, ctx, undone.why) };
    case 'reason-needed': {
      const press = (reason: string) => button(ids.undo, { cause, why: reason }, reason);
      return { kind: 'replace', message: whyUndoMessage(undone.falls, press, ctx.language) };
    }
    case 'already':
      return { kind: 'replace', message: plain(inLanguage(keptWords, ctx.language).alreadyUndone) };
    case 'denied':
      return cannotUndo(ctx, undone.why, undone.said);
  }
}

/** `撤销`, typed: what was taken back is said below it. What was typed may say why: 刚才发错了. */
export async function undoByWord(ctx: Ctx, cause: string, typed = ''): Promise<Outcome> {
  const why = fallReason(typed);
  const outcome = await pressUndo(ctx, { cause, ...(why === null ? {} : { why }) });
  return outcome.kind === 'replace' ? { kind: 'say', message: outcome.message } : outcome;
}

/** What was reported stands: which (the answer may come later than the press), why, and what to do instead. */
export function cannotUndo(ctx: Ctx, why: string, said = ''): Outcome {
  const say = inLanguage(words, ctx.language);
  const understood = said === '' ? why : say.undoWhich(escapeText(clip(said, 60)), why);
  return refuse({ wrong: say.undoDenied, instead: say.undoInstead }, understood);
}

/**
 * Takes back what one message reported: all of it or nothing. The reports stay in the log and count no more. Where a percent
 * falls back by it, why is asked first; null: nobody said.
 */
export async function undo(ctx: Ctx, cause: string, why: string | null): Promise<Undone> {
  return ctx.store.transaction(async (tx) => {
    const parts = await partsOf(ctx, tx, cause);
    const undone = await takeBack(ctx, tx, cause, { amended: false, parts, why });
    if (undone.kind === 'undone')
      await ctx.announce(tx, 'report-changed', { programId: ctx.program.id, countedAt: undone.countsAt });
    return undone;
  });
}

/** What a message stated and still stands: what is to be taken back of it. */
export type Parts = {
  readonly reports: readonly KeptReport[];
  readonly figures: readonly KeptFigures[];
};

export async function partsOf(
  ctx: Ctx,
  tx: Transaction,
  cause: string,
): Promise<Parts & { /** How many things it stated, with those that were taken back. */ readonly stated: number }> {
  const reports = await tx.reports.ofCause(ctx.program.id, cause);
  const figures = await tx.reports.figuresOfCause(ctx.program.id, cause);
  return {
    reports: reports.filter(({ undone }) => !undone),
    figures: figures.filter(({ undone }) => !undone),
    stated: reports.length + figures.length,
  };
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
export async function takeBack(
  ctx: Ctx,
  tx: Transaction,
  cause: string,
  { amended, parts, why }: { readonly amended: boolean; readonly parts: Parts; readonly why: string | null },
): Promise<Undone> {
  const all = [...parts.reports, ...parts.figures];
  const [first] = all;
  if (!first) return { kind: 'already' };
  const denied = whyNotBack(ctx, all);
  if (denied !== null) return { kind: 'denied', why: denied, said: first.said };
  const reportIds = parts.reports.map(({ id }) => id);
  const figureIds = parts.figures.map(({ id }) => id);
  const falls = amended ? [] : await tx.reports.fallsBy(ctx.program.id, reportIds);
  if (falls.length > 0 && why === null) return { kind: 'reason-needed', falls };
  const before = await tx.reports.standingOf(ctx.program.id, cause);
  await tx.reports.undo(ctx.program.id, { reportIds, figureIds }, ctx.now);
  await tellAskers(
    ctx,
    tx,
    parts.reports.map(({ milestoneId }) => milestoneId),
  );
  await reopenByUndo(ctx, tx, cause, ctx.person.id);
  await reopenItems(ctx, tx, cause, ctx.person.id);
  const left = (await tx.reports.standingOf(ctx.program.id, cause)).map((row) => ({ ...row, before: null }));
  const stays = new Set(left.map(partKey));
  const kept = before.filter((row) => !stays.has(partKey(row))).map((row) => ({ ...row, before: null }));
  const reason = falls.length > 0 ? why : null;
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
      after: {
        projectIds: [...new Set(all.map((part) => part.projectId))],
        ...(reason === null ? {} : { reason, falls }),
      },
      cause: amended ? `${ctx.cause}:undo` : ctx.cause,
    },
  ]);
  await postTakenBack(tx, ctx, cause, kept, { amended, why: reason, left });
  return { kind: 'undone', kept, countsAt: Math.min(...all.map((part) => part.countsAt)), why: reason };
}

const partKey = ({ projectId, milestone }: Kept) => `${projectId}/${milestone ?? ''}`;
