export { ALIKE, alikeness } from './obstacle/alike.js';
export {
  actingOn,
  type Decided,
  decide,
  flag,
  type Moved,
  type ObstacleEvent,
} from './obstacle/decide.js';
export { type Due, fallDue, nextDue } from './obstacle/fall-due.js';
export { type ClearedCase, type Lessons, lessonsOf } from './obstacle/lessons.js';
export { nextLoudMoment } from './obstacle/quiet.js';
export {
  OBSTACLE_STANDINGS,
  type ObstacleStanding,
  type ObstacleState,
  type Surroundings,
} from './obstacle/state.js';
export type { ObstacleRefusal, Step } from './obstacle/step.js';
export { countedWords, momentWords, STANDING_LABELS, workdaysWords } from './obstacle/words.js';
