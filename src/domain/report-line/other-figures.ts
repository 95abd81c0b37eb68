import { CHINESE_DIGITS, numberOf } from './number-words.js';
import type { Span } from './types.js';

const OPAQUE = [
  /https?:\/\/\S+|www\.\S+/g,
  /[\w.+-]+@[\w-]+\.[\w.]+/g,
  /(?<!\d)1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g,
  /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
  /(?<!\d)(?!20\d{6}(?!\d))\d{7,}(?!\d|\s*(?:万|元|%))/g,
  // 屿海渔[2020]37号: a paper's number.
  /[〔[(【]20\d\d[〕\])】]\s*第?\d+号/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
];

const COUNT = new RegExp(
  `第?(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|[${CHINESE_DIGITS}]+|[a-z](?=区|栋|座|段|号楼|标))\\s*(?:-|~|/|到|至)?\\s*(?:\\d+(?:\\.\\d+)?)?\\s*(?:多|余|来)?\\s*(?:万)?\\s*(?:平方公里|平方米|平方|平米|m2|m3|立方米|立方|方|亩|公里|km|米|厘米|毫米|吨|kg|公斤|号楼|号线|号机|号厂房|#楼?|栋|幢|座|层|楼|台|套|人|名|户|家|个(?!百分点|点)|根|天|次|辆|车|块|处|标段|标|段|kv|千伏|千瓦|kw|mw|度|小时|分钟|点钟?|岁|页|份|种|项|条|间|床|孔|跨|榀|樘|公顷|批|轮|届|期|口|道|片|张|只|头|件|棵|株|组|班|倍|级|周|月|年|m\\b|floors?|storeys?|mu\\b|units?|sets?|households?|people|workers|days?|weeks?|buildings?)`,
  'g',
);
const BARE = new RegExp(
  `(?<![\\d.,a-z#-])\\d{1,3}(?:\\.\\d)?(?![\\d.a-z#]|,\\d{3})|(?<![第${CHINESE_DIGITS}])[一二三四五六七八九]?十[一二三四五六七八九]?(?![${CHINESE_DIGITS}万亿几分字])`,
  'g',
);

/** Counts of something. Percents, days, amounts and codes were found before and are masked. */
export function findCounts(plain: string): Span[] {
  return [...plain.matchAll(COUNT)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Bare numbers that may be how far something is: 80, 八十五. */
export function findBareFigures(plain: string): (Span & { readonly value: number })[] {
  return [...plain.matchAll(BARE)].flatMap((match) => {
    const value = numberOf(match[0]);
    if (value === null || value > 400) return [];
    return [{ start: match.index, end: match.index + match[0].length, value }];
  });
}

/** Links, addresses, phone numbers, times of day: found first, so that no digit of them is read as anything. */
export function findOpaque(plain: string): Span[] {
  return OPAQUE.flatMap((shape) =>
    [...plain.matchAll(shape)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}
