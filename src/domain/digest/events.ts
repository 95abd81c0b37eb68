import type { DenominatorChange } from '../denominator-change.js';
import type { ChangedProject, FactMove, FactProject, FactStep } from './facts.js';
import type { LitProject, Standing } from './goals.js';

/** A milestone that was finished, and of which project. */
export type DoneStep = {
  readonly project: FactProject;
  readonly change: ChangedProject['changes'][number];
};

/** A milestone that was put off, with its project as it stands now. */
export type PutOff = FactMove & { readonly lit: LitProject };

/** A promise that was not kept, with its project; null where that is of another scope's. */
export type Missed = FactStep & { readonly project: FactProject | null };

/** What is otherwise than at the digest before: what a reader is told first. */
export type Events = {
  readonly red: readonly LitProject[];
  readonly green: readonly LitProject[];
  readonly done: readonly DoneStep[];
  readonly postponed: readonly PutOff[];
  readonly missed: readonly Missed[];
  readonly denominatorChanges: readonly DenominatorChange[];
};

type Given = {
  readonly within: readonly LitProject[];
  readonly before: Standing | null;
  readonly changed: readonly ChangedProject[];
  readonly moves: readonly FactMove[];
  readonly steps: readonly FactStep[];
  readonly denominatorChanges: readonly DenominatorChange[];
};

/** A project whose light is another now; a project that had none, or has none, has not turned. */
export function eventsOf({ within, before, changed, moves, steps, denominatorChanges }: Given): Events {
  const was = new Map(before?.lit.map(({ project, lit }) => [project.id, lit.light]));
  const of = new Map(within.map((each) => [each.project.id, each]));
  const turned = (light: 'red' | 'green') =>
    within.filter(({ project, lit }) => {
      const then = was.get(project.id) ?? null;
      return lit.light === light && then !== null && then !== light;
    });
  return {
    red: turned('red'),
    green: turned('green'),
    done: changed.flatMap(({ project, changes }) =>
      changes.flatMap((change) => (change.percent === 100 && change.before !== 100 ? [{ project, change }] : [])),
    ),
    postponed: moves.flatMap((each) => {
      const lit = of.get(each.projectId);
      return lit === undefined ? [] : [{ ...each, lit }];
    }),
    missed: steps.flatMap((each) =>
      each.kind === 'missed' ? [{ ...each, project: of.get(each.projectId)?.project ?? null }] : [],
    ),
    denominatorChanges,
  };
}

/** How many rows the list of what changed has. */
export const eventCount = ({ red, green, done, postponed, missed, denominatorChanges }: Events): number =>
  red.length + green.length + done.length + postponed.length + missed.length + denominatorChanges.length;
