import type { KnownBlock } from '@slack/types';
import { dayAt } from '../../../domain/day.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenItem } from '../model.js';
import { itemPhrases } from './parts.js';

const words = {
  title: { zh: (count: number) => `会上定的${count}件`, en: (count: number) => `Decided: ${count}` },
  done: { zh: (day: string, how: string) => `${day}办结${how}`, en: (day: string, how: string) => `done ${day}${how}` },
  dropped: { zh: '不再办', en: 'dropped' },
  see: { zh: '看', en: 'Open' },
  all: { zh: (count: number) => `看${count}件`, en: (count: number) => `See ${count}` },
} as const satisfies Phrases;

/** More would push the rest off the card; the newest come first. */
const MOST = 3;

/** On a project's card: what was decided about it, when, and how each stands. */
export function projectItemBlocks(ctx: Ctx, seen: readonly SeenItem[], project: number): KnownBlock[] {
  if (seen.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  const phrases = itemPhrases(ctx, ctx.language);
  const comma = ctx.language === 'zh' ? '，' : ', ';
  const rows = seen.slice(0, MOST).map(({ item, people }) => {
    const { standing, due, endedOn } = item.state;
    const how =
      standing === 'dropped'
        ? say.dropped
        : standing === 'done' && endedOn !== null
          ? say.done(phrases.day(endedOn), phrases.ended(item))
          : `${phrases.day(due)}${phrases.overdue(item)}`;
    const from = phrases.from(item, dayAt(item.createdAt, ctx.program.timeZone));
    return section(
      [
        `*${phrases.number(item.number)}* · ${phrases.name(people, item.ownerId)}${comma}${how}`,
        phrases.brief(item.text),
        from,
      ].join('\n'),
      button(ids.card, { id: item.id }, say.see),
    );
  });
  const all = button(ids.list, { of: 'project', slot: null, offset: 0, project }, say.all(seen.length));
  return [
    section(`*${say.title(seen.length)}*`),
    ...rows.map((row, place) => named(row, place)),
    ...(seen.length > MOST ? [actions(all)] : []),
  ];
}

/** Slack wants every action_id of a message once. */
function named(row: ReturnType<typeof section>, place: number): KnownBlock {
  const { accessory } = row;
  return accessory?.type === 'button'
    ? { ...row, accessory: { ...accessory, action_id: `${accessory.action_id}#${place}` } }
    : row;
}
