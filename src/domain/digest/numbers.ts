import { amountText, type FactorAmount } from '../factor-amount.js';
import type { GateState } from '../gate.js';
import { RUNGS } from '../plan.js';
import type { Digest, JudgedGoal } from './compute.js';
import type { DigestFactor } from './factors.js';
import type { DigestPromotion } from './promotion.js';
import type { DueFact, UnitFacts } from './unit-facts.js';

/** One number that a digest says, with the codes of projects or the numbers of obstacles behind it. null: it is not known. */
export type DigestNumber = {
  readonly value: number | string | null;
  readonly of?: readonly (string | number)[];
};

/**
 * Every number of a digest under a name that stays: what is kept of it beside its text, so that nobody has to read prose to
 * check it. `waiting.*` are the obstacles at a rung that are not resolved; `gate.*` what was judged of a gate on this day, of
 * what is to come how much is missing; `units.*` where it tells them.
 */
export function digestNumbers(digest: Digest): Readonly<Record<string, DigestNumber>> {
  const { events, steps, obstacles, unreported } = digest;
  const codes = (list: readonly { readonly project: { readonly code: string } | null }[]) =>
    counted(list.map(({ project }) => project?.code ?? ''));
  const stepsOf = (kind: (typeof steps)[number]['kind']) =>
    counted(steps.filter((step) => step.kind === kind).map(({ number }) => number));
  const atRungs = RUNGS.flatMap((rung) => {
    const there = obstacles.filter((each) => each.rung === rung);
    const waiting = there.filter(({ standing }) => standing !== 'resolved');
    return [
      [`obstacles.${rung}`, counted(there.map(({ number }) => number))],
      [`waiting.${rung}`, counted(waiting.map(({ number }) => number))],
      [`waiting.${rung}.new`, counted(waiting.filter(({ since }) => since > digest.after).map(({ number }) => number))],
    ] as const;
  });
  return {
    ...Object.assign({}, ...digest.goals.map(goalNumbers)),
    'lights.red': codes(digest.red),
    'lights.amber': codes(digest.amber),
    'lights.green': codes(digest.green),
    'lights.none': codes(digest.unlit),
    'turned.red': codes(events.red),
    'turned.green': codes(events.green),
    done: counted(events.done.map(({ project, change }) => `${project.code} ${change.milestone}`)),
    postponed: counted(events.postponed.map(({ lit, milestone }) => `${lit.project.code} ${milestone}`)),
    'postponements.pending': { value: digest.pending },
    turns: counted(events.denominatorChanges.map(({ code }) => code)),
    'promises.missed': stepsOf('missed'),
    'promises.kept': stepsOf('kept'),
    'obstacles.flagged': stepsOf('flagged'),
    'obstacles.closed': stepsOf('closed'),
    'obstacles.all': counted(obstacles.map(({ number }) => number)),
    ...Object.fromEntries(atRungs),
    ...Object.fromEntries(Object.entries(digest.was ?? {}).map(([key, value]) => [`before.${key}`, { value }])),
    reports: counted(
      digest.changed.flatMap(({ project, changes, figures }) => [
        ...changes.map(({ milestone }) => `${project.code} ${milestone}`),
        ...(figures === null ? [] : [`${project.code} ¥`]),
      ]),
    ),
    ...(digest.slips === null ? {} : slipNumbers(digest.slips)),
    ...(digest.items === null ? {} : itemNumbers(digest.items)),
    ...Object.assign({}, ...(digest.factors ?? []).map(factorNumbers)),
    ...(digest.promotion === null ? {} : promotionNumbers(digest.promotion)),
    unreported: codes(unreported),
    ...Object.assign({}, ...digest.units.map(unitNumbers)),
  };
}

const counted = (of: readonly (string | number)[]): DigestNumber => ({ value: of.length, of });

function slipNumbers(slips: NonNullable<Digest['slips']>): Record<string, DigestNumber> {
  const numbers = (of: typeof slips) => counted(of.map(({ number }) => number));
  return { 'slips.open': numbers(slips), 'slips.red': numbers(slips.filter(({ colour }) => colour === 'red')) };
}

