import { z } from 'zod';
import { FACTOR_MEASURES } from '../domain/factor-amount.js';
import { DEFAULT_LIGHT_POLICY } from '../domain/light.js';
import {
  GOAL_MEASURES,
  GOAL_SOURCES,
  LIGHTS,
  MATTERS,
  OBSTACLE_KINDS,
  ROLES,
  RUNGS,
  UNIT_KINDS,
} from '../domain/plan.js';
import { DEFAULT_POSTPONEMENT } from '../domain/postponement.js';
import { REVIEW_PERIODS } from '../domain/review.js';
import { AGENDA_PARTS } from '../domain/review-agenda.js';
import { BLUE_WORKDAYS } from '../domain/slip.js';
import { DEFAULT_STAGES } from '../domain/stage.js';
import { DEFAULT_LADDER_KINDS, DEFAULT_PROMPTS, DEFAULT_VERIFY_WORKDAYS } from './defaults.js';
import { project } from './project-shape.js';
import {
  channelName,
  day,
  key,
  keys,
  LARGEST_AMOUNT,
  LONGEST_NAME,
  name,
  percent,
  stage,
  time,
  words,
  workdays,
} from './values.js';

const named = z.strictObject({ key, name: words });

const unit = z.strictObject({
  key,
  name: words,
  kind: z.enum(UNIT_KINDS),
  aliases: z.array(name).default([]),
  head: key.nullable().default(null),
  channel: channelName.nullable().default(null),
});

const person = z.strictObject({
  key,
  name,
  nameEn: name,
  email: z.email().max(LONGEST_NAME).nullable().default(null),
  title: words,
  roles: z.array(z.strictObject({ role: z.enum(ROLES), unit: key.nullable().default(null) })).min(1),
});

const goalRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('stage'), categories: keys.default([]), reached: stage }),
  z.strictObject({ by: z.literal('light'), categories: keys.default([]), notWorseThan: z.enum(LIGHTS) }),
  z.strictObject({ by: z.literal('investment'), categories: keys.default([]), atLeastPercent: percent }),
  z.strictObject({ by: z.literal('figures'), categories: keys.default([]) }),
  z.strictObject({ by: z.literal('recorded'), from: z.enum(GOAL_SOURCES).exactOptional() }),
]);

const goal = z.strictObject({
  key,
  name: words,
  focusArea: key,
  measure: z.enum(GOAL_MEASURES),
  target: z.number().positive().max(LARGEST_AMOUNT),
  rule: goalRule,
  gates: z.array(z.strictObject({ on: day, value: z.number().min(0).max(LARGEST_AMOUNT) })).default([]),
});

const digestScope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('plan') }),
  z.strictObject({ of: z.enum(['unit', 'sponsor', 'category', 'site', 'focus-area']), key }),
]);

const channel = z.strictObject({
  name: channelName,
  purpose: words,
  private: z.boolean().default(false),
  members: z.strictObject({
    /** Everybody of the plan; the lists below are then not needed. */
    all: z.boolean().default(false),
    roles: z.array(z.enum(ROLES)).default([]),
    units: keys.default([]),
    people: keys.default([]),
  }),
  digest: z
    .strictObject({ scope: digestScope, language: z.enum(['zh', 'en']) })
    .nullable()
    .default(null),
});

const light = z.strictObject({
  amberBehindPoints: percent.default(DEFAULT_LIGHT_POLICY.amberBehindPoints),
  redBehindPoints: percent.default(DEFAULT_LIGHT_POLICY.redBehindPoints),
  dueSoonDays: z.int().min(0).max(366).default(DEFAULT_LIGHT_POLICY.dueSoonDays),
  unreportedDays: z.int().min(1).max(366).default(DEFAULT_LIGHT_POLICY.unreportedDays),
  startMissedRedMonths: z.int().min(0).max(24).default(DEFAULT_LIGHT_POLICY.startMissedRedMonths),
});

const postponement = z.strictObject({ ownDays: z.int().min(0).max(366).default(DEFAULT_POSTPONEMENT.ownDays) });

