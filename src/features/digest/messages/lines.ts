import type { KnownBlock } from '@slack/types';
import { section } from '../../../slack/blocks.js';
import { clip, unescapeText } from '../../../text/escape.js';

/** What a phone shows: this many Chinese characters a line, this many lines. */
export const LINE_WIDTH = 40;
export const SCREEN_LINES = 15;

// Slack refuses a message with about 13,000 characters in its blocks, and a section with more than 3,000.
const MESSAGE_CHARACTERS = 10_000;
const SECTION_CHARACTERS = 2_900;
const MESSAGE_SECTIONS = 40;

/** A Latin letter is half as wide as a Chinese one. */
const widthOf = (character: string): number => ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1);

/** How many lines of a phone `line` takes. */
export function linesTaken(line: string): number {
  const shown = unescapeText(line.replaceAll('\u200b', '')).replaceAll('*', '');
  let width = 0;
  for (const character of shown) width += widthOf(character);
  return Math.max(1, Math.ceil(width / LINE_WIDTH));
}

/** As much of `text` as is not wider than `width` Chinese characters, with … where something was cut. */
export function clipWidth(text: string, width: number): string {
  let taken = 0;
  let kept = 0;
  const characters = [...text];
  for (const character of characters) {
    taken += widthOf(character);
    if (taken > width) return clip(text, Math.max(1, kept));
    kept += 1;
  }
  return text;
}

/** The first of `lines` that fit into `room` lines of a phone, at most `most` of them. */
export function fitting(
  lines: readonly string[],
  room: number,
  most: number,
): { readonly lines: readonly string[]; readonly taken: number } {
  const fit: string[] = [];
  let taken = 0;
  for (const line of lines.slice(0, most)) {
    const next = taken + linesTaken(line);
    if (next > room) break;
    fit.push(line);
    taken = next;
  }
  return { lines: fit, taken };
}

/** As many of `items` as one message may hold, packed into sections; how many were left out. */
export function packed(
  items: readonly string[],
  most: number,
): { readonly blocks: readonly KnownBlock[]; readonly left: number } {
  const sections: string[] = [];
  let characters = 0;
  let shown = 0;
  for (const item of items.slice(0, most)) {
    if (characters + item.length > MESSAGE_CHARACTERS) break;
    const last = sections.at(-1);
    if (last !== undefined && last.length + item.length < SECTION_CHARACTERS)
      sections[sections.length - 1] = `${last}\n${item}`;
    else if (sections.length < MESSAGE_SECTIONS) sections.push(item);
    else break;
    characters += item.length + 1;
    shown += 1;
  }
  return { blocks: sections.map((text) => section(text)), left: items.length - shown };
}
