// What other features say of projects in the same words: what happened to them, and what stops them.
export { happeningText, type LogNames } from '../view/happening.js';
export { obstacleText } from '../view/obstacle.js';
