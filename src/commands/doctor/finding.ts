import type { Words } from '../../domain/plan.js';

/** One thing that was looked at: well, missing (with what to do), or not to be seen from here (with what would show it). */
export type Finding = { readonly state: 'well' | 'missing' | 'unseen'; readonly says: Words };

export const well = (zh: string, en: string): Finding => ({ state: 'well', says: { zh, en } });
export const missing = (zh: string, en: string): Finding => ({ state: 'missing', says: { zh, en } });
export const unseen = (zh: string, en: string): Finding => ({ state: 'unseen', says: { zh, en } });

const MOST_NAMED = 12;

/** Names in a row, the first dozen of them and how many more. */
export function named(names: readonly string[]): Words {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  return {
    zh: `${shown.join('、')}${more > 0 ? ` 等${names.length}个` : ''}`,
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
