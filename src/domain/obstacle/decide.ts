import { instantAt, type LocalDay } from '../day.js';
import { DEADLINE_TIME, type LadderTerms, land, rungClock, sameTerms, workdaysAt } from '../ladder.js';
import type { Rung } from '../plan.js';
import { deadline } from '../workday.js';
import { atRung, departmentAt, dutyDay, NO_PROMISE, raise } from './climb.js';
import { confirm, confirmUrgent, dismiss, dispute, ended, merge, query, settle, supplement, takeUp } from './intake.js';
import { type Decided, refused } from './outcome.js';
import { askPromise, claim, consentPromise, refusePromise } from './promise.js';
import { announceAt } from './quiet.js';
import { handOver, pullUp } from './reassign.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** What people do to an obstacle. `by` is the person who did it; who may is decided before (domain/permission). */
export type ObstacleEvent =
  /** `reason`: for a day later than the rung may promise by itself. */
  | { readonly do: 'claim'; readonly by: number; readonly promisedFor: LocalDay; readonly reason?: string | null }
  | { readonly do: 'ask-promise'; readonly by: number; readonly promisedFor: LocalDay; readonly reason: string }
  | { readonly do: 'consent-promise'; readonly by: number }
  | { readonly do: 'refuse-promise'; readonly by: number; readonly reason: string }
  | { readonly do: 'confirm'; readonly by: number }
  | { readonly do: 'dispute'; readonly by: number; readonly reason: string; readonly raisedById: number }
  | { readonly do: 'confirm-urgent'; readonly by: number }
  | { readonly do: 'query' | 'supplement' | 'instruct'; readonly by: number; readonly text: string }
  | { readonly do: 'dismiss' | 'take-up'; readonly by: number; readonly reason: string }
  | { readonly do: 'accept'; readonly by: number }
  /** `same`: the other is this one, or of another project, or closed. */
  | { readonly do: 'merge'; readonly by: number; readonly into: number; readonly same: boolean }
  /** A leader takes it to their own rung. */
  | { readonly do: 'pull-up'; readonly by: number; readonly to: Rung; readonly reason: string }
  | { readonly do: 'resolve'; readonly by: number; readonly what: string; readonly rule: string | null }
  | { readonly do: 'raise'; readonly by: number; readonly reason: string }
  | {
      readonly do: 'hand-over';
      readonly by: number;
      readonly toUnitId: number;
      readonly headId: number | null;
      readonly reason: string;
      /** A leader may at their rung and below, whoever has it and however often. */
      readonly leads?: boolean;
    }
  /** Who had it is not there any more; the successor has it as it is, promise and all. */
  | { readonly do: 'succeed'; readonly by: number; readonly fromId: number; readonly toId: number }
  | { readonly do: 'verify'; readonly by: number }
  | { readonly do: 'return'; readonly by: number; readonly reason: string }
  | { readonly do: 'comment'; readonly by: number; readonly text: string }
  | { readonly do: 'withdraw'; readonly by: number }
  /** Takes the case over to a policy that was changed since it was flagged. */
  | { readonly do: 'adopt'; readonly by: number; readonly terms: LadderTerms };

/** What an event makes of a case, or why nothing. Pure: the same state, event and surroundings give the same. */
export function decide(state: ObstacleState, event: ObstacleEvent, context: DecisionContext): Decided {
  if (state.standing === 'closed') return refused('closed');
  switch (event.do) {
    case 'claim':
      return claim(taken(state, context), { ...event, reason: event.reason ?? null }, context);
    case 'ask-promise':
      return askPromise(state, event, context);
    case 'consent-promise':
      return consentPromise(state, event.by, context);
    case 'refuse-promise':
      return refusePromise(state, event.by, event.reason);
    case 'confirm':
      return confirm(state, event.by, context);
    case 'dispute':
      return dispute(state, event, context);
    case 'confirm-urgent':
      return confirmUrgent(state, event.by, context);
    case 'query':
      return query(state, event.by, event.text, context);
    case 'supplement':
      return supplement(state, event.by, event.text);
    case 'dismiss':
      return dismiss(state, event.by, event.reason, context);
    case 'take-up':
      return takeUp(state, event.by, event.reason, context);
    case 'accept':
      return settle(state, event.by, context);
    case 'merge':
      return merge(state, event.by, event.into, event.same, context);
    case 'pull-up':
      return pullUp(state, event, context);
    case 'resolve':
      return resolve(taken(state, context), event, context);
    case 'raise':
      if (state.confirmation !== null) return refused('unconfirmed');
      if (state.standing === 'resolved') return refused('not-open');
      if (event.reason.trim() === '') return refused('text-missing');
      return raise(state, 'asked', event.by, event.reason, context);
    case 'hand-over':
      return handOver(state, event, context);
    case 'succeed':
      return succeed(state, event);
    case 'verify': {
      if (state.standing !== 'resolved') return refused('not-resolved');
      if (state.dismissed) return refused('dismissed');
      return { state: ended(state, context, false), steps: [{ kind: 'verified', by: event.by }] };
    }
    case 'return': {
      if (state.standing !== 'resolved') return refused('not-resolved');
      if (state.dismissed) return refused('dismissed');
      if (event.reason.trim() === '') return refused('text-missing');
      return giveBack(state, event.by, event.reason, context);
    }
    case 'instruct':
      return event.text.trim() === ''
        ? refused('text-missing')
        : { state, steps: [{ kind: 'instructed', by: event.by, text: event.text }] };
    case 'comment':
      return event.text.trim() === ''
        ? refused('text-missing')
        : { state, steps: [{ kind: 'commented', by: event.by, text: event.text }] };
    case 'adopt':
      return adopt(state, event.by, event.terms, context);
    case 'withdraw':
      if (state.standing === 'resolved') return refused('not-open');
      if (state.standing === 'claimed') return refused('claimed');
      return { state: ended(state, context, true), steps: [{ kind: 'withdrawn', by: event.by }] };
  }
}

