import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { ControlError } from './fault.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Epoch milliseconds of an ISO instant, or of `YYYY-MM-DD HH:mm[:ss]` on the zone's wall. @throws ControlError */
export function wallTime(text: string, timeZone: string): number {
  const local = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text.trim());
  const instant = local ? dayjs.tz(`${local[1]} ${local[2] ?? '00:00'}`, timeZone).valueOf() : Date.parse(text);
  if (Number.isNaN(instant))
    throw new ControlError(`'${text}' is not a time: give 'HH:mm', 'YYYY-MM-DD HH:mm' or an ISO instant.`);
  return instant;
}

/** Where `set` points: the next such time of day for `HH:mm`, else the instant. */
export function settingTime(set: unknown, now: number, timeZone: string): number {
  if (typeof set === 'number' && Number.isFinite(set)) return set;
  if (typeof set !== 'string')
    throw new ControlError("'set' is 'HH:mm', 'YYYY-MM-DD HH:mm', an ISO instant or epoch milliseconds.");
  const time = /^(\d{1,2}):(\d{2})$/.exec(set.trim());
  if (!time) return wallTime(set, timeZone);
  const today = dayjs(now).tz(timeZone).format('YYYY-MM-DD');
  const clock = `${(time[1] ?? '').padStart(2, '0')}:${time[2]}`;
  const candidate = dayjs.tz(`${today} ${clock}`, timeZone);
  if (!candidate.isValid()) throw new ControlError(`'${set}' is not a time of day.`);
  if (candidate.valueOf() > now) return candidate.valueOf();
  const tomorrow = dayjs(now).tz(timeZone).add(1, 'day').format('YYYY-MM-DD');
  return dayjs.tz(`${tomorrow} ${clock}`, timeZone).valueOf();
}

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Milliseconds of `2h`, `1d`, `1h30m`, an ISO duration (`PT2H`, `P1D`), or a plain number of milliseconds. */
export function duration(advance: unknown): number {
  if (typeof advance === 'number' && Number.isFinite(advance) && advance >= 0) return advance;
  const text = typeof advance === 'string' ? advance.trim() : '';
  const iso = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text);
  if (iso && text.length > 1 && !/T$/i.test(text)) {
    const [, weeks, days, hours, minutes, seconds] = iso.map((part) => Number(part ?? 0));
    return (
      (weeks ?? 0) * 604_800_000 +
      (days ?? 0) * 86_400_000 +
      (hours ?? 0) * 3_600_000 +
      (minutes ?? 0) * 60_000 +
      (seconds ?? 0) * 1000
    );
  }
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)/gi)];
  const read = parts
    .map((part) => part[0])
    .join('')
    .replace(/\s/g, '');
  if (parts.length > 0 && read.length === text.replace(/\s/g, '').length)
    return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS[(unit ?? '').toLowerCase()] ?? 0), 0);
  if (/^\d+$/.test(text)) return Number(text);
  throw new ControlError(`'${String(advance)}' is not a duration: give '2h', '1d', 'PT30M' or milliseconds.`);
}
