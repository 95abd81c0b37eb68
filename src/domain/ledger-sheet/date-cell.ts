import { dayOf, type LocalDay } from '../day.js';
import { saysNothing, saysOpen, squeezed, withoutTimes } from './clean.js';
import { dayFor, dayOfSerial, findDates, plainDates, type ToldDate } from './find-dates.js';
import type { Cell } from './grid.js';
import { rememberedOfYear } from './remembered.js';

export type DateUse = 'start' | 'due';

/** What is odd about a cell that still gives a day. */
export type DateOddity = 'more-text' | 'several' | 'about' | 'far' | 'number' | 'month-shown';

/** What a cell in a column of dates says. `others`: days that it could mean as well. */
export type DateReading =
  | { readonly says: 'nothing' | 'open' | 'begun' | 'done' }
  | { readonly says: 'wrong'; readonly why: 'no-such-day' | 'no-date' }
  | {
      readonly says: 'day';
      readonly day: LocalDay;
      readonly others: readonly LocalDay[];
      readonly oddity: DateOddity | null;
      readonly done: boolean;
    };

// A project's dates lie near its program's year; further away a digit was mistyped (2002 for 2020).
const FAR_YEARS = 12;
const BEGUN = /^(?:已|已经)?(?:于?(?:去年|上年))?(?:开工|动工|开建|启动|在建|续建|建设中|施工中)(?:建设)?(?:项目)?$/;
const DONE =
  /^(?:[√✓✔☑✅]|已|已经|全部)?(?:[√✓✔☑✅]|办结|办理|完成|完工|竣工|投产|取得|办理?完毕|到位|批复|是|竣工验收|建成|落地|签约|封顶|通过)了?$/;
const NOT_NEEDED = /^(?:不涉及|不需要?|无需|不需办理|无需办理|不用|免|不适用|免办)(?:办理)?$/;
// Words that stand around a date and add nothing to it.
const AROUND =
  '(?:计划|预计|拟|力争|争取|确保|已|已经|于|在|约|自|从|截至|截止|最迟|不迟于|不晚于|时间|日期|年内|完成时限|左右|上下|之前|以前|前|底|止|起|内|左右|开工|动工|开建|竣工|完工|建成|投产|完成|办结|取得|封顶|投用|使用|交付|建设|验收|实现|全面|全部|并|的|了|日|[:,.;。，；、()（）*-])';
const LEADING = new RegExp(`^${AROUND}+`);
const TRAILING = new RegExp(`${AROUND}+$`);

/** What a date's cell says. `year` is that of dates without one. */
export function readDate(cell: Cell, use: DateUse, year: number): DateReading {
  if (cell.date !== null) return fromDateCell(cell.date, use, year);
  if (cell.number !== null) return fromNumber(cell.number, shownText(cell), use, year);
  return writtenDate[use](cell.text, year);
}

const writtenDate = {
  start: rememberedOfYear((text, year) => fromWritten(text, 'start', year)),
  due: rememberedOfYear((text, year) => fromWritten(text, 'due', year)),
};

function fromWritten(written: string, use: DateUse, year: number): DateReading {
  const text = plainDates(squeezed(withoutTimes(written)));
  if (saysNothing(text) || NOT_NEEDED.test(text)) return { says: 'nothing' };
  if (saysOpen(text)) return { says: 'open' };
  if (BEGUN.test(text)) return { says: 'begun' };
  if (DONE.test(text)) return { says: 'done' };
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text), text, use, year, true);
  return fromText(text, use, year);
}

function fromDateCell(date: NonNullable<Cell['date']>, use: DateUse, year: number): DateReading {
  const [ofYear = 0, month = 1, ofMonth = 1] = date.day.split('-').map(Number);
  if (date.shows === 'day') return aDay({ tells: 'day', day: date.day, others: [] }, use, year, null);
  if (date.shows === 'month-day') {
    // Who reads 6月30日 takes it for this year's, whatever year is stored.
    const shown = ofYear === year ? null : dayOf(year, month, ofMonth);
    return aDay({ tells: 'day', day: date.day, others: shown === null ? [] : [shown] }, use, year, null);
  }
  // A cell that shows 2020年6月 was typed so; the 1st that is stored in it was never said.
  const told: ToldDate =
    date.shows === 'month'
      ? { tells: 'month', year: ofYear, month, others: [date.day] }
      : { tells: 'year', year: ofYear, others: [date.day] };
  return aDay(told, use, year, null);
}