/** Whoever takes it on, or says that it is cleared, says that it is so. */
function taken(state: ObstacleState, context: DecisionContext): ObstacleState {
  if (state.confirmation === null) return state;
  const confirmed = confirm(state, null, context);
  return 'refused' in confirmed ? state : confirmed.state;
}

function resolve(
  state: ObstacleState,
  { by, what, rule }: { by: number; what: string; rule: string | null },
  context: DecisionContext,
): Decided {
  if (state.standing === 'resolved') return refused('not-open');
  if (what.trim() === '') return refused('text-missing');
  // A shackle ends as a changed rule: what got round it this once does not clear it for the next.
  if (state.kind === 'shackle' && (rule === null || rule.trim() === '')) return refused('rule-missing');
  const { day } = deadline(context.today, state.terms.verifyWorkdays, context.calendar);
  const resolved: ObstacleState = {
    ...state,
    ...NO_PROMISE,
    standing: 'resolved',
    resolvedById: by,
    resolvedAt: context.now,
    resolution: what,
    rule,
    halfWay: null,
    verifyBy: instantAt(day, DEADLINE_TIME, context.timeZone),
    verifyReminders: 0,
    announceAt: announceAt({ rung: 'unit', urgent: false }, context),
    version: state.version + 1,
  };
  return { state: resolved, steps: [{ kind: 'resolved', by, what, rule }] };
}

/** Back to the rung that resolved it, which gets its time anew. */
function giveBack(state: ObstacleState, by: number, reason: string, context: DecisionContext): Decided {
  const returns = state.returns + 1;
  const landing = land(state.rung, state.terms, context.seats, context.leaves, dutyDay(context));
  const cleared = { ...state, returns, resolvedById: null, resolvedAt: null, resolution: null, rule: null };
  const reopened = atRung(cleared, landing, context);
  const steps: Step[] = [{ kind: 'returned', by, reason, count: returns }];
  if (landing.rung !== state.rung) {
    steps.push({
      kind: 'raised',
      by: null,
      why: 'absence',
      reason: null,
      from: state.rung,
      to: landing.rung,
      toUnitId: departmentAt(reopened),
      silentId: null,
      workdays: 0,
      skipped: landing.skipped,
    });
  }
  return { state: reopened, steps };
}

function succeed(state: ObstacleState, event: { by: number; fromId: number; toId: number }): Decided {
  const { by, fromId, toId } = event;
  const now = (id: number | null) => (id === fromId ? toId : id);
  const succeeded = {
    ...state,
    holderId: now(state.holderId),
    claimedById: now(state.claimedById),
    confirmerId: now(state.confirmerId),
    promiseAskedOf: now(state.promiseAskedOf),
    version: state.version + 1,
  };
  return { state: succeeded, steps: [{ kind: 'succeeded', by, fromId, toId }] };
}

/** The rung's time begins anew under the new policy: nobody is late by a rule that did not hold. A promise stays. */
function adopt(state: ObstacleState, by: number, terms: LadderTerms, context: DecisionContext): Decided {
  if (sameTerms(state.terms, terms)) return refused('policy-same');
  const adopted = { ...state, terms, version: state.version + 1 };
  const step: Step = { kind: 'adopted', by };
  if (state.standing !== 'open' || state.confirmation !== null) return { state: adopted, steps: [step] };
  const clock = rungClock(context.today, workdaysAt(state.rung, terms, state.urgent), context);
  return {
    state: {
      ...adopted,
      clockFrom: clock.from,
      counted: clock.counted,
      deadline: clock.deadline,
      halfWay: clock.halfWay,
      lapsed: false,
    },
    steps: [step],
  };
}
