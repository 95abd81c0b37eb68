import { z } from 'zod';
import { amount, code, day, key, LONGEST_TEXT, name, stage, text } from './values.js';

const milestone = z.strictObject({
  name,
  due: day.nullable().default(null),
  owner: key.nullable().default(null),
  /** Left out: the plan's table of stages decides by the name; null: it brings none. */
  stage: stage.nullable().optional(),
  doneOn: day.nullable().default(null),
});

/** A project as a plan file writes it. */
export const project = z.strictObject({
  code,
  name,
  nicknames: z.array(name).default([]),
  category: key,
  focusArea: key,
  unit: key,
  owner: key.nullable().default(null),
  sponsor: key.nullable().default(null),
  site: key.nullable().default(null),
  stage: stage.default('lead'),
  totalInvestment: amount.nullable().default(null),
  yearPlan: amount.nullable().default(null),
  start: day.nullable().default(null),
  end: day.nullable().default(null),
  content: text(LONGEST_TEXT).nullable().default(null),
  problem: text(LONGEST_TEXT).nullable().default(null),
  ledger: z
    .strictObject({
      on: day,
      doneInvestment: amount.nullable().default(null),
      progress: text(LONGEST_TEXT).nullable().default(null),
    })
    .nullable()
    .default(null),
  milestones: z.array(milestone).default([]),
});
