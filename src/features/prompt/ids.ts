import { z } from 'zod';
import { defineId, placeShape } from '../../slack/blocks.js';

/** A row of a prompt: the prompt and its milestone, by their ids. */
const row = z.object({ prompt: z.number(), milestone: z.number() });
export type Row = z.infer<typeof row>;
const sent = row.extend({ place: placeShape });

/** The buttons of a row and the forms that they open. */
export const ids = {
  onPace: defineId('prompt.on-pace', row),
  /** On pace where the percent says otherwise, or overdue: opens the field for the number. */
  number: defineId('prompt.number', row),
  done: defineId('prompt.done', row),
  late: defineId('prompt.late', row),
  blocked: defineId('prompt.blocked', row),
  undo: defineId('prompt.undo', row.extend({ cause: z.string() })),
  numberForm: defineId('prompt.number-form', sent),
  lateForm: defineId('prompt.late-form', sent),
  blockedForm: defineId('prompt.blocked-form', sent),
};
