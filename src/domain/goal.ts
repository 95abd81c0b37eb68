import type { Because } from './because.js';
import type { LocalDay } from './day.js';
import { hundredthsOf, wanOf, yuanOf } from './exact.js';
import { type GateDays, type GateState, type GoalValue, gateStates, shownValue } from './gate.js';
import { type Fraction, spanShare } from './pace.js';
import { LIGHTS, type Light, type PlanGoal, type Stage } from './plan.js';
import type { ProjectState } from './project.js';
import { atLeast } from './stage.js';

/** What a goal is evaluated with, beside its projects. */
export type GoalContext = {
  readonly today: LocalDay;
  readonly programFrom: LocalDay;
  readonly programTo: LocalDay;
  /** The value recorded for this goal itself, for rules by `recorded`; 0 where nothing was. */
  readonly recorded: number;
  /** The light of a project, as the digest shows it. */
  readonly light: (project: ProjectState) => Light | null;
  /** What the days of its gates tell. */
  readonly days?: GateDays;
};

/** One project in a goal's list, with why it stands there. */
export type Judged = { readonly code: string; readonly name: string; readonly because: Because };

/** A goal (目标) on a day: its value, every project behind it, its gates. */
export type GoalState = {
  readonly key: string;
  readonly value: GoalValue;
  /** The value as shown: percent for `share`, else in the goal's measure. */
  readonly shown: number;
  readonly target: number;
  readonly counted: readonly Judged[];
  readonly notCounted: readonly Judged[];
  /** Out of the goal altogether, of a share's denominator too: withdrawn projects. */
  readonly left: readonly Judged[];
  readonly gates: readonly GateState[];
  /** The first gate that is still to come or due today, else null. */
  readonly nextGate: GateState | null;
};

/**
 * Evaluates a goal by its rule. Only projects of the rule's categories appear; withdrawn ones are in `left`; paused
 * ones stay in the denominator, because a plan does not shrink by pausing.
 */
export function evaluateGoal(goal: PlanGoal, projects: readonly ProjectState[], context: GoalContext): GoalState {
  const counted: Judged[] = [];
  const notCounted: Judged[] = [];
  const left: Judged[] = [];
  let sum = 0;
  for (const project of projectsOf(goal, projects)) {
    const { code, name } = project;
    if (project.standing === 'withdrawn') {
      left.push({ code, name, because: { kind: 'withdrawn' } });
      continue;
    }
    const verdict = judge(goal, project, context);
    (verdict.counts ? counted : notCounted).push({ code, name, because: verdict.because });
    if (verdict.counts && goal.rule.by === 'figures') sum += yuanOf(project.doneInvestment ?? 0);
  }
  const value = valueNow(
    goal,
    { reached: counted.length, outOf: counted.length + notCounted.length, sum: wanOf(sum) },
    context,
  );
  const gates = gateStates(goal.gates, value, context.today, context.programFrom, context.days);
  const nextGate = gates.find((gate) => gate.on >= context.today) ?? null;
  return {
    key: goal.key,
    value,
    shown: shownValue(value),
    target: goal.target,
    counted,
    notCounted,
    left,
    gates,
    nextGate,
  };
}

/** The projects that a goal speaks of, in the order given: those of its rule's categories, all where it names none. */
export function projectsOf(goal: PlanGoal, projects: readonly ProjectState[]): readonly ProjectState[] {
  const { rule } = goal;
  if (rule.by === 'recorded') return [];
  return rule.categories.length === 0
    ? projects
    : projects.filter(({ category }) => rule.categories.includes(category));
}

type Totals = { readonly reached: number; readonly outOf: number; readonly sum: number };

function valueNow(goal: PlanGoal, { reached, outOf, sum }: Totals, context: GoalContext): GoalValue {
  if (goal.rule.by === 'recorded') return { of: 'number', number: context.recorded };
  if (goal.rule.by === 'figures') return { of: 'number', number: sum };
  return goal.measure === 'share' ? { of: 'share', reached, outOf } : { of: 'number', number: reached };
}

type Verdict = { readonly counts: boolean; readonly because: Because };

function judge({ rule }: PlanGoal, project: ProjectState, context: GoalContext): Verdict {
  switch (rule.by) {
    case 'stage': {
      const { stage } = project;
      const counts = atLeast(stage, rule.reached);
      if (counts) return { counts, because: { kind: 'stage-reached', stage, needed: rule.reached } };
      if (project.standing === 'paused') return { counts, because: { kind: 'paused' } };
      const due = stageDue(project, rule.reached);
      return { counts, because: { kind: 'stage-not-reached', stage, needed: rule.reached, due } };
    }
    case 'light':
      return judgeLight(project, rule.notWorseThan, context);
    case 'investment':
      return judgeInvestment(project, rule.atLeastPercent, context);
    case 'figures': {
      const done = project.doneInvestment;
      return done === null
        ? { counts: false, because: { kind: 'no-figures' } }
        : { counts: true, because: { kind: 'figures', done } };
    }
    case 'recorded':
      throw new Error('a recorded goal has no projects');
  }
}

function judgeLight(project: ProjectState, notWorseThan: Light, context: GoalContext): Verdict {
  const { start, stage } = project;
  if (start !== null && context.today < start && !atLeast(stage, 'started')) {
    return { counts: false, because: { kind: 'start-not-due', start } };
  }
  const light = context.light(project);
  if (light === null) return { counts: false, because: { kind: 'paused' } };
  const counts = LIGHTS.indexOf(light) <= LIGHTS.indexOf(notWorseThan);
  return { counts, because: { kind: 'light', light, notWorseThan } };
}

function judgeInvestment(project: ProjectState, atLeastPercent: number, context: GoalContext): Verdict {
  const { doneInvestment: done, yearPlan } = project;
  if (yearPlan === null) return { counts: false, because: { kind: 'no-year-plan' } };
  if (done === null) return { counts: false, because: { kind: 'no-figures' } };
  const { passed, of } = yearShare(project, context);
  // Rounded up in whole numbers: what is demanded is never less than the rule's.
  const product = BigInt(yuanOf(yearPlan)) * BigInt(passed) * BigInt(hundredthsOf(atLeastPercent));
  const needed = wanOf(Number((product + BigInt(of) * 10_000n - 1n) / (BigInt(of) * 10_000n)));
  return { counts: done >= needed, because: { kind: 'investment', done, needed, yearPlan } };
}

/** What part of the year's plan the calendar asks for by today: an even rise over the part of the works in this year. */
function yearShare(project: ProjectState, context: GoalContext): Fraction {
  const { programFrom, programTo, today } = context;
  const from = project.start !== null && project.start > programFrom ? project.start : programFrom;
  const to = project.end !== null && project.end < programTo ? project.end : programTo;
  if (from < to) return spanShare(from, to, today);
  return { passed: today >= to ? 1 : 0, of: 1 };
}

/** The planned day by which a project reaches a stage: its milestone's, for a start that none brings the planned start. */
export function stageDue(project: ProjectState, needed: Stage): LocalDay | null {
  const { milestones, start } = project;
  if (needed === 'started' && start !== null && !milestones.some(({ stage }) => stage === 'started')) return start;
  let first: LocalDay | null = null;
  for (const { stage, due } of milestones) {
    if (stage === null || due === null || !atLeast(stage, needed)) continue;
    if (first === null || due < first) first = due;
  }
  return first;
}
