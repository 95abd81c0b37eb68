import type { Instant, LocalDay } from '../../domain/day.js';
import type { InvestmentDoubt } from '../../domain/investment.js';
import type { AskLine, ObstacleLine, RefusedLine, Understanding } from '../../domain/report-line.js';
import type { Ctx } from '../../feature.js';
import type { SlackFile } from '../../message.js';
import type { Names } from '../../store/names.js';
import type { NamedProject } from '../../store/projects.js';
import type { StatedRow } from '../../store/stated.js';

/** A line longer than this is no report: a form or an attachment serves better. */
export const LONGEST_LINE = 1000;

/** A line as somebody typed it. */
export type Line = {
  readonly text: string;
  readonly surface: 'progress' | 'thread' | 'message';
  /** The code of the project in whose thread it stands. */
  readonly thread: string | null;
  readonly files: readonly SlackFile[];
  /** When it was said, where it is a message. */
  readonly saidAt?: Instant;
};

/** What came of a line. */
export type Reported =
  | { readonly kind: 'kept'; readonly kept: readonly Kept[] }
  | { readonly kind: 'ask'; readonly ask: AskLine; readonly line: Line }
  | { readonly kind: 'misread'; readonly refused: RefusedLine; readonly names: Names }
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'order'; readonly order: OutOfOrder }
  | { readonly kind: 'obstacle'; readonly obstacle: ObstacleLine; readonly line: Line }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'chat' };

/** One thing that was stated, with its project and milestone found. `milestone` null: the project's figures alone. */
export type Stated = {
  readonly project: NamedProject;
  readonly milestone: { readonly id: number; readonly name: string; readonly ownerId: number | null } | null;
  readonly percent: number | null;
  readonly done: boolean;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  /** Investment done this year, 10k yuan. */
  readonly investment: number | null;
  readonly note: string;
  /** Why a figure falls, in the person's words; null: no reason was given, and it may not. */
  readonly why: string | null;
  /** Its step alone is meant as finished, though earlier ones of the project are open: the person said so. */
  readonly alone?: boolean;
  /** It was open when a later step was said to be finished, and is meant with it: finished by somebody meanwhile, it stays so. */
  readonly along?: boolean;
};

/** A statement as it was kept, for the answer and the thread. */
export type Kept = StatedRow;

export type Recorded =
  | { readonly kept: readonly Kept[] }
  | { readonly refused: Refused }
  | { readonly order: OutOfOrder };

/** A step is said to be finished while earlier ones of its project are open: what is meant is asked, and nothing is kept. */
export type OutOfOrder = {
  readonly item: Stated;
  /** The earlier steps, each at 1-99 %. */
  readonly earlier: readonly { readonly id: number; readonly name: string; readonly percent: number }[];
  /** The whole message, to be kept once that is answered. */
  readonly items: readonly Stated[];
  readonly said: string;
  readonly files: readonly SlackFile[];
  /** The cause of what it takes the place of. */
  readonly amends: string | null;
};

/** Why a statement was not kept, with what is needed to say so. */
export type Refused =
  | { readonly because: 'falls'; readonly item: Stated; readonly from: number; readonly to: number }
  | { readonly because: 'future'; readonly item: Stated; readonly day: LocalDay }
  /** It came late, and something newer was said meanwhile; `now`: the percent that stands. */
  | { readonly because: 'overtaken'; readonly item: Stated; readonly now: number | null }
  | { readonly because: 'nothing-new' | 'said-already'; readonly item: Stated }
  /** Figures of the year after the program's; of another year that is named. */
  | { readonly because: 'year-over' | 'other-year'; readonly item: Stated; readonly year: number }
  /** Figures that cannot be meant so; `before`: what stands. Amounts in 10k yuan. */
  | (InvestmentDoubt & { readonly item: Stated; readonly before: number | null })
  | { readonly because: 'denied'; readonly item: Stated; readonly why: string };

/** What an amendment takes the place of: by its cause, and what it had stated, below which figures fall. */
export type Amends = {
  readonly cause: string;
  /** By milestone, percents. */
  readonly percents: ReadonlyMap<number, number>;
  /** By project, in 10k yuan. */
  readonly amounts: ReadonlyMap<number, number>;
};

/** What one message states: all of it is kept, or nothing. */
export type Recording = {
  readonly ctx: Ctx;
  readonly items: readonly Stated[];
  /** What the person typed. */
  readonly said: string;
  readonly files: readonly SlackFile[];
  /** When its author said it; when it was heard, where nothing else is known. */
  readonly saidAt?: Instant;
  /** From when digests count it. */
  readonly countsAt: Instant;
  /** What it takes the place of; null: it amends nothing. */
  readonly amends: Amends | null;
};

export type FormRecorded = Recorded | { readonly gone: true };

/** A percent that would fall back to what stood before. */
export type Fallen = {
  readonly code: string;
  readonly milestone: string;
  readonly from: number;
  readonly to: number;
};

export type Undone =
  | { readonly kind: 'undone'; readonly kept: readonly Kept[]; readonly countsAt: Instant; readonly why: string | null }
  /** Percents would fall by it: why is to be said first. */
  | { readonly kind: 'reason-needed'; readonly falls: readonly Fallen[] }
  | { readonly kind: 'already' }
  /** `said`: what the person had typed. */
  | { readonly kind: 'denied'; readonly why: string; readonly said: string };

export type Amended =
  /** `left`: what else the message had stated, which stands. */
  | { readonly kind: 'amended'; readonly kept: readonly Kept[]; readonly left: readonly Kept[] }
  /** It names nothing of the several things that the message stated. */
  | { readonly kind: 'names-none' }
  | { readonly kind: 'already' }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'order'; readonly order: OutOfOrder }
  | { readonly kind: 'not-understood'; readonly understood: Understanding };
