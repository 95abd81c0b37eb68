import { z } from 'zod';
import { defineId } from '../../slack/blocks.js';

const place = z.object({
  channelId: z.string().nullable(),
  threadTs: z.string().nullable(),
  messageTs: z.string().nullable(),
});
const which = z.object({ id: z.int() });

/** The buttons and forms of this feature. */
export const ids = {
  open: defineId('program.open', z.object({})),
  form: defineId('program.form', z.object({ place })),
  switchTo: defineId('program.switch', which),
  archive: defineId('program.archive', which),
  restore: defineId('program.restore', which),
};
