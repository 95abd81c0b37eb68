import type { LocalDay } from '../day.js';
import type { Matter, ObstacleKind } from '../plan.js';

/** A milestone as the ledger knows it today; percent 0-100, null where nothing was reported. */
export type LineMilestone = {
  readonly name: string;
  readonly percent: number | null;
  readonly on?: LocalDay | null;
  readonly done?: boolean;
};

/** A project as a line may speak of it. */
export type LineProject = {
  readonly code: string;
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly milestones: readonly LineMilestone[];
};

/** Where and by whom a line was typed. `owns` settles what the text leaves open; `mayReport` refuses. */
export type LineContext = {
  readonly today: LocalDay;
  readonly surface: 'progress' | 'obstacle' | 'thread' | 'message';
  readonly threadProject?: string;
  readonly owns: ReadonlySet<string>;
  readonly mayReport: (code: string) => boolean;
};

/**
 * One statement about a milestone, or, with `milestone` null, about a project's figures.
 * `percent` 0-100; `investment` is the cumulative completed investment of the year in 10k yuan (万元);
 * `corrects` says that the person called the earlier figure wrong, so that a fall is explained.
 */
export type ReportItem = {
  project: string;
  milestone: string | null;
  percent: number | null;
  done: boolean;
  doneOn: LocalDay | null;
  forecast: LocalDay | null;
  investment: number | null;
  note: string;
  corrects: boolean;
};

/** What a question is about. The candidates are codes, milestone names, percents, days, amounts in 10k yuan or matters, as text. */
export type AskAbout = 'project' | 'milestone' | 'percent' | 'day' | 'amount' | 'matter';

/** A candidate that was pressed; `slot` is the statement in the line that it belongs to. */
export type Answer = { about: AskAbout; slot: number; choice: string };

/** What was understood so far: plain JSON, so that it can wait in a button until it is pressed. */
export type PartialLine = {
  text: string;
  answers: Answer[];
  about: AskAbout;
  slot: number;
  project: string | null;
  milestone: string | null;
  percent: number | null;
};

/** Why a line was not taken. */
export type RefusalReason = 'empty' | 'unknown-project' | 'not-owner' | 'over-100' | 'future-date' | 'falls';

/** What was understood of a refused line: enough to say what was wrong and what to type instead. */
export type RefusedLine = {
  act: 'refuse';
  why: RefusalReason;
  project: string | null;
  /** The project as it was typed, where the ledger has none such. */
  typed: string | null;
  milestone: string | null;
  percent: number | null;
  previous: number | null;
  day: LocalDay | null;
};

/** An obstacle as a line tells it; what was not said is null. */
export type ObstacleLine = {
  act: 'obstacle';
  project: string;
  milestone: string | null;
  matter: Matter;
  kind: ObstacleKind | null;
  since: LocalDay | null;
  text: string;
};

/** A question to be put with buttons. */
export type AskLine = { act: 'ask'; about: AskAbout; candidates: string[]; partial: PartialLine };

/** What a line means. `none` is chat: nothing is said back. */
export type Understanding =
  | { act: 'report'; items: ReportItem[] }
  | ObstacleLine
  | AskLine
  | RefusedLine
  | { act: 'none' };

/** A stretch of the line, from `start` up to but without `end`. */
export type Span = { readonly start: number; readonly end: number };

/** How well a word names a milestone: its name or a synonym, a part of its name, a misspelling, only near to one, by the work's verb, or by one letter. */
export type Likeness = 'name' | 'part' | 'misspelt' | 'near' | 'hint' | 'letter';

/** A milestone as it stands in a line; several `milestones` (places in the roadmap) where the word fits several. */
export type SpokenMilestone = Span & { readonly milestones: readonly number[]; readonly likeness: Likeness };
