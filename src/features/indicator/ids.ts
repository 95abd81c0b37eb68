import { z } from 'zod';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

/** The buttons and forms of this feature. */
export const ids = {
  /** The newest spreadsheet's indicators; `sheet`: those of an earlier one, as they were. */
  see: defineId('indicator.see', z.object({ sheet: z.number().nullable() })),
  openTake: defineId('indicator.open-take', z.object({})),
  takeForm: defineForm('indicator.take', z.object({ place: placeShape }), z.object({ file: filled.several })),
};
