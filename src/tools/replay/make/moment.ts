import { addDays, type LocalDay } from '../../../domain/day.js';
import { workdayFrom } from '../../../domain/workday.js';
import { type Away, awayOn } from './away.js';
import type { Setting } from './script.js';

/** A day as it is typed. */
export const monthDay = (day: LocalDay): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** A minute of a day, as a script has it. */
export const momentAt = (day: LocalDay, minute: number): string =>
  `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** From this working day on, the first on which somebody is there. */
export function thereFrom(who: string, day: LocalDay, { calendar }: Setting, aways: readonly Away[]): LocalDay {
  let at = workdayFrom(day, calendar);
  for (let away = awayOn(who, at, aways); away; away = awayOn(who, at, aways))
    at = workdayFrom(addDays(away.to, 1), calendar);
  return at;
}
