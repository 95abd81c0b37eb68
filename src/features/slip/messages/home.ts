import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { context, header } from '../../../slack/blocks.js';
import type { SlipCase } from '../../../store/slips.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { slipRows } from './list.js';

export const words = {
  waiting: {
    zh: (count: string) => `等您办的督办单${count}张`,
    en: (count: string) => `Slips that wait on you: ${count}`,
  },
  more: { zh: '其余发 /slip 查看', en: 'the others: /slip' },
} as const satisfies Phrases;

const MOST_SHOWN = 3;

/** On the home tab: the slips that wait on its reader, to be answered or to be decided. */
export function slipBlocks(ctx: Ctx, slips: readonly SlipCase[]): KnownBlock[] {
  if (slips.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  return [
    header(say.waiting(String(slips.length))),
    ...slips.slice(0, MOST_SHOWN).map((slip) => slipRows(ctx, slip)),
    ...(slips.length > MOST_SHOWN ? [context(say.more)] : []),
  ];
}
