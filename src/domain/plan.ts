import type { LocalDay } from './day.js';

/** A name in both of the languages that people read. */
export type Words = { readonly zh: string; readonly en: string };

/** The stages of a project in their order. */
export const STAGES = ['lead', 'signed', 'landed', 'started', 'completed', 'operating'] as const;
export type Stage = (typeof STAGES)[number];

export const ROLES = ['official', 'unit-head', 'leader', 'commander', 'coordinator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const UNIT_KINDS = ['town', 'department', 'park', 'task-force'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const LIGHTS = ['green', 'amber', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** What `/promotion` keeps that a goal may compute itself from. */
export const GOAL_SOURCES = ['activities', 'funds', 'foreign-capital'] as const;
export type GoalSource = (typeof GOAL_SOURCES)[number];

/**
 * What makes a project count towards a goal. An empty list of categories means all of them.
 * - `stage`: it has reached that stage or a later one.
 * - `light`: its light is not worse than the one named; a project counts only once its start was due or it has started.
 * - `investment`: this year's investment done is at least `atLeastPercent` of what the calendar asks of the year's plan by today.
 * - `figures`: the goal's value is the sum of this year's investment done, in 10k yuan.
 * - `recorded`: the value is recorded for the goal itself (funds in place, foreign capital, activities); with `from` it computes itself
 *   from what `/promotion` keeps, and nobody records it.
 */
export type GoalRule =
  | { readonly by: 'stage'; readonly categories: readonly string[]; readonly reached: Stage }
  | { readonly by: 'light'; readonly categories: readonly string[]; readonly notWorseThan: Light }
  | { readonly by: 'investment'; readonly categories: readonly string[]; readonly atLeastPercent: number }
  | { readonly by: 'figures'; readonly categories: readonly string[] }
  | { readonly by: 'recorded'; readonly from?: GoalSource };

/** What a goal's value is counted in. Amounts: 10k yuan, 10k US dollars. */
export const GOAL_MEASURES = ['projects', 'share', '10k-yuan', '10k-dollars', 'activities'] as const;
export type GoalMeasure = (typeof GOAL_MEASURES)[number];

/** By `on`, the goal must have reached `value`: percent 0-100 of the target for `share`, else in the goal's own measure. */
export type PlanGate = { readonly on: LocalDay; readonly value: number };

export type PlanGoal = {
  readonly key: string;
  readonly name: Words;
  readonly focusArea: string;
  readonly measure: GoalMeasure;
  /** What full achievement is, in the measure; for `share` 100. */
  readonly target: number;
  readonly rule: GoalRule;
  readonly gates: readonly PlanGate[];
};

/** When a light turns; the defaults are product.md's. All in points (percent 0-100) and days. */
export type LightPolicy = {
  readonly amberBehindPoints: number;
  readonly redBehindPoints: number;
  readonly dueSoonDays: number;
  readonly unreportedDays: number;
  readonly startMissedRedMonths: number;
};

export const OBSTACLE_KINDS = ['stumbling-block', 'roadblock', 'shackle'] as const;
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];
export const RUNGS = ['unit', 'department', 'sponsor', 'commander'] as const;
export type Rung = (typeof RUNGS)[number];
export const MATTERS = [
  'land',
  'funds',
  'energy-quota',
  'environmental-capacity',
  'approval',
  'relocation',
  'utilities',
  'labour',
  'other',
] as const;
export type Matter = (typeof MATTERS)[number];

/** By how many days in all, from its first day, an owner may move a milestone without anybody's consent. */
export type PostponementPolicy = { readonly ownDays: number };

/** Per kind of obstacle: where it starts and how many working days each rung has. */
export type LadderPolicy = {
  readonly kinds: Readonly<
    Record<ObstacleKind, { readonly start: Rung; readonly workdays: Readonly<Partial<Record<Rung, number>>> }>
  >;
  /** Which unit clears a matter: matter -> unit key. */
  readonly departments: Readonly<Partial<Record<Matter, string>>>;
  readonly verifyWorkdays: number;
  /** A rung may promise so many times its own working days beyond its limit without the consent of the next. */
  readonly promiseTimes: number;
  /** Working days in which the owner, and then as many in which the unit head, confirms what somebody else flagged. */
  readonly confirmWorkdays: number;
};

/** Local times `HH:mm`. Between `quietFrom` and `quietTo` (over midnight) nobody is sent what they did not ask for. */
export type PromptPolicy = {
  readonly morning: string;
  readonly reminder: string;
  readonly digest: string;
  readonly quietFrom: string;
  readonly quietTo: string;
};

/**
 * What a milestone's name says about its project's stage. `done`: finishing it brings the stage (开工 -> started).
 * `underway`: any percent above 0 shows that the stage was reached before (设备安装 -> started), which matters for
 * the ledger's projects that have a planned start but no milestone 开工.
 */
export type StageTable = {
  readonly done: Readonly<Record<string, Stage>>;
  readonly underway: Readonly<Record<string, Stage>>;
};

export type PlanUnit = {
  readonly key: string;
  readonly name: Words;
  readonly kind: UnitKind;
  readonly aliases: readonly string[];
  readonly head: string | null;
  readonly channel: string | null;
};

export type PlanPerson = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly email: string | null;
  readonly title: Words;
  readonly roles: readonly { readonly role: Role; readonly unit: string | null }[];
};

export type DigestScope =
  | { readonly of: 'plan' }
  | { readonly of: 'unit' | 'sponsor' | 'category' | 'site' | 'focus-area'; readonly key: string };

export type PlanChannel = {
  readonly name: string;
  readonly purpose: Words;
  readonly private: boolean;
  /** Keys of people, or 'all'. */
  readonly members: readonly string[] | 'all';
  readonly digest: { readonly scope: DigestScope; readonly language: 'zh' | 'en' } | null;
};

