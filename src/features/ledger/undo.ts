import type { Instant } from '../../domain/day.js';
import { UNDO_HOURS } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { KeptImport } from '../../store/ledger-imports.js';
import { endWithProjects } from '../obstacle/door.js';
import { reopenByUndo } from '../slip/door.js';
import { causeOfImport, logImport } from './import-log.js';
import { undoneMessage } from './messages/decided.js';
import { alreadyDecided, changedSinceRefused, goneRefused, refuse, tooLateRefused } from './messages/refusals.js';
import type { OfImport, Refused, Undone } from './model.js';
import { mayNotEdit } from './rights.js';
import { readUnderstood } from './understood-shape.js';

export async function undo(ctx: Ctx, { import: id }: OfImport): Promise<Outcome> {
  const undone = await undoImport(ctx, id);
  if ('refused' in undone) return refuse(undone);
  switch (undone.kind) {
    case 'undone':
      return { kind: 'replace', message: undoneMessage(undone, ctx) };
    case 'changed-since':
      return refuse(changedSinceRefused(undone.codes, ctx));
    case 'too-late':
      return refuse(tooLateRefused(ctx));
    case 'decided':
      return alreadyDecided(ctx, undone.standing);
  }
}

/** Takes an import back, within a day and while nothing that it changed was changed again. */
export async function undoImport(ctx: Ctx, id: number): Promise<Undone | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const { id: programId, workspaceId } = ctx.program;
  const outcome = await ctx.store
    .transaction(async (tx): Promise<Undone | null> => {
      const locked = await tx.ledgerImports.lock(programId, id);
      if (locked === null) return null;
      const { kept } = locked;
      if (kept.standing !== 'confirmed') return { kind: 'decided', kept, standing: kept.standing };
      if (tooLate(kept.confirmedAt, ctx.now)) return { kind: 'too-late', kept };
      const understood = readUnderstood(kept.understood);
      if (understood === null) return null;
      const cause = causeOfImport(id);
      // Why its figures fall again is the undoing of the import itself, which the log has.
      const reports = await tx.reports.ofCause(programId, cause);
      const figures = await tx.reports.figuresOfCause(programId, cause);
      const ids = (parts: readonly { readonly id: number }[]) => parts.map((part) => part.id);
      await tx.reports.undo(programId, { reportIds: ids(reports), figureIds: ids(figures) }, ctx.now);
      await tx.postponements.lapse(programId, cause, ctx.person.id, ctx.now);
      const undone = await tx.ledger.undo(programId, cause, {
        workspaceId,
        personId: ctx.person.id,
        at: ctx.now,
        cause: `${cause}:undo`,
      });
      if (undone.kind === 'stale')
        throw new ChangedSince(kept, await tx.ledgerImports.codesOf(programId, undone.projectIds));
      if (undone.kind === 'done')
        await endWithProjects({ ...ctx, cause: `${cause}:undo` }, tx, undone.projectIds, ctx.person.id);
      await reopenByUndo(ctx, tx, cause, ctx.person.id);
      if (understood.made) await tx.ledgerImports.removeMade(understood.made.people, understood.made.units);
      await tx.ledgerImports.finish(id, 'undone', ctx.now, understood);
      await logImport(tx, ctx, id, 'undo-import', understood.counts);
      if (kept.confirmedAt !== null)
        await ctx.announce(tx, 'report-changed', { programId, countedAt: kept.confirmedAt });
      const withdrawn = undone.kind === 'done' ? undone.projectIds.length : 0;
      return { kind: 'undone', kept, counts: understood.counts, withdrawn };
    })
    .catch((error: unknown): Undone => {
      if (error instanceof ChangedSince) return { kind: 'changed-since', kept: error.kept, codes: error.codes };
      throw error;
    });
  return outcome ?? goneRefused(ctx);
}

/** Thrown to leave the transaction as if nothing had happened. */
class ChangedSince extends Error {
  constructor(
    readonly kept: KeptImport,
    readonly codes: readonly string[],
  ) {
    super('something that the import changed was changed again');
  }
}

export const tooLate = (confirmedAt: Instant | null, now: Instant): boolean =>
  confirmedAt === null || now - confirmedAt > UNDO_HOURS * 3_600_000;
