import { z } from 'zod';
import { ASKED } from '../../domain/prompt.js';
import { defineId, placeShape } from '../../slack/blocks.js';

/** The buttons and forms of help. */
export const ids = {
  /** All that the person can do. */
  help: defineId('help.help', z.object({})),
  settings: defineId('help.settings', z.object({})),
  me: defineId('help.me', z.object({})),
  /** What the morning asks this person about, chosen in the settings' message. */
  asked: defineId('help.asked', z.object({ asked: z.enum(ASKED) })),
  /** Opens the form for a complaint or wish. */
  complain: defineId('help.complain', z.object({})),
  complaintForm: defineId('help.complaint-form', z.object({ place: placeShape })),
  /** Opens the form to answer one. */
  reply: defineId('help.reply', z.object({ id: z.number() })),
  replyForm: defineId('help.reply-form', z.object({ place: placeShape, id: z.number() })),
};
