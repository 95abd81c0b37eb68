import { z } from 'zod';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
    highlight: z.boolean().optional(),
    client_highlight: z.boolean().optional(),
    unlink: z.boolean().optional(),
  })
  .optional();
const filled = z.string().min(1, 'must be more than 0 characters');

const text = z.strictObject({ type: z.literal('text'), text: filled, style });
const link = z.strictObject({
  type: z.literal('link'),
  url: z.string().min(1),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  style,
});
const leaf = z.discriminatedUnion(
  'type',
  [
    text,
    link,
    z.strictObject({
      type: z.literal('emoji'),
      name: filled,
      unicode: z.string().optional(),
      url: z.string().optional(),
      style,
      skin_tone: z.number().optional(),
    }),
    z.strictObject({ type: z.literal('user'), user_id: filled, style }),
    z.strictObject({ type: z.literal('channel'), channel_id: filled, style }),
    z.strictObject({ type: z.literal('usergroup'), usergroup_id: filled, style }),
    z.strictObject({ type: z.literal('team'), team_id: filled, style }),
    z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
    z.strictObject({ type: z.literal('color'), value: filled, style }),
    z.strictObject({
      type: z.literal('date'),
      timestamp: z.number().int(),
      format: filled,
      url: z.string().optional(),
      fallback: z.string().optional(),
      style,
    }),
  ],
  { error: 'unsupported type of rich text element' },
);

const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) });
const container = z.discriminatedUnion(
  'type',
  [
    section,
    z.strictObject({
      type: z.literal('rich_text_list'),
      style: z.enum(['bullet', 'ordered']),
      elements: z.array(section),
      indent: z.number().int().min(0).max(8).optional(),
      offset: z.number().int().optional(),
      border,
    }),
    z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(leaf), border }),
    z.strictObject({
      type: z.literal('rich_text_preformatted'),
      elements: z.array(z.discriminatedUnion('type', [text, link])),
      border,
      language: z.string().optional(),
    }),
  ],
  { error: 'unsupported type of rich text element' },
);

/** Also a table's cell, where Slack takes a whole rich_text block. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: z.string().max(255, 'must be less than 256 characters').optional(),
  elements: z.array(container, { error: 'must be an array' }).min(1, 'no fewer than 1 items allowed'),
});
