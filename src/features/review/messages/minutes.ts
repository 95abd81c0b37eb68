import { leftOver } from '../../../domain/review-agenda.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { ItemCase } from '../../../store/action-items.js';
import type { FirmNeed } from '../../../store/firm-needs.js';
import type { Contact } from '../../../store/people.js';
import type { SlotCase } from '../../../store/review-slots.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Acts } from '../model.js';
import { reviewName } from '../reviews.js';
import { itemPhrases } from './parts.js';

const words = {
  title: {
    zh: (day: string, review: string, count: number) => `${day}${review}定了${count}件`,
    en: (day: string, review: string, count: number) => `${day}, ${review}: ${count} decided`,
  },
  told: {
    zh: (day: string, review: string, count: number) => `${day}${review}提出${count}件`,
    en: (day: string, review: string, count: number) => `${day}, ${review}: ${count} needs told`,
  },
  needs: { zh: (count: number) => `提出${count}件`, en: (count: number) => `Needs told: ${count}` },
  need: {
    zh: (number: number, day: string, text: string) => `卡点${number}号 限${day}答复：${text}`,
    en: (number: number, day: string, text: string) => `Obstacle ${number}, answered by ${day}: ${text}`,
  },
  none: {
    zh: (day: string, review: string) => `${day}${review}没有定事`,
    en: (day: string, review: string) => `${day}, ${review}: nothing decided`,
  },
  row: {
    zh: (number: string, who: string, day: string, text: string) => `${number} ${who} ${day}：${text}`,
    en: (number: string, who: string, day: string, text: string) => `${number} ${who}, ${day}: ${text}`,
  },
  dropped: {
    zh: (number: string, why: string) => `不再办：${number}（${why}）`,
    en: (number: string, why: string) => `Dropped: ${number} (${why})`,
  },
  left: {
    zh: (what: string) => `没有定，转下次：${what}`,
    en: (what: string) => `Not decided, for next time: ${what}`,
  },
  obstacle: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `obstacle ${number}` },
  list: { zh: (count: number) => `看${count}件`, en: (count: number) => `See ${count}` },
  paper: { zh: '下载纪要', en: 'Minutes' },
} as const satisfies Phrases;

/** What a review decided, each with its owner and day, and what a firm told that it needs. What was only said there is not in it. */
export function minutesPost(
  ctx: Acts,
  given: {
    readonly slot: SlotCase;
    readonly items: readonly ItemCase[];
    readonly people: ReadonlyMap<number, Contact>;
    /** What was told on a visit: each is an obstacle. */
    readonly needs: readonly FirmNeed[];
  },
  language: Language,
): Message {
  const { slot, items, people, needs } = given;
  const say = inLanguage(words, language);
  const phrases = itemPhrases(ctx, language);
  const review = escapeText(reviewName(ctx.program, slot.review, language));
  const decided = items.filter(({ state }) => state.standing !== 'dropped');
  const day = phrases.day(slot.day);
  const title =
    decided.length > 0
      ? say.title(day, review, decided.length)
      : needs.length > 0
        ? say.told(day, review, needs.length)
        : say.none(day, review);
  const rows = items.map((item) =>
    item.state.standing === 'dropped'
      ? say.dropped(phrases.number(item.number), phrases.brief(item.state.dropReason ?? ''))
      : say.row(
          phrases.number(item.number),
          phrases.name(people, item.ownerId),
          phrases.day(item.state.due),
          phrases.brief(item.text),
        ),
  );
  if (needs.length > 0 && decided.length > 0) rows.push(say.needs(needs.length));
  for (const { number, answerBy, text } of needs)
    rows.push(say.need(number, phrases.day(answerBy), phrases.brief(text)));
  const left = leftOver(slot.agenda ?? [], items).flatMap((line) =>
    line.kind === 'obstacle' ? [say.obstacle(line.number)] : line.kind === 'red' ? [line.code] : [],
  );
  if (left.length > 0) rows.push(say.left(left.join(language === 'zh' ? '、' : ', ')));
  const list = button(ids.list, { of: 'slot', slot: slot.id, offset: 0 }, say.list(items.length));
  const paper = button(ids.paper, { slot: slot.id }, say.paper);
  return {
    text: [title, ...rows].join('\n'),
    blocks: [
      section(`*${title}*`),
      // A section holds 3,000 characters, and a long meeting decides much.
      ...chunks(rows, 20).map((part) => section(part.join('\n'))),
      ...(items.length > 0 ? [actions(list, paper)] : needs.length > 0 ? [actions(paper)] : []),
    ],
  };
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, place) => all.slice(place * size, (place + 1) * size));
