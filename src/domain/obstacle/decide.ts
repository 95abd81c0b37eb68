import type { LocalDay } from '../day.js';
import type { LadderTerms } from '../ladder.js';
import type { Rung } from '../plan.js';
import { adopt } from './adopt.js';
import { askPromise, claim, consentPromise, refusePromise } from './claim.js';
import { leave, merge, withdraw } from './close.js';
import { confirm, dispute } from './confirm.js';
import { accept, dismiss, takeUp } from './dismiss.js';
import { handOver, succeed } from './hand-over.js';
import { type Decided, refused } from './outcome.js';
import { query, supplement } from './query.js';
import { pullUp, raiseByHand } from './raise.js';
import { resolve } from './resolve.js';
import { type Sorting, sort } from './sort.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';
import { confirmUrgent } from './urgent.js';
import { sendBack, verify } from './verify.js';

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
  | ({ readonly do: 'sort' } & Sorting)
  | { readonly do: 'withdraw'; readonly by: number }
  /** Its project left the plan. */
  | { readonly do: 'leave'; readonly by: number }
  /** Takes the case over to a policy that was changed since it was flagged. */
  | { readonly do: 'adopt'; readonly by: number; readonly terms: LadderTerms };

/** What an event makes of a case, or why nothing: each by the rule in the file of its name. Pure. */
export function decide(state: ObstacleState, event: ObstacleEvent, context: DecisionContext): Decided {
  if (state.standing === 'closed') return refused('closed');
  switch (event.do) {
    case 'claim':
      return claim(state, { ...event, reason: event.reason ?? null }, context);
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
      return accept(state, event.by, context);
    case 'merge':
      return merge(state, event.by, event.into, event.same, context);
    case 'pull-up':
      return pullUp(state, event, context);
    case 'resolve':
      return resolve(state, event, context);
    case 'raise':
      return raiseByHand(state, event.by, event.reason, context);
    case 'hand-over':
      return handOver(state, event, context);
    case 'succeed':
      return succeed(state, event);
    case 'verify':
      return verify(state, event.by, context);
    case 'return':
      return sendBack(state, event.by, event.reason, context);
    case 'adopt':
      return adopt(state, event.by, event.terms, context);
    case 'sort':
      return sort(state, event, context);
    case 'withdraw':
      return withdraw(state, event.by, context);
    case 'leave':
      return leave(state, event.by, context);
    case 'instruct':
      return said(state, { kind: 'instructed', by: event.by, text: event.text });
    case 'comment':
      return said(state, { kind: 'commented', by: event.by, text: event.text });
  }
}

/** What moves nothing but stands in its life. */
const said = (state: ObstacleState, step: Extract<Step, { kind: 'instructed' | 'commented' }>): Decided =>
  step.text.trim() === '' ? refused('text-missing') : { state, steps: [step] };
