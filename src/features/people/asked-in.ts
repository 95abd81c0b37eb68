import type { AskedIn } from './model.js';

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** As the store keeps it: a line each. */
export const writeAsked = (asked: AskedIn): string =>
  [asked.name, asked.unit, asked.words, asked.account, asked.language].map(line).join('\n');

export function readAsked(said: string): AskedIn {
  const [name = '', unit = '', words = '', account = '', language = ''] = said.split('\n');
  return { name, unit, words, account, language: language === 'en' ? 'en' : 'zh' };
}
