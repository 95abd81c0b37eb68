import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value));

/** A slip as it is to be issued, read back to be confirmed. */
const draft = z.object({
  unit: z.number(),
  project: z.number().nullable(),
  milestone: z.number().nullable(),
  obstacle: z.number().nullable(),
  text: z.string(),
  due: day,
  urgent: z.string().nullable(),
});
export type Draft = Readonly<z.infer<typeof draft>>;

const known = draft.partial();
/** What of one is known as its form is opened. */
export type KnownDraft = Readonly<z.infer<typeof known>>;

/** What is done with a press alone, and what with a form. */
export const PRESS_ACTS = ['sign', 'accept', 'grant-time', 'refuse-time', 'redden', 'hold'] as const;
export type PressAct = (typeof PRESS_ACTS)[number];
export const FORM_ACTS = ['answer', 'ask-time', 'return', 'void'] as const;
export type FormAct = (typeof FORM_ACTS)[number];

/** The buttons and forms of this feature. Whatever acts on a slip carries its id and the version that was seen. */
export const ids = {
  /** Opens the form to issue one, with what is known. */
  open: defineId('slip.open', known),
  issue: defineId('slip.issue', draft),
  card: defineId('slip.card', z.object({ id: z.number() })),
  /** The slip as a file. */
  paper: defineId('slip.paper', z.object({ id: z.number() })),
  list: defineId('slip.list', z.object({ offset: z.number() })),
  press: defineId('slip.press', z.object({ id: z.number(), version: z.number(), act: z.enum(PRESS_ACTS) })),
  /** Opens the form of an act. */
  act: defineId('slip.act', z.object({ id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) })),
  form: defineForm(
    'slip.form',
    z.object({
      place: placeShape,
      project: z.number().nullable(),
      milestone: z.number().nullable(),
      obstacle: z.number().nullable(),
    }),
    z.object({ unit: filled.id, text: filled.text, due: filled.day, urgent: filled.text }),
  ),
  actForm: defineForm(
    'slip.act-form',
    z.object({ place: placeShape, id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) }),
    z.object({ text: filled.text, to: filled.day }),
  ),
};