/** A number without a date's format: a serial, 20200630, 202006, 2020.6, a year, a month. */
function fromNumber(value: number, shown: string, use: DateUse, year: number, typed = false): DateReading {
  if (Number.isInteger(value)) {
    if (value >= 20_000 && value <= 80_000)
      return aDay({ tells: 'day', day: dayOfSerial(value), others: [] }, use, year, null);
    if (value >= 1 && value <= 12) return aDay({ tells: 'month', year, month: value, others: [] }, use, year, 'number');
    return fromText(String(value), use, year);
  }
  if (value > 20_000 && value < 80_000)
    return aDay({ tells: 'day', day: dayOfSerial(value), others: [] }, use, year, null);
  const [whole = '', decimals = ''] = shown.split('.');
  if (value >= 1900 && value < 2100 && decimals.length <= 2) {
    const month = Number(decimals);
    const told: ToldDate = { tells: 'month', year: Number(whole), month, others: [] };
    // The number 2020.1 may have been typed as 2020.10; a number does not keep the nought.
    const october = decimals === '1' && !typed ? dayFor({ ...told, month: 10 }, use) : null;
    if (month < 1 || month > 12) return { says: 'wrong', why: 'no-such-day' };
    return aDay({ ...told, others: october === null ? [] : [october] }, use, year, null);
  }
  if (value < 13 && decimals.length <= 2) {
    const [said] = findDates(`${whole}月${decimals}日`, year);
    const [tenfold] = decimals.length === 1 && !typed ? findDates(`${whole}月${decimals}0日`, year) : [];
    const other = tenfold === undefined ? null : dayFor(tenfold.told, use);
    if (said?.told.tells === 'day')
      return aDay({ ...said.told, others: other === null ? [] : [other] }, use, year, other === null ? null : 'number');
  }
  return { says: 'wrong', why: 'no-date' };
}

function fromText(text: string, use: DateUse, year: number): DateReading {
  const bare = /^(\d{1,2})[./-](\d{1,2})(?:日|前|之前)*$/.exec(text);
  const plain = (bare === null ? text : `${bare[1]}月${bare[2]}日`).replace(/\d{1,2}:\d{2}(?::\d{2})?$/, '');
  const found = findDates(plain, year);
  const first = found[0];
  if (first === undefined) return { says: 'wrong', why: 'no-date' };
  const taken = use === 'start' ? first : (found.at(-1) ?? first);
  const impossible = found.find((each) => each.told.tells === 'no-such-day');
  if (impossible !== undefined) return { says: 'wrong', why: 'no-such-day' };
  let rest = '';
  let from = 0;
  for (const { at, end } of found) {
    rest += `${plain.slice(from, at)} `;
    from = end;
  }
  rest += plain.slice(from);
  const left = rest.split(' ').map((piece) => piece.replace(LEADING, '').replace(TRAILING, ''));
  const about = /左右|上下|约/.test(rest);
  if (found.length > 1) {
    const all = found.map((each) => dayFor(each.told, use)).filter((day): day is LocalDay => day !== null);
    return aDay({ ...taken.told, others: [...all, ...taken.told.others] }, use, year, 'several', /已/.test(rest));
  }
  const oddity: DateOddity | null = left.some((piece) => piece !== '') ? 'more-text' : about ? 'about' : null;
  return aDay(taken.told, use, year, oddity, /^已/.test(plain));
}

const NONE: readonly LocalDay[] = [];

function aDay(told: ToldDate, use: DateUse, year: number, oddity: DateOddity | null, done = false): DateReading {
  const day = dayFor(told, use);
  if (day === null) return { says: 'wrong', why: 'no-such-day' };
  const far = Math.abs(Number(day.slice(0, 4)) - year) > FAR_YEARS;
  const others = told.others.length === 0 ? NONE : [...new Set(told.others)].filter((other) => other !== day);
  return { says: 'day', day, others, oddity: far ? 'far' : oddity, done };
}

/** A number as its format shows it: 2020.1 with the format 0.00 is 2020.10. */
function shownText(cell: Cell): string {
  const fixed = /^0\.(0+)(?:_.*)?$/.exec(cell.format ?? '');
  return cell.number !== null && fixed?.[1] !== undefined ? cell.number.toFixed(fixed[1].length) : cell.text;
}
