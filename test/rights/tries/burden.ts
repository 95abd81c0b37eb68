import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { tryOf } from './things.js';

const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });
const ofMonth = tryOf('see-burden', async (county) => ({
  arriving: { value: { month: '2020-06-01' } },
  thing: ofProgram(county),
}));

export const burdenTries: Readonly<Record<string, readonly Try[]>> = {
  'burden.show': [ofMonth],
  'burden.turn': [ofMonth],
  'burden.rules': [ofMonth],
  'burden.paper': [ofMonth],
};
