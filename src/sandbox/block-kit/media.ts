import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { bounded, plainText, webAddress } from './text.js';

/** A remote file that was added to Slack before. */
export const file = z.strictObject({
  type: z.literal('file'),
  block_id: bounded(LIMITS.blockId).optional(),
  external_id: z.string({ error: 'must provide a string' }).min(1, 'must be more than 0 characters'),
  source: z.literal('remote', { error: 'must be remote' }),
});

const secureAddress = webAddress(LIMITS.imageUrl).refine((text) => text.startsWith('https:'), 'must be an HTTPS URL');

export const video = z.strictObject({
  type: z.literal('video'),
  block_id: bounded(LIMITS.blockId).optional(),
  alt_text: bounded(LIMITS.imageAlt),
  title: plainText(LIMITS.videoTitle),
  thumbnail_url: webAddress(LIMITS.imageUrl),
  video_url: secureAddress,
  title_url: secureAddress.optional(),
  author_name: bounded(LIMITS.videoAuthor).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: webAddress(LIMITS.imageUrl).optional(),
  description: plainText(LIMITS.videoTitle).optional(),
});
