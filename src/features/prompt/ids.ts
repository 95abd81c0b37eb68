import { z } from 'zod';
import type { LocalDay } from '../../domain/day.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

/** A row of a prompt: the prompt and its milestone, by their ids. */
const row = z.object({ prompt: z.number(), milestone: z.number() });
export type Row = z.infer<typeof row>;
const sent = row.extend({ place: placeShape });
export type SentRow = z.infer<typeof sent>;

/** A row's form as it was filled in; `percent` is null where it is no number of 0-100. */
const filledRow = z.object({
  percent: filled.text.transform((text) => {
    const percent = Number(text?.normalize('NFKC').replace(/%$/, '') ?? 'none');
    return percent >= 0 && percent <= 100 ? percent : null;
  }),
  day: filled.day,
  text: filled.text,
});
export type FilledRow = z.infer<typeof filledRow>;

/** The buttons of a row and the forms that they open. */
export const ids = {
  onPace: defineId('prompt.on-pace', row),
  /** On plan: all rows of the prompt of which that says enough. */
  allOnPlan: defineId('prompt.all-on-plan', z.object({ prompt: z.number() })),
  /** On pace where the percent says otherwise, or overdue: opens the field for the number. */
  number: defineId('prompt.number', row),
  done: defineId('prompt.done', row),
  late: defineId('prompt.late', row),
  blocked: defineId('prompt.blocked', row),
  undo: defineId('prompt.undo', row.extend({ cause: z.string(), why: z.string().optional() })),
  numberForm: defineForm('prompt.number-form', sent, filledRow),
  lateForm: defineForm('prompt.late-form', sent, filledRow),
  blockedForm: defineForm('prompt.blocked-form', sent, filledRow),
};

export const promptDedupeKey = (day: LocalDay, personId: number): string => `prompt:${day}:${personId}`;