const rungs = z.strictObject({
  start: z.enum(RUNGS),
  workdays: z.partialRecord(z.enum(RUNGS), workdays),
});
const ladder = z.strictObject({
  kinds: z.record(z.enum(OBSTACLE_KINDS), rungs).default(DEFAULT_LADDER_KINDS),
  departments: z.partialRecord(z.enum(MATTERS), key).default({}),
  verifyWorkdays: workdays.default(DEFAULT_VERIFY_WORKDAYS),
  promiseTimes: z.int().min(0).max(10).default(1),
  confirmWorkdays: workdays.default(1),
});

const prompts = z.strictObject({
  morning: time.default(DEFAULT_PROMPTS.morning),
  reminder: time.default(DEFAULT_PROMPTS.reminder),
  digest: time.default(DEFAULT_PROMPTS.digest),
  quietFrom: time.default(DEFAULT_PROMPTS.quietFrom),
  quietTo: time.default(DEFAULT_PROMPTS.quietTo),
});

const stages = z.strictObject({
  done: z.record(name, stage).default(DEFAULT_STAGES.done),
  underway: z.record(name, stage).default(DEFAULT_STAGES.underway),
});

const review = z.strictObject({
  key,
  name: words,
  short: words.exactOptional(),
  every: z.enum(REVIEW_PERIODS),
  day: z.int().min(1).max(31).exactOptional(),
  at: time.exactOptional(),
  seats: z.int().min(1).max(1000).exactOptional(),
  from: day.exactOptional(),
  channel: channelName.exactOptional(),
  focusArea: key.exactOptional(),
  turn: z.enum(['towns', 'firms']).exactOptional(),
  category: key.exactOptional(),
  answerWorkdays: z
    .strictObject({ 'stumbling-block': z.int().min(1), roadblock: z.int().min(1), shackle: z.int().min(1) })
    .exactOptional(),
  about: z.array(z.enum(AGENDA_PARTS)).exactOptional(),
});

const mechanisms = z.strictObject({
  reviews: z.array(review).default([]),
  factors: z
    .array(
      z.strictObject({
        key,
        name: words,
        measure: z.enum(FACTOR_MEASURES),
        department: key.exactOptional(),
        recallDays: z.int().min(1).max(1000).exactOptional(),
      }),
    )
    .default([]),
  promotion: z
    .strictObject({
      activitiesPerLeaderPerMonth: z.int().min(0).max(31),
      office: key.exactOptional(),
      finance: key.exactOptional(),
      since: day.exactOptional(),
      tellWorkdays: z.int().min(1).max(15).exactOptional(),
      judgeWorkdays: workdays.exactOptional(),
      answerDays: z.int().min(1).max(60).exactOptional(),
      againDays: z.int().min(1).max(60).exactOptional(),
      project: z.strictObject({ category: key, focusArea: key }).exactOptional(),
    })
    .default({ activitiesPerLeaderPerMonth: 0 }),
  tripsPerApproval: z.int().min(0).max(100).default(1),
  trips: z
    .strictObject({
      procedures: z.array(name).min(1),
      leastAnswers: z.int().min(1).max(100).exactOptional(),
      shackleAnswers: z.int().min(1).max(100).exactOptional(),
    })
    .exactOptional(),
  slips: z
    .strictObject({
      automatic: z.boolean().default(false),
      blueWorkdays: z.int().min(1).max(20).default(BLUE_WORKDAYS),
    })
    .prefault({}),
});

/** A plan file as it is written, every default filled in; keys are not yet known to point at something. */
export const planShape = z.strictObject({
  key,
  name: words,
  year: z.int().min(2004).max(2100),
  timeZone: name.default('Asia/Shanghai'),
  from: day,
  to: day,
  commander: key.nullable().default(null),
  focusAreas: z.array(named).min(1),
  categories: z.array(named).min(1),
  sites: z.array(z.strictObject({ key, name: words, main: z.boolean().default(false) })).default([]),
  units: z.array(unit).min(1),
  people: z.array(person).min(1),
  channels: z.array(channel).default([]),
  goals: z.array(goal).default([]),
  calendar: z
    .strictObject({ daysOff: z.array(day).default([]), workdays: z.array(day).default([]) })
    .default({ daysOff: [], workdays: [] }),
  light: light.prefault({}),
  postponement: postponement.prefault({}),
  ladder: ladder.prefault({}),
  prompts: prompts.prefault({}),
  stages: stages.prefault({}),
  mechanisms: mechanisms.prefault({}),
  projects: z.array(project).default([]),
});

export type WrittenPlan = z.infer<typeof planShape>;
