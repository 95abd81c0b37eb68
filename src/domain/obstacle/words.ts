import { dayAt, type Instant, type LocalDay, timeAt } from '../day.js';
import { countEn, dayWords } from '../day-words.js';
import type { Words } from '../plan.js';
import type { ObstacleStanding } from './state.js';

export const STANDING_LABELS: Readonly<Record<ObstacleStanding, Words>> = {
  open: { zh: '待认领', en: 'open' },
  claimed: { zh: '已认领', en: 'claimed' },
  resolved: { zh: '待核实', en: 'to be verified' },
  closed: { zh: '已销号', en: 'closed' },
};

/** The working days that a deadline counts; months are said where there are several: `28、29、30日`, `6月30日，7月1、2日`. */
export function countedWords(counted: readonly LocalDay[], language: keyof Words): string {
  const months: { month: string; days: string[] }[] = [];
  for (const day of counted) {
    const month = day.slice(0, 7);
    const last = months.at(-1);
    const date = String(Number(day.slice(8)));
    if (last?.month === month) last.days.push(date);
    else months.push({ month, days: [date] });
  }
  if (language === 'zh') {
    return months
      .map(({ month, days }) => `${months.length === 1 ? '' : `${Number(month.slice(5))}月`}${days.join('、')}日`)
      .join('，');
  }
  return months
    .map(({ month, days }) => `${days.join(', ')} ${dayWords(`${month}-01` as LocalDay, 'en').slice(2)}`)
    .join('; ');
}

/** `6月30日 18:00`, `30 June, 18:00`; `year`: the reader's own, see dayWords. */
export function momentWords(at: Instant, timeZone: string, language: keyof Words, year?: number): string {
  const day = dayWords(dayAt(at, timeZone), language, year);
  return language === 'zh' ? `${day} ${timeAt(at, timeZone)}` : `${day}, ${timeAt(at, timeZone)}`;
}

/** `3个工作日`, `3 working days`. */
export const workdaysWords = (count: number, language: keyof Words): string =>
  language === 'zh' ? `${count}个工作日` : countEn(count, 'working day');
