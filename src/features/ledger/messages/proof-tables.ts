import { dayAt, type Instant, type LocalDay, timeAt } from '../../../domain/day.js';
import type { LitProject } from '../../../domain/digest/goals.js';
import type { JudgedGoal } from '../../../domain/digest/judgement.js';
import { tenthsUp } from '../../../domain/exact.js';
import type { GateState } from '../../../domain/gate.js';
import { judgementOfGate } from '../../../domain/judgement.js';
import type { LedgerProject } from '../../../domain/ledger-compare/index.js';
import { byOrdinal, isDone, type MilestoneState } from '../../../domain/milestone.js';
import { paceFrom, paceShare } from '../../../domain/pace.js';
import type { TableValue } from '../../../sheets/table.js';
import type { Proof } from '../../digest/door.js';
import type { ProofSheet, Reader } from '../model.js';
import type { Laid } from './laid.js';

/*
 * What a digest's numbers were computed from, in the plan file's own keys: with the sheets of reports and obstacles
 * enough to compute each of them again without this program.
 */

type ProofTable = {
  readonly name: ProofSheet;
  readonly columns: readonly Laid[];
  readonly rows: readonly (readonly TableValue[])[];
  readonly frozen: number;
};

export function proofTables(
  proof: Proof,
  visible: ReadonlyMap<number, LedgerProject>,
  { program }: Reader,
): readonly ProofTable[] {
  const seen = proof.lit.filter(({ project }) => visible.has(project.id));
  return [
    { name: 'lights', columns: LIGHT_COLUMNS, rows: seen.flatMap((each) => lightRows(each, proof)), frozen: 2 },
    { name: 'gates', columns: GATE_COLUMNS, rows: proof.digest.goals.flatMap(goalGateRows), frozen: 2 },
    { name: 'events', columns: EVENT_COLUMNS, rows: eventRows(proof, program.timeZone), frozen: 1 },
    { name: 'numbers', columns: NUMBER_COLUMNS, rows: numberRows(proof, program.timeZone), frozen: 1 },
  ];
}

/** `2020-06-17 16:30:05`: the moment by which digests count. */
export function exactTime(at: Instant | null, timeZone: string): string {
  if (at === null) return '';
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0');
  return `${dayAt(at, timeZone)} ${timeAt(at, timeZone)}:${seconds}`;
}

const LIGHT_COLUMNS: readonly Laid[] = [
  ['code', 'text', 10],
  ['project', 'text', 28],
  ['category', 'text', 14],
  ['unit', 'text', 16],
  ['standing', 'text', 10],
  ['stage', 'text', 10],
  ['start', 'text', 12],
  ['invested', 'amount', 14],
  ['light', 'text', 8],
  ['wasLight', 'text', 8],
  ['ordinal', 'count', 6],
  ['milestone', 'text', 14],
  ['due', 'text', 12],
  ['from', 'text', 12],
  ['passed', 'count', 9],
  ['of', 'count', 9],
  ['pace', 'amount', 9],
  ['percent', 'amount', 9],
  ['behind', 'amount', 10],
  ['brings', 'text', 10],
  ['doneOn', 'text', 12],
  ['lastReport', 'text', 12],
  ['blockedBy', 'count', 9],
  ['blockedSince', 'text', 12],
  ['askedSince', 'text', 12],
];

/** A row a milestone, done ones too; of a project without any, one. */
function lightRows({ project, lit }: LitProject, proof: Proof): TableValue[][] {
  const about: TableValue[] = [
    project.code,
    project.name,
    project.category,
    project.unit,
    project.standing,
    project.stage,
    project.start ?? '',
    project.doneInvestment,
    lit.light ?? 'none',
    proof.before.has(project.id) ? (proof.before.get(project.id) ?? 'none') : '',
  ];
  const steps = [...project.milestones].sort(byOrdinal);
  if (steps.length === 0) return [[...about, ...LIGHT_COLUMNS.slice(about.length).map(() => '')]];
  return steps.map((step) => [...about, ...stepCells(step, project, proof)]);
}

function stepCells(step: MilestoneState, project: LitProject['project'], proof: Proof): TableValue[] {
  const { today, programFrom } = proof.context;
  const share = paceShare(step, project, today, programFrom);
  const pace = share === null ? null : (share.passed * 100) / share.of;
  const { blockedPastDeadline: blocked = null } = step;
  const asked = proof.digest.unreported
    .find((each) => each.project.id === project.id)
    ?.items.find(({ milestone }) => milestone === step.name);
  const behind = pace === null || isDone(step) ? null : tenthsUp(Math.max(0, pace - step.percent));
  return [
    step.ordinal,
    step.name,
    step.due ?? '',
    paceFrom(step, project, programFrom) ?? '',
    share?.passed ?? null,
    share?.of ?? null,
    pace === null ? null : tenthsUp(pace),
    step.percent,
    behind,
    step.stage ?? '',
    step.doneOn ?? '',
    step.lastReportOn ?? '',
    blocked?.number ?? null,
    blocked?.deadline ?? '',
    asked?.since ?? '',
  ];
}

