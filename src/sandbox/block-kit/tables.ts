import { z } from 'zod';
import { LIMITS, type Limit } from '../limits.js';
import { richText } from './rich-text.js';
import { bounded, several } from './text.js';
import { textLength } from './text-length.js';

const filledText = z.string({ error: 'must provide a string' }).min(1, 'must be more than 0 characters');
const rawText = z.strictObject({ type: z.literal('raw_text'), text: filledText });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: filledText });
const formatted = richText.refine(
  (one) => one.elements.some((container) => container.elements.length > 0),
  'a table cell must not be empty',
);
const unsupported = { error: 'unsupported type of table cell' };
const cell = z.discriminatedUnion('type', [formatted, rawText, rawNumber], unsupported);

interface Rows {
  rows: unknown[][];
}

/** Slack takes no ragged tables: each row has a cell for every column of the first. */
function sameLength({ rows }: Rows, context: z.RefinementCtx): void {
  rows.forEach((row, index) => {
    if (row.length !== rows[0]?.length)
      context.addIssue({ code: 'custom', path: ['rows', index], message: 'must have as many cells as the first row' });
  });
}

function withinCharacters(limit: Limit) {
  return (block: Rows, context: z.RefinementCtx) => {
    if (textLength(block.rows) > limit.limit)
      context.addIssue({
        code: 'custom',
        path: ['rows'],
        message: `must be less than ${limit.limit + 1} characters in all cells`,
      });
  };
}

export const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: bounded(LIMITS.blockId).optional(),
    rows: several(several(cell, LIMITS.tableColumns), LIMITS.tableRows),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(LIMITS.tableColumns.limit, `no more than ${LIMITS.tableColumns.limit} items allowed`)
      .optional(),
  })
  .superRefine(sameLength)
  .superRefine(withinCharacters(LIMITS.tableCharacters));

/** A table that sorts and turns pages: its first row is the head, plain. */
export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: bounded(LIMITS.blockId).optional(),
    caption: z.string({ error: 'must provide a string' }).min(1, 'must be more than 0 characters'),
    rows: several(several(cell, LIMITS.tableColumns), LIMITS.dataTableRows, 2),
    page_size: z.number().int().min(1).max(LIMITS.dataTablePage.limit, 'must be less than 101').optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .superRefine(sameLength)
  .superRefine(withinCharacters(LIMITS.dataTableCharacters))
  .superRefine(({ rows, row_header_column_index: index = 0 }, context) => {
    (rows[0] ?? []).forEach((head, column) => {
      if (head.type === 'rich_text')
        context.addIssue({
          code: 'custom',
          path: ['rows', 0, column],
          message: 'rich_text cannot be used in the header',
        });
    });
    if (index >= (rows[0]?.length ?? 0))
      context.addIssue({ code: 'custom', path: ['row_header_column_index'], message: 'must be a column of the table' });
  });
