import { type LadderTerms, land, rungsOf, sameTerms } from '../ladder.js';
import { type Matter, type ObstacleKind, RUNGS, type Rung } from '../plan.js';
import { type Decided, refused } from './outcome.js';
import { atRung, departmentAt, dutyDay } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** What it is after all. `department`: who clears the matter by the plan, and its head. */
export type Sorting = {
  readonly by: number;
  readonly matter: Matter;
  readonly kind: ObstacleKind;
  readonly terms: LadderTerms;
  readonly department: { readonly id: number | null; readonly headId: number | null };
};

/**
 * Who raised it says what it is after all, as long as nobody has taken it on. Where that is another rung's to clear, it begins
 * there anew: nobody is late by what was not theirs. A rung to which it had climbed it does not lose.
 */
export function sort(state: ObstacleState, to: Sorting, context: DecisionContext): Decided {
  if (state.standing === 'claimed') return refused('claimed');
  if (state.standing !== 'open') return refused('not-open');
  const { by, matter, kind, terms, department } = to;
  const step = { kind: 'sorted', by, matter, obstacle: kind } as const;
  const sorted: ObstacleState = { ...state, kind, terms };
  const wrongDoor = state.rung === 'department' && !state.handedOver && state.departmentId !== department.id;
  if (sameTerms(state.terms, terms) && !wrongDoor) return { state: sorted, steps: [step] };

  const seats = state.handedOver ? context.seats : { ...context.seats, department: department.headId };
  const landing = land(firstRung(state, terms), terms, seats, context.leaves, dutyDay(context));
  const afresh = { ...sorted, departmentId: state.handedOver ? state.departmentId : null };
  const landed = atRung(afresh, landing, { ...context, seats, departmentId: department.id });
  const { rung, holderId, departmentId } = landed;
  const moves = rung !== state.rung || departmentId !== state.departmentId;
  // Nobody has it before somebody said that it is so: who is asked that, and until when, stays.
  const version = moves ? state.version + 1 : state.version;
  const now = state.confirmation === null ? landed : { ...sorted, rung, holderId, departmentId, version };
  if (!moves) return { state: now, steps: [step] };
  const unitId = { fromUnitId: departmentAt(state), toUnitId: departmentAt(landed) };
  const moved: Step = { ...step, rung, ...unitId, skipped: landing.skipped };
  return { state: { ...now, rungFrom: context.today }, steps: [moved] };
}

/** Where a case begins under other terms. */
function firstRung(state: ObstacleState, terms: LadderTerms): Rung {
  const climbed = state.rung !== state.terms.start;
  const least = RUNGS.indexOf(climbed ? state.rung : terms.start);
  return rungsOf(terms).find((rung) => RUNGS.indexOf(rung) >= least) ?? terms.start;
}
