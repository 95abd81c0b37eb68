/** What other features may ask of goals: how they stand for a person. */
export type { GoalsSeen } from './model.js';
export { goalsNow } from './see.js';
