import type { Phrases } from '../../../text/language.js';

/** Phrases that several messages share, zh-CN and English side by side. Names and texts of people come in escaped. */
export const phrases = {
  archive: { zh: '归档', en: 'Archive' },
  use: { zh: '启用', en: 'Run this one' },
} as const satisfies Phrases;
