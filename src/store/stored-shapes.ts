import { z } from 'zod';
import { localDay } from '../domain/day.js';
import type { LadderTerms, Skipped } from '../domain/ladder.js';
import { CONFIRMATIONS, type Step } from '../domain/obstacle.js';
import { GOAL_MEASURES, MATTERS, OBSTACLE_KINDS, RUNGS, STAGES, type Words } from '../domain/plan.js';
import type { ProgramPolicy } from '../domain/program.js';
import { REVIEW_PERIODS } from '../domain/review.js';
import { AGENDA_PARTS, type AgendaLine } from '../domain/review-agenda.js';

/*
 * What JSON columns hold, read by its shape: a year that an older version wrote either fits, or says in which row and field it
 * does not, instead of failing far away. A field that is added here has a default, or old rows no longer fit.
 */

const day = z.string().transform(localDay);
const rung = z.enum(RUNGS);
const id = z.number().int();

export const wordsShape: z.ZodType<Words> = z.object({ zh: z.string(), en: z.string() });

/** Files of an obstacle. */
export const filesShape = z.array(z.object({ id: z.string(), name: z.string() }));

const termsOf = { start: rung, workdays: z.partialRecord(rung, z.number()) };
const intakeOf = { promiseTimes: z.number().default(1), confirmWorkdays: z.number().default(1) };
export const termsShape: z.ZodType<LadderTerms> = z.object({ ...termsOf, verifyWorkdays: z.number(), ...intakeOf });

const holders = z.array(id);
const ofProject = { projectId: id, code: z.string(), nickname: z.string().nullable(), projectName: z.string() };
/** An agenda as it was posted. */
export const agendaShape: z.ZodType<readonly AgendaLine[]> = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('last'),
      slotId: id,
      all: z.number(),
      done: z.number(),
      overdue: z.number(),
      late: z.number().nullable(),
      holders,
    }),
    z.object({
      kind: z.literal('obstacle'),
      ...ofProject,
      id,
      number: z.number(),
      matter: z.enum(MATTERS),
      days: z.number(),
      holders,
    }),
    z.object({
      kind: z.literal('gate'),
      goal: wordsShape,
      on: day,
      missing: z.number(),
      measure: z.enum(GOAL_MEASURES).default('projects'),
      codes: z.array(z.string()),
      holders,
    }),
    z.object({ kind: z.literal('red'), ...ofProject, holders }),
    z.object({ kind: z.literal('leads'), judge: z.number(), answer: z.number(), holders }),
    z.object({ kind: z.literal('activities'), month: day, missing: z.number(), holders }),
    z.object({
      kind: z.literal('indicators'),
      month: day,
      sheetId: id.nullable(),
      count: z.number(),
      revised: z.number(),
      holders,
    }),
    z.object({
      kind: z.literal('firm'),
      ...ofProject,
      needs: z
        .object({ all: z.number(), done: z.number(), unanswered: z.number(), at: wordsShape.nullable() })
        .nullable(),
      holders,
    }),
    z.object({
      kind: z.literal('town'),
      unitId: id,
      town: wordsShape,
      projects: z.number(),
      red: z.number(),
      obstacles: z.number(),
      holders,
    }),
    z.object({ kind: z.enum(['late', 'carried']), id, number: z.number(), times: z.number(), holders }),
  ]),
);

const skipped: z.ZodType<Skipped> = z.object({
  rung,
  why: z.enum(['none-named', 'on-leave']),
  personId: id.nullable(),
});

const step = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('flagged'),
    by: id,
    rung,
    skipped: z.array(skipped),
    urgentReason: z.string().nullable(),
    confirmation: z.enum(CONFIRMATIONS).nullish(),
  }),
  z.object({ kind: z.literal('confirmed'), by: id.nullable(), upheld: z.boolean() }),
  z.object({ kind: z.literal('disputed'), by: id, reason: z.string() }),
  z.object({ kind: z.literal('head-asked'), toId: id.nullable() }),
  z.object({ kind: z.literal('urgent-confirmed'), by: id }),
  z.object({
    kind: z.literal('claimed'),
    by: id,
    promisedFor: day,
    reason: z.string().nullish(),
    consentBy: id.nullish(),
  }),
  z.object({
    kind: z.literal('promise-asked'),
    by: id,
    promisedFor: day,
    latest: day,
    to: rung,
    toId: id.nullable(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('promise-refused'), by: id, promisedFor: day, reason: z.string() }),
  z.object({ kind: z.literal('promise-due'), toId: id.nullable() }),
  z.object({
    kind: z.literal('resolved'),
    by: id,
    what: z.string(),
    rule: z.string().nullable(),
    none: z.boolean().optional(),
  }),
  z.object({ kind: z.enum(['queried', 'supplemented', 'instructed']), by: id, text: z.string() }),
  z.object({
    kind: z.literal('raised'),
    by: id.nullable(),
    why: z.enum(['asked', 'silence', 'promise', 'absence']),
    reason: z.string().nullable(),
    from: rung,
    to: rung,
    toUnitId: id.nullable(),
    silentId: id.nullable(),
    workdays: z.number(),
    skipped: z.array(skipped),
  }),
  z.object({
    kind: z.literal('handed-over'),
    by: id,
    fromUnitId: id.nullable(),
    toUnitId: id,
    reason: z.string(),
    rung: rung.optional(),
  }),
  z.object({
    kind: z.literal('sorted'),
    by: id,
    matter: z.enum(MATTERS),
    obstacle: z.enum(OBSTACLE_KINDS),
    rung: rung.optional(),
    fromUnitId: id.nullish(),
    toUnitId: id.nullish(),
    skipped: z.array(skipped).optional(),
  }),
  z.object({ kind: z.literal('succeeded'), by: id, fromId: id, toId: id }),
  z.object({ kind: z.literal('returned'), by: id, reason: z.string(), count: z.number() }),
  z.object({ kind: z.enum(['verified', 'adopted']), by: id }),
  z.object({
    kind: z.literal('withdrawn'),
    by: id.nullable(),
    why: z.enum(['accepted', 'unanswered', 'struck', 'merged', 'project-left']).optional(),
    reason: z.string().nullish(),
    into: z.number().optional(),
  }),
  z.object({ kind: z.literal('commented'), by: id, text: z.string() }),
  z.object({ kind: z.literal('announced') }),
  z.object({ kind: z.literal('half-way'), toId: id.nullable() }),
  z.object({
    kind: z.literal('lapsed'),
    why: z.enum(['silence', 'promise']),
    silentId: id.nullable(),
    workdays: z.number(),
  }),
  z.object({ kind: z.literal('unverified'), toCoordinators: z.boolean() }),
]);
const standsInFor = z.object({ standsInFor: id.optional() });

