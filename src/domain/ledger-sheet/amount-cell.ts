import { CHINESE_DIGITS, numberOf, tidy } from '../report-line/number-words.js';
import { saysNothing, saysOpen, squeezed } from './clean.js';
import type { Cell } from './grid.js';
import { remembered } from './remembered.js';

/** How many 10k yuan one of the unit is. */
export const MONEY_UNITS = { 亿元: 10_000, 千万元: 1000, 百万元: 100, 万元: 1, 千元: 0.1, 元: 0.0001 } as const;
export type MoneyUnit = keyof typeof MONEY_UNITS;

export type AmountReading =
  | { readonly says: 'nothing' | 'open' }
  | { readonly says: 'wrong'; readonly why: 'foreign' | 'range' | 'negative' | 'no-amount' }
  | {
      readonly says: 'amount';
      readonly wan: number;
      /** What it could be as well; null: an about-figure may be refused. */
      readonly others: readonly (number | null)[];
      readonly oddity: 'about' | 'more-text' | 'yuan' | null;
    };

const FOREIGN = /美元|美金|欧元|港币|港元|日元|英镑|\$|usd|eur|hkd/i;
const FIGURE = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+|[${CHINESE_DIGITS}]+(?:点[${CHINESE_DIGITS}]+)?)`;
const SCALE = '亿|千万|百万|万|千';
const ABOUT = '约|大约|大概|近|将近|接近|不低于|不少于|超过?|逾|预计|计划|估算|暂定|暂估';
const AMOUNT = new RegExp(
  `^(?:人民币|总投资|投资|¥|￥)?(?<about>(?:${ABOUT})+)?(?:人民币|¥|￥)?(?<sign>[-负])?(?<figure>${FIGURE})(?<more>余|多)?(?<scale>${SCALE})?(?:(?<figure2>${FIGURE})(?<scale2>${SCALE})?)?(?<more2>余|多)?(?<yuan>元)?(?:人民币|整|rmb|cny)?(?<after>左右|上下|以上|以内)?(?<rest>.*)$`,
  'i',
);
const RANGE = new RegExp(`^(?:约)?${FIGURE}(?:${SCALE})?元?[-~—–至到]${FIGURE}(?:${SCALE})?元?$`);
const SCALES: Readonly<Record<string, number>> = { 亿: 1e4, 千万: 1e3, 百万: 100, 万: 1, 千: 0.1 };
// An investment below this (1 million yuan) that was written in single 元 was mostly meant in 万元.
const SMALLEST_WAN = 100;
// Ten million million yuan: no county's figure, but a telephone number in the wrong column.
const LARGEST_WAN = 1e9;

/** What an amount's cell says, in 10k yuan. `unit` is the column's: 万元, or what its head says. */
export function readAmount(cell: Cell, unit: MoneyUnit): AmountReading {
  // A day or a share in a column of money stands in the wrong column.
  if (cell.date !== null || (cell.number !== null && cell.format?.includes('%') === true))
    return { says: 'wrong', why: 'no-amount' };
  if (cell.number !== null) {
    if (cell.number < 0) return { says: 'wrong', why: 'negative' };
    const shown = shownBy(cell.format);
    return anAmount(tidy((cell.number / 10 ** shown.places) * MONEY_UNITS[shown.unit ?? unit]));
  }
  const text = squeezed(cell.text)
    .replace(/(?<=\d)[·。](?=\d)/g, '.')
    .replace(/[(]((?:亿|万)?元?)[)]$/, '$1');
  if (saysNothing(text)) return { says: 'nothing' };
  if (saysOpen(text)) return { says: 'open' };
  if (FOREIGN.test(text)) return { says: 'wrong', why: 'foreign' };
  if (RANGE.test(text)) return { says: 'wrong', why: 'range' };
  const parts = AMOUNT.exec(text)?.groups;
  if (parts === undefined) return { says: 'wrong', why: 'no-amount' };
  return fromParts(parts, unit);
}

function fromParts(parts: Readonly<Record<string, string | undefined>>, unit: MoneyUnit): AmountReading {
  if (parts.sign !== undefined) return { says: 'wrong', why: 'negative' };
  const head = numberOf(parts.figure ?? '');
  const tail = parts.figure2 === undefined ? 0 : numberOf(parts.figure2);
  // 3亿5000万元 has two figures; 3.5亿 and then a bare figure has lost its unit.
  if (head === null || tail === null || (parts.figure2 !== undefined && parts.scale2 === undefined))
    return { says: 'wrong', why: 'no-amount' };
  const rest = (parts.rest ?? '').replace(/^[。.;；]+$/, '');
  if (/^(?:亩|%|平|㎡|吨|个|人|户|年|月|日|[-./~,\da-z])/i.test(rest)) return { says: 'wrong', why: 'no-amount' };
  const chineseScaled = parts.scale === undefined && /[万亿]/.test(parts.figure ?? '') ? 1e-4 : null;
  const scale = parts.scale === undefined ? chineseScaled : SCALES[parts.scale];
  const own = scale ?? (parts.yuan === undefined ? null : MONEY_UNITS.元);
  const wan = tidy(head * (own ?? MONEY_UNITS[unit]) + tail * (SCALES[parts.scale2 ?? ''] ?? 0));
  if (scale === null && parts.yuan !== undefined && wan > 0 && wan < SMALLEST_WAN)
    return anAmount(wan, [tidy(head * MONEY_UNITS[unit])], 'yuan');
  const about = [parts.about, parts.after, parts.more, parts.more2].some((mark) => mark !== undefined);
  if (about) return anAmount(wan, [null], 'about');
  return anAmount(wan, [], rest === '' ? null : 'more-text');
}

function anAmount(
  wan: number,
  others: readonly (number | null)[] = [],
  oddity: 'about' | 'more-text' | 'yuan' | null = null,
): AmountReading {
  if (!(wan <= LARGEST_WAN)) return { says: 'wrong', why: 'no-amount' };
  return { says: 'amount', wan, others, oddity };
}

/**
 * What a number format makes of a figure: the unit that it shows behind it (0.0"亿元") and by how many decimal places the
 * figure that is seen is smaller than the one that is stored. `0!.0,"万元"` and `0.00,,"百万元"` show yuan as something larger.
 */
export function shownBy(format: string | null): Shown {
  return format === null ? PLAIN : shownByFormat(format);
}

type Shown = { readonly unit: MoneyUnit | null; readonly places: number };
const PLAIN: Shown = { unit: null, places: 0 };

const shownByFormat = remembered((format): Shown => {
  const first = format.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? '';
  const unit =
    UNITS.find((each) => first.includes(each)) ?? UNITS.find((each) => first.includes(each.slice(0, -1))) ?? null;
  const bare = first.replace(/"\."|[!\\]\./g, POINT).replace(/"[^"]*"|[!\\_*]./g, '');
  const commas = /[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0;
  // A literal point stands before places that the figure really has.
  const behind = new RegExp(`${POINT}([0#?]+)`).exec(bare)?.[1]?.length ?? 0;
  return { unit: first.includes('元') || /[亿万]/.test(first) ? unit : null, places: commas * 3 + behind };
});

const POINT = '·';
const UNITS = ['亿元', '千万元', '百万元', '万元', '千元', '元'] as const satisfies readonly MoneyUnit[];

/** The unit that a head or a title names: 总投资（亿元）, 单位：万元. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  const plain = squeezed(text);
  const named = /(亿元|千万元|百万元|万元|千元)/.exec(plain)?.[1] ?? /[(（:]((?:亿|万)?元)[)）]?/.exec(plain)?.[1];
  if (named !== undefined) return named as MoneyUnit;
  const short = /[(（](亿|万)[)）]/.exec(plain)?.[1];
  return short === undefined ? null : (`${short}元` as MoneyUnit);
}
