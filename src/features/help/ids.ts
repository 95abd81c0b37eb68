import { z } from 'zod';
import { ASKED } from '../../domain/prompt.js';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

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
  complaintForm: defineForm(
    'help.complaint-form',
    z.object({ place: placeShape }),
    z.object({ text: filled.text, anonymous: filled.several }),
  ),
  /** Opens the form to answer one. */
  reply: defineId('help.reply', z.object({ id: z.number() })),
  replyForm: defineForm(
    'help.reply-form',
    z.object({ place: placeShape, id: z.number() }),
    z.object({ text: filled.text }),
  ),
};
