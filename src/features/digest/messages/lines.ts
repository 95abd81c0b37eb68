import type { KnownBlock } from '@slack/types';
import { section } from '../../../slack/blocks.js';

// Slack refuses a message with about 13,000 characters in its blocks, and a section with more than 3,000.
const MESSAGE_CHARACTERS = 10_000;
const SECTION_CHARACTERS = 2_900;
const MESSAGE_SECTIONS = 40;

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
