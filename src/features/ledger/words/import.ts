import { previewWords } from './preview.js';
import { settledWords } from './settled.js';

/** Every phrase of importing. */
export const importWords = { ...previewWords, ...settledWords } as const;
