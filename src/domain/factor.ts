import { addDays, type Instant, type LocalDay } from './day.js';
import { yuanOf } from './exact.js';
import type { FactorAmount } from './factor-amount.js';
import type { PlanFactor, Stage } from './plan.js';
import type { ProgramPolicy } from './program.js';
import type { ProjectStanding } from './project.js';
import { atLeast } from './stage.js';

/** In the order in which they come. The ledger's remark (备注) says it: 省重点, 民生. */
export const FACTOR_CLASSES = ['provincial', 'livelihood', 'other'] as const;
export type FactorClass = (typeof FACTOR_CLASSES)[number];

/** Part of a pool, available from a day on. */
export type FactorBatch = {
  readonly id: number;
  readonly amount: FactorAmount;
  readonly given: FactorAmount;
  readonly from: LocalDay;
};

/** What a project asks of a pool, with what decides when it comes. */
export type FactorRequest = {
  readonly id: number;
  readonly code: string;
  readonly standing: 'open' | 'withdrawn';
  readonly class: FactorClass;
  /** The nearest gate that its start can still make. */
  readonly gate: LocalDay | null;
  /** Planned investment, 10k yuan. */
  readonly investment: number | null;
  /** As it was asked; what of it was given, and what of that was given back. */
  readonly amount: FactorAmount;
  readonly given: FactorAmount;
  readonly released: FactorAmount;
  readonly divisible: boolean;
  readonly askedAt: Instant;
};

/** The unit, by its key, that gives of a factor: the plan's own for it, else the one that clears its matter. */
export const departmentOf = (
  { ladder }: Pick<ProgramPolicy, 'ladder'>,
  { key, department }: Pick<PlanFactor, 'key' | 'department'>,
): string | undefined => department ?? Object.entries(ladder.departments).find(([matter]) => matter === key)?.[1];

/** The class that a project's remark in the ledger states. */
export function factorClass(remark: string | null): FactorClass {
  if (/省(?:级)?重[点大]/.test(remark ?? '')) return 'provincial';
  return /民生/.test(remark ?? '') ? 'livelihood' : 'other';
}

/** Ours: once so many days have passed since its planned start, what a project holds that has not started is proposed to be recalled. */
export const RECALL_DAYS = 90;

/**
 * From which day on it is proposed that what a project holds is recalled; null: never, since it started, rests, holds nothing, or
 * somebody decided that it keeps it.
 */
export function recallFrom(
  held: {
    readonly given: FactorAmount;
    readonly stage: Stage;
    readonly projectStanding: ProjectStanding;
    readonly plannedStart: LocalDay | null;
    readonly kept: boolean;
  },
  days = RECALL_DAYS,
): LocalDay | null {
  const { given, stage, projectStanding, plannedStart, kept } = held;
  if (kept || given === 0 || plannedStart === null || projectStanding !== 'open' || atLeast(stage, 'started'))
    return null;
  return addDays(plannedStart, days + 1);
}

/** How much of a request waits. */
export const waiting = ({ standing, amount, given, released }: Waits): FactorAmount =>
  standing === 'open' ? amount - given - released : 0;
type Waits = Pick<FactorRequest, 'standing' | 'amount' | 'given' | 'released'>;

/** Planned investment in 10k yuan a unit of its measure, in tenths, rounded down; null without an investment. */
export function yieldTenths({ investment, amount }: Pick<FactorRequest, 'investment' | 'amount'>): number | null {
  if (investment === null) return null;
  // Yuan by ten-thousandths are 10k yuan by the whole.
  return Number((BigInt(yuanOf(investment)) * 10n) / BigInt(amount));
}

/** Who comes first: class, the nearest gate, yield, the day asked; what nobody decided, the number does. */
export function compareRequests(one: FactorRequest, other: FactorRequest): number {
  return (
    FACTOR_CLASSES.indexOf(one.class) - FACTOR_CLASSES.indexOf(other.class) ||
    compareDays(one.gate, other.gate) ||
    compareYield(one, other) ||
    one.askedAt - other.askedAt ||
    one.id - other.id
  );
}

/** By yield alone, which the plan does not ask for. */
export const compareYieldFirst = (one: FactorRequest, other: FactorRequest): number =>
  compareYield(one, other) || compareRequests(one, other);

// None comes last.
function compareDays(one: LocalDay | null, other: LocalDay | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null || one < other ? -1 : 1;
}

