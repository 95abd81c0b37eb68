/** What other features may ask of the morning's questions. */
export { handOverPrompts } from './hand-over.js';
export { askedWords } from './messages/asked.js';
export { sparedWords } from './messages/spared.js';
export { chooseAsked, chosenAsked, morningCounts } from './setting.js';
