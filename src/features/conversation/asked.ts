import { z } from 'zod';
import { localDay } from '../../domain/day.js';
import { partialShape, sharedFiles } from '../../slack/blocks.js';

const candidate = z.object({ choice: z.string(), label: z.string() });
const obstacleLine = z.object({
  text: z.string(),
  thread: z.string().nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
});

const day = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : localDay(text)));

/** A message that finishes a step over earlier ones: by ids of projects and milestones, with what each item states. */
const outOfOrder = z.object({
  items: z
    .array(
      z.object({
        project: z.number(),
        milestone: z.number().nullable(),
        percent: z.number().nullable(),
        done: z.boolean(),
        doneOn: day,
        forecast: day,
        investment: z.number().nullable(),
        note: z.string(),
        why: z.string().nullable(),
        alone: z.boolean(),
      }),
    )
    .readonly(),
  /** The step that it finishes, and the earlier ones that are open. */
  step: z.number(),
  earlier: z.array(z.number()).readonly(),
  said: z.string(),
  files: sharedFiles,
  amends: z.string().nullable(),
});

/** What was asked, with all that an answer needs; `question` is how it was put. */
export const askedShape = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('report'),
    question: z.string(),
    candidates: z.array(candidate).readonly(),
    partial: partialShape,
    surface: z.enum(['progress', 'thread', 'message']),
    thread: z.string().nullable(),
    files: sharedFiles,
  }),
  z.object({
    of: z.literal('obstacle'),
    question: z.string(),
    candidates: z.array(candidate).readonly(),
    partial: partialShape,
    line: obstacleLine,
  }),
  /** Whether what was said is to be filed as an obstacle. */
  z.object({ of: z.literal('offer'), question: z.string(), line: obstacleLine }),
  /** What is meant where a step is finished over earlier ones that are open. */
  z.object({
    of: z.literal('order'),
    question: z.string(),
    candidates: z.array(candidate).readonly(),
    statement: outOfOrder,
  }),
  /** Which of two is to be taken back: the cause of a report, the id of an obstacle. */
  z.object({ of: z.literal('take-back'), question: z.string(), candidates: z.array(candidate).readonly() }),
]);
export type Asked = z.infer<typeof askedShape>;
