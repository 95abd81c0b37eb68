import { addDays, dayOf, daysBetween, type LocalDay } from '../day.js';
import {
  bareDate,
  bareWeekday,
  type DayReading,
  type DayRule,
  firstOf,
  inWeek,
  lastOf,
  monthDay,
  monthOf,
  same,
  turned,
  vague,
  yearless,
  yearOf,
} from './day-reading.js';
import { FESTIVALS, festival } from './festivals.js';
import { CHINESE_DIGITS, FRACTIONS, numberOf } from './number-words.js';

// 2021年, 21年, 2021- before a month; two digits only with 年.
const YEAR = '(?:((?:19|20)\\d{2}(?=\\s*[年./-])|(?<!\\d)[12]\\d(?=年))\\s*[年./-]\\s*|(去年|今年|明年|上一年|本年))?';
const yearSaid = (digits: string | undefined, word: string | undefined, today: LocalDay): number =>
  digits
    ? Number(digits) + (digits.length === 2 ? 2000 : 0)
    : yearOf(today) + (word === '去年' || word === '上一年' ? -1 : word === '明年' ? 1 : 0);
const SMALL = `(?:\\d{1,2}|[${CHINESE_DIGITS}]{1,3})`;
const UNITS_AHEAD =
  '(?![\\d%]|\\s*(?:万|亿|成|元|米|亩|公里|km|m2|吨|方|层|栋|台|度|倍|个|级|版|m\\b|percent|折|寸|千|百|平|公|套|户|人|处|座))';
const NO_BUILDING =
  '(?!楼|线|路|厂|地块|塔|机|门|车间|标|院|墙|桥|井|仓|库|储?罐|炉|变|坑|梁|墩|泵|锅炉|文|项目|窑|段|区|栋|地|公馆|房|井|馆|厅)';
const WEEKDAYS = '一二三四五六日天';

const weekdayNumber = (letter: string): number =>
  Math.min(7, '1234567'.includes(letter) ? Number(letter) : WEEKDAYS.indexOf(letter) + 1);

const monthNumber = (word: string | undefined, today: LocalDay): number | null => {
  if (word === undefined || word === '' || word === '本' || word === '这个' || word === '这' || word === '当')
    return monthOf(today);
  if (word === '下' || word === '下个') return monthOf(today) + 1;
  if (word === '上' || word === '上个') return monthOf(today) - 1;
  const value = numberOf(word);
  return value !== null && value >= 1 && value <= 12 ? value : null;
};

