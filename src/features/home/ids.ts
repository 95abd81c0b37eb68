import { z } from 'zod';
import { ASKED } from '../../domain/prompt.js';
import { defineId } from '../../slack/blocks.js';

/** What is chosen on the home tab. */
export const ids = {
  /** What the morning asks this person about. */
  asked: defineId('home.asked', z.object({ asked: z.enum(ASKED) })),
};
