import { addDays, type LocalDay, weekday } from '../../../domain/day.js';
import type { Digest } from '../../../domain/digest/compute.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';
import { firstThatFits, type Row, row } from './rows.js';

const words = {
  nextWeek: { zh: (days: string) => `下周上班：${days}`, en: (days: string) => `Next week: work on ${days}` },
  off: {
    zh: (from: string, to: string) => (from === to ? `${from}放假` : `${from}至${to}放假`),
    en: (from: string, to: string) => (from === to ? `Off ${from}` : `Off ${from}–${to}`),
  },
  madeUp: {
    zh: (day: string, weekday: string) => `，${day}${weekday}上班`,
    en: (day: string, weekday: string) => `; ${weekday === 'Sun' ? 'Sunday' : 'Saturday'} ${day} is a workday`,
  },
} as const satisfies Catalogue;

/** Before days off, or a day off that is worked: weekly, which days the next week has. */
export function calendarRow({ day, calendar, cadence }: Digest, phrases: Phrases): Row | null {
  const own = inLanguage(words, phrases.language);
  const { language } = phrases;
  const days = (from: number, to: number): LocalDay[] => {
    const all: LocalDay[] = [];
    for (let ahead = from; ahead <= to; ahead += 1) all.push(addDays(day, ahead));
    return all;
  };
  if (cadence === 'weekly' || cadence === 'half-monthly') {
    const monday = 8 - weekday(day);
    const work = days(monday, monday + 6).filter((each) => calendar.isWorkday(each));
    if (work.length === 0 || (work.length === 5 && work.every((each) => weekday(each) < 6))) return null;
    return row('', own.nextWeek(phrases.dates(work)));
  }
  if (cadence !== 'daily' || calendar.isWorkday(addDays(day, 1)) || weekday(day) === 5) return null;
  const ahead = days(1, 12);
  const back = ahead.findIndex((each) => calendar.isWorkday(each));
  const off = back === -1 ? [] : ahead.slice(0, back);
  const [first, last, again] = [off[0], off.at(-1), ahead[back]];
  if (first === undefined || last === undefined || again === undefined) return null;
  const madeUp =
    weekday(again) > 5 ? own.madeUp(phrases.dayBeside(again, day, true), phrases.weekday(weekday(again))) : '';
  const said = own.off(phrases.dayBeside(first, first === last ? day : last, true), phrases.dayBeside(last, day));
  return firstThatFits([row('', `${said}${madeUp}`), row('', said)], language);
}