/** Exact: a / b < c / d as a * d < c * b, in whole yuan and parts. */
function compareYield(one: FactorRequest, other: FactorRequest): number {
  if (one.investment === null || other.investment === null)
    return Number(one.investment === null) - Number(other.investment === null);
  const left = BigInt(yuanOf(one.investment)) * BigInt(other.amount);
  const right = BigInt(yuanOf(other.investment)) * BigInt(one.amount);
  return left === right ? 0 : left > right ? -1 : 1;
}

/** What is left of the batches: of those that are there by `today`, or (`ahead`) of all. */
export function leftOf(batches: readonly FactorBatch[], today: LocalDay, ahead = false): FactorAmount {
  return batches
    .filter(({ from }) => ahead || from <= today)
    .reduce((sum, { amount, given }) => sum + amount - given, 0);
}

/** What one batch gives, or is given back. `ahead`: before its day. */
export type FactorDraw = { readonly batchId: number; readonly amount: FactorAmount; readonly ahead: boolean };

export type FactorGiven =
  | { readonly give: FactorAmount; readonly draws: readonly FactorDraw[] }
  | { readonly refused: 'nothing-waits' }
  | { readonly refused: 'short'; readonly left: FactorAmount; readonly by: FactorAmount };

/**
 * What a request is given of these batches today: all that waits, or where it is divisible what is left. A batch before its day
 * is for provincial key projects alone, after what is there.
 */
export function giveTo(request: FactorRequest, batches: readonly FactorBatch[], today: LocalDay): FactorGiven {
  const wanted = waiting(request);
  if (wanted === 0) return { refused: 'nothing-waits' };
  const left = leftOf(batches, today, request.class === 'provincial');
  if (left < wanted && (!request.divisible || left === 0)) return { refused: 'short', left, by: wanted - left };
  const give = Math.min(left, wanted);
  const open = [...batches]
    .filter(({ from }) => request.class === 'provincial' || from <= today)
    .sort((one, other) => compareDays(one.from, other.from) || one.id - other.id);
  return { give, draws: drawsOf(give, open, today) };
}

function drawsOf(give: FactorAmount, batches: readonly FactorBatch[], today: LocalDay): readonly FactorDraw[] {
  const draws: FactorDraw[] = [];
  let rest = give;
  for (const { id, amount, given, from } of batches) {
    const part = Math.min(rest, amount - given);
    if (part > 0) draws.push({ batchId: id, amount: part, ahead: from > today });
    rest -= part;
  }
  return draws;
}

/** What goes back to which batch, the latest first: draws below zero. */
export function backTo(
  held: readonly { readonly batchId: number; readonly amount: FactorAmount; readonly from: LocalDay }[],
  amount: FactorAmount,
): readonly FactorDraw[] {
  const draws: FactorDraw[] = [];
  let rest = amount;
  for (const each of [...held].sort((one, other) => compareDays(other.from, one.from) || other.batchId - one.batchId)) {
    const part = Math.min(rest, each.amount);
    if (part > 0) draws.push({ batchId: each.batchId, amount: -part, ahead: false });
    rest -= part;
  }
  return draws;
}

/** A line of the printed order: `after` is left once it is given, `short` is missing for it. */
export type FactorLine = {
  readonly request: FactorRequest;
  readonly give: FactorAmount;
  readonly after: FactorAmount;
  readonly short: FactorAmount;
};

/** What each would be given, one after the other, of what is there today. */
export function inTurn(
  requests: readonly FactorRequest[],
  batches: readonly FactorBatch[],
  today: LocalDay,
  compare: (one: FactorRequest, other: FactorRequest) => number = compareRequests,
): readonly FactorLine[] {
  let now = batches;
  return [...requests]
    .filter((each) => waiting(each) > 0)
    .sort(compare)
    .map((request) => {
      const given = giveTo(request, now, today);
      const draws = 'draws' in given ? given.draws : [];
      now = drawn(now, draws);
      const give = 'give' in given ? given.give : 0;
      return { request, give, after: leftOf(now, today), short: 'by' in given ? given.by : waiting(request) - give };
    });
}

/** The batches once these draws are made. */
const drawn = (batches: readonly FactorBatch[], draws: readonly FactorDraw[]): readonly FactorBatch[] =>
  draws.length === 0
    ? batches
    : batches.map((each) => ({
        ...each,
        given: each.given + draws.filter(({ batchId }) => batchId === each.id).reduce((sum, of) => sum + of.amount, 0),
      }));
