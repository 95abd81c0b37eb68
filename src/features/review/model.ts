import type { ItemRefusal } from '../../domain/action-item.js';
import type { LocalDay } from '../../domain/day.js';
import type { FactGoal } from '../../domain/digest/facts.js';
import type { Forecast } from '../../domain/forecast.js';
import type { GateState } from '../../domain/gate.js';
import type { GateSpan, ItemsInTime, LostDays } from '../../domain/lookback.js';
import type { ReviewBoard } from '../../domain/review-board.js';
import type { JobCtx } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import type { Contact } from '../../store/people.js';
import type { Lesson } from '../../store/review-lessons.js';
import type { Draft, LISTS } from './ids.js';

/** An item with whom it names. */
export type SeenItem = { readonly item: ItemCase; readonly people: ReadonlyMap<number, Contact> };

/** What of an item's context an act needs, whoever causes it. */
export type Acts = Pick<JobCtx, 'now' | 'today' | 'program' | 'calendar' | 'cause' | 'announce'>;

/** Why a decision was not taken. */
export type DecisionFault =
  | { readonly what: 'text' | 'too-long' | 'past' | 'owner' }
  | { readonly what: 'project' | 'obstacle'; readonly typed: string };

/** A decision read back: what is understood, and what may be chosen where something is missing. */
export type ReadBack = {
  readonly draft: Draft;
  readonly owner: {
    readonly name: string;
    readonly nameEn: string;
    readonly unit: { zh: string; en: string } | null;
  } | null;
  readonly owners: readonly Contact[];
  readonly counted: readonly LocalDay[];
  readonly days: readonly LocalDay[];
  readonly saidOfDay: string | null;
  /** The step whose report ends it. */
  readonly step: string | null;
};

/** A list of items as it is asked for. */
export type Asked = {
  readonly of: (typeof LISTS)[number];
  readonly slot: number | null;
  readonly offset: number;
  readonly project?: number | undefined;
  readonly words?: string | undefined;
};

/** What came of an act on an item. */
export type ItemMoved =
  | { readonly kind: 'moved'; readonly item: ItemCase }
  /** There is none such, or it is not for this person to see. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'denied'; readonly why: string; readonly item: ItemCase }
  | { readonly kind: 'refused'; readonly refused: ItemRefusal; readonly item: ItemCase }
  /** Somebody was first; this is how it stands now. */
  | { readonly kind: 'meanwhile'; readonly item: ItemCase };

/** What home tells who leads reviews; `lookback`: the gate that they may look back upon now. */
export type ReviewsSeen = ReviewBoard & { readonly lookback: LocalDay | null };

/** What was said of a gate on a day before; `outOf`: of a share, of how many projects. */
export type Foretold = { readonly forecast: Forecast; readonly outOf: number | null };

/** What a gate that has passed can teach. */
export type Lookback = {
  readonly gate: LocalDay;
  readonly span: GateSpan;
  /** `foretold` null: nothing was known of the program by then. */
  readonly goals: readonly { readonly goal: FactGoal; readonly gate: GateState; readonly foretold: Foretold | null }[];
  readonly foretoldOn: LocalDay;
  readonly lost: readonly LostDays[];
  readonly items: ItemsInTime;
  readonly lessons: readonly Lesson[];
};
