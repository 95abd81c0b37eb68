import type { KnownBlock } from '@slack/types';
import { countItems } from '../../../domain/action-item.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import type { ItemCase } from '../../../store/action-items.js';
import type { Contact } from '../../../store/people.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Asked } from '../model.js';
import { itemPhrases } from './parts.js';

const words = {
  none: { zh: '交办事项：没有在办的', en: 'Action items: none open' },
  open: {
    zh: (all: number, overdue: number) => `交办在办${all}${overdue === 0 ? '' : `（超期${overdue}）`}`,
    en: (all: number, overdue: number) => `Action items: ${all} open${overdue === 0 ? '' : ` (${overdue} overdue)`}`,
  },
  mine: {
    zh: (all: number, overdue: number) => `我的交办${all}${overdue === 0 ? '' : `（超期${overdue}）`}`,
    en: (all: number, overdue: number) => `Your items: ${all}${overdue === 0 ? '' : ` (${overdue} overdue)`}`,
  },
  slot: {
    zh: (all: number, overdue: number) => `会上定的${all}项${overdue === 0 ? '' : `（超期${overdue}）`}`,
    en: (all: number, overdue: number) => `Decided there: ${all}${overdue === 0 ? '' : ` (${overdue} overdue)`}`,
  },
  project: {
    zh: (all: number, overdue: number) => `会上定的${all}件${overdue === 0 ? '' : `（超期${overdue}）`}`,
    en: (all: number, overdue: number) => `Decided: ${all}${overdue === 0 ? '' : ` (${overdue} overdue)`}`,
  },
  found: {
    zh: (all: number) => `找到交办${all}件`,
    en: (all: number) => `Action items found: ${all}`,
  },
  add: { zh: '记一件', en: 'Add one' },
  see: { zh: '看', en: 'Open' },
  more: { zh: (left: number) => `还有${left}项`, en: (left: number) => `${left} more` },
  doneRow: { zh: '，办结', en: ', done' },
  droppedRow: { zh: '，不再办', en: ', dropped' },
} as const satisfies Phrases;

const PAGE = 10;

/** Items, the most overdue first. */
export function listMessage(
  ctx: Ctx,
  given: {
    readonly items: readonly ItemCase[];
    readonly people: ReadonlyMap<number, Contact>;
    readonly asked: Asked;
    readonly leads: boolean;
  },
): Message {
  const { items, people, asked, leads } = given;
  const say = inLanguage(words, ctx.language);
  const phrases = itemPhrases(ctx, ctx.language);
  const add = leads ? [button(ids.open, { slot: asked.slot }, say.add)] : [];
  if (items.length === 0) return { text: say.none, blocks: [section(say.none), ...(leads ? [actions(...add)] : [])] };
  const { overdue } = countItems(
    items.map(({ state }) => state),
    ctx.today,
  );
  const title = say[asked.of](items.length, overdue);
  const page = items.slice(asked.offset, asked.offset + PAGE);
  const left = items.length - asked.offset - page.length;
  const next = { ...asked, offset: asked.offset + PAGE };
  const last = [...add, ...(left > 0 ? [button(ids.list, next, say.more(left))] : [])];
  return {
    text: title,
    blocks: [
      header(title),
      ...page.map((item): KnownBlock => {
        const { standing, due } = item.state;
        const how = standing === 'done' ? say.doneRow : standing === 'dropped' ? say.droppedRow : phrases.overdue(item);
        const top = `*${phrases.number(item.number)}* · ${phrases.name(people, item.ownerId)}`;
        return section(
          [top, `${phrases.day(due)}${how}`, phrases.brief(item.text)].join('\n'),
          button(ids.card, { id: item.id }, say.see),
        );
      }),
      ...(last.length === 0 ? [] : [actions(...last)]),
    ],
  };
}
