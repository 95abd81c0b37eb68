import type { CalendarChart } from '../../../charts/chart.js';
import { addDays, type LocalDay, monthEnd } from '../../../domain/day.js';
import { countEn, dayWords, monthWords } from '../../../domain/day-words.js';
import { type CalendarSlot, type CalendarStanding, countStandings } from '../../../domain/review-calendar.js';
import type { Ctx } from '../../../feature.js';
import type { Message, Picture } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { cutToFit, fitsRow } from '../../../text/row.js';
import { ids } from '../ids.js';
import { reviewName } from '../reviews.js';
import { itemPhrases } from './parts.js';

const STANDINGS_ZH: Readonly<Record<CalendarStanding, string>> = {
  held: '已开',
  spared: '不开',
  merged: '合并',
  missed: '过期没开',
  open: '还没记',
  ahead: '未到',
};
const STANDINGS_EN: Readonly<Record<CalendarStanding, string>> = {
  held: 'held',
  spared: 'spared',
  merged: 'merged',
  missed: 'missed',
  open: 'not settled',
  ahead: 'to come',
};

const words = {
  title: {
    zh: (month: string, count: number) => `${month} · 会议${count}次`,
    en: (month: string, count: number) => `${month} · ${countEn(count, 'review')}`,
  },
  none: { zh: (month: string) => `${month}没有排会议`, en: (month: string) => `No review is due in ${month}` },
  standing: {
    zh: (standing: CalendarStanding) => STANDINGS_ZH[standing],
    en: (standing: CalendarStanding) => STANDINGS_EN[standing],
  },
  into: { zh: (review: string) => `并入${review}`, en: (review: string) => `merged into ${review}` },
  count: {
    zh: (standing: string, count: number) => `${standing}${count}`,
    en: (standing: string, count: number) => `${count} ${standing}`,
  },
  today: { zh: (day: string) => `今天${day}`, en: (day: string) => `Today, ${day}` },
  before: { zh: '上月', en: 'Month before' },
  after: { zh: '下月', en: 'Month after' },
} as const satisfies Phrases;

const MOST_ALT = 2000;

/** The reviews of a month as a picture and as a list, each with how it stands; the months beside it by one press. */
export function calendarMessage(
  ctx: Ctx,
  given: { readonly month: LocalDay; readonly slots: readonly CalendarSlot[] },
): Message {
  const { month, slots } = given;
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const phrases = itemPhrases(ctx, language);
  const zh = language === 'zh';
  const named = monthWords(month, language, program.year);
  const title = slots.length === 0 ? say.none(named) : say.title(named, slots.length);
  const rows = slots.map(({ slot, standing, into }) => {
    const row = (review: string, how: string) =>
      `${phrases.dayAndWeekday(slot.day)}${zh ? ' ' : ', '}${review} · ${how}`;
    const review = phrases.review(slot.review);
    const merged = into === null ? null : row(review, say.into(phrases.review(into)));
    if (standing === 'merged' && merged !== null && fitsRow(merged, language)) return merged;
    const how = say.standing(standing);
    return row(
      cutToFit(review, (name) => row(name, how), language),
      how,
    );
  });
  const beside = [
    ...(month > program.from ? [button(ids.calendar, { month: startOf(addDays(month, -1)) }, say.before)] : []),
    ...(monthEnd(month) < program.to ? [button(ids.calendar, { month: addDays(monthEnd(month), 1) }, say.after)] : []),
  ];
  const picture = slots.length === 0 ? {} : { picture: calendarPicture(ctx, month, slots) };
  return {
    text: title,
    blocks: [
      header(title),
      ...(rows.length === 0 ? [] : [section([countsOf(slots, ctx), ...rows].join('\n'))]),
      ...(beside.length === 0 ? [] : [actions(...beside)]),
    ],
    ...picture,
  };
}

const startOf = (day: LocalDay): LocalDay => addDays(day, 1 - Number(day.slice(8)));

/** `已开3、不开1、未到9`. */
function countsOf(slots: readonly CalendarSlot[], { language }: Pick<Ctx, 'language'>): string {
  const say = inLanguage(words, language);
  const parts = countStandings(slots).map(({ standing, count }) => say.count(say.standing(standing), count));
  return parts.join(language === 'zh' ? '、' : ', ');
}

function calendarPicture(ctx: Ctx, month: LocalDay, slots: readonly CalendarSlot[]): Picture {
  const { language, program, calendar, today } = ctx;
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const dayOf = (day: LocalDay): number => Number(day.slice(8));
  const days = Array.from({ length: dayOf(monthEnd(month)) }, (_, index) => addDays(month, index));
  const reviews = program.policy.mechanisms.reviews.flatMap(({ key }) => {
    const own = slots.filter(({ slot }) => slot.review === key);
    return own.length === 0 ? [] : [{ name: reviewName(program, key, language), own }];
  });
  const chart: CalendarChart = {
    kind: 'calendar',
    title: say.title(monthWords(month, language, program.year), slots.length),
    about: countsOf(slots, ctx),
    days: days.map((day) => ({ off: !calendar.isWorkday(day) })),
    today:
      today.slice(0, 7) === month.slice(0, 7)
        ? { day: dayOf(today), label: say.today(dayWords(today, language, program.year)) }
        : null,
    rows: reviews.map(({ name, own }) => ({
      name,
      says: countsOf(own, ctx),
      marks: own.map(({ slot, standing }) => ({ day: dayOf(slot.day), mark: standing })),
    })),
    legend: countStandings(slots).map(({ standing }) => ({ mark: standing, label: say.standing(standing) })),
  };
  const said = reviews.map(({ name, own }, index) => {
    const marks = own.map(
      ({ slot, standing }) => `${dayWords(slot.day, language)}${zh ? '' : ' '}${say.standing(standing)}`,
    );
    return `${name}${zh ? '：' : ': '}${chart.rows[index]?.says}${zh ? '（' : ' ('}${marks.join(zh ? '、' : ', ')}${zh ? '）' : ')'}`;
  });
  const head = [chart.title, chart.about, ...(chart.today === null ? [] : [chart.today.label])];
  return {
    chart,
    alt: clip([...head, ...said].join(zh ? '；' : '; '), MOST_ALT),
    name: `reviews-${month.slice(0, 7)}`,
    before: 1,
  };
}
