/** What a review that looks at indicators (经济运行分析) may say of them. */
export { indicatorWords, valueWords } from './messages/words.js';
export type { SeenIndicators } from './model.js';
export { indicatorsFor, withRevisions } from './read.js';
export { seeIndicators } from './see.js';