/** A step of an obstacle, as the log has it. */
export function readStep(stored: unknown): Step {
  const { standsInFor: personId } = standsInFor.parse(stored);
  const read = step.parse(stored) as Step;
  return personId === undefined ? read : { ...read, standsInFor: personId };
}

const digestScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('plan') }),
  z.object({ of: z.enum(['unit', 'sponsor', 'category', 'site', 'focus-area']), key: z.string() }),
]);
const stages = z.record(z.string(), z.enum(STAGES));

/** What the plan file decides and no table holds. */
export const policyShape: z.ZodType<ProgramPolicy> = z.object({
  calendar: z.object({ daysOff: z.array(day), workdays: z.array(day) }),
  light: z.object({
    amberBehindPoints: z.number(),
    redBehindPoints: z.number(),
    dueSoonDays: z.number(),
    unreportedDays: z.number(),
    startMissedRedMonths: z.number(),
  }),
  postponement: z.object({ ownDays: z.number() }).exactOptional(),
  ladder: z.object({
    kinds: z.record(z.enum(OBSTACLE_KINDS), z.object(termsOf)),
    departments: z.partialRecord(z.enum(MATTERS), z.string()),
    verifyWorkdays: z.number(),
    ...intakeOf,
  }),
  prompts: z.object({
    morning: z.string(),
    reminder: z.string(),
    digest: z.string(),
    quietFrom: z.string(),
    quietTo: z.string(),
  }),
  mechanisms: z.object({
    reviews: z.array(
      z.object({
        key: z.string(),
        name: wordsShape,
        short: wordsShape.exactOptional(),
        every: z.enum(REVIEW_PERIODS),
        day: z.number().exactOptional(),
        at: z.string().exactOptional(),
        seats: z.number().exactOptional(),
        from: day.exactOptional(),
        channel: z.string().exactOptional(),
        focusArea: z.string().exactOptional(),
        turn: z.enum(['towns', 'firms']).exactOptional(),
        category: z.string().exactOptional(),
        answerWorkdays: z.record(z.enum(OBSTACLE_KINDS), z.number()).exactOptional(),
        about: z.array(z.enum(AGENDA_PARTS)).exactOptional(),
      }),
    ),
    factors: z.array(
      z.object({
        key: z.string(),
        name: wordsShape,
        measure: z.string(),
        department: z.string().exactOptional(),
        recallDays: z.number().exactOptional(),
      }),
    ),
    promotion: z.object({
      activitiesPerLeaderPerMonth: z.number(),
      office: z.string().exactOptional(),
      finance: z.string().exactOptional(),
      since: day.exactOptional(),
      tellWorkdays: z.number().exactOptional(),
      judgeWorkdays: z.number().exactOptional(),
      answerDays: z.number().exactOptional(),
      againDays: z.number().exactOptional(),
      project: z.object({ category: z.string(), focusArea: z.string() }).exactOptional(),
    }),
    tripsPerApproval: z.number(),
    trips: z
      .object({
        procedures: z.array(z.string()),
        leastAnswers: z.number().exactOptional(),
        shackleAnswers: z.number().exactOptional(),
      })
      .exactOptional(),
    slips: z.object({ automatic: z.boolean(), blueWorkdays: z.number() }).exactOptional(),
  }),
  stages: z.object({ done: stages, underway: stages }),
  channels: z.array(
    z.object({
      name: z.string(),
      unit: z.string().nullable(),
      digest: z.object({ scope: digestScope, language: z.enum(['zh', 'en']) }).nullable(),
    }),
  ),
});
