import type { Instant, LocalDay } from '../day.js';
import type { EvidenceCount } from '../evidence.js';
import type { FactorAmount } from '../factor-amount.js';
import type { Lessons } from '../obstacle.js';
import type { Matter, ObstacleKind, PlanGoal, Rung, Words } from '../plan.js';
import type { ProjectState } from '../project.js';
import type { SlipColour } from '../slip.js';

/**
 * Which past is read: what counts by `moment`, as it was known at `knownAt`. A digest is posted with both the same; a
 * corrected one keeps its moment and knows more: what was undone since is gone, what was amended says the new.
 */
export type AsOf = {
  readonly moment: Instant;
  readonly knownAt: Instant;
  /** Of an evening that is judged later: what was told by `toldBy` about its day or an earlier one counts, too. */
  readonly late?: { readonly about: LocalDay; readonly toldBy: Instant };
};

/** A project's state with the names that a message says and the ids that rights are decided by. */
export type FactProject = ProjectState & {
  readonly id: number;
  /** What the ledger calls it for short: the first of its nicknames. */
  readonly nickname: string | null;
  readonly unitId: number;
  readonly unitName: Words;
  readonly ownerId: number | null;
  readonly ownerName: Words | null;
  readonly sponsorId: number | null;
  readonly sponsorName: Words | null;
};

/** A goal of the plan with what was recorded for it, if its rule counts records. */
export type FactGoal = PlanGoal & { readonly recorded: number | null };

/** What shows a statement: how much, and by which cause it is handed over. */
export type ShownBy = { readonly cause: string; readonly evidence: EvidenceCount };

/** What the reports of a span made of one milestone: the newest one's words, and where it stood before the span. */
export type Change = {
  readonly projectId: number;
  readonly ordinal: number;
  readonly milestone: string;
  readonly personName: string;
  readonly personNameEn: string;
  /** Percent 0-100; null where nothing was reported before. */
  readonly before: number | null;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  /** The completion day that holds now, and the one before the span. */
  readonly forecast: LocalDay | null;
  readonly forecastBefore: LocalDay | null;
  readonly note: string;
  readonly onDay: LocalDay;
  /** 补报 */
  readonly late: boolean;
  readonly at: Instant;
  /** How many reports of the span stand on this milestone. */
  readonly reports: number;
  /** Photos and files of the newest of them. */
  readonly shown?: ShownBy;
};

/** Investment done this year by the newest figures of a span, and before it; 10k yuan. */
export type FiguresChange = {
  readonly projectId: number;
  readonly personName: string;
  readonly personNameEn: string;
  readonly before: number | null;
  readonly doneInvestment: number;
  readonly onDay: LocalDay;
  readonly at: Instant;
  readonly shown?: ShownBy;
};

/** An obstacle as it stood at a moment, not closed by then. */
export type FactObstacle = {
  readonly id: number;
  readonly number: number;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly kind: ObstacleKind;
  readonly matter: Matter;
  /** What stands in the way, as it was typed. */
  readonly text: string;
  readonly urgent: boolean;
  readonly standing: 'open' | 'claimed' | 'resolved';
  readonly rung: Rung;
  /** Of the department's rung: the key of the unit that has it. */
  readonly department: string | null;
  readonly departmentName: Words | null;
  readonly flaggedOn: LocalDay;
  /** When it came to the rung that has it. */
  readonly since: Instant;
  readonly promisedFor: LocalDay | null;
  /** A deadline or promise was missed by then. */
  readonly overdue: boolean;
};

/** A supervision slip as it stood at a moment, issued and not at its end by then. */
export type FactSlip = {
  readonly id: number;
  readonly number: number;
  readonly projectId: number | null;
  readonly code: string | null;
  /** The key of the unit that is to answer it. */
  readonly unit: string;
  readonly unitName: Words;
  readonly milestone: string | null;
  /** What it asks for, as it was typed; empty: its milestone says it. */
  readonly text: string;
  readonly standing: 'open' | 'answered';
  readonly colour: SlipColour;
  readonly dueDay: LocalDay;
};

/** An action item as it stood at a moment: what a review decided, and was not dropped by then. */
export type FactItem = {
  readonly id: number;
  readonly number: number;
  readonly projectId: number | null;
  readonly code: string | null;
  readonly ownerName: Words;
  readonly text: string;
  readonly standing: 'open' | 'done';
  readonly due: LocalDay;
  readonly endedOn: LocalDay | null;
};

/** A month of promotion as it was told by a moment: the county leaders in the plan's order, whose month is excused, what was led. */
export type FactPromotion = {
  readonly month: LocalDay;
  readonly leaders: readonly { readonly id: number; readonly name: Words; readonly excused: string | null }[];
  readonly activities: readonly { readonly id: number; readonly leaderId: number; readonly on: LocalDay }[];
};

/** A pool of a factor as it stood at a moment, with all that was asked of it by then. */
export type FactFactor = {
  readonly id: number;
  /** The key of the plan's factor; of environmental capacity with its pollutant, else ''. */
  readonly factor: string;
  readonly part: string;
  /** Of all its batches. */
  readonly amount: FactorAmount;
  readonly requests: readonly {
    readonly projectId: number;
    readonly code: string;
    readonly waits: FactorAmount;
    readonly held: FactorAmount;
    readonly askedOn: LocalDay;
  }[];
};

/** A milestone whose day was put off within a span: the day that held before it, and the one that holds after. */
export type FactMove = {
  readonly projectId: number;
  readonly ordinal: number;
  readonly milestone: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** The day that it had before it was ever put off, and how often it was by the end of the span. */
  readonly first: LocalDay;
  readonly times: number;
};

/** What happened to an obstacle within a span. Of a promise: at which rung it was given, and there by which department. */
export type FactStep = {
  readonly obstacleId: number;
  readonly number: number;
  readonly projectId: number;
  readonly kind: 'flagged' | 'closed' | 'kept' | 'missed';
  readonly rung: Rung;
  readonly unitName: Words | null;
  readonly at: Instant;
  /** It was closed because it was cleared, and no deadline had passed by then. */
  readonly inTime: boolean;
};

/** A milestone whose owner was asked on several working days and had not answered by a moment. */
export type FactUnreported = {
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly milestone: string;
  readonly ownerId: number;
  readonly ownerName: Words;
  readonly unitName: Words;
  /** The working day on which it was asked first. */
  readonly since: LocalDay;
};

/** A report about a day that was made after its digest was due: it is not in that digest's numbers. */
export type LaterReport = {
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly milestone: string;
  readonly percent: number | null;
  readonly onDay: LocalDay;
  readonly reportedOn: LocalDay;
};

/** Something that a digest can be cut by: its key in the plan, its names, and how people call it. */
export type ScopeName = {
  readonly of: 'unit' | 'sponsor' | 'category' | 'site' | 'focus-area';
  readonly key: string;
  readonly id: number;
  readonly name: Words;
  readonly aliases: readonly string[];
};

/** What the cleared obstacles of a span teach, all and those of each unit's projects (by its key), with the units that it names. */
export type Taught = {
  readonly lessons: Lessons;
  readonly ofUnits: ReadonlyMap<string, Lessons>;
  readonly units: ReadonlyMap<number, { readonly name: Words }>;
};

/** A project that something was reported about, newest first within it. */
export type ChangedProject = {
  readonly project: FactProject;
  readonly changes: readonly Change[];
  readonly figures: FiguresChange | null;
};
