import type { LocalDay } from './day.js';
import { dependingGates } from './gate-at-stake.js';
import { isDone, type MilestoneState } from './milestone.js';
import { paceShare } from './pace.js';
import type { PlanGoal } from './plan.js';
import type { ProjectState } from './project.js';
import { isProved } from './prompt.js';
import { type Behind, earnedColour } from './slip.js';
import type { WorkCalendar } from './workday.js';

/** A milestone that earns a slip by itself; `behind`: of a yellow one. A red one only a person issues. */
export type EarnedSlip = {
  readonly milestone: MilestoneState;
  readonly due: LocalDay;
  readonly colour: 'blue' | 'yellow';
  readonly behind: Behind | null;
};

/** The day on which it is looked at, and what of the program that needs. */
export type EarnedOn = {
  readonly today: LocalDay;
  readonly calendar: WorkCalendar;
  readonly programFrom: LocalDay;
  readonly reportingSince: LocalDay;
  readonly blueWorkdays: number;
  readonly goals: readonly Pick<PlanGoal, 'name' | 'rule' | 'gates'>[];
};

/**
 * What of a project earns a slip at the end of a day. Of its roadmap only the first open step: nobody is pressed for what has
 * to wait; beside it the step that a gate depends on, which its owner is to know of before its day.
 */
export function earnedSlips(project: ProjectState, day: EarnedOn): readonly EarnedSlip[] {
  if (project.standing !== 'open') return [];
  const open = project.milestones.filter((each) => !isDone(each) && !isProved(each, project, day));
  const steps = project.milestones.map(({ ordinal, due, doneOn, stage }) => ({ id: ordinal, due, doneOn, stage }));
  return open.flatMap((milestone, index): EarnedSlip[] => {
    const { due, percent, ordinal } = milestone;
    if (due === null) return [];
    const watched = dependingGates(day.goals, { ...project, milestones: steps }, ordinal, day.today).length > 0;
    const pace = index === 0 ? paceShare(milestone, project, day.today, day.programFrom) : null;
    const colour = earnedColour({ due, percent, pace, watched }, day);
    if (colour === null || colour === 'red') return [];
    return [{ milestone, due, colour, behind: colour === 'yellow' && pace !== null ? behindOf(pace, percent) : null }];
  });
}

/** What is demanded is rounded up and what is done down, to a tenth: the difference holds on the screen. */
function behindOf({ passed, of }: { readonly passed: number; readonly of: number }, percent: number): Behind {
  const pace = Math.ceil((passed * 1000) / of);
  return { pace: pace / 10, behind: (pace - Math.floor(percent * 10)) / 10 };
}
