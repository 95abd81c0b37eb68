import { decideItem, reopenedItem } from '../../domain/action-item.js';
import type { LocalDay } from '../../domain/day.js';
import type { Transaction } from '../../store/index.js';
import { endedByObstacle } from './keys.js';
import type { Acts } from './model.js';
import { saveMove } from './move.js';

/** A report as far as an item looks at it. */
type Reported = {
  readonly milestoneId: number;
  readonly personId: number;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
};

/**
 * The ordinary report that does an item closes it, and nobody writes a reply. Within the transaction that keeps the reports;
 * one statement where no item is met.
 */
export async function closeByReports(
  tx: Transaction,
  programId: number,
  said: readonly { readonly ctx: Acts; readonly reports: readonly Reported[] }[],
): Promise<void> {
  const done = said
    .flatMap(({ ctx, reports }) => reports.map((report) => ({ ctx, report })))
    .filter(({ report: { doneOn, percent } }) => doneOn !== null || (percent ?? 0) >= 100);
  const byMilestone = new Map(done.map((each) => [each.report.milestoneId, each]));
  for (const item of await tx.actionItems.lockOpenOf(programId, [...byMilestone.keys()])) {
    const met = byMilestone.get(item.milestoneId ?? 0);
    if (met === undefined) continue;
    const { ctx, report } = met;
    const event = { do: 'finish' as const, by: report.personId };
    const decided = decideItem(item.state, event, ctx.today);
    if ('refused' in decided) continue;
    await saveMove(ctx, tx, item, {
      event,
      state: decided.state,
      personId: report.personId,
      cause: `${ctx.cause}:item:${item.id}`,
      closedCause: ctx.cause,
    });
  }
}

/** The end of an obstacle closes the items about it, in the transaction that ends it. */
export async function closeByObstacles(
  ctx: Acts,
  tx: Transaction,
  ended: readonly { readonly obstacleId: number; readonly by: number; readonly cause: string }[],
): Promise<void> {
  const byObstacle = new Map(ended.map((each) => [each.obstacleId, each]));
  for (const item of await tx.actionItems.lockOpenAbout(ctx.program.id, [...byObstacle.keys()])) {
    const met = byObstacle.get(item.obstacleId ?? 0);
    if (met === undefined) continue;
    const event = { do: 'finish' as const, by: met.by };
    const decided = decideItem(item.state, event, ctx.today);
    if ('refused' in decided) continue;
    await saveMove(ctx, tx, item, {
      event,
      state: decided.state,
      personId: met.by,
      cause: `${met.cause}:item:${item.id}`,
      closedCause: endedByObstacle(met.cause),
    });
  }
}

/** What is taken back ended nothing: what a report closed is open again. */
export async function reopenItems(ctx: Acts, tx: Transaction, undone: string, personId: number): Promise<void> {
  for (const item of await tx.actionItems.lockEndedBy(ctx.program.id, undone))
    await saveMove(ctx, tx, item, {
      event: { do: 'reopen' },
      state: reopenedItem(item.state),
      personId,
      cause: `${ctx.cause}:item:${item.id}`,
      closedCause: null,
    });
}
