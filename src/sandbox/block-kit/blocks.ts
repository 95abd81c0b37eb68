import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { dataVisualization } from './charts.js';
import { accessory, actionsElement, contextElement, inputElement, modalInputElement } from './elements.js';
import { file, video } from './media.js';
import { richText } from './rich-text.js';
import { dataTable, table } from './tables.js';
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
const inputWith = <E extends z.ZodType>(element: E) =>
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainText(LIMITS.inputLabel),
    hint: plainText(LIMITS.inputHint).optional(),
    element,
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  });
const input = inputWith(inputElement);
const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: blockId,
  text: bounded(LIMITS.markdownText),
});

const unsupported = { error: 'unsupported type of block' };

const everywhere = [section, header, divider, context, actions, image, richText, video] as const;

/** What a message may hold. Input blocks are Slack's to allow in messages as well, and their values come with the next press. */
export const messageBlock = z.discriminatedUnion(
  'type',
  [...everywhere, input, markdown, table, dataTable, dataVisualization, file],
  unsupported,
);
export const homeBlock = z.discriminatedUnion('type', [...everywhere, input], unsupported);
/** Only a form takes files. */
export const modalBlock = z.discriminatedUnion('type', [...everywhere, inputWith(modalInputElement)], unsupported);
