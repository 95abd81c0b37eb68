import type { Block, KnownBlock } from '@slack/types';
import type { Message } from '../../../message.js';
import { unescapeText } from '../../../text/escape.js';
import type { DigestPosts } from '../model.js';

/** A digest as plain lines, replies below their top: for the command line, and for people who review its words. */
export function digestText({ top, replies }: DigestPosts): string {
  const threads = replies
    .filter(({ empty }) => !empty)
    .map(({ message }) => `\n  ┄┄\n${indent(messageLines(message))}`);
  return `${messageLines(top)}${threads.join('')}\n`;
}

/** What a post says, its picture by what it says to who cannot see it. */
export function messageLines({ blocks, picture }: Message): string {
  if (picture === undefined) return plainLines(blocks);
  const shown: Block & { readonly alt_text: string } = { type: 'image', alt_text: picture.alt };
  return plainLines([...blocks.slice(0, picture.before), shown, ...blocks.slice(picture.before)]);
}

/** What blocks say, a line each; buttons and pictures in brackets. */
export function plainLines(blocks: Message['blocks']): string {
  return blocks.flatMap((block) => linesOf(block as KnownBlock)).join('\n');
}

function linesOf(block: KnownBlock | Block): string[] {
  const known = block as KnownBlock;
  switch (known.type) {
    case 'header':
      return [known.text.text];
    case 'section':
      return [
        shown(known.text?.text ?? '') + (known.accessory?.type === 'button' ? ` [${known.accessory.text.text}]` : ''),
      ];
    case 'context':
      return known.elements.map((element) => ('text' in element ? shown(element.text) : ''));
    case 'actions':
      return [known.elements.map((element) => (element.type === 'button' ? `[${element.text.text}]` : '')).join(' ')];
    case 'image':
      return [`[${known.alt_text}]`];
    default:
      return [];
  }
}

const shown = (mrkdwn: string): string => unescapeText(mrkdwn.replaceAll('*', '').replaceAll('\u200b', ''));

const indent = (text: string): string => text.replace(/^/gm, '  ');
