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
  return { ...plain(all ? '' : text), struck: kind, struckText: all ? text + struck : struck };
}

function numeric(number: number, style: CellStyle | undefined, date1904: boolean): Cell {
  const struck = style?.struck === true;
  const mark = (text: string) => ({ struck: struck ? ('all' as const) : null, struckText: struck ? text : '' });
  const shows = style?.date ?? null;
  if (shows !== null && number >= 1 && number <= LAST_SERIAL) {
    const day = addDays(date1904 ? EPOCH_1904 : EPOCH_1900, Math.floor(number));
    return {
      ...plain(struck ? '' : day),
      number: struck ? null : number,
      date: struck ? null : { day, shows },
      ...mark(day),
    };
  }
  // Binary fractions: 0.1 + 0.2 is shown as 0.3.
  const text = String(Number(number.toPrecision(15)));
  return { ...plain(struck ? '' : text), number: struck ? null : number, format: style?.format ?? null, ...mark(text) };
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
