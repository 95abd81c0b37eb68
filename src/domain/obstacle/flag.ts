import { ladderTerms, land } from '../ladder.js';
import type { LadderPolicy, ObstacleKind } from '../plan.js';
import { atRung, dutyDay } from './climb.js';
import type { Moved } from './outcome.js';
import type { DecisionContext, ObstacleState } from './state.js';

/** A new case: it lands at the lowest rung that can clear it. */
export function flag(
  given: {
    readonly by: number;
    readonly kind: ObstacleKind;
    readonly urgentReason: string | null;
    readonly policy: LadderPolicy;
  },
  context: DecisionContext,
): Moved {
  const terms = ladderTerms(given.policy, given.kind);
  const urgent = given.urgentReason !== null;
  const landing = land(terms.start, terms, context.seats, context.leaves, dutyDay(context));
  const blank: ObstacleState = {
    kind: given.kind,
    urgent,
    terms,
    standing: 'open',
    rung: landing.rung,
    departmentId: null,
    holderId: null,
    clockFrom: context.today,
    counted: [],
    deadline: context.now,
    halfWay: null,
    lapsed: false,
    claimedById: null,
    promisedFor: null,
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
  return {
    state: atRung(blank, landing, context),
    steps: [{ kind: 'flagged', by: given.by, rung, skipped, urgentReason: given.urgentReason }],
  };
}
