import { ladderTerms, land } from '../ladder.js';
import type { LadderPolicy, ObstacleKind } from '../plan.js';
import { asked } from './confirm.js';
import type { Moved } from './outcome.js';
import { atRung, dutyDay, NO_PROMISE } from './rung.js';
import type { Confirmation, DecisionContext, ObstacleState } from './state.js';

/** A new case: it lands at the lowest rung that can clear it. */
export function flag(
  given: {
    readonly by: number;
    readonly kind: ObstacleKind;
    readonly urgentReason: string | null;
    /** Whether the head of the project's unit says so; else it is asked, and no deadline is halved meanwhile. */
    readonly urgentConfirmed: boolean;
    /** Flagged by an outsider: who is asked whether it is so. */
    readonly confirmer: { readonly as: Confirmation; readonly id: number } | null;
    readonly policy: LadderPolicy;
  },
  context: DecisionContext,
): Moved {
  const terms = ladderTerms(given.policy, given.kind);
  const urgent = given.urgentReason !== null && given.urgentConfirmed;
  const landing = land(terms.start, terms, context.seats, context.leaves, dutyDay(context));
  const blank: ObstacleState = {
    kind: given.kind,
    urgent,
    terms,
    standing: 'open',
    rung: landing.rung,
    departmentId: null,
    holderId: null,
    rungFrom: context.today,
    confirmation: null,
    confirmerId: null,
    confirmBy: null,
    query: null,
    dismissed: false,
    takenUp: false,
    clockFrom: context.today,
    counted: [],
    deadline: context.now,
    halfWay: null,
    lapsed: false,
    claimedById: null,
    promisedFor: null,
    ...NO_PROMISE,
    resolvedById: null,
    resolvedAt: null,
    resolution: null,
    rule: null,
    verifyBy: null,
    verifyReminders: 0,
    returns: 0,
    handedOver: false,
    overdueSince: null,
    announceAt: null,
    closedAt: null,
    withdrawn: false,
    version: 0,
  };
  const { skipped, rung } = landing;
  const { confirmer } = given;
  const landed = atRung(blank, landing, context);
  const step = { kind: 'flagged', by: given.by, rung, skipped, urgentReason: given.urgentReason } as const;
  if (confirmer === null) return { state: landed, steps: [step] };
  const waiting = asked(landed, confirmer.as, confirmer.id, context);
  return { state: { ...waiting, version: 1 }, steps: [{ ...step, confirmation: confirmer.as }] };
}
