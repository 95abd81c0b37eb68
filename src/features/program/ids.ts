import { z } from 'zod';
import { defineId, placeShape } from '../../slack/blocks.js';

const which = z.object({ id: z.int() });

/** The buttons and forms of this feature. */
export const ids = {
  open: defineId('program.open', z.object({})),
  form: defineId('program.form', z.object({ place: placeShape })),
  switchTo: defineId('program.switch', which),
  archive: defineId('program.archive', which),
  restore: defineId('program.restore', which),
};