const itemNumbers = (items: NonNullable<Digest['items']>): Record<string, DigestNumber> =>
  Object.fromEntries(
    (['all', 'done', 'running', 'overdue'] as const).map((of) => [
      `items.${of}`,
      counted(items[of].map(({ number }) => number)),
    ]),
  );

/** What county leaders led in the month, by the activities' numbers, and what is wanting of it. */
const promotionNumbers = ({ activities, missing }: DigestPromotion): Record<string, DigestNumber> => ({
  'promotion.month': counted(activities),
  'promotion.missing': { value: missing },
});

/** A pool in its measure: of all its batches, what is left, and what waits and is held, by the projects' codes. */
function factorNumbers({ factor, part, ...pool }: DigestFactor): Record<string, DigestNumber> {
  const own = `factors.${[factor.key, ...(part === '' ? [] : [part])].join('.')}`;
  const value = (amount: FactorAmount) => Number(amountText(amount));
  const held = pool.held.reduce((sum, each) => sum + each.held, 0);
  const codes = (rows: DigestFactor['held']) => [...new Set(rows.map(({ code }) => code))];
  return {
    [`${own}.amount`]: { value: value(pool.amount) },
    [`${own}.left`]: { value: value(pool.left) },
    [`${own}.waiting`]: { value: value(pool.waits), of: codes(pool.waiting) },
    [`${own}.held`]: { value: value(held), of: codes(pool.held) },
  };
}

/** What a unit had due and did (各单位完成情况), by its key. */
function unitNumbers({ unit, due, starts, received, closedInTime, overdue }: UnitFacts): Record<string, DigestNumber> {
  const steps = (facts: readonly DueFact[]) =>
    counted(facts.map(({ project, milestone }) => `${project.code} ${milestone}`));
  const codes = (facts: readonly DueFact[]) => counted(facts.map(({ project }) => project.code));
  const reached = (facts: readonly DueFact[]) => facts.filter((each) => each.reached);
  return {
    [`units.${unit}.due`]: steps(due),
    [`units.${unit}.done`]: steps(reached(due)),
    [`units.${unit}.toStart`]: codes(starts),
    [`units.${unit}.started`]: codes(reached(starts)),
    [`units.${unit}.received`]: counted(received),
    [`units.${unit}.inTime`]: counted(closedInTime),
    [`units.${unit}.overdue`]: counted(overdue),
  };
}

function goalNumbers({
  goal,
  state,
  forecast,
  judgement,
  countedOn,
}: JudgedGoal): Readonly<Record<string, DigestNumber>> {
  const { value, counted: behind, gates } = state;
  const own = `goals.${goal.key}`;
  const listed = goal.rule.by === 'recorded' ? {} : { of: behind.map(({ code }) => code) };
  const entered = judgement !== 'not-entered';
  return {
    [`${own}.have`]: { value: entered ? (value.of === 'share' ? value.reached : value.number) : null, ...listed },
    [`${own}.of`]: { value: value.of === 'share' ? value.outOf : state.target },
    [`${own}.forecast`]: { value: forecast?.kind === 'pace' ? forecast.value : null },
    [`${own}.judgement`]: { value: judgement },
    ...Object.fromEntries(gates.flatMap((gate) => gateNumbers(goal.key, gate, countedOn.get(gate.on)))),
  };
}

/** Of a gate to come what is missing; of one that has passed the verdict, with what it was judged by. */
function gateNumbers(
  key: string,
  { on, held, missing, daysLeft, judged, toldOn, metOn }: GateState,
  of: readonly string[] | undefined,
): readonly (readonly [string, DigestNumber])[] {
  const own = `gate.${key}.${on}`;
  if (held === 'not-entered') return [[own, { value: held }]];
  if (daysLeft >= 0 || judged === undefined) return [[own, { value: missing }]];
  const have = judged.of === 'share' ? judged.reached : judged.number;
  return [
    [own, { value: held === 'reached' ? 'passed' : 'missed' }],
    [`${own}.have`, { value: have, ...(of === undefined ? {} : { of }) }],
    ...(toldOn === undefined ? [] : [[`${own}.told`, { value: toldOn }] as const]),
    ...(metOn === undefined ? [] : [[`${own}.met`, { value: metOn }] as const]),
  ];
}
