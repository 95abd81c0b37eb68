import { addDays, dayOf, daysBetween, type LocalDay, localDay } from '../day.js';
import { type DayReading, yearOf } from './day-reading.js';

const LUNAR: Readonly<Record<string, string>> = { 春节: '1-1', 过年: '1-1', 元宵: '1-15', 端午: '5-5', 中秋: '8-15' };
const SOLAR: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  清明: [4, 4],
  五一: [5, 1],
  劳动节: [5, 1],
  七一: [7, 1],
  八一: [8, 1],
  教师节: [9, 10],
  国庆: [10, 1],
  十一: [10, 1],
};

/** The festivals by which days are told. */
export const FESTIVALS = [...Object.keys(LUNAR), ...Object.keys(SOLAR)].filter((name) => name !== '十一').join('|');

const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
const WINDOWS: Readonly<Record<string, readonly [from: string, days: number]>> = {
  '1-1': ['01-20', 33],
  '1-15': ['02-03', 34],
  '5-5': ['05-26', 34],
  '8-15': ['09-06', 34],
};
const EPOCH = localDay('1970-01-01');
const DAY = 86_400_000;
const found = new Map<string, LocalDay | null>();

// A day of the old calendar in a year, looked for where it can fall, and once.
function lunarDay(year: number, lunar: string): LocalDay | null {
  const key = `${year} ${lunar}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const [from, days] = WINDOWS[lunar] ?? ['01-01', 0];
  let day: LocalDay | null = null;
  for (let at = 0; at < days && day === null; at += 1) {
    const next = addDays(localDay(`${year}-${from}`), at);
    const parts = calendar.formatToParts((daysBetween(EPOCH, next) + 0.5) * DAY);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
    if (`${part('month')}-${part('day')}` === lunar) day = next;
  }
  found.set(key, day);
  return day;
}

function festivalIn(year: number, name: string): LocalDay | null {
  const lunar = LUNAR[name];
  if (lunar !== undefined) return lunarDay(year, lunar);
  const solar = SOLAR[name];
  return solar ? dayOf(year, solar[0], solar[1]) : null;
}

/** A festival: the last one looking back, the next one looking ahead. */
export function festival(name: string, today: LocalDay): DayReading {
  const around = [-1, 0, 1].flatMap((away) => festivalIn(yearOf(today) + away, name) ?? []);
  const past = around.findLast((day) => day <= today) ?? null;
  const coming = around.find((day) => day >= today) ?? null;
  return { past, coming, candidates: [coming, past] };
}
