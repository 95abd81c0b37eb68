import type { Button, KnownBlock } from '@slack/types';
import type { ItemState } from '../../../domain/action-item.js';
import { dayAt, timeAt } from '../../../domain/day.js';
import type { HeldReview } from '../../../domain/review.js';
import { mattersOf } from '../../../domain/review-agenda.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import type { SlotCase } from '../../../store/review-slots.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids as visitIds } from '../../visit/ids.js';
import { ids } from '../ids.js';
import type { Acts } from '../model.js';
import { reviewName } from '../reviews.js';
import { agendaRows } from './agenda-rows.js';
import { itemPhrases } from './parts.js';

const words = {
  decide: { zh: (count: number) => `要定${count}件`, en: (count: number) => `${count} to decide` },
  nothing: { zh: '没有要定的事', en: 'Nothing to decide' },
  seats: {
    zh: (count: number) => `不开可省${count}人次`,
    en: (count: number) => `Skip it? ${count === 1 ? '1 person keeps' : `${count} people keep`} their hour`,
  },
  visit: { zh: '走访1家企业', en: 'One firm to visit' },
  passFirm: { zh: '换一家', en: 'Next firm' },
  move: { zh: '改天', en: 'Another day' },
  needed: { zh: (names: string) => `参加：${names}`, en: (names: string) => `Needed: ${names}` },
  held: {
    zh: (who: string, at: string) => `已开（${who}，${at}）`,
    en: (who: string, at: string) => `Held (${who}, ${at})`,
  },
  spared: {
    zh: (who: string, at: string) => `不开（${who}，${at}）`,
    en: (who: string, at: string) => `Not held (${who}, ${at}): spared`,
  },
  merged: {
    zh: (into: string, who: string, at: string) => `并入${into}（${who}，${at}）`,
    en: (into: string, who: string, at: string) => `Merged into ${into} (${who}, ${at})`,
  },
  moment: { zh: (day: string, time: string) => `${day}${time}`, en: (day: string, time: string) => `${day} ${time}` },
  beside: {
    zh: (review: string, at: string) => `同天${at}还有${review}`,
    en: (review: string, at: string) => `Same day, ${at}: ${review}`,
  },
  isHeld: { zh: '已开', en: 'Held' },
  skip: { zh: '不开', en: 'Skip' },
  merge: { zh: '合并', en: 'Merge' },
  add: { zh: '记一件', en: 'Add one' },
} as const satisfies Phrases;

/** More names than these do not fit into the row. */
const NAMED = 4;

/** The agenda of a review: what is to be decided, each with its button, and what became of the review. */
export function agendaPost(
  ctx: Acts,
  given: {
    readonly slot: SlotCase;
    readonly people: ReadonlyMap<number, Contact>;
    readonly beside: readonly HeldReview[];
    /** It is not posted yet: nothing is to press. */
    readonly preview?: boolean;
    /** How the items stand by now of which it asks whether they are still to be done. */
    readonly states?: ReadonlyMap<number, ItemState>;
  },
  language: Language,
): Message {
  const { slot, people, beside, preview = false, states = new Map<number, ItemState>() } = given;
  const say = inLanguage(words, language);
  const phrases = itemPhrases(ctx, language);
  const lines = slot.agenda ?? [];
  const matters = mattersOf(lines);
  const title = `${phrases.dayAndWeekday(slot.day)} · ${escapeText(reviewName(ctx.program, slot.review, language))}`;
  const turn = lines.find(({ kind }) => kind === 'firm' || kind === 'town');
  const nothing = turn?.kind === 'firm' ? say.visit : say.nothing;
  const seats = ctx.program.policy.mechanisms.reviews.find(({ key }) => key === slot.review)?.seats;
  const maySpare = matters === 0 && turn?.kind !== 'firm';
  const saves = maySpare && slot.outcome === null && seats !== undefined ? `\n${say.seats(seats)}` : '';
  const first = matters === 0 ? `${nothing}${saves}` : say.decide(matters);
  const holders = [...new Set(lines.flatMap((line) => line.holders))].slice(0, NAMED);
  const names = holders.map((id) => phrases.name(people, id)).join(language === 'zh' ? '、' : ', ');
  const settled = settledRow();
  const others = settled === null ? beside : [];
  const { textOf, controlOf, askedOf } = agendaRows(ctx, slot, states, language);
  const rows = lines.map((line, place) => `${place + 1} ${textOf(line)}`);
  const tail = [
    ...(names === '' ? [] : [say.needed(names)]),
    ...others.map((each) => say.beside(escapeText(reviewName(ctx.program, each.key, language)), each.at)),
    ...(settled === null ? [] : [settled]),
  ];
  const blocks: KnownBlock[] = [
    section([`*${title}*`, first].join('\n')),
    ...lines.flatMap((line, place): KnownBlock[] => {
      const asks = preview ? [] : askedOf(line);
      const row = section(rows[place] ?? '', preview || asks.length > 0 ? undefined : controlOf(line));
      const named = asks.map((each) => ({ ...each, action_id: `${each.action_id}#${place}` }));
      return asks.length === 0 ? [row] : [row, actions(...named)];
    }),
    ...(tail.length === 0 ? [] : [section(tail.join('\n'))]),
    ...(preview ? [] : [actions(...buttons())]),
  ];
  return { text: [title, first, ...rows, ...tail].join('\n'), blocks };

  function settledRow(): string | null {
    if (slot.outcome === null || slot.decidedAt === null) return null;
    const { timeZone } = ctx.program;
    const moment = say.moment(
      phrases.day(dayAt(slot.decidedAt, timeZone)),
      timeAt(slot.decidedAt, timeZone).replace(/^0/, ''),
    );
    const who = phrases.name(people, slot.decidedById);
    if (slot.outcome !== 'merged') return say[slot.outcome](who, moment);
    return say.merged(escapeText(reviewName(ctx.program, slot.mergedInto ?? '', language)), who, moment);
  }

  function buttons(): readonly Button[] {
    const add = button(ids.open, { slot: slot.id }, say.add);
    if (slot.outcome !== null) return [add];
    const as = (outcome: 'held' | 'spared' | 'merged', label: string, into: string | null = null) =>
      button(ids.settle, { id: slot.id, outcome, into }, label);
    const into = beside[0]?.key ?? null;
    return [
      as('held', say.isHeld),
      ...(maySpare ? [as('spared', say.skip)] : []),
      ...(into === null ? [] : [as('merged', say.merge, into)]),
      add,
      ...(turn?.kind === 'firm'
        ? [
            button(ids.pass, { slot: slot.id, from: turn.projectId }, say.passFirm),
            button(visitIds.openMove, { slot: slot.id }, say.move),
          ]
        : []),
    ];
  }
}