export type PlanMilestone = {
  readonly name: string;
  readonly due: LocalDay | null;
  /** null: the project's owner answers for it. */
  readonly owner: string | null;
  /** The stage that finishing it brings, from the milestone itself or the plan's table of stages. */
  readonly stage: Stage | null;
  /** Known as finished when the plan was written (before the program began). */
  readonly doneOn: LocalDay | null;
};

export type PlanProject = {
  readonly code: string;
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly category: string;
  readonly focusArea: string;
  readonly unit: string;
  readonly owner: string | null;
  readonly sponsor: string | null;
  readonly site: string | null;
  /** The stage on the program's first day. */
  readonly stage: Stage;
  /** 10k yuan. */
  readonly totalInvestment: number | null;
  readonly yearPlan: number | null;
  /** Planned start and end of the works. */
  readonly start: LocalDay | null;
  readonly end: LocalDay | null;
  /** What is built, as the ledger puts it (建设内容及规模). */
  readonly content: string | null;
  readonly problem: string | null;
  /** What the ledger knew on its day: no report, but a starting point for one. Investment done this year, in 10k yuan. */
  readonly ledger: {
    readonly on: LocalDay;
    readonly doneInvestment: number | null;
    readonly progress: string | null;
  } | null;
  readonly milestones: readonly PlanMilestone[];
};

/** Whether slips are issued by themselves, blue and yellow, and how many working days before its day a blue one is. */
export type SlipPolicy = { readonly automatic: boolean; readonly blueWorkdays: number };

/** A recurring review of the leaders (六个一). Without a day and an hour it is only named: the bot does not call it. */
export type PlanReview = {
  readonly key: string;
  readonly name: Words;
  /** What it is called in a row. */
  readonly short?: Words;
  readonly every: 'week' | 'half-month' | 'month';
  /** The weekday (Monday is 1), or the day counted from the first of its half-month or month. */
  readonly day?: number;
  /** `HH:mm` */
  readonly at?: string;
  /** How many people sit in it: what is saved where it is spared. */
  readonly seats?: number;
  /** It is due from this day on. */
  readonly from?: LocalDay;
  /** The channel, by name, in which its agenda stands. */
  readonly channel?: string;
  readonly focusArea?: string;
  /** One town or backbone firm each time, the longest unvisited first. */
  readonly turn?: 'towns' | 'firms';
  /** Of firms in turn: the category whose projects they are. */
  readonly category?: string;
  /** Within how many working days firms are answered; ours (domain/visit.ts) where nothing is said. */
  readonly answerWorkdays?: Readonly<Record<ObstacleKind, number>>;
  /** What its agenda is made of; all where nothing is said. */
  readonly about?: readonly ('obstacles' | 'gates' | 'items' | 'reds' | 'indicators' | 'promotion')[];
};

/**
 * Investment promotion. In use once an office is named; `finance` confirms what the office enters. Absent numbers are ours
 * (domain/promotion/policy.ts).
 */
export type PromotionPolicy = {
  readonly activitiesPerLeaderPerMonth: number;
  /** Keys of units. */
  readonly office?: string;
  readonly finance?: string;
  /** The first day from which whole months ask for activities; absent: the program's first. */
  readonly since?: LocalDay;
  readonly tellWorkdays?: number;
  readonly judgeWorkdays?: number;
  readonly answerDays?: number;
  readonly againDays?: number;
  /** What a signed lead becomes in the ledger; absent: it is entered there by hand. */
  readonly project?: { readonly category: string; readonly focusArea: string };
};

/** The milestones that end an approval, by their names in the ledger, in the order in which they are told. */
export type TripPolicy = {
  readonly procedures: readonly string[];
  readonly leastAnswers?: number;
  readonly shackleAnswers?: number;
};

/** What is given to projects out of pools: land, energy quota. Without a department, the one that clears its matter has it. */
export type PlanFactor = {
  readonly key: string;
  readonly name: Words;
  readonly measure: string;
  readonly department?: string;
  /** So many days after its planned start what a project holds that has not started is proposed to be recalled. */
  readonly recallDays?: number;
};

/** The plan's other mechanisms, kept as the plan states them; their features read them from here. */
export type PlanMechanisms = {
  readonly reviews: readonly PlanReview[];
  readonly factors: readonly PlanFactor[];
  readonly promotion: PromotionPolicy;
  readonly tripsPerApproval: number;
  /** Absent: nobody is asked how often they went in person. */
  readonly trips?: TripPolicy;
  /** Absent in programs that were loaded before there was such a rule: slips are issued by hand alone. */
  readonly slips?: SlipPolicy;
};

/** A program as its plan file states it: checked, complete, every key pointing at something. */
export type Plan = {
  readonly key: string;
  readonly name: Words;
  readonly year: number;
  readonly timeZone: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly commander: string | null;
  readonly focusAreas: readonly { readonly key: string; readonly name: Words }[];
  readonly categories: readonly { readonly key: string; readonly name: Words }[];
  readonly sites: readonly { readonly key: string; readonly name: Words; readonly main: boolean }[];
  readonly units: readonly PlanUnit[];
  readonly people: readonly PlanPerson[];
  readonly channels: readonly PlanChannel[];
  readonly goals: readonly PlanGoal[];
  /** The program's own days, over the national calendar. */
  readonly calendar: { readonly daysOff: readonly LocalDay[]; readonly workdays: readonly LocalDay[] };
  readonly light: LightPolicy;
  readonly postponement: PostponementPolicy;
  readonly ladder: LadderPolicy;
  readonly prompts: PromptPolicy;
  readonly stages: StageTable;
  readonly mechanisms: PlanMechanisms;
  readonly projects: readonly PlanProject[];
};
