import { z } from 'zod';
import { LIMITS, type Limit } from '../limits.js';

/** A string with Slack's own wording for one that is too long or missing. */
export function bounded(limit: Limit, least = 1) {
  return z
    .string({ error: 'must provide a string' })
    .min(least, `must be more than ${least - 1} characters`)
    .max(limit.limit, `must be less than ${limit.limit + 1} characters`);
}

export function plainText(limit: Limit) {
  return z.strictObject({
    type: z.literal('plain_text', { error: 'must be plain_text' }),
    text: bounded(limit),
    emoji: z.boolean().optional(),
  });
}

export function markedText(limit: Limit) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: bounded(limit), verbatim: z.boolean().optional() });
}

export function anyText(limit: Limit) {
  return z.discriminatedUnion('type', [plainText(limit), markedText(limit)], {
    error: 'must be plain_text or mrkdwn',
  });
}

/** A list with Slack's wording for one that is too long or empty. */
export function several<T extends z.ZodType>(item: T, limit: Limit, least = 1) {
  return z
    .array(item, { error: 'must be an array' })
    .min(least, `no fewer than ${least} items allowed`)
    .max(limit.limit, `no more than ${limit.limit} items allowed`);
}

export const confirmDialog = z.strictObject({
  title: plainText(LIMITS.confirmTitle).optional(),
  text: anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton).optional(),
  deny: plainText(LIMITS.confirmButton).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

export const webAddress = (limit: Limit) =>
  bounded(limit).refine((text) => /^https?:\/\/\S+$/.test(text), 'must be a valid URL');

export const slackFile = z
  .strictObject({ id: z.string().optional(), url: z.string().optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), 'must give id or url, not both');
