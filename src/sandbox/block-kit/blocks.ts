import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { accessory, actionsElement, contextElement, inputElement } from './elements.js';
import { richText } from './rich-text.js';
import { anyText, bounded, plainText, several, slackFile, webAddress } from './text.js';

const blockId = bounded(LIMITS.blockId).optional();

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(LIMITS.sectionText).optional(),
    fields: several(anyText(LIMITS.sectionField), LIMITS.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    message: 'must provide text or fields',
    path: ['text'],
  });
const header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: plainText(LIMITS.headerText),
  level: z.number().int().min(1).max(4).optional(),
});
const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });
const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: several(contextElement, LIMITS.contextElements),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: several(actionsElement, LIMITS.actionsElements),
});
const image = z
  .strictObject({
    type: z.literal('image'),
    block_id: blockId,
    image_url: webAddress(LIMITS.imageUrl).optional(),
    slack_file: slackFile.optional(),
    alt_text: bounded(LIMITS.imageAlt),
    title: plainText(LIMITS.imageTitle).optional(),
  })
  .refine((block) => (block.image_url === undefined) !== (block.slack_file === undefined), {
    message: 'must provide image_url or slack_file, not both',
    path: ['image_url'],
  });
const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(LIMITS.inputLabel),
  hint: plainText(LIMITS.inputHint).optional(),
  element: inputElement,
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: blockId,
  text: bounded(LIMITS.markdownText),
});

const filledText = z.string().min(1, 'must be more than 0 characters');
const cell = z.discriminatedUnion(
  'type',
  [
    richText.refine(
      (one) => one.elements.some((container) => container.elements.length > 0),
      'a table cell must not be empty',
    ),
    z.strictObject({ type: z.literal('raw_text'), text: filledText }),
    z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: filledText.optional() }),
  ],
  { error: 'unsupported type of table cell' },
);
const table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
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
});

const unsupported = { error: 'unsupported type of block' };

/** What a message may hold. Input blocks are Slack's to allow in messages as well, and their values come with the next press. */
export const messageBlock = z.discriminatedUnion(
  'type',
  [section, header, divider, context, actions, image, input, markdown, richText, table],
  unsupported,
);
/** What a modal or home tab may hold. */
export const viewBlock = z.discriminatedUnion(
  'type',
  [section, header, divider, context, actions, image, input, richText],
  unsupported,
);
