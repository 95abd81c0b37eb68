import { settledWords } from './decided-words.js';
import { previewWords } from './preview-words.js';

/** Every phrase of importing. */
export const importWords = { ...previewWords, ...settledWords } as const;
