import { z } from 'zod';
import { defineForm, defineId, filled, partialShape, placeShape, sharedFiles } from '../../slack/blocks.js';

const surface = z.enum(['progress', 'obstacle', 'thread', 'message']);

/** An answer to a question: what was understood so far, the candidate, and what came with the line. */
const chosen = z.object({
  partial: partialShape,
  choice: z.string(),
  surface,
  thread: z.string().nullable(),
  files: sharedFiles,
  /** The payload that asked; buttons of an earlier version lack it. */
  asked: z.string().optional(),
});
export type Chosen = z.infer<typeof chosen>;

/** The form as it was filled in. */
const form = z.object({
  milestone: filled.id,
  percent: filled.text,
  'done-on': filled.day,
  forecast: filled.day,
  investment: filled.text,
  note: filled.text,
});
export type FilledForm = z.infer<typeof form>;

/** The buttons and forms of this feature, each with what it carries. */
export const ids = {
  /** Takes back what one message reported. */
  undo: defineId('progress.undo', z.object({ cause: z.string(), why: z.string().optional() })),
  /** Opens the form to amend what one message reported. */
  amend: defineId('progress.amend', z.object({ cause: z.string() })),
  /** Hands over the photos and files of a statement. */
  evidence: defineId('progress.evidence', z.object({ cause: z.string() })),
  /** Answers a question: what was understood so far, and the candidate. */
  choose: defineId('progress.choose', chosen),
  /** Says what is meant where a step is finished over earlier ones that are open. `asked`: the payload that asked. */
  order: defineId('progress.order', z.object({ asked: z.string(), choice: z.string() })),
  /** Opens the form; of one project where it is named, with one milestone chosen and what is known filled in. */
  open: defineId(
    'progress.open',
    z
      .object({
        project: z.number().optional(),
        milestone: z.number().optional(),
        percent: z.number().optional(),
        note: z.string().optional(),
      })
      .nullable()
      .transform((of) => of ?? {}),
  ),
  form: defineForm('progress.form', z.object({ place: placeShape }), form),
  amendForm: defineForm(
    'progress.amend-form',
    z.object({ place: placeShape, cause: z.string() }),
    z.object({ line: filled.text, why: filled.text }),
  ),
};
