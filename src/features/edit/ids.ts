import { z } from 'zod';
import { STAGES } from '../../domain/plan.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

/** `version`: the project as it was when the form was opened. */
const ofProject = z.object({ project: z.number(), version: z.number(), place: placeShape });

/** What the forms of a new and of a known project both ask for. Units and people by id, amounts as they are typed. */
const projectFields = z.object({
  name: filled.text,
  focusArea: filled.text,
  unitId: filled.id,
  ownerId: filled.id,
  sponsorId: filled.id,
  totalInvestment: filled.text,
  yearPlan: filled.text,
  startDay: filled.day,
  endDay: filled.day,
  content: filled.text,
});
export type FilledProject = z.infer<typeof projectFields>;

export const WITH_REASON = ['withdraw', 'recategorise', 'pause'] as const;
export type WithReason = (typeof WITH_REASON)[number];

/** The buttons and forms of editing the ledger. They are named `ledger.…`: messages that were sent before carry them so. */
export const ids = {
  add: defineId('ledger.add', z.object({})),
  addForm: defineForm(
    'ledger.add-form',
    z.object({ place: placeShape }),
    projectFields.extend({ category: filled.text, stageNow: filled.oneOf(STAGES) }),
  ),
  edit: defineId('ledger.edit', z.object({ project: z.number() })),
  editForm: defineForm(
    'ledger.edit-form',
    ofProject,
    projectFields.extend({ site: filled.text, problem: filled.text, remark: filled.text, reason: filled.text }),
  ),
  step: defineId('ledger.step', z.object({ project: z.number(), milestone: z.number().nullable() })),
  stepForm: defineForm(
    'ledger.step-form',
    ofProject.extend({ milestone: z.number().nullable() }),
    z.object({
      name: filled.text,
      due: filled.day,
      ownerId: filled.id,
      stage: filled.oneOf(STAGES),
      reason: filled.text,
    }),
  ),
  /** Opens the form; with a milestone and its new day where they are known. */
  postpone: defineId(
    'ledger.postpone',
    z.object({ project: z.number(), milestone: z.number().optional(), to: filled.day.optional() }),
  ),
  postponeForm: defineForm(
    'ledger.postpone-form',
    ofProject,
    z.object({ milestone: filled.id, to: filled.day, reason: filled.text }),
  ),
  reasonForm: defineForm(
    'ledger.reason-form',
    ofProject.extend({ act: z.enum(WITH_REASON) }),
    z.object({ reason: filled.text, category: filled.text, until: filled.day }),
  ),
  /** The second press of what needs a reason, once its effect was shown. */
  change: defineId(
    'ledger.change',
    z.object({
      project: z.number(),
      version: z.number(),
      act: z.enum(WITH_REASON),
      reason: z.string(),
      category: filled.text,
      until: filled.day,
    }),
  ),
  keep: defineId('ledger.keep', z.object({ project: z.number() })),
  consent: defineId('ledger.consent', z.object({ postponement: z.number() })),
  refuse: defineId('ledger.refuse', z.object({ postponement: z.number() })),
  refuseForm: defineForm(
    'ledger.refuse-form',
    z.object({ postponement: z.number(), place: placeShape }),
    z.object({ why: filled.text }),
  ),
  undo: defineId('ledger.undo-edit', z.object({ cause: z.string() })),
};
