import { z } from 'zod';
import { partialShape, sharedFiles } from '../../slack/blocks.js';

const candidate = z.object({ choice: z.string(), label: z.string() });
const obstacleLine = z.object({
  text: z.string(),
  thread: z.string().nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
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
  /** Which of two is to be taken back: the cause of a report, the id of an obstacle. */
  z.object({ of: z.literal('take-back'), question: z.string(), candidates: z.array(candidate).readonly() }),
]);
export type Asked = z.infer<typeof askedShape>;
