import { z } from 'zod';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const slot = z.object({ slot: z.number() });

/** The buttons and forms of this feature; `slot`: the review's, whose turn is a firm's or a town's. */
export const ids = {
  /** What a firm needed last, and what became of it. */
  sheet: defineId('visit.sheet', slot),
  openMove: defineId('visit.open-move', slot),
  moveForm: defineForm('visit.move', z.object({ place: placeShape, slot: z.number() }), z.object({ to: filled.day })),
  openTell: defineId('visit.open-tell', slot),
  tellForm: defineForm(
    'visit.tell',
    z.object({ place: placeShape, slot: z.number() }),
    z.object({ text: filled.text }),
  ),
  /** What was read back becomes obstacles of the firm's project; `project`: the one of the town that was named. */
  keep: defineId(
    'visit.keep',
    z.object({ slot: z.number(), needs: z.array(z.string()), project: z.number().optional() }),
  ),
  /** They are none. */
  dismiss: defineId('visit.dismiss', z.object({ slot: z.number(), project: z.number().optional() })),
};
