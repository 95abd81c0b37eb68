import { squeezed } from '../ledger-sheet/clean.js';

/** A name without width, case, blanks and punctuation: two with the same key are one. */
export const nameKey = (name: string): string =>
  squeezed(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A project's code however it is typed: P-017, p17 and Ｐ０１７ are one. */
export function codeKey(code: string): string {
  const plain = squeezed(code).toUpperCase();
  const parts = /^([A-Z\p{Script=Han}]*)[-_.]?0*(\d+)$/u.exec(plain);
  return parts === null ? plain : `${parts[1]}${parts[2]}`;
}

/** Text fields say the same when only width and blanks differ. */
export const sameText = (one: string | null, other: string | null): boolean =>
  squeezed(one ?? '') === squeezed(other ?? '');

/** A row of the file, for decisions about it. */
export const rowKey = (sheet: string, row: number): string => `${sheet}!${row}`;
