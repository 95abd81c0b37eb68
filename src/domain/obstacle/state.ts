import type { Instant, LocalDay } from '../day.js';
import type { LadderTerms, Reckoning, Seats } from '../ladder.js';
import type { Leave } from '../leave.js';
import type { ObstacleKind, Rung } from '../plan.js';

/**
 * `open`: the rung has not taken it on; `claimed`: somebody promised a day; `resolved`: said to be cleared, to be
 * verified; `closed` (销号): final.
 */
export const OBSTACLE_STANDINGS = ['open', 'claimed', 'resolved', 'closed'] as const;
export type ObstacleStanding = (typeof OBSTACLE_STANDINGS)[number];

/**
 * Who is asked whether what an outsider flagged is so: the project's owner, then the head of its unit; where one of them
 * disputes it, its sponsor decides.
 */
export const CONFIRMATIONS = ['owner', 'head', 'sponsor'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** An obstacle (卡点) as its ladder sees it. Everything that decides what may happen next is here. */
export type ObstacleState = {
  readonly kind: ObstacleKind;
  readonly urgent: boolean;
  readonly terms: LadderTerms;
  readonly standing: ObstacleStanding;
  readonly rung: Rung;
  /** The unit that has it at the department's rung; null before that rung was reached. */
  readonly departmentId: number | null;
  /** Who is named at the rung. Who acts for them on a day is asked each time. */
  readonly holderId: number | null;
  /** The day on which it came to this rung. */
  readonly rungFrom: LocalDay;
  /** Flagged by an outsider and not confirmed yet: it climbs nowhere and colours nothing. null: it stands. */
  readonly confirmation: Confirmation | null;
  readonly confirmerId: number | null;
  readonly confirmBy: Instant | null;
  /** The rung asked for more, once: it waits for an answer, or has had it. */
  readonly query: 'asked' | 'answered' | null;
  /** Resolved because it is no obstacle; who raised it may take that up once. */
  readonly dismissed: boolean;
  readonly takenUp: boolean;
  /** The day on which the present clock began, the working days that it counts, and when it ends. */
  readonly clockFrom: LocalDay;
  readonly counted: readonly LocalDay[];
  /** Of the rung while open, of the promise while claimed. */
  readonly deadline: Instant;
  /** The half-way reminder to come; null once it was given. */
  readonly halfWay: Instant | null;
  /** The clock ran out at the top of the ladder: nothing more falls due. */
  readonly lapsed: boolean;
  readonly claimedById: number | null;
  readonly promisedFor: LocalDay | null;
  /** In the morning of the promised day; null where there is none, or it was given. */
  readonly remindAt: Instant | null;
  /** A day beyond what the rung may promise by itself: asked for by whom, of whom. */
  readonly promiseAskedFor: LocalDay | null;
  readonly promiseAskedById: number | null;
  readonly promiseAskedOf: number | null;
  readonly resolvedById: number | null;
  readonly resolvedAt: Instant | null;
  readonly resolution: string | null;
  /** Of a shackle: the rule that was changed. */
  readonly rule: string | null;
  readonly verifyBy: Instant | null;
  /** 0: nobody reminded; 1: who verifies; 2: the coordinators, too. */
  readonly verifyReminders: number;
  readonly returns: number;
  readonly handedOver: boolean;
  /** The first deadline or promise that was missed: from then on the milestone is blocked past its deadline. */
  readonly overdueSince: Instant | null;
  /** It reached its rung in quiet hours: at this moment the rung is told. */
  readonly announceAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly withdrawn: boolean;
  /** Grows with every change of standing, rung or department: buttons carry it. */
  readonly version: number;
};

/** What the world is like at the moment of an event. */
export type DecisionContext = Reckoning & {
  readonly now: Instant;
  readonly today: LocalDay;
  /** `HH:mm` to `HH:mm`, over midnight: nobody is written to. */
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly seats: Seats;
  /** The unit that clears the case's matter, by the plan; the department's rung begins with it. */
  readonly departmentId: number | null;
  readonly leaves: readonly Leave[];
};
