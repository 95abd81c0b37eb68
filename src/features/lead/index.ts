import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { ids } from './ids.js';
import { openInstruction, submitInstruction } from './instruct.js';
import { pressNudge } from './nudge.js';

/** Leaders act from any row: they ask how it stands, and say what is to be done. */
export const lead: Feature = {
  name: 'lead',
  actions: [
    on.press(ids.nudge, ['nudge'], pressNudge),
    on.press(ids.instruct, ['instruct'], openInstruction, { opensForm: true }),
  ],
  views: [on.form(ids.form, ['instruct'], submitInstruction)],
};
