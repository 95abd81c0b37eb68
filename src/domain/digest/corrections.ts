import type { GoalMeasure, Light, Words } from '../plan.js';
import type { ChangedProject, Digest, JudgedGoal } from './compute.js';
import { isEntered } from './judgement.js';

/** One thing that a correction (更正) changed in a digest. Percent 0-100; amounts in 10k yuan. */
export type Correction =
  | {
      readonly kind: 'withdrawn' | 'added' | 'changed';
      readonly code: string;
      readonly milestone: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  /** A report's note or day, not its percent. */
  | { readonly kind: 'details'; readonly code: string; readonly milestone: string }
  | { readonly kind: 'figures'; readonly code: string; readonly from: number | null; readonly to: number | null }
  | {
      readonly kind: 'goal';
      readonly name: Words;
      readonly measure: GoalMeasure;
      /** null: nothing was entered. */
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly kind: 'light'; readonly light: Light; readonly from: number; readonly to: number }
  /** How many turned, and how many projects nobody answered about. */
  | {
      readonly kind: 'turned-red' | 'turned-green' | 'unreported';
      readonly from: number;
      readonly to: number;
    }
  /** Only why lights are what they are: a report of an earlier day was taken back. */
  | { readonly kind: 'reasons' };

/** What `now` says otherwise than `was`, of the same scope and slot: reports first, then what they did to goals and lights. */
export function corrections(was: Digest, now: Digest): readonly Correction[] {
  const found = [
    ...reports(was, now),
    ...figures(was, now),
    ...goals(was, now),
    ...lights(was, now),
    ...counts(was, now),
  ];
  return found.length > 0 || sameReasons(was, now) ? found : [{ kind: 'reasons' }];
}

/** The entries of two maps side by side, in the order of the first, then the second. */
function beside<Value>(was: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>) {
  return [...new Set([...was.keys(), ...now.keys()])].map((key) => ({ key, from: was.get(key), to: now.get(key) }));
}

type Report = { readonly code: string; readonly change: ChangedProject['changes'][number] };

function reports(was: Digest, now: Digest): Correction[] {
  return beside(reportsOf(was), reportsOf(now)).flatMap(({ from, to }): Correction[] => {
    const code = (to ?? from)?.code ?? '';
    const milestone = (to ?? from)?.change.milestone ?? '';
    const percents = { from: from?.change.percent ?? null, to: to?.change.percent ?? null };
    if (from === undefined) return [{ kind: 'added', code, milestone, ...percents }];
    if (to === undefined) return [{ kind: 'withdrawn', code, milestone, ...percents }];
    if (percents.from !== percents.to) return [{ kind: 'changed', code, milestone, ...percents }];
    return details(from) === details(to) ? [] : [{ kind: 'details', code, milestone }];
  });
}

function reportsOf({ changed }: Digest): ReadonlyMap<string, Report> {
  return new Map(
    changed.flatMap(({ project, changes }) =>
      changes.map((change) => [`${project.id}/${change.ordinal}`, { code: project.code, change }] as const),
    ),
  );
}

const details = ({ change: { note, doneOn, forecast, late, before } }: Report): string =>
  JSON.stringify([note, doneOn, forecast, late, before]);

function figures(was: Digest, now: Digest): Correction[] {
  const of = ({ changed }: Digest): ReadonlyMap<string, number> =>
    new Map(
      changed.flatMap(({ project, figures: stated }) =>
        stated === null ? [] : [[project.code, stated.doneInvestment]],
      ),
    );
  return beside(of(was), of(now)).flatMap(({ key: code, from = null, to = null }): Correction[] =>
    from === to ? [] : [{ kind: 'figures', code, from, to }],
  );
}

function goals(was: Digest, now: Digest): Correction[] {
  const shown = (each: JudgedGoal) => (isEntered(each) ? each.state.shown : null);
  const before = new Map(was.goals.map((each) => [each.goal.key, shown(each)]));
  return now.goals.flatMap((each): Correction[] => {
    const { goal } = each;
    const [from, to] = [before.get(goal.key), shown(each)];
    return from === undefined || from === to
      ? []
      : [{ kind: 'goal', name: goal.name, measure: goal.measure, from, to }];
  });
}

function lights(was: Digest, now: Digest): Correction[] {
  return (['red', 'amber', 'green'] as const).flatMap((light): Correction[] => {
    const [from, to] = [was[light].length, now[light].length];
    return from === to ? [] : [{ kind: 'light', light, from, to }];
  });
}

function counts(was: Digest, now: Digest): Correction[] {
  const counted = {
    'turned-red': ({ events }: Digest) => events.red.length,
    'turned-green': ({ events }: Digest) => events.green.length,
    unreported: ({ unreported }: Digest) => unreported.length,
  } as const;
  return (['turned-red', 'turned-green', 'unreported'] as const).flatMap((kind): Correction[] => {
    const [from, to] = [counted[kind](was), counted[kind](now)];
    return from === to ? [] : [{ kind, from, to }];
  });
}

function sameReasons(was: Digest, now: Digest): boolean {
  const of = ({ red, amber }: Digest): string =>
    JSON.stringify([...red, ...amber].map(({ project, lit }) => [project.code, lit.reasons]));
  return of(was) === of(now);
}
