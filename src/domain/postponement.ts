import { daysBetween, type LocalDay } from './day.js';
import { type LightContext, milestoneLight, projectLight } from './light.js';
import type { MilestoneState } from './milestone.js';
import { milestonePace } from './pace.js';
import type { Light, PostponementPolicy } from './plan.js';
import type { ProjectState } from './project.js';

/** Ours; what a plan file gets that says nothing about it. */
export const DEFAULT_POSTPONEMENT: PostponementPolicy = { ownDays: 10 };

/** Who is to consent to a later day. */
export type ConsentSeat = 'unit-head' | 'sponsor' | 'commander';

/** A milestone and the later day that somebody wants for it. */
export type Move = {
  readonly today: LocalDay;
  readonly due: LocalDay | null;
  readonly to: LocalDay;
  /** The day that it had before it was ever put off; null: it never was. */
  readonly firstDue: LocalDay | null;
  /** How often it was put off. */
  readonly postponed: number;
  /** Whether a coming gate depends on it. */
  readonly gated: boolean;
};

/**
 * Whose consent a milestone's later day needs; null: its owner moves it alone, once, before it is due and by `ownDays` at most.
 * Who asks in time is judged by the day of asking. A day that is not later, or a first one, postpones nothing.
 */
export function consentNeeded(move: Move, { ownDays }: PostponementPolicy): Exclude<ConsentSeat, 'commander'> | null {
  const { today, due, to, firstDue, postponed, gated } = move;
  if (due === null || to <= due) return null;
  if (gated || today > due) return 'sponsor';
  return postponed > 0 || daysBetween(firstDue ?? due, to) > ownDays ? 'unit-head' : null;
}

/** Who sits where, by their ids; null: nobody. */
export type ConsentSeats = {
  readonly unitHead: number | null;
  readonly sponsor: number | null;
  readonly commander: number | null;
};

/**
 * Who is asked: where the seat is empty, or is the asker's own (`asking`: they and whom they stand in for), the commander; the
 * unit's empty seat is its project's sponsor's first. `own`: the commander asks, and nobody is above. null: there is nobody.
 */
export function consentOf(
  seat: Exclude<ConsentSeat, 'commander'>,
  { unitHead, sponsor, commander }: ConsentSeats,
  asking: readonly number[],
): { readonly seat: ConsentSeat; readonly personId: number } | 'own' | null {
  const first = seat === 'unit-head' && unitHead !== null ? unitHead : sponsor;
  const firstSeat = seat === 'unit-head' && unitHead !== null ? 'unit-head' : 'sponsor';
  if (first !== null && !asking.includes(first)) return { seat: firstSeat, personId: first };
  if (commander === null) return null;
  return asking.includes(commander) ? 'own' : { seat: 'commander', personId: commander };
}

/** How a milestone, and its project, stand by a day that it has or would have. Pace in percent, null without a span. */
export type StandsBy = {
  readonly light: Light | null;
  readonly projectLight: Light | null;
  readonly pace: number | null;
};

/** What a later day does to lights and pace, before and after. */
export type MoveEffect = { readonly before: StandsBy; readonly after: StandsBy };

/** What it would do to move a milestone, given by its name, from one day to another; null where the project has it no more. */
export function effectOfMove(
  project: ProjectState,
  milestone: string,
  { from, to }: { readonly from: LocalDay | null; readonly to: LocalDay },
  context: LightContext,
): MoveEffect | null {
  const by = (due: LocalDay | null): StandsBy | null => {
    const milestones = project.milestones.map(
      (each): MilestoneState => (each.name === milestone ? { ...each, due } : each),
    );
    const moved = milestones.find(({ name }) => name === milestone);
    if (moved === undefined) return null;
    const then = { ...project, milestones };
    return {
      light: milestoneLight(moved, then, context).light,
      projectLight: projectLight(then, context).light,
      pace: milestonePace(moved, then, context.today, context.programFrom),
    };
  };
  const [before, after] = [by(from), by(to)];
  return before && after && { before, after };
}
