import { addDays, type LocalDay } from '../../domain/day.js';
import { findDays } from '../../domain/report-line/spoken-day.js';

/** Somebody of the program, as a line may name them. */
export type Named = { readonly id: number; readonly name: string; readonly nameEn: string };

/** A leave as it was asked for. `personId` null: the person themselves. */
export type AskedLeave = {
  readonly personId: number | null;
  readonly delegateId: number | null;
  readonly from: LocalDay;
  readonly to: LocalDay;
};

export type LeaveFault = 'days' | 'delegate' | 'person';

/** `5.6-5.9`, `5/6-5/9` */
const SHORT_RANGE = /(\d{1,2})[./](\d{1,2})\s*(?:[-~—至到]|to)+\s*(\d{1,2})[./](\d{1,2})/gi;
/** `5月6日-9日` */
const RANGE = /(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?\s*(?:[-~—至到]|to)+\s*(\d{1,2})\s*[日号]?(?!\s*[月./\d])/gi;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** `1-3 July`, `1 to 3 July` */
const DAYS_OF_MONTH = new RegExp(`\\b(\\d{1,2})\\s*(?:[-–~—]|to)\\s*(\\d{1,2})\\s+(${MONTH})\\b`, 'gi');
/** `July 1-3` */
const MONTHS_DAYS = new RegExp(`\\b(${MONTH})\\s+(\\d{1,2})\\s*(?:[-–~—]|to)\\s*(\\d{1,2})\\b(?!\\s*${MONTH})`, 'gi');
/** What stands before the days of one's own leave, and names nobody. */
const OWN =
  /^(?:我|本人|自己|要|想|请|登记|请假|休假|年假|病假|事假|公休|出差|学习|开会|从|自|于|在|i|am|me|my|on|leave|from|will|be|away|\s|[,，。:：])*$/i;
const LASTING = /(\d{1,2})\s*(?:天|days?)/i;
const DELEGATE = /(?:代理人?|由|委托|代办|delegate|stand[- ]in)\s*[:：]?/i;

/** Reads `5月6日-9日 代理 韩振国`, for others with their name in front: `冯立志 5月6日至9日 代理 韩振国`. */
export function readLeaveLine(
  typed: string,
  people: readonly Named[],
  today: LocalDay,
): { readonly leave: AskedLeave } | { readonly fault: LeaveFault } {
  const text = typed.normalize('NFKC');
  const whole = text
    .replace(SHORT_RANGE, (_, month, day, toMonth, toDay) => `${month}月${day}日 ${toMonth}月${toDay}日`)
    .replace(RANGE, (_, month, day, toDay) => `${month}月${day}日 ${month}月${toDay}日`)
    .replace(DAYS_OF_MONTH, (_, day, toDay, month) => `${day} ${month}, ${toDay} ${month}`)
    .replace(MONTHS_DAYS, (_, month, day, toDay) => `${month} ${day} ${month} ${toDay}`);
  const found = findDays(whole.toLowerCase(), today);
  const days = found.flatMap(({ coming }) => coming ?? []);
  const from = days[0];
  const lasting = LASTING.exec(whole);
  const to = days[1] ?? (from && lasting ? addDays(from, Number(lasting[1]) - 1) : from);
  if (from === undefined || to === undefined) return { fault: 'days' };
  const mark = DELEGATE.exec(text);
  const before = namesIn(mark ? text.slice(0, mark.index) : text, people);
  const after = mark ? namesIn(text.slice(mark.index + mark[0].length), people) : [];
  if (mark && after.length !== 1) return { fault: 'delegate' };
  if (before.length > 1) return { fault: 'person' };
  // A name that nobody has must not make it the leave of the one who typed it.
  const lead = whole.slice(0, found[0]?.start ?? 0);
  if (before.length === 0 && !OWN.test(lead)) return { fault: 'person' };
  return { leave: { personId: before[0] ?? null, delegateId: after[0] ?? null, from, to } };
}

/** Whom a text names, each once. */
function namesIn(text: string, people: readonly Named[]): readonly number[] {
  const plain = text.toLowerCase();
  return people
    .filter(({ name, nameEn }) => plain.includes(name) || plain.includes(nameEn.toLowerCase()))
    .map(({ id }) => id);
}
