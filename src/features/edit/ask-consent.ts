import type { LocalDay } from '../../domain/day.js';
import { nextLoudMoment } from '../../domain/obstacle/quiet.js';
import { consentNeeded, consentOf, DEFAULT_POSTPONEMENT } from '../../domain/postponement.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../store/ledger-projects.js';
import type { SeenPostponement } from './model.js';
import { gatesOf, logPostponement, seenOf, tellConsenter } from './postponement.js';

/** A later day that somebody wants, and why. */
export type Wish = { readonly to: LocalDay; readonly reason: string };

/**
 * The one rule of every door to a later day. `free`: it may be written as it is, `consented` where they who wish it are who consents; `asked`: whoever consents was asked, once;
 * `waiting`: another wish of this milestone waits already; `nobody`: there is nobody to consent.
 */
export type Consulted =
  | { readonly kind: 'free'; readonly consented: boolean }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'asked' | 'waiting'; readonly seen: SeenPostponement };

export async function consult(
  ctx: Ctx,
  tx: Transaction,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
  { to, reason }: Wish,
  cause: string = ctx.cause,
): Promise<Consulted> {
  const { program, person, today } = ctx;
  const { due, firstDue, postponed } = milestone;
  const gated = milestone.doneOn === null && (await gatesOf(ctx, tx, project, milestone)).length > 0;
  const policy = program.policy.postponement ?? DEFAULT_POSTPONEMENT;
  // What is done has no day left to miss: its day is a record, and may be set right.
  const needed =
    milestone.doneOn === null ? consentNeeded({ today, due, to, firstDue, postponed, gated }, policy) : null;
  if (needed === null) return { kind: 'free', consented: false };
  const { unit: unitHead, sponsor, commander } = await tx.obstacles.seats(program.id, project.id, null);
  const consent = consentOf(needed, { unitHead, sponsor, commander }, [person.id, ...person.standsInFor]);
  if (consent === null) return { kind: 'nobody' };
  if (consent === 'own') return { kind: 'free', consented: true };
  const open = await tx.postponements.openOf(milestone.id);
  if (open) return { kind: 'waiting', seen: await seenOf(ctx, tx, open, project, milestone) };
  const { quietFrom, quietTo } = program.policy.prompts;
  const tellAt = nextLoudMoment({ ...ctx, quietFrom, quietTo, timeZone: program.timeZone });
  const asked = await tx.postponements.add({
    programId: program.id,
    projectId: project.id,
    milestoneId: milestone.id,
    fromDay: due,
    toDay: to,
    reason,
    askedById: person.id,
    consenterId: consent.personId,
    seat: consent.seat,
    at: ctx.now,
    tellAt,
    cause,
  });
  await logPostponement(ctx, tx, person.id, 'ask-postponement', asked, `${cause}:asked`);
  const seen = await seenOf(ctx, tx, asked, project, milestone);
  if (tellAt === null) await tellConsenter(ctx, tx, seen);
  return { kind: 'asked', seen };
}
