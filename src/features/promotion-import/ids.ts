import { z } from 'zod';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const ofImport = z.object({ import: z.int() });

/** The buttons and forms of this feature; what was read stays in the store. */
export const ids = {
  open: defineId('promotion-import.open', z.object({})),
  sendForm: defineForm('promotion-import.send', z.object({ place: placeShape }), z.object({ file: filled.several })),
  confirm: defineId('promotion-import.confirm', ofImport),
  undo: defineId('promotion-import.undo', ofImport),
  /** The rows that were not understood, each with its reason. */
  faults: defineId('promotion-import.faults', ofImport.extend({ offset: z.int() })),
};
