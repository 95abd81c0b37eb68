import { instantAt, type LocalDay } from '../day.js';
import { DEADLINE_TIME, type LadderTerms, land, rungClock, sameTerms, workdaysAt } from '../ladder.js';
import { deadline, nextWorkday, workdayFrom, workdaysBetween } from '../workday.js';
import { actingOn, atRung, departmentAt, dutyDay, raise } from './climb.js';
import { type Decided, refused } from './outcome.js';
import { announceAt } from './quiet.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** What people do to an obstacle. `by` is the person who did it; who may is decided before (domain/permission). */
export type ObstacleEvent =
  | { readonly do: 'claim'; readonly by: number; readonly promisedFor: LocalDay }
  | { readonly do: 'resolve'; readonly by: number; readonly what: string; readonly rule: string | null }
  | { readonly do: 'raise'; readonly by: number; readonly reason: string }
  | {
      readonly do: 'hand-over';
      readonly by: number;
      readonly toUnitId: number;
      readonly headId: number | null;
      readonly reason: string;
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
      return claim(state, event.by, event.promisedFor, context);
    case 'resolve':
      return resolve(state, event, context);
    case 'raise':
      if (state.standing === 'resolved') return refused('not-open');
      if (event.reason.trim() === '') return refused('text-missing');
      return raise(state, 'asked', event.by, event.reason, context);
    case 'hand-over':
      return handOver(state, event, context);
    case 'succeed':
      return succeed(state, event);
    case 'verify': {
      if (state.standing !== 'resolved') return refused('not-resolved');
      return { state: closed(state, context, false), steps: [{ kind: 'verified', by: event.by }] };
    }
    case 'return': {
      if (state.standing !== 'resolved') return refused('not-resolved');
      if (event.reason.trim() === '') return refused('text-missing');
      return giveBack(state, event.by, event.reason, context);
    }
    case 'comment':
      return event.text.trim() === ''
        ? refused('text-missing')
        : { state, steps: [{ kind: 'commented', by: event.by, text: event.text }] };
    case 'adopt':
      return adopt(state, event.by, event.terms, context);
    case 'withdraw':
      if (state.standing === 'resolved') return refused('not-open');
      if (state.standing === 'claimed') return refused('claimed');
      return { state: closed(state, context, true), steps: [{ kind: 'withdrawn', by: event.by }] };
  }
}

function claim(state: ObstacleState, by: number, promisedFor: LocalDay, context: DecisionContext): Decided {
  const { calendar, today, timeZone, now } = context;
  if (state.standing === 'claimed') return refused('claimed');
  if (state.standing !== 'open') return refused('not-open');
  const until = instantAt(promisedFor, DEADLINE_TIME, timeZone);
  if (until <= now) {
    const tonight = instantAt(today, DEADLINE_TIME, timeZone) <= now;
    const offer = tonight ? nextWorkday(today, calendar) : workdayFrom(today, calendar);
    return { refused: { because: 'promise-past', day: promisedFor, offer } };
  }
  if (!calendar.isWorkday(promisedFor)) {
    return { refused: { because: 'promise-day-off', day: promisedFor, offer: nextWorkday(promisedFor, calendar) } };
  }
  const clock = rungClock(today, workdaysBetween(today, promisedFor, calendar), context);
  return {
    state: {
      ...state,
      standing: 'claimed',
      claimedById: by,
      promisedFor,
      clockFrom: today,
      counted: clock.counted,
      deadline: until,
      halfWay: clock.halfWay > now && clock.counted.length > 0 ? clock.halfWay : null,
      announceAt: null,
      lapsed: false,
      version: state.version + 1,
    },
    steps: [{ kind: 'claimed', by, promisedFor }],
  };
}

function resolve(
  state: ObstacleState,
  { by, what, rule }: { by: number; what: string; rule: string | null },
  context: DecisionContext,
): Decided {
  if (state.standing === 'resolved') return refused('not-open');
  if (what.trim() === '') return refused('text-missing');
  // A shackle ends as a changed rule: what was done around it this once does not clear it for the next.
  if (state.kind === 'shackle' && (rule === null || rule.trim() === '')) return refused('rule-missing');
  const { day } = deadline(context.today, state.terms.verifyWorkdays, context.calendar);
  const resolved: ObstacleState = {
    ...state,
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

function handOver(
  state: ObstacleState,
  { by, toUnitId, headId, reason }: { by: number; toUnitId: number; headId: number | null; reason: string },
  context: DecisionContext,
): Decided {
  if (state.standing === 'claimed') return refused('claimed');
  if (state.standing !== 'open') return refused('not-open');
  if (state.rung !== 'department') return refused('not-at-department');
  if (state.handedOver) return refused('handed-over-before');
  if (state.departmentId === toUnitId) return refused('same-department');
  if (reason.trim() === '') return refused('text-missing');
  // The clock goes on: being sent to the wrong door does not cost the project days.
  const handed: ObstacleState = {
    ...state,
    departmentId: toUnitId,
    holderId: headId,
    handedOver: true,
    announceAt: announceAt(state, context),
    version: state.version + 1,
  };
  const step: Step = { kind: 'handed-over', by, fromUnitId: state.departmentId, toUnitId, reason };
  if (actingOn(handed, context, dutyDay(context)) !== null) return { state: handed, steps: [step] };
  const raised = raise(handed, 'absence', null, null, context);
  return 'refused' in raised ? { state: handed, steps: [step] } : { ...raised, steps: [step, ...raised.steps] };
}

function succeed(state: ObstacleState, event: { by: number; fromId: number; toId: number }): Decided {
  const { by, fromId, toId } = event;
  const taken = (id: number | null) => (id === fromId ? toId : id);
  const succeeded = {
    ...state,
    holderId: taken(state.holderId),
    claimedById: taken(state.claimedById),
    version: state.version + 1,
  };
  return { state: succeeded, steps: [{ kind: 'succeeded', by, fromId, toId }] };
}

/** The rung's time begins anew under the new policy: nobody is late by a rule that did not hold. A promise stays. */
function adopt(state: ObstacleState, by: number, terms: LadderTerms, context: DecisionContext): Decided {
  if (sameTerms(state.terms, terms)) return refused('policy-same');
  const adopted = { ...state, terms, version: state.version + 1 };
  const step: Step = { kind: 'adopted', by };
  if (state.standing !== 'open') return { state: adopted, steps: [step] };
  const clock = rungClock(context.today, workdaysAt(state.rung, terms, state.urgent), context);
  return {
    state: {
      ...adopted,
      clockFrom: clock.from,
      counted: clock.counted,
      deadline: clock.deadline,
      halfWay: clock.counted.length > 0 ? clock.halfWay : null,
      lapsed: false,
    },
    steps: [step],
  };
}

function closed(state: ObstacleState, context: DecisionContext, withdrawn: boolean): ObstacleState {
  return {
    ...state,
    standing: 'closed',
    closedAt: context.now,
    withdrawn,
    halfWay: null,
    announceAt: null,
    version: state.version + 1,
  };
}
