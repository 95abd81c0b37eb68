import type { GateHold } from '../domain/gate.js';

/** What can be drawn. Every text comes ready to be read: a chart knows no language. */
export type Chart = GoalsChart | TableChart | RoadmapChart | CalendarChart | PoolChart;

/** Goals against their gates, a bar each. */
export type GoalsChart = {
  readonly kind: 'goals';
  readonly title: string;
  readonly about: string;
  readonly bars: readonly GoalBar[];
  /** What bars and marks mean, at the foot. */
  readonly legend: string;
};

export type GoalBar = {
  readonly name: string;
  /** The value as it is said: `25.3/40亿元`. */
  readonly value: string;
  /** The value as a share of the target, percent; may pass 100. */
  readonly percent: number;
  /** Where each gate stands on the way to the target, percent; `next` is the one to be passed now. */
  readonly gates: readonly { readonly percent: number; readonly next: boolean }[];
  /** How the next gate holds (null: there is none), and the same in words. */
  readonly held: GateHold | null;
  readonly says: string;
};

/** Lines of the ledger that change, a row each: what is new stands out, with what it was before above it. */
export type TableChart = {
  readonly kind: 'table';
  readonly title: string;
  readonly about: string;
  /** `share`: of the picture's width, as large as the sum of all says. Numbers stand to the right. */
  readonly columns: readonly { readonly head: string; readonly share: number; readonly align: 'left' | 'right' }[];
  readonly rows: readonly TableRow[];
  readonly legend: string;
};

export type TableRow = {
  readonly tone: 'new' | 'changed' | 'withdrawn';
  /** A cell per column; `old` null: it does not change. */
  readonly cells: readonly { readonly text: string; readonly old: string | null }[];
};

/** How a milestone stands: its light, or done; `none` has no light. */
export type RoadmapMark = 'done' | 'green' | 'amber' | 'red' | 'none';

/** The milestones of a project in time, a row each. Places in time are shares of what is shown, 0 to 100. */
export type RoadmapChart = {
  readonly kind: 'roadmap';
  readonly title: string;
  readonly about: string;
  readonly months: readonly { readonly at: number; readonly label: string }[];
  readonly today: { readonly at: number; readonly label: string };
  readonly steps: readonly RoadmapStep[];
  /** What the marks mean. */
  readonly legend: readonly {
    readonly mark: RoadmapMark | 'forecast';
    readonly letter: string;
    readonly label: string;
  }[];
};

export type RoadmapStep = {
  readonly name: string;
  /** Where it stands, in words. */
  readonly says: string;
  readonly mark: RoadmapMark;
  /** Of the light, for who cannot tell the colours apart. */
  readonly letter: string;
  /** The time in which it is to be done, filled by `percent`. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly percent: number;
  readonly due: number | null;
  readonly forecast: number | null;
  readonly done: number | null;
};

/** How a meeting stands, told by form as well as by colour. */
export type CalendarMark = 'held' | 'spared' | 'merged' | 'missed' | 'open' | 'ahead';

/** The meetings of a month, a row each. */
export type CalendarChart = {
  readonly kind: 'calendar';
  readonly title: string;
  readonly about: string;
  /** The days of the month, in their order. */
  readonly days: readonly { readonly off: boolean }[];
  /** Which of them is today; null: none. */
  readonly today: { readonly day: number; readonly label: string } | null;
  readonly rows: readonly {
    readonly name: string;
    /** How many stand how, in words. */
    readonly says: string;
    readonly marks: readonly { readonly day: number; readonly mark: CalendarMark }[];
  }[];
  /** What the marks mean. */
  readonly legend: readonly { readonly mark: CalendarMark; readonly label: string }[];
};

/** Part of a pool, all of it there or not yet; or what waits, within what is there by then or short of it. */
export type PoolMark = 'there' | 'ahead' | 'enough' | 'short';

/** A pool's batches, and below them what waits by when, bars of one scale. */
export type PoolChart = {
  readonly kind: 'pool';
  readonly title: string;
  readonly about: string;
  readonly rows: readonly {
    readonly name: string;
    readonly says: string;
    readonly mark: PoolMark;
    /** How long the bar is, percent of the longest, and how much of the bar is full, percent. */
    readonly percent: number;
    readonly full: number;
  }[];
  readonly legend: readonly { readonly mark: PoolMark | 'given'; readonly label: string }[];
};
