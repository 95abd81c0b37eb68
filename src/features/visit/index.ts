import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { ids } from './ids.js';
import { moveTo, openMove } from './move.js';
import { showSheet } from './sheet.js';
import { dismissNeeds, keepNeeds, openTell, tellByForm, tellSaid } from './tell.js';

/** Visits to firms (骨干企业深度调研): what the firm needed last, what it needs now. Below the agenda of such a review. */
export const visit: Feature = {
  name: 'visit',
  actions: [
    on.press(ids.sheet, ['visit-firm'], showSheet),
    on.press(ids.openMove, ['visit-firm'], openMove, { opensForm: true }),
    on.press(ids.openTell, ['visit-firm'], openTell, { opensForm: true }),
    on.press(ids.keep, ['visit-firm'], keepNeeds),
    on.press(ids.dismiss, ['visit-firm'], dismissNeeds),
  ],
  views: [on.form(ids.moveForm, ['visit-firm'], moveTo), on.form(ids.tellForm, ['visit-firm'], tellByForm)],
  // What is said in the thread of an agenda is a decision's or talk, unless it says that it is a need.
  messages: tellSaid,
};
