import type { LocalDay } from '../day.js';
import type { Skipped } from '../ladder.js';
import type { Matter, ObstacleKind, Rung } from '../plan.js';
import type { Confirmation } from './state.js';

/**
 * What happened to an obstacle, as the log keeps it and its thread tells it. `by`: who did it, null where it happened
 * by itself. Persons and units are ids of the store.
 */
export type Step = {
  /** Whom `by` stood in for. */
  readonly standsInFor?: number;
} & (
  | {
      readonly kind: 'flagged';
      readonly by: number;
      readonly rung: Rung;
      readonly skipped: readonly Skipped[];
      readonly urgentReason: string | null;
      /** Who is asked to confirm it, where it is an outsider's. */
      readonly confirmation?: Confirmation | null;
    }
  /** Confirmed by the owner or the unit head (`stands` null: nobody answered, and it stands as filed), or upheld by the sponsor. */
  | { readonly kind: 'confirmed'; readonly by: number | null; readonly upheld: boolean }
  | { readonly kind: 'disputed'; readonly by: number; readonly reason: string }
  /** The owner did not answer: the unit head is asked. */
  | { readonly kind: 'head-asked'; readonly toId: number | null }
  | { readonly kind: 'urgent-confirmed'; readonly by: number }
  /** `reason`: why it is later than the rung may promise by itself; `consentBy`: who agreed to that. */
  | {
      readonly kind: 'claimed';
      readonly by: number;
      readonly promisedFor: LocalDay;
      readonly reason?: string | null;
      readonly consentBy?: number | null;
    }
  | {
      readonly kind: 'promise-asked';
      readonly by: number;
      readonly promisedFor: LocalDay;
      readonly latest: LocalDay;
      readonly to: Rung;
      readonly toId: number | null;
      readonly reason: string;
    }
  | { readonly kind: 'promise-refused'; readonly by: number; readonly promisedFor: LocalDay; readonly reason: string }
  /** The morning of the promised day. */
  | { readonly kind: 'promise-due'; readonly toId: number | null }
  /** `none`: it is no obstacle, and `what` says why. */
  | {
      readonly kind: 'resolved';
      readonly by: number;
      readonly what: string;
      readonly rule: string | null;
      readonly none?: boolean;
    }
  | { readonly kind: 'queried'; readonly by: number; readonly text: string }
  | { readonly kind: 'supplemented'; readonly by: number; readonly text: string }
  | { readonly kind: 'instructed'; readonly by: number; readonly text: string }
  | {
      readonly kind: 'raised';
      readonly by: number | null;
      /** By somebody, by a deadline that passed in silence, by a promise that was missed, or because nobody is there. */
      readonly why: 'asked' | 'silence' | 'promise' | 'absence';
      readonly reason: string | null;
      readonly from: Rung;
      readonly to: Rung;
      /** The unit that has it there, at the department's rung. */
      readonly toUnitId: number | null;
      /** Who let it pass, and for how many working days. */
      readonly silentId: number | null;
      readonly workdays: number;
      readonly skipped: readonly Skipped[];
    }
  | {
      readonly kind: 'handed-over';
      readonly by: number;
      readonly fromUnitId: number | null;
      readonly toUnitId: number;
      readonly reason: string;
      /** Of a leader's: it was at another rung before. */
      readonly rung?: Rung;
    }
  /** It is another matter or kind after all. `rung`: where it begins anew, with the unit that had it and that has it there. */
  | {
      readonly kind: 'sorted';
      readonly by: number;
      readonly matter: Matter;
      readonly obstacle: ObstacleKind;
      readonly rung?: Rung;
      readonly fromUnitId?: number | null;
      readonly toUnitId?: number | null;
      readonly skipped?: readonly Skipped[];
    }
  /** Somebody took over from who had it: by position, or because they left. */
  | { readonly kind: 'succeeded'; readonly by: number; readonly fromId: number; readonly toId: number }
  | { readonly kind: 'returned'; readonly by: number; readonly reason: string; readonly count: number }
  | { readonly kind: 'verified'; readonly by: number }
  /**
   * It is none, or none of its own: taken back by who raised it (where nothing else is said), accepted or left unanswered
   * after it was dismissed, struck by the sponsor, the same as another, or its project left the plan.
   */
  | {
      readonly kind: 'withdrawn';
      readonly by: number | null;
      readonly why?: 'accepted' | 'unanswered' | 'struck' | 'merged' | 'project-left';
      readonly reason?: string | null;
      readonly into?: number;
    }
  | { readonly kind: 'adopted'; readonly by: number }
  | { readonly kind: 'commented'; readonly by: number; readonly text: string }
  /** The rung is told, now that the quiet hours are over. */
  | { readonly kind: 'announced' }
  | { readonly kind: 'half-way'; readonly toId: number | null }
  /** The clock ran out at the top, where nobody is above. */
  | {
      readonly kind: 'lapsed';
      readonly why: 'silence' | 'promise';
      readonly silentId: number | null;
      readonly workdays: number;
    }
  | { readonly kind: 'unverified'; readonly toCoordinators: boolean }
);

/** Why an event changes nothing. `offer` is the day that would do. */
export type ObstacleRefusal =
  | { readonly because: 'closed' | 'not-open' | 'not-resolved' | 'claimed' | 'at-top' | 'policy-same' }
  | { readonly because: 'promise-day-off' | 'promise-past'; readonly day: LocalDay; readonly offer: LocalDay }
  /** Later than the rung may promise: `above` consents, or (null) at the top a reason is needed. */
  | {
      readonly because: 'promise-too-far';
      readonly day: LocalDay;
      readonly offer: LocalDay;
      readonly limit: LocalDay;
      readonly workdays: number;
      readonly above: Rung | null;
    }
  | {
      readonly because:
        | 'unconfirmed'
        | 'confirmed'
        | 'queried-before'
        | 'not-queried'
        | 'not-dismissed'
        | 'dismissed'
        | 'taken-up'
        | 'not-asked'
        | 'urgent'
        | 'no-department'
        | 'same-obstacle';
    }
  | { readonly because: 'text-missing' | 'rule-missing' }
  | { readonly because: 'not-at-department' | 'handed-over-before' | 'same-department' };
