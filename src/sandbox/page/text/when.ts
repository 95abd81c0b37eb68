import type { PageLanguage } from '../wire.js';
import { localeOf, wordsOf } from '../words/words.js';

/**
 * Dates as people of the workspace read them, always in the workspace's own time zone, never in the browser's.
 * Intl formatters are slow to make and quick to use, so each is made once.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    formatters.set(key, made);
  }
  return made;
}

export const millisecondsOf = (ts: string): number => Math.floor(Number(ts) * 1000);

/** Days by quarter of an hour: no zone's midnight lies within one, and a long conversation asks for thousands. */
const days = new Map<string, string>();
const quarterMs = 15 * 60_000;

/** `2020-06-17` of that moment in the zone. */
export function localDay(ms: number, timeZone: string): string {
  const key = `${timeZone}|${Math.floor(ms / quarterMs)}`;
  let day = days.get(key);
  if (day === undefined) {
    day = formatter('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);
    days.set(key, day);
  }
  return day;
}

/** `09:05` */
export function timeOfDay(ms: number, timeZone: string): string {
  return formatter('en-GB', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
}

/** `09:05:07` */
export function timeWithSeconds(ms: number, timeZone: string): string {
  return formatter('en-GB', timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
}

/** `6月17日 星期三`, with the year when it is not this one; `Wed, 17 June`. */
export function dayWithWeekday(ms: number, nowMs: number, timeZone: string, language: PageLanguage): string {
  const sameYear = localDay(ms, timeZone).slice(0, 4) === localDay(nowMs, timeZone).slice(0, 4);
  const locale = localeOf[language];
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  if (language === 'zh') {
    const day = formatter(locale, timeZone, { ...year, month: 'long', day: 'numeric' }).format(ms);
    return `${day} ${formatter(locale, timeZone, { weekday: 'long' }).format(ms)}`;
  }
  return formatter(locale, timeZone, { ...year, weekday: 'long', month: 'long', day: 'numeric' }).format(ms);
}

/** The day as the clock at the top shows it: short enough for a phone. */
export function clockDay(ms: number, timeZone: string, language: PageLanguage): string {
  if (language === 'zh') return dayWithWeekday(ms, ms, timeZone, language);
  return formatter(localeOf[language], timeZone, { weekday: 'short', month: 'short', day: 'numeric' }).format(ms);
}

/** A day separator: today and yesterday by name, and every day with its weekday. */
export function dayHeading(ms: number, nowMs: number, timeZone: string, language: PageLanguage): string {
  const words = wordsOf[language];
  const full = dayWithWeekday(ms, nowMs, timeZone, language);
  const day = localDay(ms, timeZone);
  if (day === localDay(nowMs, timeZone)) return words.namedDay(words.today, full);
  if (day === localDay(nowMs - 86_400_000, timeZone)) return words.namedDay(words.yesterday, full);
  return full;
}

/** Short: the time today, else the date with the time. */
export function shortMoment(ms: number, nowMs: number, timeZone: string, language: PageLanguage): string {
  const time = timeOfDay(ms, timeZone);
  if (localDay(ms, timeZone) === localDay(nowMs, timeZone)) return time;
  const day = formatter(localeOf[language], timeZone, { month: 'short', day: 'numeric' }).format(ms);
  return `${day} ${time}`;
}

/**
 * Slack's `<!date^…^{tokens}|…>`.
 * Source: docs.slack.dev, "Formatting message text", date formatting.
 */
export function formatDateTokens(pattern: string, ms: number, timeZone: string, language: PageLanguage): string {
  const locale = localeOf[language];
  const named = (options: Intl.DateTimeFormatOptions) => formatter(locale, timeZone, options).format(ms);
  return pattern.replace(/\{(\w+)\}/g, (whole, token: string) => {
    switch (token) {
      case 'date_num':
        return localDay(ms, timeZone);
      case 'date_slash':
        return localDay(ms, timeZone).replaceAll('-', '/');
      case 'date':
      case 'date_pretty':
        return named({ year: 'numeric', month: 'long', day: 'numeric' });
      case 'date_short':
      case 'date_short_pretty':
        return named({ year: 'numeric', month: 'short', day: 'numeric' });
      case 'date_long':
      case 'date_long_pretty':
      case 'date_long_full':
        return named({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
      case 'day_divider_pretty':
        return named({ month: 'long', day: 'numeric', weekday: 'long' });
      case 'time':
        return timeOfDay(ms, timeZone);
      case 'time_secs':
        return timeWithSeconds(ms, timeZone);
      default:
        return whole;
    }
  });
}
