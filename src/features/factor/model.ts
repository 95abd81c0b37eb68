import type { LocalDay } from '../../domain/day.js';
import type { FactorLine } from '../../domain/factor.js';
import type { FactorAmount } from '../../domain/factor-amount.js';
import type { FactorChoice } from '../../domain/factor-choice.js';
import type { PlanFactor } from '../../domain/plan.js';
import type { BatchEntry, DrawEntry } from '../../store/factor-entries.js';
import type { FactorNeed, FactorPool } from '../../store/factors.js';

/** A request with the gate that its project can still make. */
export type Need = FactorNeed & { readonly gate: LocalDay | null };

/** A line of the printed order with its project. */
export type NeedLine = FactorLine & { readonly request: Need };

/** A pool as somebody sees it: all of it, or (`whole` false) only the lines that are theirs. */
export type SeenPool = {
  readonly pool: FactorPool;
  readonly factor: PlanFactor;
  readonly lines: readonly NeedLine[];
  /** The same in the whole order: a line's place. */
  readonly places: ReadonlyMap<number, number>;
  readonly whole: boolean;
  readonly manages: boolean;
};

/** What of a line could not be taken. */
export type FactorFault =
  | { readonly what: 'factor' | 'amount' | 'past' | 'days' }
  | { readonly what: 'project'; readonly typed: string };

/** What a project holds although it has not started: proposed to be recalled. */
export type Recallable = { readonly need: FactorNeed; readonly factor: PlanFactor; readonly plannedStart: LocalDay };

/** A request with the day by which it helps. */
export type ChoiceNeed = Need & { readonly by: LocalDay };

/** What becomes of a pool by the printed order, by yield alone, and where as many as can be make a gate. */
export type WhatIf = Readonly<Record<'now' | 'byYield' | 'best', FactorChoice<ChoiceNeed>>>;

/** Pools, requests and allocations as they are exported, those that somebody sees; of one that waits its place in the printed order. */
export type ExportedFactors = {
  readonly pools: readonly BatchEntry[];
  readonly requests: readonly (Need & { readonly place: number | null })[];
  readonly allocations: readonly DrawEntry[];
};

/** What a home tab tells of factors: pools that its reader gives of, and what their own projects wait for. */
export type HomeFactors = {
  readonly given: readonly SeenPool[];
  readonly own: readonly (readonly [SeenPool, NeedLine])[];
};

/** What came of giving back. */
export type Returned =
  | {
      readonly kind: 'returned';
      readonly need: FactorNeed;
      readonly factor: PlanFactor;
      readonly amount: FactorAmount;
      readonly left: FactorAmount;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'denied'; readonly why: string };

/** What came of an allocation. */
export type Given =
  | {
      readonly kind: 'given';
      readonly need: Need;
      readonly factor: PlanFactor;
      readonly give: FactorAmount;
      readonly left: FactorAmount;
      /** Those before it in the order who still wait. */
      readonly passed: readonly Need[];
      /** The number of the obstacle that it clears; null: none. */
      readonly cleared: number | null;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'denied'; readonly why: string }
  | {
      readonly kind: 'short';
      readonly need: Need;
      readonly factor: PlanFactor;
      readonly wanted: FactorAmount;
      readonly left: FactorAmount;
      readonly by: FactorAmount;
    }
  /** It was given, or is asked otherwise, since somebody looked. */
  | { readonly kind: 'meanwhile'; readonly need: Need; readonly factor: PlanFactor };
