import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { SLOT_OUTCOMES } from '../../domain/review.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value));

/** A decision as it was understood so far; what is null is asked. */
const draft = z.object({
  slot: z.number().nullable(),
  owner: z.number().nullable(),
  due: day.nullable(),
  project: z.number().nullable(),
  milestone: z.number().nullable(),
  obstacle: z.number().nullable(),
  /** The leader's instruction of which it is made. */
  instruction: z.number().optional(),
  /** The lesson of a gate of which it is made. */
  lesson: z.number().optional(),
  text: z.string(),
});
export type Draft = Readonly<z.infer<typeof draft>>;
/** One in which nothing is missing. */
export type WholeDraft = Draft & { readonly owner: number; readonly due: LocalDay };

const known = draft.partial();
/** What of one is known as its form is opened. */
export type KnownDraft = Readonly<z.infer<typeof known>>;

/** What is done with a press alone, and what with a form. */
export const PRESS_ACTS = ['done', 'keep'] as const;
export type PressAct = (typeof PRESS_ACTS)[number];
export const FORM_ACTS = ['late', 'drop'] as const;
export type FormAct = (typeof FORM_ACTS)[number];

export const LISTS = ['mine', 'open', 'slot', 'project', 'found'] as const;

/** The buttons and forms of this feature. Whatever acts on an item carries its id and the version that was seen. */
export const ids = {
  /** An answer to what was asked of a decision: it is read back again. */
  choose: defineId('review.choose', draft),
  confirm: defineId('review.confirm', draft),
  dismiss: defineId('review.dismiss', z.object({})),
  /** Opens the form of a decision, with what is known. */
  open: defineId('review.open', known),
  form: defineForm(
    'review.form',
    z.object({
      place: placeShape,
      slot: z.number().nullable(),
      project: z.number().nullable(),
      milestone: z.number().nullable(),
      obstacle: z.number().nullable(),
      instruction: z.number().optional(),
      lesson: z.number().optional(),
    }),
    z.object({ owner: filled.id, text: filled.text, due: filled.day }),
  ),
  /** What became of a review; `into`: the other of that day, with which it is merged. */
  settle: defineId(
    'review.settle',
    z.object({ id: z.number(), outcome: z.enum(SLOT_OUTCOMES), into: z.string().nullable() }),
  ),
  /** The turn goes on to the next; `from`: whose it was as the button was shown. */
  pass: defineId('review.pass', z.object({ slot: z.number(), from: z.number() })),
  /** On an agenda: an item that was carried too often is to be done all the same, or not (`drop` asks why). */
  keepItem: defineId('review.keep-item', z.object({ id: z.number() })),
  dropItem: defineId('review.drop-item', z.object({ id: z.number() })),
  card: defineId('review.card', z.object({ id: z.number() })),
  /** The minutes as a file. */
  paper: defineId('review.paper', z.object({ slot: z.number() })),
  list: defineId(
    'review.list',
    z.object({
      of: z.enum(LISTS),
      slot: z.number().nullable(),
      offset: z.number(),
      /** Of `project`: its id; of `found`: the words. */
      project: z.number().optional(),
      words: z.string().optional(),
    }),
  ),
  /** A review's agenda, to who leads reviews: as it was posted, or as it would be now. */
  agenda: defineId('review.agenda', z.object({ review: z.string(), period: day })),
  /** The reviews of a month, by its first day. */
  calendar: defineId('review.calendar', z.object({ month: day })),
  /** Looking back on a gate: what was foretold, what came of it, its lessons. */
  lookback: defineId('review.lookback', z.object({ gate: day })),
  lesson: defineId('review.lesson', z.object({ gate: day })),
  dropLesson: defineId('review.drop-lesson', z.object({ id: z.number() })),
  lessonForm: defineForm(
    'review.lesson-form',
    z.object({ place: placeShape, gate: day }),
    z.object({ text: filled.text }),
  ),
  press: defineId('review.press', z.object({ id: z.number(), version: z.number(), act: z.enum(PRESS_ACTS) })),
  act: defineId('review.act', z.object({ id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) })),
  /** The same from a row of a longer message, which says itself what came of it. */
  rowDone: defineId('review.row-done', z.object({ id: z.number(), version: z.number() })),
  rowLate: defineId('review.row-late', z.object({ id: z.number(), version: z.number() })),
  actForm: defineForm(
    'review.act-form',
    z.object({
      place: placeShape,
      id: z.number(),
      version: z.number(),
      act: z.enum(FORM_ACTS),
      row: z.boolean().optional(),
    }),
    z.object({ to: filled.day, text: filled.text }),
  ),
};
