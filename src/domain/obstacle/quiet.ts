import { addDays, dayAt, type Instant, instantAt, timeAt } from '../day.js';
import { workdayFrom } from '../workday.js';
import type { DecisionContext, ObstacleState } from './state.js';

/**
 * When a rung may be told: null for at once. Nobody is written to in quiet hours or on a day off but the commander,
 * about something urgent.
 */
export function announceAt(
  state: Pick<ObstacleState, 'rung' | 'urgent'>,
  context: Pick<DecisionContext, 'now' | 'today' | 'quietFrom' | 'quietTo' | 'calendar' | 'timeZone'>,
): Instant | null {
  if (state.urgent && state.rung === 'commander') return null;
  return nextLoudMoment(context);
}

/** null where somebody may be written to now, else the moment from which on. */
export function nextLoudMoment({
  now,
  quietFrom,
  quietTo,
  calendar,
  timeZone,
}: Pick<DecisionContext, 'now' | 'quietFrom' | 'quietTo' | 'calendar' | 'timeZone'>): Instant | null {
  const today = dayAt(now, timeZone);
  const time = timeAt(now, timeZone);
  const early = time < quietTo;
  const late = time >= quietFrom;
  if (calendar.isWorkday(today) && !early && !late) return null;
  const day = workdayFrom(late ? addDays(today, 1) : today, calendar);
  const first = day === today && !early ? addDays(day, 1) : day;
  return instantAt(workdayFrom(first, calendar), quietTo, timeZone);
}
