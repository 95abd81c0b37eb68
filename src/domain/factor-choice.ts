import type { LocalDay } from './day.js';
import { type FactorBatch, type FactorRequest, leftOf, waiting } from './factor.js';
import type { FactorAmount } from './factor-amount.js';

/** A request with the day by which it helps: a batch that comes later does not. */
export type ChoiceRequest = Pick<
  FactorRequest,
  'code' | 'class' | 'gate' | 'standing' | 'amount' | 'given' | 'released'
> & { readonly id: number; readonly by: LocalDay };

/** Who has all that they ask, and by how much each other is short of it. */
export type FactorChoice<Request extends ChoiceRequest = ChoiceRequest> = {
  readonly taken: readonly Request[];
  readonly left: readonly { readonly request: Request; readonly short: FactorAmount }[];
  /** What stays in the pool, of all its batches. */
  readonly rest: FactorAmount;
};

/**
 * What batches hold for whom. By its day each request may use a beginning of them (a provincial key project all), so that a
 * choice can be given if and only if, for every beginning, those who may use no more than it ask for no more than it holds.
 */
class Room {
  readonly #batches: readonly FactorBatch[];
  /** What each beginning holds, ascending, and what is taken of it. */
  readonly #holds: readonly FactorAmount[];
  readonly #free: FactorAmount[];

  constructor(batches: readonly FactorBatch[], requests: readonly ChoiceRequest[]) {
    this.#batches = batches;
    this.#holds = [...new Set(requests.map((each) => this.#reach(each)))].sort((one, other) => one - other);
    this.#free = [...this.#holds];
  }

  #reach({ class: of, by }: ChoiceRequest): FactorAmount {
    return leftOf(this.#batches, by, of === 'provincial');
  }

  /** Which beginning a request may use. */
  at = (request: ChoiceRequest): number => this.#holds.indexOf(this.#reach(request));

  /** What is free of each beginning: no more than of any longer one. */
  free = (): readonly FactorAmount[] => narrowed(this.#free);

  take(request: ChoiceRequest): void {
    for (let at = this.at(request); at < this.#free.length; at += 1)
      this.#free[at] = (this.#free[at] ?? 0) - waiting(request);
  }
}

/** In this order, each whole or not at all, whoever comes later. */
export function inThisOrder<Request extends ChoiceRequest>(
  order: readonly Request[],
  batches: readonly FactorBatch[],
): FactorChoice<Request> {
  const room = new Room(batches, order);
  const taken: Request[] = [];
  const others: Request[] = [];
  for (const request of order) {
    const fits = waiting(request) <= (room.free()[room.at(request)] ?? 0);
    (fits ? taken : others).push(request);
    if (fits) room.take(request);
  }
  const free = room.free();
  const left = others.map((request) => ({ request, short: waiting(request) - (free[room.at(request)] ?? 0) }));
  const all = batches.reduce((sum, { amount, given }) => sum + amount - given, 0);
  return { taken, left, rest: all - taken.reduce((sum, each) => sum + waiting(each), 0) };
}

/**
 * As many as can be that still make a gate; of the choices that do, the one whose first is the first of the order, then whose
 * second is, and so on; then the others in order. Exact: the tests hold it against every choice of small cases.
 */
export function mostGates<Request extends ChoiceRequest>(
  order: readonly Request[],
  batches: readonly FactorBatch[],
): FactorChoice<Request> {
  const steps = mostGatesStepwise(order, batches);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, a request at a time: between two of them others are answered. */
export function* mostGatesStepwise<Request extends ChoiceRequest>(
  order: readonly Request[],
  batches: readonly FactorBatch[],
): Generator<undefined, FactorChoice<Request>> {
  const gated = order.filter(({ gate }) => gate !== null);
  const room = new Room(batches, order);
  const sized = gated.map((request) => ({ at: room.at(request), amount: waiting(request) }));
  const places = sized.map((_, index) => index).sort((one, other) => (sized[one]?.at ?? 0) - (sized[other]?.at ?? 0));
  /** The most of those from `first` on, of what is free. */
  const most = (free: readonly FactorAmount[], first: number): number => {
    const amounts: FactorAmount[] = [];
    let sum = 0;
    for (const index of places) {
      const each = sized[index];
      if (index < first || each === undefined) continue;
      amounts.splice(placeOf(amounts, each.amount), 0, each.amount);
      sum += each.amount;
      // Who may use no more than this and asks for most gives way: with as many others there is never less room.
      while (sum > (free[each.at] ?? 0)) sum -= amounts.pop() ?? sum;
    }
    return amounts.length;
  };
  let wanted = most(room.free(), 0);
  const chosen: Request[] = [];
  for (const [index, request] of gated.entries()) {
    yield;
    const { at = 0, amount = 0 } = sized[index] ?? {};
    const free = room.free();
    if (amount > (free[at] ?? 0)) continue;
    const after = narrowed(free.map((each, place) => (place < at ? each : each - amount)));
    if (1 + most(after, index + 1) < wanted) continue;
    wanted -= 1;
    room.take(request);
    chosen.push(request);
  }
  const picked = new Set(chosen.map(({ id }) => id));
  return inThisOrder([...chosen, ...order.filter(({ id }) => !picked.has(id))], batches);
}

/** No beginning has more free than a longer one. */
function narrowed(free: readonly FactorAmount[]): readonly FactorAmount[] {
  const least = [...free];
  for (let at = least.length - 2; at >= 0; at -= 1) least[at] = Math.min(least[at] ?? 0, least[at + 1] ?? 0);
  return least;
}

/** Where an amount belongs in an ascending list. */
function placeOf(amounts: readonly FactorAmount[], amount: FactorAmount): number {
  let [low, high] = [0, amounts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((amounts[middle] ?? 0) < amount) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of a choice make a gate. */
export const gatesOf = ({ taken }: Pick<FactorChoice, 'taken'>): number =>
  taken.filter(({ gate }) => gate !== null).length;
