import type { KnownBlock } from '@slack/types';
import type { LocalDay } from '../../../domain/day.js';
import { goalWords } from '../../../domain/goal-words.js';
import { judgementOfGate, judgementWords } from '../../../domain/judgement.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { LESSONS_MOST, type LostDays, lessonStanding } from '../../../domain/lookback.js';
import { MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { MATTERS } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import type { Lesson } from '../../../store/review-lessons.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { cutToFit, fitsRow } from '../../../text/row.js';
import { ids } from '../ids.js';
import type { Foretold, Lookback } from '../model.js';
import { itemPhrases } from './parts.js';

const words = {
  title: { zh: (gate: string) => `${gate}关口 · 复盘`, en: (gate: string) => `Gate of ${gate} · looking back` },
  goal: {
    zh: (name: string, needed: string) => `*${name}* 要${needed}`,
    en: (name: string, needed: string) => `*${name}*: ${needed} needed`,
  },
  foretold: {
    zh: (day: string, value: string, judged: string) => `${day}预计${value}，${judged}`,
    en: (day: string, value: string, judged: string) => `On ${day}: ${value} expected, ${judged}`,
  },
  unforetold: { zh: (day: string) => `${day}还不能预计`, en: (day: string) => `On ${day}: too early to tell` },
  already: { zh: (day: string) => `${day}已经达到`, en: (day: string) => `On ${day}: reached already` },
  came: {
    zh: (value: string, judged: string) => `结果${value}，${judged}`,
    en: (value: string, judged: string) => `Came to ${value}, ${judged}`,
  },
  cameTo: { zh: (judged: string) => `结果${judged}`, en: (judged: string) => `Came to this: ${judged}` },
  metOn: { zh: (day: string) => `${day}补上`, en: (day: string) => `made good ${day}` },
  lost: {
    zh: (from: string, to: string) => `*卡点占用的工作日* ${from}至${to}`,
    en: (from: string, to: string) => `*Working days at obstacles*, ${from} to ${to}`,
  },
  nothingLost: { zh: '这一段没有卡点', en: 'There was no obstacle' },
  matter: {
    zh: (matter: string, days: number) => `${matter}${days}：`,
    en: (matter: string, days: number) => `${matter} ${days}: `,
  },
  rung: { zh: (rung: string, days: number) => `${rung}${days}`, en: (rung: string, days: number) => `${rung} ${days}` },
  items: {
    zh: (all: number, inTime: number, late: number, open: number) =>
      `*到期的交办${all}件* 按期${inTime}、晚${late}、没办完${open}`,
    en: (all: number, inTime: number, late: number, open: number) =>
      `*Items due ${all}*: ${inTime} in time, ${late} late, ${open} open`,
  },
  noItems: { zh: '这一段没有到期的交办', en: 'No action item was due' },
  lesson: {
    zh: (place: number, text: string) => `*经验${place}* ${text}`,
    en: (place: number, text: string) => `*Lesson ${place}* ${text}`,
  },
  dropped: { zh: '不采纳', en: 'Dropped' },
  toItem: { zh: '转为交办', en: 'Make an item' },
  drop: { zh: '不采纳', en: 'Drop' },
  made: { zh: (number: number) => `交办${number}号`, en: (number: number) => `Item ${number}` },
  add: { zh: '记一条经验', en: 'Add a lesson' },
} as const satisfies Phrases;

/** What a gate that has passed can teach, and its lessons with what became of each. */
export function lookbackMessage(ctx: Ctx, lookback: Lookback): Message {
  const { language } = ctx;
  const say = inLanguage(words, language);
  const phrases = itemPhrases(ctx, language);
  const { gate, span, lost, items, lessons } = lookback;
  const title = say.title(phrases.day(gate));
  const { all, inTime, late, open } = items;
  const standing = lessons.filter((each) => lessonStanding(each) !== 'dropped');
  const days = lost.length === 0 ? [say.nothingLost] : lostRows(lost, ctx);
  return {
    text: title,
    blocks: [
      header(title),
      ...lookback.goals.map((each) => section(goalRows(each, lookback.foretoldOn, ctx).join('\n'))),
      section([say.lost(phrases.day(span.from), phrases.day(span.to)), ...days].join('\n')),
      section(all === 0 ? say.noItems : say.items(all, inTime, late, open)),
      ...lessons.flatMap((lesson) => lessonBlocks(lesson, ctx)),
      ...(standing.length >= LESSONS_MOST ? [] : [actions(button(ids.lesson, { gate }, say.add))]),
    ],
  };
}

/** A goal: what its gate needed, what was foretold, what came of it. */
function goalRows({ goal, gate, foretold }: Lookback['goals'][number], on: LocalDay, ctx: Ctx): readonly string[] {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const { day } = itemPhrases(ctx, language);
  const { quantity, against } = goalWords(language, program.year);
  const needed = quantity(goal.measure, gate.needed, 'up');
  const name = cutToFit(goal.name[language], (shown) => say.goal(shown, needed), language);
  const said = (value: number, outOf: number | null): string =>
    outOf === null ? against(goal.measure, value, gate.needed) : `${value}/${outOf}`;
  const judged = judgementWords(judgementOfGate(gate, 'none'), language);
  const { judged: value } = gate;
  const came =
    value === undefined
      ? say.cameTo(judged)
      : say.came(value.of === 'share' ? said(value.reached, value.outOf) : said(value.number, null), judged);
  const met = gate.metOn === undefined ? [] : [say.metOn(day(gate.metOn))];
  return [
    say.goal(escapeText(name), needed),
    foretoldRow(foretold, day(on), said, ctx),
    [came, ...met].join(language === 'zh' ? '，' : ', '),
  ];
}

function foretoldRow(
  foretold: Foretold | null,
  day: string,
  said: (value: number, outOf: number | null) => string,
  { language }: Ctx,
): string {
  const say = inLanguage(words, language);
  switch (foretold?.forecast.kind) {
    case 'pace': {
      const { value, holds } = foretold.forecast;
      return say.foretold(day, said(value, foretold.outOf), judgementWords(holds ? 'pass' : 'miss', language));
    }
    case 'reached':
      return say.already(day);
    default:
      return say.unforetold(day);
  }
}

/** A row a matter, the most days first: all of them, and by rung as far as the row holds, the longest in front. */
function lostRows(lost: readonly LostDays[], { language }: Ctx): readonly string[] {
  const say = inLanguage(words, language);
  const between = language === 'zh' ? '、' : ', ';
  return MATTERS.map((matter) => {
    const rungs = lost.filter((each) => each.matter === matter).sort((one, other) => other.workdays - one.workdays);
    return { matter, rungs, days: rungs.reduce((sum, { workdays }) => sum + workdays, 0) };
  })
    .filter(({ days }) => days > 0)
    .sort((one, other) => other.days - one.days)
    .map(({ matter, rungs, days }) => {
      const row = (count: number) =>
        `${say.matter(MATTER_LABELS[matter][language], days)}${rungs
          .slice(0, count)
          .map(({ rung, workdays }) => say.rung(RUNG_LABELS[rung][language], workdays))
          .join(between)}`;
      let count = rungs.length;
      while (count > 1 && !fitsRow(row(count), language)) count -= 1;
      return row(count);
    });
}

function lessonBlocks(lesson: Lesson, { language }: Ctx): readonly KnownBlock[] {
  const say = inLanguage(words, language);
  const { id, place, text, item } = lesson;
  const row = say.lesson(place, escapeText(text.replace(/\s+/g, ' ')));
  switch (lessonStanding(lesson)) {
    case 'dropped':
      return [section(`${row}\n${say.dropped}`)];
    case 'item':
      return [
        section(row),
        ...(item === null ? [] : [actions(button(ids.card, { id: item.id }, say.made(item.number)))]),
      ];
    case 'open':
      return [
        section(row),
        actions(button(ids.open, { lesson: id, text }, say.toItem), button(ids.dropLesson, { id }, say.drop)),
      ];
  }
}
