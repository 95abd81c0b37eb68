import { type Understanding, understandLine } from '../../../domain/report-line.js';
import type { Ctx } from '../../../feature.js';
import { lineContext, stated } from './line.js';
import { type Kept, type Refused, recordAll } from './record.js';
import { takeBack, whyNotBack } from './undo.js';

export type Amended =
  | { readonly kind: 'amended'; readonly kept: readonly Kept[] }
  | { readonly kind: 'already' }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'not-understood'; readonly understood: Understanding };

/** What a message reported, in its author's own words, to be amended; `said` null where it was taken back meanwhile. */
export async function saidOf(
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
export async function amend(ctx: Ctx, cause: string, text: string): Promise<Amended> {
  const names = await ctx.store.names(ctx.program);
  const understood = understandLine(text, names.ledger, lineContext(ctx, names, 'progress', null));
  if (understood.act !== 'report') return { kind: 'not-understood', understood };
  const items = understood.items.map((item) => stated(item, names));
  try {
    return await ctx.store.transaction(async (tx) => {
      const again = await tx.reports.statedBy(ctx.program.id, ctx.cause);
      if (again.length > 0) return { kind: 'amended', kept: again.map((row) => ({ ...row, before: null })) };
      const old = await takeBack(ctx, tx, cause, true);
      if (old.kind !== 'undone') return old.kind === 'already' ? { kind: 'already' } : { kind: 'denied', why: old.why };
      const recording = { ctx, items, said: text, files: [], countsAt: old.countsAt, amends: cause };
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
