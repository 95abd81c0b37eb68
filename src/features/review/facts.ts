import { decideItem, movedBack, reopenedItem } from '../../domain/action-item.js';
import type { LocalDay } from '../../domain/day.js';
import type { Ctx } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import type { Transaction } from '../../store/index.js';
import { endedByObstacle } from './keys.js';
import type { Acts } from './model.js';
import { saveMove } from './move.js';
import { mayOn } from './rights.js';

/** A report as far as an item looks at it. */
type Reported = {
  readonly milestoneId: number;
  readonly personId: number;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly note: string;
};

type Said = { readonly ctx: Acts & Pick<Ctx, 'person'>; readonly reports: readonly Reported[] };

/**
 * The ordinary report that does an item closes it, and one with a later day and its reason moves it: nobody writes a reply. Within the transaction that keeps the reports;
 * one statement where no item is met.
 */
export async function closeByReports(tx: Transaction, programId: number, said: readonly Said[]): Promise<void> {
  const met = said
    .flatMap(({ ctx, reports }) => reports.map((report) => ({ ctx, report })))
    .filter(({ report }) => isDone(report) || (report.forecast !== null && report.note.trim() !== ''));
  const byMilestone = new Map(met.map((each) => [each.report.milestoneId, each]));
  for (const item of await tx.actionItems.lockOpenOf(programId, [...byMilestone.keys()])) {
    const met = byMilestone.get(item.milestoneId ?? 0);
    if (met === undefined) continue;
    const { ctx, report } = met;
    const event = eventOf(item, ctx, report);
    if (event === null) continue;
    const decided = decideItem(item.state, event, ctx.today);
    if ('refused' in decided) continue;
    await saveMove(ctx, tx, item, {
      event,
      state: decided.state,
      personId: report.personId,
      cause: `${ctx.cause}:item:${item.id}`,
      with: event.do === 'late' ? { movedCause: ctx.cause, movedFrom: item.state.due } : { closedCause: ctx.cause },
    });
  }
}

const isDone = ({ doneOn, percent }: Reported): boolean => doneOn !== null || (percent ?? 0) >= 100;

/** What a report is to an item: its end, or, from who answers for it, a new day with its reason; else nothing. */
function eventOf(item: ItemCase, ctx: Said['ctx'], report: Reported) {
  if (isDone(report)) return { do: 'finish' as const, by: report.personId };
  if (report.forecast === null || !mayOn(ctx, 'answer-item', item)) return null;
  return { do: 'late' as const, to: report.forecast, reason: report.note };
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
      with: { closedCause: endedByObstacle(met.cause) },
    });
  }
}

/** What is taken back ended nothing and moved nothing: what a report closed is open again, and due when it was. */
export async function reopenItems(ctx: Acts, tx: Transaction, undone: string, personId: number): Promise<void> {
  for (const item of await tx.actionItems.lockEndedBy(ctx.program.id, undone))
    await saveMove(ctx, tx, item, {
      event: { do: 'reopen' },
      state: reopenedItem(item.state),
      personId,
      cause: `${ctx.cause}:item:${item.id}`,
      with: { closedCause: null },
    });
  for (const item of await tx.actionItems.lockMovedBy(ctx.program.id, undone))
    if (item.movedFrom !== null)
      await saveMove(ctx, tx, item, {
        event: { do: 'move-back' },
        state: movedBack(item.state, item.movedFrom),
        personId,
        cause: `${ctx.cause}:item:${item.id}`,
        with: { movedCause: null, movedFrom: null },
      });
}
