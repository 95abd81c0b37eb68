import { dayAt, type Instant, type LocalDay } from '../day.js';
import { isDone } from '../milestone.js';
import type { DigestScope, Words } from '../plan.js';
import { atLeast } from '../stage.js';
import type { FactObstacle, FactProject, FactStep, ScopeName } from './facts.js';
import type { LitProject } from './goals.js';

/** Something that a project had to reach: the milestone, or null for a start that no milestone brings. */
export type DueFact = {
  readonly project: FactProject;
  readonly milestone: string | null;
  readonly due: LocalDay;
  readonly reached: boolean;
};

/** What a unit had due and did (各单位完成情况): facts with what is behind each, no score and no rank. */
export type UnitFacts = {
  readonly unit: string;
  readonly name: Words;
  /** Milestones whose day lies within the digest's time. */
  readonly due: readonly DueFact[];
  /** Starts planned by its day, of the whole year so far. */
  readonly starts: readonly DueFact[];
  /** Numbers of obstacles flagged on its projects within the digest's time. */
  readonly received: readonly number[];
  /** Numbers of those cleared within it without a deadline that passed. */
  readonly closedInTime: readonly number[];
  /** Obstacles that it has in hand, as a unit or as a department, past their deadline. */
  readonly overdue: readonly number[];
};

export type UnitFactsGiven = {
  readonly within: readonly LitProject[];
  readonly obstacles: readonly FactObstacle[];
  readonly steps: readonly FactStep[];
  readonly scopes: readonly ScopeName[];
  readonly after: Instant;
  readonly day: LocalDay;
  readonly timeZone: string;
};

/** The units of a scope that have a fact to tell, in the plan's order. */
export function unitFactsOf(given: UnitFactsGiven): readonly UnitFacts[] {
  const { obstacles, steps, scopes } = given;
  const projects = given.within.map(({ project }) => project).filter(({ standing }) => standing === 'open');
  const unitOf = new Map(given.within.map(({ project }) => [project.id, project.unit]));
  const inPlan = scopes.filter(({ of }) => of === 'unit').sort((one, other) => one.id - other.id);
  return inPlan
    .map(({ key: unit, name }): UnitFacts => {
      const own = projects.filter((project) => project.unit === unit);
      const ownSteps = steps.filter(({ projectId }) => unitOf.get(projectId) === unit);
      const inHand = obstacles.filter((each) =>
        each.rung === 'department'
          ? each.department === unit
          : each.rung === 'unit' && unitOf.get(each.projectId) === unit,
      );
      return {
        unit,
        name,
        due: own.flatMap((project) => dueOf(project, given)),
        starts: own.flatMap((project) => startOf(project, given.day)),
        received: numbersOf(ownSteps.filter(({ kind }) => kind === 'flagged')),
        closedInTime: numbersOf(ownSteps.filter(({ kind, inTime }) => kind === 'closed' && inTime)),
        overdue: numbersOf(inHand.filter(({ overdue, standing }) => overdue && standing !== 'resolved')),
      };
    })
    .filter(({ due, starts, received, closedInTime, overdue }) =>
      [due, starts, received, closedInTime, overdue].some((facts) => facts.length > 0),
    );
}

/** A unit's own digest has nobody to set it beside; day by day there is too little to tell. */
export const tellsUnits = ({ cadence, scope }: { readonly cadence: string; readonly scope: DigestScope }): boolean =>
  cadence !== 'daily' && scope.of !== 'unit';

const numbersOf = (list: readonly { readonly number: number }[]): readonly number[] =>
  [...new Set(list.map(({ number }) => number))].sort((one, other) => one - other);

function dueOf(project: FactProject, { after, day, timeZone }: UnitFactsGiven): readonly DueFact[] {
  const from = dayAt(after, timeZone);
  return project.milestones.flatMap((milestone) => {
    const { name, due, stage } = milestone;
    if (due === null || due <= from || due > day) return [];
    const reached = isDone(milestone) || (stage === 'started' && atLeast(project.stage, 'started'));
    return [{ project, milestone: name, due, reached }];
  });
}

/** The start that was planned by a day: by its milestone, else by the project's own day. */
function startOf(project: FactProject, day: LocalDay): readonly DueFact[] {
  const milestone = project.milestones.find(({ stage }) => stage === 'started');
  const due = milestone === undefined ? project.start : milestone.due;
  if (due === null || due > day) return [];
  return [{ project, milestone: milestone?.name ?? null, due, reached: atLeast(project.stage, 'started') }];
}
