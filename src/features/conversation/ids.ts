import { z } from 'zod';
import { defineId } from '../../slack/blocks.js';

/** The buttons of a conversation. */
export const ids = {
  /** Which of two is to be taken back: the cause of a report, or the id of an obstacle. */
  takeBack: defineId('conversation.take-back', z.object({ choice: z.string(), asked: z.string() })),
};
