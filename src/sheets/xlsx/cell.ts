import { addDays, type LocalDay, localDay } from '../../domain/day.js';
import type { Cell } from '../../domain/ledger-sheet/index.js';
import { type RichText, unescaped } from './strings.js';
import type { CellStyle } from './styles.js';

export type RawCell = {
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
  rich: RichText | null;
};

export type Shared = {
  readonly strings: readonly RichText[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
};

// The 1900 calendar counts a 29 February 1900 that never was; from March 1900 on this start is right.
const EPOCH_1900 = localDay('1899-12-30');
const EPOCH_1904 = localDay('1904-01-01');
// 31 December 9999; more is no date.
const LAST_SERIAL = 2_958_465;

/** The cell as the domain knows it; null where nothing stands in it. */
export function cellOf(raw: RawCell, shared: Shared): Cell | null {
  const style = shared.styles[raw.style];
  const rich = textOf(raw, shared);
  if (rich !== null) return textual(rich, style);
  if (raw.type === 'e') return broken(raw.value || '#ERROR');
  if (raw.value === '') return raw.formula && raw.type !== 'str' ? broken('?') : null;
  if (raw.type === 'b') return textual({ text: raw.value === '1' ? '是' : '否', struck: '' }, style);
  if (raw.type === 'd') return isoDate(raw.value, style);
  const number = Number(raw.value);
  if (!Number.isFinite(number)) return textual({ text: raw.value, struck: '' }, style);
  return numeric(number, style, shared.date1904);
}

function textOf(raw: RawCell, { strings }: Shared): RichText | null {
  if (raw.rich !== null) return raw.rich;
  if (raw.type === 's') return strings[Number(raw.value)] ?? null;
  return raw.type === 'str' ? { text: unescaped(raw.value), struck: '' } : null;
}

function textual({ text, struck }: RichText, style: CellStyle | undefined): Cell | null {
  if (text.trim() === '' && struck.trim() === '') return null;
  // A cell whose whole font is struck out, or each of whose runs is, was taken back as a whole.
  const all = style?.struck === true || text.trim() === '';
  const kind = all ? 'all' : struck.trim() === '' ? null : 'part';
  return { ...plain(all ? text + struck : text), struck: kind, struckText: all ? text + struck : struck };
}

function numeric(number: number, style: CellStyle | undefined, date1904: boolean): Cell {
  const shows = style?.date ?? null;
  const isDate = shows !== null && number >= 1 && number <= LAST_SERIAL;
  const day = isDate ? addDays(date1904 ? EPOCH_1904 : EPOCH_1900, Math.floor(number)) : null;
  const text = day ?? shown(number);
  const struck = style?.struck === true;
  return {
    ...plain(text),
    number,
    date: day === null || shows === null ? null : { day, shows },
    format: day === null ? (style?.format ?? null) : null,
    struck: struck ? 'all' : null,
    struckText: struck ? text : '',
  };
}

/** Binary fractions: 0.1 + 0.2 is shown as 0.3. */
function shown(number: number): string {
  const whole = Number.isInteger(number) && Math.abs(number) < 1e15;
  return String(whole ? number : Number(number.toPrecision(15)));
}

function isoDate(value: string, style: CellStyle | undefined): Cell | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (day === undefined) return textual({ text: value, struck: '' }, style);
  return { ...plain(day), date: { day: day as LocalDay, shows: style?.date ?? 'day' } };
}

function broken(error: string): Cell {
  return { ...plain(''), broken: error };
}

function plain(text: string): Cell {
  return { text, number: null, date: null, format: null, struck: null, struckText: '', broken: null };
}
