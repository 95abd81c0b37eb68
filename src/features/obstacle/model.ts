import type { LocalDay } from '../../domain/day.js';
import type { DecisionContext, Moved, ObstacleRefusal } from '../../domain/obstacle.js';
import type { Matter, ObstacleKind } from '../../domain/plan.js';
import type { JobCtx } from '../../feature.js';
import type {
  ListedObstacle,
  LoggedStep,
  ObstacleCase,
  ObstacleFile,
  ObstacleFilter,
  UnitSeat,
} from '../../store/obstacles.js';
import type { Contact } from '../../store/people.js';

/** A case with all that its card says. */
export type Seen = {
  readonly obstacle: ObstacleCase;
  readonly steps: readonly LoggedStep[];
  readonly people: ReadonlyMap<number, Contact>;
  readonly units: ReadonlyMap<number, UnitSeat>;
  /** Who acts today: who is named, or who stands in for them. */
  readonly actingId: number | null;
  /** Its project is outside of the reader's sight: they see what they said, and how it stands. */
  readonly hidden?: boolean;
};

/** A page of the open cases that somebody may see. */
export type Listing = {
  readonly filter: ObstacleFilter;
  readonly offset: number;
  readonly total: number;
  readonly rows: readonly ListedObstacle[];
  readonly people: ReadonlyMap<number, Contact>;
  readonly units: ReadonlyMap<number, UnitSeat>;
  /** How many of each unit's were urgent; for those who see the plan. */
  readonly urgent: readonly { readonly unitId: number; readonly urgent: number; readonly total: number }[];
};

/** A project that can be chosen in the form. */
export type ChoosableProject = { readonly id: number; readonly code: string; readonly name: string };

/** What somebody says stands in the way. */
export type Flagging = {
  readonly projectId: number;
  readonly milestoneId: number | null;
  readonly kind: ObstacleKind;
  readonly matter: Matter;
  readonly text: string;
  readonly help: string | null;
  readonly since: LocalDay;
  readonly urgentReason: string | null;
  readonly refersTo: number | null;
  readonly files: readonly ObstacleFile[];
};

/** What the ledger's column of problems says of a project; `told`: what its obstacles say, open and closed. */
export type LedgerProblem = {
  readonly projectId: number;
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly told: readonly string[];
};

export type Flagged =
  | { readonly kind: 'flagged'; readonly obstacle: ObstacleCase }
  /** The same was flagged before: nothing is filed, the older one is offered. */
  | { readonly kind: 'alike'; readonly obstacle: ObstacleCase }
  | { readonly kind: 'denied'; readonly why: string }
  /** What is said for urgency says only that it is urgent. */
  | { readonly kind: 'no-reason' }
  /** A day to come cannot be the one since which it is stuck. */
  | { readonly kind: 'since-ahead'; readonly since: LocalDay };

/** A line as somebody typed it. */
export type Line = {
  readonly text: string;
  /** The code of the project in whose thread it stands. */
  readonly thread: string | null;
  readonly files: readonly ObstacleFile[];
};

/** What became of it where somebody wanted something done with a case. */
export type MovedTo =
  | { readonly kind: 'moved'; readonly obstacle: ObstacleCase; readonly units: ReadonlyMap<number, UnitSeat> }
  /** There is none such, or it is not for this person to see. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'denied'; readonly why: string; readonly obstacle: ObstacleCase }
  | { readonly kind: 'refused'; readonly refused: ObstacleRefusal; readonly obstacle: ObstacleCase }
  /** Somebody, or the clock, was first: what happened since the person looked. */
  | {
      readonly kind: 'meanwhile';
      readonly obstacle: ObstacleCase;
      readonly steps: readonly LoggedStep[];
      readonly people: ReadonlyMap<number, Contact>;
      readonly units: ReadonlyMap<number, UnitSeat>;
    };

/** Who acts when: what a program, its people and its leaves look like to one case at this moment. */
export type CaseContext = DecisionContext & { readonly units: ReadonlyMap<number, UnitSeat> };

/** What an act needs of its context, whether a person or the clock caused it. */
export type Acts = Pick<JobCtx, 'now' | 'today' | 'program' | 'calendar' | 'cause' | 'announce'>;

/** What happened to a case, and how it stood before. `personId` null: the clock did it. */
export type Transition = {
  readonly before: ObstacleCase;
  readonly moved: Moved;
  readonly context: CaseContext;
  readonly personId: number | null;
  readonly cause: string;
};
