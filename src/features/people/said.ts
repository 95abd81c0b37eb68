import type { Language } from '../../text/language.js';

/** What somebody says who asks to be let in. */
export type AskedIn = {
  readonly name: string;
  readonly unit: string;
  readonly words: string;
  /** What their account calls itself, and reads. */
  readonly account: string;
  readonly language: Language;
};

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** As the store keeps it: a line each. */
export const writeAsked = (asked: AskedIn): string =>
  [asked.name, asked.unit, asked.words, asked.account, asked.language].map(line).join('\n');

export function readAsked(said: string): AskedIn {
  const [name = '', unit = '', words = '', account = '', language = ''] = said.split('\n');
  return { name, unit, words, account, language: language === 'en' ? 'en' : 'zh' };
}
