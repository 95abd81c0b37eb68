import type { LedgerChange } from '../../domain/ledger-change.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { consult } from './ask-consent.js';

/** A later day that was not written, since somebody is to consent to it; `who` null: there is nobody. */
export type AwaitedDay = {
  readonly code: string;
  readonly milestone: string;
  readonly who: { readonly zh: string; readonly en: string } | null;
};

/**
 * Of many changes of the ledger at once, those that may be written: what needs consent is asked for, and left as it is. Each wish
 * has a cause of its own under `cause`.
 */
export async function consultChanges(
  ctx: Ctx,
  tx: Transaction,
  changes: readonly LedgerChange[],
  { reason, cause }: { readonly reason: string; readonly cause: string },
): Promise<{
  readonly free: readonly LedgerChange[];
  readonly awaited: readonly AwaitedDay[];
  readonly consented: ReadonlySet<number>;
}> {
  const free: LedgerChange[] = [];
  const awaited: AwaitedDay[] = [];
  const consented = new Set<number>();
  for (const change of changes) {
    const { due: from } = change.kind === 'change-milestone' ? change.before : {};
    const { due: to } = change.kind === 'change-milestone' ? change.after : {};
    if (change.kind !== 'change-milestone' || !from || !to || to <= from) {
      free.push(change);
      continue;
    }
    const project = await tx.ledgerProjects.byId(ctx.program.id, change.projectId);
    const milestone = project?.milestones.find(({ id }) => id === change.milestoneId);
    const consulted =
      project && milestone
        ? await consult(ctx, tx, project, milestone, { to, reason }, `${cause}:postpone:${milestone.id}`)
        : null;
    if (project === undefined || project === null || milestone === undefined || consulted?.kind === 'free') {
      free.push(change);
      if (milestone !== undefined && consulted?.kind === 'free' && consulted.consented) consented.add(milestone.id);
      continue;
    }
    const who = consulted !== null && 'seen' in consulted ? consulted.seen.consenter : null;
    awaited.push({
      code: project.code,
      milestone: milestone.name,
      who: who && { zh: who.name, en: who.nameEn },
    });
    const { due: _, ...after } = change.after;
    const { due: __, ...before } = change.before;
    if (Object.keys(after).length > 0) free.push({ ...change, before, after });
  }
  return { free, awaited, consented };
}
