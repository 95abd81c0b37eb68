import type { LocalDay } from '../../domain/day.js';
import type { DenominatorChange } from '../../domain/denominator-change.js';
import type { FactGoal } from '../../domain/digest/facts.js';
import type { DigestGoal, GatedStanding } from '../../domain/digest/goals.js';
import type { Forecast } from '../../domain/forecast.js';
import type { GateState } from '../../domain/gate.js';
import type { Judgement } from '../../domain/judgement.js';
import type { Words } from '../../domain/plan.js';
import type { Rescue } from '../../domain/rescue.js';

/** A goal with what its next gate will see, and what would still bring that gate home. */
export type SeenGoal = DigestGoal & {
  /** The day that is spoken of. */
  readonly today: LocalDay;
  readonly gate: GateState | null;
  /** null: there is no gate to come. */
  readonly forecast: Forecast | null;
  /** The one word for it. */
  readonly judgement: Judgement;
  /** null: the gate is not in danger. Only projects that the reader may see are named. */
  readonly rescue: {
    readonly projects: readonly NamedRescue[];
    readonly enough: boolean;
    readonly hidden: number;
  } | null;
  /** By code: how many projects behind the goal the reader may not see. */
  readonly hidden: ReadonlySet<string>;
};

export type NamedRescue = Rescue & { readonly person: { readonly zh: string; readonly en: string } | null };

export type GoalsSeen = {
  readonly standing: GatedStanding;
  readonly goals: readonly SeenGoal[];
  /** What was done to the ledger since the plan was loaded that changes which projects goals count; newest first. */
  readonly denominatorChanges: readonly DenominatorChange[];
  /** The plan's categories by their keys. */
  readonly categories: ReadonlyMap<string, Words>;
};

/** A value that was recorded, and the one before it; in the goal's measure. */
export type Recorded = {
  readonly id: number;
  readonly goal: FactGoal;
  readonly value: number;
  readonly before: number | null;
  readonly on: LocalDay;
};

/** A value that is asked about; `before`: what stands, `asked`: the payload that asks. */
export type AskedRecord = Omit<Recorded, 'id'> & { readonly asked: string };

export type RecordUndone = { readonly goal: FactGoal; readonly value: number; readonly stands: number | null };
