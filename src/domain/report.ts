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

export type Decided =
  | { readonly taken: { readonly now: MilestoneNow; readonly onDay: LocalDay; readonly late: boolean } }
  | { readonly refused: { readonly because: 'falls'; readonly from: number; readonly to: number } }
  | { readonly refused: { readonly because: 'future'; readonly day: LocalDay } }
  | { readonly refused: { readonly because: 'nothing-new' } };

/**
 * What a statement makes of a milestone. Percent cannot silently fall, a date of completion cannot lie in the future
 * (product.md, Report). A statement about an earlier day is late (补报). `falling` allows a fall: an amendment may.
 */
export function decideReport(now: MilestoneNow, said: Statement, today: LocalDay, falling = false): Decided {
  if (said.doneOn !== null && said.doneOn > today) return { refused: { because: 'future', day: said.doneOn } };
  const percent = said.done ? 100 : said.percent === null ? null : toHundredths(said.percent);
  if (percent !== null && now.percent !== null && percent < now.percent && !falling) {
    return { refused: { because: 'falls', from: now.percent, to: percent } };
  }
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
    },
  };
}
