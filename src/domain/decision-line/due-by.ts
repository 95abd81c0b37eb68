import type { LocalDay } from '../day.js';
import { masked } from '../report-line/masked.js';
import { numberOf } from '../report-line/number-words.js';
import { findDays, type SpokenDay } from '../report-line/spoken-day.js';
import type { Span } from '../report-line/types.js';
import { addWorkdays, deadline, type WorkCalendar } from '../workday.js';

/** By when, as a line says it. `day` null: none that is exact, with days to choose from; `said`: what stood in its place. */
export type DueBy = {
  readonly day: LocalDay | null;
  /** The working days that were counted to reach it; none where a day was said. */
  readonly counted: readonly LocalDay[];
  readonly candidates: readonly LocalDay[];
  readonly said: string | null;
  /** It says by when, and does not only name a day. */
  readonly marked: boolean;
  /** Where it stands, to be left out of what is to be done. */
  readonly spans: readonly Span[];
};

const WORKDAYS =
  /(?:within\s+)?(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:个)?\s*(?:工作日|working\s+days?)(?:之内|以内|内|之前|前)?/gi;
const UNTIL = /^\s*(?:下班|上班|中午|上午|下午|晚上)?\s*(?:之前|以前|前(?!面|期|后|方|天|往)|为止|以内|之内|内)/;
const FROM = /^\s*(?:以后|之后|后|起|开始|以来)/;
const LABEL = /(?:(?:完成)?(?:时限|期限|时间|日期)|限|最迟|最晚|\bby|\bbefore|\bdue)\s*[:：]?\s*(?:在|于)?\s*$/;
const SOON = /尽快|尽早|抓紧|立即|马上|近期|近日|\basap\b|\bsoon\b/;
const OFFERED = [3, 5] as const;

/** The one day by which something is to be done. Two days, a stretch of days, or a day that is over: it is asked. */
export function dueBy(plain: string, today: LocalDay, calendar: WorkCalendar): DueBy {
  const offered = OFFERED.map((count) => addWorkdays(today, count, calendar));
  const none: DueBy = { day: null, counted: [], candidates: offered, said: null, marked: false, spans: [] };
  const spans = [...plain.matchAll(WORKDAYS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    count: numberOf(match[1] ?? ''),
  }));
  const days = findDays(masked(plain, spans), today).map((day) => marking(day, plain));
  const [span] = spans;
  if (span?.count && spans.length === 1 && days.every(({ marked }) => !marked)) {
    const { day, counted } = deadline(today, span.count, calendar);
    return { day, counted, candidates: [], said: null, marked: true, spans: [span] };
  }
  const toCome = days.filter(({ from, meant }) => !from && (meant === null || meant >= today));
  const meant = toCome.some(({ marked }) => marked) ? toCome.filter(({ marked }) => marked) : toCome;
  const distinct = [...new Set(meant.map((each) => each.meant))];
  const stretches = [...spans, ...meant.map(({ start, end }) => ({ start, end }))];
  const said = (of: readonly Span[]) => of.map(({ start, end }) => plain.slice(start, end)).join('、') || null;
  const marked = spans.length > 0 || meant.some((each) => each.marked);
  if (spans.length > 0 || distinct.length > 1) {
    const candidates = distinct.filter((day) => day !== null);
    return { ...none, candidates: candidates.length > 0 ? candidates : offered, said: said(stretches), marked };
  }
  const [only] = meant;
  if (only === undefined) return { ...none, said: SOON.exec(plain)?.[0] ?? null };
  if (only.meant !== null)
    return { day: only.meant, counted: [], candidates: [], said: null, marked, spans: stretches };
  const candidates = only.candidates.filter((day) => day >= today);
  return { ...none, candidates: candidates.length > 0 ? candidates : offered, said: said(stretches), marked };
}

function marking(day: SpokenDay, plain: string) {
  const after = plain.slice(day.end, day.end + 5);
  const until = UNTIL.exec(after);
  const marked = day.before || until !== null || LABEL.test(plain.slice(Math.max(0, day.start - 12), day.start));
  return {
    start: day.start,
    end: day.end + (until?.[0].length ?? 0),
    meant: day.coming,
    candidates: day.candidates,
    marked,
    from: !marked && FROM.test(after),
  };
}
