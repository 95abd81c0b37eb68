import { z } from 'zod';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

/** The buttons and forms of this feature. */
export const ids = {
  /** Opens the form, with the days that are known. */
  open: defineId('dayoff.open', z.object({ from: filled.day, to: filled.day })),
  end: defineId('dayoff.end', z.object({ id: z.number() })),
  form: defineForm(
    'dayoff.form',
    z.object({ place: placeShape }),
    // People by their Slack accounts.
    z.object({ from: filled.day, to: filled.day, person: filled.text, delegate: filled.text }),
  ),
};
