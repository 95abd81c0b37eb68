import type { LocalDay } from './day.js';
import { toHundredths } from './exact.js';

/** Where a milestone stands by the reports that stand. Percent 0-100. */
export type MilestoneNow = {
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
};

/** What is stated about a milestone: what is null was not said and stays as it is. */
export type Statement = {
  readonly percent: number | null;
  readonly done: boolean;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly note: string;
};

/** `note`: what was noted, with the reason of a fall. */
export type Taken = {
  readonly now: MilestoneNow;
  readonly onDay: LocalDay;
  readonly late: boolean;
  readonly note: string;
};

export type Decided =
  | { readonly taken: Taken }
  | { readonly refused: { readonly because: 'falls'; readonly from: number; readonly to: number } }
  | { readonly refused: { readonly because: 'future'; readonly day: LocalDay } }
  | { readonly refused: { readonly because: 'nothing-new' } };

/** What a percent may fall from, and why it does: both where it takes the place of what was said, and by a reason alone. */
export type Fall = {
  /** The percent that the statement takes the place of, where it amends one. */
  readonly amended: number | null;
  /** The reason that was given; null: none was. */
  readonly why: string | null;
};

/**
 * What a statement makes of a milestone. Percent does not fall without a reason, which is kept in its note; a date of
 * completion cannot lie in the future (product.md, Report). A statement about an earlier day is late (补报).
 */
export function decideReport(
  now: MilestoneNow,
  said: Statement,
  today: LocalDay,
  { amended, why }: Fall = { amended: null, why: null },
): Decided {
  if (said.doneOn !== null && said.doneOn > today) return { refused: { because: 'future', day: said.doneOn } };
  const percent = said.done ? 100 : said.percent === null ? null : toHundredths(said.percent);
  const floor = Math.max(now.percent ?? 0, amended ?? 0);
  const falls = percent !== null && percent < floor;
  if (falls && why === null) return { refused: { because: 'falls', from: floor, to: percent } };
  if (percent === null && said.forecast === null && said.note === '') return { refused: { because: 'nothing-new' } };
  const done = percent === 100;
  const onDay = said.doneOn ?? today;
  return {
    taken: {
      now: {
        percent: percent ?? now.percent,
        doneOn: done ? (said.doneOn ?? now.doneOn ?? today) : percent === null ? now.doneOn : null,
        forecast: done ? null : (said.forecast ?? now.forecast),
      },
      onDay,
      late: onDay < today,
      note: falls && why !== null ? withReason(said.note, why) : said.note,
    },
  };
}

/**
 * What a statement makes of a milestone about which something newer stands (it was said before that, and heard after): nothing.
 * It is kept where it can have been so before, with its note; null where it says another thing than what stands.
 */
export function decideEarlier(now: MilestoneNow, said: Statement, today: LocalDay): Decided | null {
  const percent = said.done ? 100 : said.percent === null ? null : toHundredths(said.percent);
  const fits =
    (percent === null || percent <= (now.percent ?? 0)) &&
    (said.doneOn === null || said.doneOn === now.doneOn) &&
    (said.forecast === null || said.forecast === now.forecast);
  if (!fits) return null;
  if (percent === null && said.forecast === null && said.note === '') return { refused: { because: 'nothing-new' } };
  const onDay = said.doneOn ?? today;
  return { taken: { now, onDay, late: onDay < today, note: said.note } };
}

/** Whether a step was begun and is not finished. */
export const isUnderway = (percent: number | null): percent is number =>
  percent !== null && percent > 0 && percent < 100;

/** A step among those of its project, as far as their order is looked at. */
type OrderedStep = {
  readonly id: number;
  readonly projectId: number;
  readonly ordinal: number;
  readonly percent: number | null;
};

/**
 * The earlier steps of its project that are underway when a step is finished, in their order, with their percents; `toldOf`
 * answers the percent that is said of a step in the same breath, null where nothing is.
 */
export function openBefore<Step extends OrderedStep>(
  { projectId, ordinal }: Pick<OrderedStep, 'projectId' | 'ordinal'>,
  steps: Iterable<Step>,
  toldOf: (id: number) => number | null,
): readonly (Step & { readonly percent: number })[] {
  return [...steps]
    .filter((each) => each.projectId === projectId && each.ordinal < ordinal)
    .sort((one, other) => one.ordinal - other.ordinal)
    .flatMap((each) => {
      const percent = toldOf(each.id) ?? each.percent;
      return isUnderway(percent) ? [{ ...each, percent }] : [];
    });
}

/** A note with the reason in it, once. */
export const withReason = (note: string, why: string): string =>
  note.includes(why) ? note : [why, note].filter((part) => part !== '').join('；');
