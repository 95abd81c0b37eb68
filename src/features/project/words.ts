import { cardWords, roadmapWords, searchWords } from './words/card.js';
import { fieldWords, happeningWords, standingWords } from './words/happenings.js';

/** Every phrase about a project: its card, its roadmap, what happened to it, and how it is found. */
export { cardWords, fieldWords, happeningWords, roadmapWords, searchWords, standingWords };
