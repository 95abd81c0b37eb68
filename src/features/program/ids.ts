import { z } from 'zod';
import { defineForm, defineId, filled, placeShape } from '../../slack/blocks.js';

const which = z.object({ id: z.int() });

const year = filled.text.transform((text): number | null => {
  const read = Number(text?.normalize('NFKC').replace(/年$/, ''));
  return Number.isInteger(read) && read >= 2000 && read <= 2100 ? read : null;
});

/** The buttons and forms of this feature. */
export const ids = {
  open: defineId('program.open', z.object({})),
  form: defineForm(
    'program.form',
    z.object({ place: placeShape }),
    z.object({
      year,
      name: filled.text.transform((text) => text?.normalize('NFKC') ?? null),
      /** A plan file, by its id. */
      file: filled.several.transform(([first]) => first ?? null),
    }),
  ),
  switchTo: defineId('program.switch', which),
  archive: defineId('program.archive', which),
  restore: defineId('program.restore', which),
};
