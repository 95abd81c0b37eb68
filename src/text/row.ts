import { unescapeText } from './escape.js';
import type { Language } from './language.js';

/**
 * How wide a row of a message is on a phone of 390 px, in em: what stands in one row of a message is at most ROW_EM, in a
 * header HEADER_EM; all labels of a row of so many buttons together at most BUTTONS_EM. Measured against Chromium with the
 * page's own style sheet: never more than half an em short.
 */
export const ROW_EM = 20.5;
export const HEADER_EM = 17;
/** By how many buttons stand in the row. */
export const BUTTONS_EM: Readonly<Record<number, number>> = { 1: 20, 2: 17, 3: 14.5, 4: 12 };
/** Letters of an English row, a Chinese one counting two. */
const ROW_LETTERS = 42;

const LIGHT = /\p{Extended_Pictographic}/u;
const CHINESE = /\p{Script=Han}/u;
/** What the page sets a little apart from a Chinese character beside it. */
const APART = /[A-Za-z0-9%]/;

function widthOf(character: string): number {
  if (LIGHT.test(character)) return 1.4;
  if (character === '·' || character === '→' || (character.codePointAt(0) ?? 0) >= 0x2000) return 1;
  if (character === ' ') return 0.25;
  if (character === '%') return 0.92;
  return /[A-Z0-9]/.test(character) ? 0.56 : 0.5;
}

/** The width of one row, in em. Escapes and marks of mrkdwn take none. */
export function rowWidth(row: string): number {
  const shown = [...unescapeText(row.replaceAll('\u200b', '')).replaceAll('*', '')];
  let width = 0;
  for (const [index, character] of shown.entries()) {
    width += widthOf(character);
    const next = shown[index + 1] ?? '';
    if ((CHINESE.test(character) && APART.test(next)) || (APART.test(character) && CHINESE.test(next))) width += 0.125;
  }
  return width;
}

/** Whether a row stays one row on a phone. */
export function fitsRow(row: string, language: Language, most = ROW_EM): boolean {
  if (rowWidth(row) > most) return false;
  if (language === 'zh') return true;
  const shown = [...unescapeText(row.replaceAll('\u200b', '')).replaceAll('*', '')];
  return shown.reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0) <= ROW_LETTERS;
}

/** As much of `name` as `row` holds beside it, with … where something was cut; at least one character of it. */
export function cutToFit(name: string, row: (name: string) => string, language: Language): string {
  const characters = [...name];
  if (fitsRow(row(name), language)) return name;
  for (let kept = characters.length - 1; kept > 0; kept -= 1) {
    const cut = `${characters.slice(0, kept).join('')}…`;
    if (kept === 1 || fitsRow(row(cut), language)) return cut;
  }
  return name;
}