const GATE_COLUMNS: readonly Laid[] = [
  ['key', 'text', 20],
  ['goal', 'text', 20],
  ['rule', 'text', 10],
  ['categories', 'text', 20],
  ['wants', 'text', 10],
  ['measure', 'text', 12],
  ['target', 'amount', 12],
  ['have', 'amount', 12],
  ['outOf', 'count', 8],
  ['judgement', 'text', 14],
  ['on', 'text', 12],
  ['needed', 'amount', 12],
  ['missing', 'amount', 12],
  ['standing', 'text', 14],
  ['judged', 'amount', 12],
  ['told', 'text', 12],
  ['met', 'text', 12],
  ['foreseen', 'amount', 12],
  ['since1', 'text', 12],
  ['before1', 'amount', 12],
  ['asOf', 'text', 12],
];

/** What a goal's rule asks of what counts; of one that is recorded what it computes itself from, if it does. */
function wantsOf(rule: JudgedGoal['goal']['rule']): string {
  switch (rule.by) {
    case 'stage':
      return rule.reached;
    case 'light':
      return rule.notWorseThan;
    case 'recorded':
      return rule.from ?? '';
    default:
      return '';
  }
}

/** A row a gate; of a goal without any, one. */
function goalGateRows(goal: JudgedGoal): TableValue[][] {
  const { rule, measure, key, name, target } = goal.goal;
  const { value } = goal.state;
  const entered = goal.judgement !== 'not-entered';
  const about: TableValue[] = [
    key,
    name.zh,
    rule.by,
    'categories' in rule ? rule.categories.join(' ') : '',
    wantsOf(rule),
    measure,
    target,
    entered ? (value.of === 'share' ? value.reached : value.number) : null,
    value.of === 'share' ? value.outOf : null,
    goal.judgement,
  ];
  const { gates } = goal.state;
  if (gates.length === 0) return [[...about, ...GATE_COLUMNS.slice(about.length).map(() => '')]];
  return gates.map((gate) => [...about, ...gateCells(gate, goal)]);
}

function gateCells(gate: GateState, { forecast, judgement, gate: next }: JudgedGoal): TableValue[] {
  const { judged } = gate;
  const seen = gate.on === next?.on && forecast?.kind === 'pace' ? forecast : null;
  return [
    gate.on,
    gate.needed,
    gate.missing,
    judgementOfGate(gate, judgement),
    judged === undefined ? null : judged.of === 'share' ? judged.reached : judged.number,
    gate.toldOn ?? '',
    gate.metOn ?? '',
    seen?.value ?? null,
    seen?.since ?? '',
    seen?.before ?? null,
    seen?.asOf ?? '',
  ];
}

const EVENT_COLUMNS: readonly Laid[] = [
  ['kind', 'text', 16],
  ['number', 'count', 8],
  ['code', 'text', 10],
  ['milestone', 'text', 16],
  ['time', 'text', 20],
  ['inTime', 'text', 8],
];

/** What happened since the digest before that is in no other sheet by its moment: to obstacles, dates and the ledger. */
function eventRows({ digest }: Proof, timeZone: string): TableValue[][] {
  const codes = new Map(
    [...digest.red, ...digest.amber, ...digest.green, ...digest.unlit].map(({ project }) => [project.id, project.code]),
  );
  return [
    ...digest.steps.map((step): TableValue[] => [
      step.kind,
      step.number,
      codes.get(step.projectId) ?? '',
      '',
      exactTime(step.at, timeZone),
      step.inTime ? 1 : '',
    ]),
    ...digest.events.postponed.map((each): TableValue[] => [
      'postponed',
      null,
      each.lit.project.code,
      each.milestone,
      each.to,
      '',
    ]),
    ...digest.denominatorChanges.map((each): TableValue[] => [
      each.kind,
      null,
      each.code,
      '',
      exactTime(each.at, timeZone),
      '',
    ]),
    ...Array.from({ length: digest.pending }, (): TableValue[] => ['pending', null, '', '', '', '']),
  ];
}

const NUMBER_COLUMNS: readonly Laid[] = [
  ['name', 'text', 34],
  ['numberValue', 'text', 20],
  ['behindIt', 'paragraph', 60],
];

/** First what all of it was counted by, then every number of the digest under its name. */
function numberRows({ digest, numbers, units, context }: Proof, timeZone: string): TableValue[][] {
  const { light, stages } = digest.program.policy;
  const by: readonly (readonly [string, string | number | LocalDay])[] = [
    ['day', digest.day],
    ['moment', exactTime(digest.at.moment, timeZone)],
    ['after', exactTime(digest.after, timeZone)],
    ['programFrom', context.programFrom],
    ['reportingSince', context.reportingSince],
    ...Object.entries(light).map(([name, value]) => [`policy.${name}`, value] as const),
    ...[...units].map(([key, name]) => [`unit.${key}`, name.zh] as const),
    ...Object.entries(stages.underway).map(([name, stage]) => [`underway.${name}`, stage] as const),
  ];
  return [
    ...by.map(([name, value]): TableValue[] => [name, String(value), '']),
    ...Object.entries(numbers).map(([name, { value, of }]): TableValue[] => [
      name,
      value === null ? '' : String(value),
      of === undefined ? '' : of.join('、'),
    ]),
  ];
}
