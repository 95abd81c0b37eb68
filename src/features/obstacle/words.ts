import { cardWords } from './words/card.js';
import { formsWords } from './words/forms.js';
import { listWords } from './words/list.js';
import { refusalsWords } from './words/refusals.js';
import { stepsWords } from './words/steps.js';

/** Every phrase about obstacles, zh-CN and English side by side. Texts of people come in escaped. */
export const words = { ...cardWords, ...stepsWords, ...formsWords, ...refusalsWords, ...listWords };
