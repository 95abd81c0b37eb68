import type { LocalDay } from '../../domain/day.js';
import type { LedgerChange } from '../../domain/ledger-change.js';
import { decideSlip, OPEN_SLIPS, reopened, type SlipEvent, type SlipLapse } from '../../domain/slip.js';
import type { Transaction } from '../../store/index.js';
import type { SlipCase } from '../../store/slips.js';
import type { Acts } from './model.js';
import { lock, saveMove } from './move.js';

/** A report as far as a slip looks at it. */
export type Reported = {
  readonly milestoneId: number;
  readonly personId: number;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly note: string;
};

/**
 * The ordinary report answers a slip, and nobody writes a reply: done closes it; less answers a yellow or red one, which the
 * office then judges, and signs a blue one. Within the transaction that keeps the reports; one statement where no slip is met.
 */
export async function answerByReports(
  tx: Transaction,
  programId: number,
  said: readonly { readonly ctx: Acts; readonly reports: readonly Reported[] }[],
): Promise<void> {
  const all = said.flatMap(({ ctx, reports }) => reports.map((report) => ({ ctx, report })));
  const byMilestone = new Map(all.map((each) => [each.report.milestoneId, each]));
  for (const { id, milestoneId } of await tx.slips.ofMilestones(programId, [...byMilestone.keys()])) {
    const met = byMilestone.get(milestoneId ?? 0);
    const slip = await lock(tx, programId, id);
    if (met === undefined || slip === null) continue;
    const { ctx, report } = met;
    const event = eventOf(report, slip);
    const decided = decideSlip(slip.state, event, ctx);
    if ('refused' in decided || decided.state === slip.state) continue;
    const closed = decided.state.standing === 'closed';
    await saveMove(ctx, tx, slip, {
      event,
      state: decided.state,
      personId: report.personId,
      cause: `${ctx.cause}:slip:${id}`,
      ...(closed ? { closedCause: ctx.cause } : {}),
    });
  }
}

function eventOf({ personId: by, percent, doneOn, note }: Reported, { state }: SlipCase): SlipEvent {
  if (doneOn !== null || (percent ?? 0) >= 100) return { do: 'finish', by };
  if (percent === null || state.colour === 'blue') return { do: 'sign', by };
  return { do: 'answer', by, text: note === '' ? `${percent}%` : `${percent}% ${note}` };
}

/** What is taken back ended nothing: what a report closed, or a change of the ledger voided, is open again. */
export async function reopenByUndo(ctx: Acts, tx: Transaction, undone: string, personId: number): Promise<void> {
  for (const { id, unitId } of await tx.slips.endedBy(ctx.program.id, undone)) {
    const slip = await lock(tx, ctx.program.id, id);
    if (slip === null) continue;
    const full = (await tx.slips.openOf(ctx.program.id, unitId)) >= OPEN_SLIPS;
    await saveMove(ctx, tx, slip, {
      event: { do: 'reopen' },
      state: reopened(slip.state, full),
      personId,
      cause: `${ctx.cause}:slip:${id}`,
      closedCause: null,
    });
  }
}

/** Who changed the ledger under which cause, and which milestones moved with consent. */
type LedgerDecision = {
  readonly personId: number;
  readonly cause: string;
  readonly consented: ReadonlySet<number>;
};

/**
 * A slip is void once its milestone is postponed with consent, or its project leaves or pauses. Within the transaction that
 * changes the ledger. A day that moved without consent voids none: nobody rids themselves of a slip.
 */
export async function voidByLedger(
  ctx: Acts,
  tx: Transaction,
  changes: readonly LedgerChange[],
  { personId, cause, consented }: LedgerDecision,
): Promise<void> {
  const projects = new Map<number, SlipLapse>();
  const milestones = new Set<number>();
  for (const change of changes) {
    if (change.kind === 'change-project') {
      const { standing } = change.after;
      if (standing === 'withdrawn' || standing === 'paused') projects.set(change.projectId, standing);
    } else if (change.kind === 'change-milestone' && consented.has(change.milestoneId)) {
      milestones.add(change.milestoneId);
    }
  }
  const met = [
    ...(await tx.slips.ofProjects(ctx.program.id, [...projects.keys()])),
    ...(await tx.slips.ofMilestones(ctx.program.id, [...milestones])),
  ];
  for (const { id } of met) {
    const slip = await lock(tx, ctx.program.id, id);
    if (slip === null) continue;
    const because = projects.get(slip.projectId ?? 0) ?? 'postponed';
    const event: SlipEvent = { do: 'lapse', because, by: personId };
    const decided = decideSlip(slip.state, event, ctx);
    if ('refused' in decided) continue;
    await saveMove(ctx, tx, slip, {
      event,
      state: decided.state,
      personId,
      cause: `${cause}:slip:${id}`,
      closedCause: cause,
    });
  }
}
