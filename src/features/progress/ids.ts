import { z } from 'zod';
import { defineId, placeShape } from '../../slack/blocks.js';

const partial = z.object({
  text: z.string(),
  answers: z.array(
    z.object({
      about: z.enum(['project', 'milestone', 'percent', 'day', 'amount']),
      slot: z.number(),
      choice: z.string(),
    }),
  ),
  about: z.enum(['project', 'milestone', 'percent', 'day', 'amount']),
  slot: z.number(),
  project: z.string().nullable(),
  milestone: z.string().nullable(),
  percent: z.number().nullable(),
});

const surface = z.enum(['progress', 'obstacle', 'thread', 'message']);

/** The buttons and forms of this feature, each with what it carries. */
export const ids = {
  /** Takes back what one message reported. */
  undo: defineId('progress.undo', z.object({ cause: z.string() })),
  /** Opens the form to amend what one message reported. */
  amend: defineId('progress.amend', z.object({ cause: z.string() })),
  /** Answers a question: what was understood so far, and the candidate. */
  choose: defineId(
    'progress.choose',
    z.object({ partial, choice: z.string(), surface, thread: z.string().nullable() }),
  ),
  /** Opens the form; of one project where it is named, with one milestone chosen. */
  open: defineId('progress.open', z.object({ project: z.number().optional(), milestone: z.number().optional() })),
  form: defineId('progress.form', z.object({ place: placeShape })),
  amendForm: defineId('progress.amend-form', z.object({ place: placeShape, cause: z.string() })),
};
