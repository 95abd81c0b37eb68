import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { answerTrips } from './answer.js';
import { ids } from './ids.js';
import { dismissProposal, raiseShackle } from './propose.js';

/** Trips (跑一次): how often somebody went in person for an approval, told by procedure. Found by `/gongjian 跑一次`. */
export const trip: Feature = {
  name: 'trip',
  actions: [
    on.press(ids.answer, ['report-milestone'], answerTrips),
    on.press(ids.propose, ['judge-trips'], raiseShackle),
    on.press(ids.dismiss, ['judge-trips'], dismissProposal),
  ],
};
