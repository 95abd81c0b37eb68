import type { KnownBlock } from '@slack/types';
import { waiting } from '../../../domain/factor.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { HomeFactors, SeenPool } from '../model.js';
import { factorPhrases } from './parts.js';

const words = {
  toGive: { zh: (count: number) => `等配置的要素${count}`, en: (count: number) => `To allocate: ${count}` },
  asks: {
    zh: (pool: string, count: number, amount: string) => `${pool}\n${count}家要${amount}`,
    en: (pool: string, count: number, amount: string) =>
      `${pool}\n${count} ${count === 1 ? 'asks' : 'ask'} for ${amount}`,
  },
  choose: { zh: '配置', en: 'Allocate' },
  own: { zh: (count: number) => `您申请的要素${count}`, en: (count: number) => `Asked by you: ${count}` },
  waits: {
    zh: (project: string, factor: string, amount: string) => `*${project}* ${factor}${amount}`,
    en: (project: string, factor: string, amount: string) => `*${project}* ${factor} ${amount}`,
  },
  enough: { zh: (place: number) => `排第${place}，池里够`, en: (place: number) => `Place ${place}, there is enough` },
  short: {
    zh: (place: number, by: string) => `排第${place}，差${by}`,
    en: (place: number, by: string) => `Place ${place}, ${by} short`,
  },
  see: { zh: '看', en: 'Open' },
  all: { zh: '要素', en: 'Factors' },
} as const satisfies Phrases;

const MOST_SHOWN = 3;

/** On the home tab: who waits for what its reader gives, and where their own projects stand in the order. */
export function homeFactorBlocks(ctx: Ctx, { given, own }: HomeFactors): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const all = (shown: number) => (shown > MOST_SHOWN ? [actions(button(ids.overview, {}, say.all))] : []);
  const count = given.reduce((sum, { lines }) => sum + lines.length, 0);
  return [
    ...(given.length === 0
      ? []
      : [header(say.toGive(count)), ...given.slice(0, MOST_SHOWN).map(poolRow), ...all(given.length)]),
    ...(own.length === 0
      ? []
      : [header(say.own(own.length)), ...own.slice(0, MOST_SHOWN).map(ownRow), ...all(own.length)]),
  ];

  function poolRow(seen: SeenPool): KnownBlock {
    const { pool, factor, lines } = seen;
    const waits = lines.reduce((sum, { request }) => sum + waiting(request), 0);
    const press = button(ids.choose, { pool: pool.id, offset: 0 }, say.choose);
    return section(say.asks(`*${phrases.pool(seen)}*`, lines.length, phrases.amount(waits, factor)), {
      ...press,
      action_id: `${press.action_id}#${pool.id}`,
    });
  }

  function ownRow([{ pool, factor, places }, { request, short }]: HomeFactors['own'][number]): KnownBlock {
    const place = places.get(request.id) ?? 0;
    const amount = phrases.amount(waiting(request), factor);
    const row = say.waits(phrases.project(request), phrases.title(factor, pool.part), amount);
    const stands = short === 0 ? say.enough(place) : say.short(place, phrases.amount(short, factor));
    const press = button(ids.list, { pool: pool.id, offset: 0 }, say.see);
    return section(`${row}\n${stands}`, { ...press, action_id: `${press.action_id}#${request.id}` });
  }
}
