import type { LocalDay } from '../day.js';
import type { Skipped } from '../ladder.js';
import type { Rung } from '../plan.js';

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
    }
  | { readonly kind: 'claimed'; readonly by: number; readonly promisedFor: LocalDay }
  | { readonly kind: 'resolved'; readonly by: number; readonly what: string; readonly rule: string | null }
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
    }
  /** Somebody took over from who had it: by position, or because they left. */
  | { readonly kind: 'succeeded'; readonly by: number; readonly fromId: number; readonly toId: number }
  | { readonly kind: 'returned'; readonly by: number; readonly reason: string; readonly count: number }
  | { readonly kind: 'verified'; readonly by: number }
  | { readonly kind: 'withdrawn'; readonly by: number }
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
  | { readonly because: 'text-missing' | 'rule-missing' }
  | { readonly because: 'not-at-department' | 'handed-over-before' | 'same-department' };
