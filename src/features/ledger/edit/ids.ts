import { z } from 'zod';
import { defineId, placeShape } from '../../../slack/blocks.js';

/** `version`: the project as it was when the form was opened. */
const ofProject = z.object({ project: z.number(), version: z.number(), place: placeShape });

export const WITH_REASON = ['withdraw', 'recategorise', 'pause'] as const;
export type WithReason = (typeof WITH_REASON)[number];

/** The buttons and forms of editing the ledger. */
export const editIds = {
  add: defineId('ledger.add', z.object({})),
  addForm: defineId('ledger.add-form', z.object({ place: placeShape })),
  edit: defineId('ledger.edit', z.object({ project: z.number() })),
  editForm: defineId('ledger.edit-form', ofProject),
  step: defineId('ledger.step', z.object({ project: z.number(), milestone: z.number().nullable() })),
  stepForm: defineId('ledger.step-form', ofProject.extend({ milestone: z.number().nullable() })),
  postpone: defineId('ledger.postpone', z.object({ project: z.number() })),
  postponeForm: defineId('ledger.postpone-form', ofProject),
  reasonForm: defineId('ledger.reason-form', ofProject.extend({ act: z.enum(WITH_REASON) })),
  consent: defineId('ledger.consent', z.object({ postponement: z.number() })),
  refuse: defineId('ledger.refuse', z.object({ postponement: z.number() })),
  refuseForm: defineId('ledger.refuse-form', z.object({ postponement: z.number(), place: placeShape })),
  undo: defineId('ledger.undo-edit', z.object({ cause: z.string() })),
};
