import { z } from 'zod';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

/** What a leader does from any row that names a project. */
export const ids = {
  /** A line to its owner in the project's thread, once a day. */
  nudge: defineId('lead.nudge', z.object({ project: z.number() })),
  /** Opens the form of an instruction. */
  instruct: defineId('lead.instruct', z.object({ project: z.number() })),
  form: defineForm(
    'lead.instruct-form',
    z.object({ place: placeShape, project: z.number() }),
    z.object({ text: filled.text }),
  ),
};
