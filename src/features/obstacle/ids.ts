import { z } from 'zod';
import { MATTERS, OBSTACLE_KINDS, RUNGS } from '../../domain/plan.js';
import { defineForm, defineId, filled, partialShape, placeShape } from '../../slack/blocks.js';

const files = z.array(z.object({ id: z.string(), name: z.string() })).readonly();

/** A line about which something is asked, with all that came with it. */
const line = z.object({ text: z.string(), thread: z.string().nullable(), files });

/**
 * The same where the text stands beside it already (in `partial`, without its urgency): a button holds 2,000 characters, not a
 * long line twice. Buttons of an earlier version carry `text`.
 */
const lineOfPartial = line.partial({ text: true }).extend({ urgent: z.string().nullable().optional() });

/** The payload that asked; buttons of an earlier version lack it. */
const asked = z.string().optional();

/** What is done with a form, and what with a press alone. */
export const FORM_ACTS = [
  'claim',
  'resolve',
  'raise',
  'pull-up',
  'hand-over',
  'query',
  'supplement',
  'dismiss',
  'take-up',
  'merge',
  'dispute',
  'refuse-promise',
  'return',
  'comment',
  'instruct',
] as const;
export type FormAct = (typeof FORM_ACTS)[number];
export const PRESS_ACTS = [
  'verify',
  'withdraw',
  'adopt',
  'confirm',
  'confirm-urgent',
  'accept',
  'consent-promise',
] as const;
export type PressAct = (typeof PRESS_ACTS)[number];

const filter = z.union([
  z.object({ of: z.enum(['all', 'mine', 'waiting', 'unit', 'overdue']) }),
  z.object({ of: z.literal('matter'), matter: z.enum(MATTERS) }),
  z.object({ of: z.literal('rung'), rung: z.enum(RUNGS) }),
]);
export type ListFilter = z.infer<typeof filter>;

/** The buttons and forms of this feature. Whatever acts on an obstacle carries its id and the version that was seen. */
export const ids = {
  /** Opens the form; with a project chosen where it is named, and the text that is known. */
  open: defineId('obstacle.open', z.object({ project: z.number().optional(), text: z.string().optional() })),
  choose: defineId(
    'obstacle.choose',
    z.object({ partial: partialShape, choice: z.string(), line: lineOfPartial, asked }),
  ),
  /** Opens the form of an act. */
  act: defineId('obstacle.act', z.object({ id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) })),
  /** The same, from a menu of what is done less often. */
  more: defineId('obstacle.more', z.object({ id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) })),
  /** Does it at once. */
  press: defineId('obstacle.press', z.object({ id: z.number(), version: z.number(), act: z.enum(PRESS_ACTS) })),
  card: defineId('obstacle.card', z.object({ id: z.number() })),
  files: defineId('obstacle.files', z.object({ id: z.number() })),
  /** From the two menus below what was flagged, or on its card: it is another matter, or of another kind. */
  sort: defineId(
    'obstacle.sort',
    z.object({
      id: z.number(),
      version: z.number(),
      matter: z.enum(MATTERS).optional(),
      kind: z.enum(OBSTACLE_KINDS).optional(),
      card: z.boolean().optional(),
    }),
  ),
  list: defineId('obstacle.list', z.object({ filter, offset: z.number() })),
  filter: defineId('obstacle.filter', filter),
  /** It is another one after all: file it. */
  anyway: defineId('obstacle.anyway', line.extend({ asked })),
  /** What the ledger's column of problems says of a project, or of all, is one: file it. */
  fromLedger: defineId('obstacle.from-ledger', z.object({ project: z.number().nullable() })),
  /** The problems of the ledger that stand after a project's. */
  ledgerProblems: defineId('obstacle.ledger-problems', z.object({ after: z.string() })),
  /** It is the same: what was typed goes under it as a comment. */
  same: defineId('obstacle.same', z.object({ id: z.number(), text: z.string() })),
  form: defineForm(
    'obstacle.form',
    z.object({ place: placeShape, files }),
    z.object({
      project: filled.id,
      milestone: filled.id,
      text: filled.text,
      kind: filled.oneOf(OBSTACLE_KINDS),
      help: filled.text,
      urgent: filled.text,
    }),
  ),
  actForm: defineForm(
    'obstacle.act-form',
    z.object({ place: placeShape, id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) }),
    z.object({
      promised: filled.day,
      text: filled.text,
      rule: filled.text,
      department: filled.id,
      into: filled.id,
    }),
  ),
};
