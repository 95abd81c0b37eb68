import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value));
const amount = z.int().positive();
const pool = { factor: z.string(), part: z.string() };

/** A request as it is to be made, read back to be confirmed. */
const need = z.object({
  ...pool,
  project: z.number(),
  amount,
  neededBy: day.nullable(),
  divisible: z.boolean(),
  source: z.string().nullable(),
});
export type NeedDraft = Readonly<z.infer<typeof need>>;

/** What is known of one where its amount, its pollutant or its day is asked for. */
const known = z.object({
  factor: z.string(),
  part: z.string().nullable(),
  project: z.number(),
  amount: amount.nullable(),
  neededBy: day.nullable(),
  divisible: z.boolean(),
  source: z.string().nullable(),
});
export type KnownNeed = Readonly<z.infer<typeof known>>;

const batch = z.object({ ...pool, amount, from: day });
export type BatchDraft = Readonly<z.infer<typeof batch>>;

const page = z.object({ pool: z.number(), offset: z.number() });

/** The buttons and forms of this feature. */
export const ids = {
  ask: defineId('factor.ask', need),
  /** Opens the form of a request, with what is known. */
  openAsk: defineId('factor.open-ask', known),
  askForm: defineForm(
    'factor.ask-form',
    z.object({ place: placeShape, known }),
    z.object({ amount: filled.text, part: filled.text, neededBy: filled.day, divisible: filled.oneOf(['yes', 'no']) }),
  ),
  open: defineId('factor.open', batch),
  overview: defineId('factor.overview', z.object({})),
  list: defineId('factor.list', page),
  /** To whom it is to be allocated. */
  choose: defineId('factor.choose', page),
  picture: defineId('factor.picture', z.object({ pool: z.number() })),
  rule: defineId('factor.rule', z.object({ pool: z.number() })),
  /** What other choices would do. */
  whatIf: defineId('factor.what-if', z.object({ pool: z.number() })),
  /** What a project asked for and has. */
  project: defineId('factor.project', z.object({ project: z.number() })),
  /** By its project's people, all of it or a part, and by its department; which may also leave it where it is. */
  back: defineId('factor.back', z.object({ id: z.number() })),
  backForm: defineForm(
    'factor.back-form',
    z.object({ place: placeShape, id: z.number() }),
    z.object({ amount: filled.text }),
  ),
  keep: defineId('factor.keep', z.object({ id: z.number() })),
  recall: defineId('factor.recall', z.object({ id: z.number() })),
  give: defineId('factor.give', z.object({ id: z.number(), waits: z.number() })),
};
