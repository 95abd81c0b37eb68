export { ALIKE, alikeness, sameTrouble } from './obstacle/alike.js';
export { latestPromise } from './obstacle/claim.js';
export { decide, type ObstacleEvent } from './obstacle/decide.js';
export { type Due, fallDue, nextDue } from './obstacle/fall-due.js';
export { flag } from './obstacle/flag.js';
export { type ClearedCase, type Lessons, lessonsOf } from './obstacle/lessons.js';
export { daysAtRungs, tellLife } from './obstacle/life.js';
export type { Decided, Moved } from './obstacle/outcome.js';
export { nextLoudMoment } from './obstacle/quiet.js';
export { actingOn } from './obstacle/rung.js';
export {
  CONFIRMATIONS,
  type Confirmation,
  type DecisionContext,
  OBSTACLE_STANDINGS,
  type ObstacleStanding,
  type ObstacleState,
} from './obstacle/state.js';
export type { ObstacleRefusal, Step } from './obstacle/step.js';
export { hasSubstance } from './obstacle/urgent.js';
export { countedWords, momentWords, STANDING_LABELS, workdaysWords } from './obstacle/words.js';
