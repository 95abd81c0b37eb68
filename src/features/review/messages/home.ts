import type { Button, KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import type { ItemCase } from '../../../store/action-items.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { itemPhrases } from './parts.js';

const words = {
  title: { zh: (count: number) => `交办事项${count}`, en: (count: number) => `Action items: ${count}` },
  row: {
    zh: (number: string, day: string) => `*${number}* · ${day}`,
    en: (number: string, day: string) => `*${number}* · ${day}`,
  },
  see: { zh: '看', en: 'Open' },
  more: { zh: (left: number) => `还有${left}项`, en: (left: number) => `${left} more` },
} as const satisfies Phrases;

const MOST_SHOWN = 3;

/** On the home tab: the items that its reader is to do, the most overdue first. */
export function itemBlocks(ctx: Ctx, items: readonly ItemCase[]): KnownBlock[] {
  if (items.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  const phrases = itemPhrases(ctx, ctx.language);
  const left = items.length - MOST_SHOWN;
  return [
    header(say.title(items.length)),
    ...items.slice(0, MOST_SHOWN).map((item) => {
      const day = `${phrases.day(item.state.due)}${phrases.overdue(item)}`;
      const rows = [say.row(phrases.number(item.number), day), phrases.brief(item.text)];
      return section(rows.join('\n'), button(ids.card, { id: item.id }, say.see));
    }),
    ...(left > 0 ? [actions(moreItemsButton(left, ctx.language))] : []),
  ];
}

/** Opens the list of what its reader is to do. */
export const moreItemsButton = (left: number, language: Language): Button =>
  button(ids.list, { of: 'mine', slot: null, offset: 0 }, inLanguage(words, language).more(left));
