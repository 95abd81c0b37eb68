import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { defineId } from '../../slack/blocks.js';

/** A month by its first day. */
const month = z.object({
  month: z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value) && value.endsWith('-01')),
});

/** The buttons of what the bot sent and spared. */
export const ids = {
  show: defineId('burden.show', month),
  /** Another month, in the place of the one that is shown. */
  turn: defineId('burden.turn', month),
  rules: defineId('burden.rules', month),
  /** The month as a page to file. */
  paper: defineId('burden.paper', month),
};