/** How days are said in Chinese, the more telling ways first. */
export const CHINESE_DAYS: readonly DayRule[] = [
  { shape: /(?<!\d)\d{1,2}月?\s*(?:-|—|–|~|至|到)\s*\d{1,2}月(?!\s*\d)份?/g, read: () => vague() },
  {
    shape: /((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?:日|号)?(?!\d)/g,
    read: (match) => monthDay(Number(match[1]), Number(match[2]), Number(match[3])),
  },
  {
    shape: /(?<!\d)((?:20)\d{2})(\d{2})(\d{2})(?!\d)/g,
    read: (match) => monthDay(Number(match[1]), Number(match[2]), Number(match[3])),
  },
  {
    shape: new RegExp(
      `${YEAR}(?<!\\d)(${SMALL})\\s*月\\s*(?:的)?(${SMALL})\\s*(?:日|号)?${NO_BUILDING}(?!\\d|[万亿%]|\\s*个|期)`,
      'g',
    ),
    read: (match, today) => {
      const [month, date] = [numberOf(match[3] ?? ''), numberOf(match[4] ?? '')];
      if (month === null || date === null) return null;
      const said = match[1] !== undefined || match[2] !== undefined;
      return said ? monthDay(yearSaid(match[1], match[2], today), month, date) : yearless(month, date, today);
    },
  },
  {
    shape: new RegExp(
      `${YEAR}(?<!\\d)(${SMALL}|本|下个?|上个?|这个|当)\\s*月份?(?:的)?(底|末|初|上旬|中旬|下旬|中(?![标心央途]))`,
      'g',
    ),
    read: (match, today) => {
      const year = yearSaid(match[1], match[2], today);
      const month = monthNumber(match[3], today);
      const read = partOfMonth(year, month, match[4] ?? '');
      const said = match[1] !== undefined || match[2] !== undefined || month === null || read?.past == null;
      return said ? read : turned(read.past, (away) => lastOf(year + away, month), today);
    },
  },
  {
    shape: new RegExp(`(本|这个|下个?|上个?|当)月\\s*(${SMALL})\\s*(?:日|号)${NO_BUILDING}`, 'g'),
    read: (match, today) => {
      const [month, date] = [
        lastOf(yearOf(today), monthNumber(match[1], today) ?? monthOf(today)),
        numberOf(match[2] ?? ''),
      ];
      return month === null || date === null ? null : monthDay(yearOf(month), monthOf(month), date);
    },
  },
  {
    shape: /(?<!\d|个)月(底|末|初|中(?![标心央途]))/g,
    read: (match, today) => partOfMonth(yearOf(today), monthOf(today), match[1] ?? ''),
  },
  {
    shape: /(?:本月)?(上旬|中旬|下旬)/g,
    read: (match, today) => partOfMonth(yearOf(today), monthOf(today), match[1] ?? ''),
  },
  {
    shape: new RegExp(`${YEAR}(?:第)?([一二三四1-4])季度(末|底)?`, 'g'),
    read: (match, today) => {
      const last = lastOf(yearSaid(match[1], match[2], today), (numberOf(match[3] ?? '') ?? 1) * 3);
      return match[4] ? same(last) : vague(last);
    },
  },
  {
    shape: /(?:本|这个?)季度(末|底)?/g,
    read: (match, today) => {
      const last = lastOf(yearOf(today), Math.ceil(monthOf(today) / 3) * 3);
      return match[1] ? same(last) : vague(last);
    },
  },
  {
    shape: new RegExp(`${YEAR}(?:年)?上半年`, 'g'),
    read: (match, today) => vague(lastOf(yearSaid(match[1], match[2], today), 6)),
  },
  {
    shape: /(?:((?:19|20)\d{2}|(?<!\d)[12]\d)|(后|明|今|本|去|全))?年(底|末|内)(?!容)/g,
    read: (match, today) => {
      const away = { 后: 2, 明: 1, 去: -1 }[match[2] ?? ''] ?? 0;
      const last = lastOf(match[1] ? yearSaid(match[1], undefined, today) : yearOf(today) + away, 12);
      return match[3] === '内' ? vague(last) : same(last);
    },
  },
  {
    shape: new RegExp(
      `(?<![${CHINESE_DIGITS}])(${FESTIVALS}|十一(?=之?前|期间|长假|假期|当天)|(?<=预计|计划|争取|定在|定于|力争|赶在)十一)节?(?![${CHINESE_DIGITS}路街村镇楼]|以?之?后)`,
      'g',
    ),
    read: (match, today) => festival(match[1] ?? '', today),
  },
  {
    shape: new RegExp(
      `(?:下半年|年中|年内|汛期|麦收|秋收|雨季|(?<![${CHINESE_DIGITS}])(?:${FESTIVALS})(?![${CHINESE_DIGITS}]))`,
      'g',
    ),
    read: () => vague(),
  },
  {
    shape: new RegExp(`${YEAR}(?<!\\d)(${SMALL})\\s*月份?(?!\\d|底|末|初|均|报|工资)`, 'g'),
    read: (match, today) => {
      const month = monthNumber(match[3], today);
      return month === null || /^[一二三四五六七八九十]*[千百]/.test(match[3] ?? '')
        ? null
        : vague(lastOf(yearSaid(match[1], match[2], today), month));
    },
  },
  {
    shape: /(上|下|本|这)个?月/g,
    read: (match, today) => vague(lastOf(yearOf(today), monthNumber(match[1], today) ?? monthOf(today))),
  },
  {
    shape: new RegExp(
      `(?<![\\d./-]|完成|投资|达|约|共|共计|合计|有)(1[0-2]|0?[1-9])\\s?([./-])\\s?(3[01]|[12]\\d|0?[1-9])(?![\\d./]|-\\d)(?:(日|号))?${UNITS_AHEAD}`,
      'g',
    ),
    read: (match, today) => {
      const day = dayOf(yearOf(today), Number(match[1]), Number(match[3]));
      // 4/5 may be four fifths and 6-12 a range: a day only where a day's word follows.
      const marked =
        match[4] !== undefined || /^(?:前|之前|签|的|拿)/.test(match.input.slice(match.index + match[0].length));
      const doubtful =
        match[2] === '-' ||
        (match[2] === '/' && Number(match[1]) < Number(match[3]) && Number(match[3]) <= 10 && !isNear(day, today));
      // 1/4 far from 4 January: a quarter, which is asked about as one.
      if (doubtful && !marked && match[2] === '/' && FRACTIONS.has(Number(match[3]))) return null;
      return day === null || (doubtful && !marked) ? vague(day) : same(day);
    },
  },
  {
    shape: new RegExp(`(?<![\\d.第#-])(\\d{1,2})\\s?(?:号|日)${NO_BUILDING}`, 'g'),
    read: (match, today) => bareDate(Number(match[1]), today),
  },
  {
    shape: new RegExp(`(?<![第${CHINESE_DIGITS}])([一二三四五六七八九十]{1,3})(?:号|日)${NO_BUILDING}`, 'g'),
    read: (match, today) => {
      const date = numberOf(match[1] ?? '');
      return date === null ? null : bareDate(date, today);
    },
  },
  {
    shape: new RegExp(
      `(上上|上|本|这|下下|下)?个?(?<![一两二三四五六七八九十\\d每])(?:周|星期|礼拜)([${WEEKDAYS}]|[1-7](?!\\d))(?!期|边)`,
      'g',
    ),
    read: (match, today) => {
      const number = weekdayNumber(match[2] ?? '');
      const weeks = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 }[match[1] ?? ''];
      return weeks === undefined ? bareWeekday(number, today) : same(inWeek(weeks, number, today));
    },
  },
  {
    shape: /(上上|上|本|这|下下|下)个?(?:周|星期|礼拜)末?/g,
    read: (match, today) => vague(match[1]?.startsWith('下') ? inWeek(match[1].length, 5, today) : null),
  },
  { shape: /周末/g, read: (_, today) => vague(inWeek(0, 7, today), inWeek(0, 6, today)) },
  { shape: /去年|前年|往年|后年|(?<![\d亿万.,])20[12]\d年(?!\d)/g, read: () => vague() },
  { shape: /明年/g, read: (_, today) => vague(lastOf(yearOf(today) + 1, 12)) },
  { shape: /大前天/g, read: (_, today) => same(addDays(today, -3)) },
  { shape: /前天|前日(?!期)|前晚/g, read: (_, today) => same(addDays(today, -2)) },
  {
    shape: /昨(?:天|日|晚|夜|儿)(?:上午|下午|早上|一早|凌晨|中午|晚上|夜里)?/g,
    read: (_, today) => same(addDays(today, -1)),
  },
  { shape: /大后天/g, read: (_, today) => same(addDays(today, 3)) },
  { shape: /后天/g, read: (_, today) => same(addDays(today, 2)) },
  { shape: /明(?:天|日|早|晚|儿)/g, read: (_, today) => same(addDays(today, 1)) },
  {
    shape: /(?:今(?:天|日|早|晚|儿|晨)|当天)(?:上午|下午|早上|一早|凌晨|中午|晚上)?/g,
    read: (_, today) => same(today),
  },
  {
    shape: /前几[天日]|前两天|近日|日前(?!期)|前阵子?|前段时间|不久前|这几天|这两天|过几天|过两天/g,
    read: () => vague(),
  },
  {
    shape: new RegExp(
      `(?<![第\\d.])(\\d{1,3}|[${CHINESE_DIGITS}]{1,3})(天|周|个?星期|个月|个?礼拜)(之?前|以前|之?后|以后|内|之内|以内)`,
      'g',
    ),
    read: (match, today) => spanAway(numberOf(match[1] ?? ''), match[2] ?? '', match[3] ?? '', today),
  },
  {
    shape: /半个?(?:月|年)(?:后|内|之后|以后|左右)/g,
    read: (match, today) => vague(match[0].includes('月') ? addDays(today, 15) : null),
  },
];

// 6/8 in June is a day, 4/5 in June may be four fifths.
const NEAR_DAYS = 35;
const isNear = (day: LocalDay | null, today: LocalDay): boolean =>
  day !== null && Math.abs(daysBetween(today, day)) <= NEAR_DAYS;

// 初, 上旬, 中旬 are stretches of days: a day is asked for. 底, 末 is the last day (phrases of the county's papers).
function partOfMonth(year: number, month: number | null, part: string): DayReading | null {
  if (month === null) return null;
  const last = lastOf(year, month);
  const first = firstOf(year, month);
  if (last === null || first === null) return null;
  if (part === '底' || part === '末') return same(last);
  if (part === '下旬') return vague(last, addDays(first, 20));
  if (part === '初') return vague(first, addDays(first, 4), addDays(first, 9));
  return part === '上旬' ? vague(addDays(first, 9), first) : vague(addDays(first, 14), addDays(first, 19));
}

function spanAway(count: number | null, unit: string, side: string, today: LocalDay): DayReading | null {
  if (count === null) return null;
  const days = unit === '天' ? count : unit.endsWith('月') ? count * 30 : count * 7;
  const day = addDays(today, side.includes('前') ? -days : days);
  return unit === '天' ? same(day) : vague(day);
}
