import type { Cell } from '../../domain/ledger-sheet/index.js';
import { attribute, walkXml } from './xml.js';

/** How much of a date a cell shows: 2020年6月30日, 6月30日, 2020年6月, 2020年. */
export type DateShown = NonNullable<Cell['date']>['shows'];

/** How cells of one style are shown: struck out, as a date and how much of it, in what number format. */
export type CellStyle = {
  readonly struck: boolean;
  readonly date: DateShown | null;
  readonly format: string | null;
};

/** Formats that a file names by number only. 27-36 and 50-58 are the Chinese dates of Excel and WPS. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function readStyles(part: Buffer | undefined): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  if (part === undefined) return styles;
  const path: string[] = [];
  walkXml(part, {
    open(name, attributes) {
      const inside = path.at(-1);
      path.push(name);
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'font' && inside === 'fonts') struckFonts.push(false);
      if (name === 'strike' && inside === 'font' && isOn(attribute(attributes, 'val')))
        struckFonts[struckFonts.length - 1] = true;
      if (name === 'xf' && inside === 'cellXfs') {
        const id = Number(attributes.numFmtId ?? 0);
        const format = formats.get(id) ?? BUILT_IN[id] ?? null;
        styles.push({ struck: struckFonts[Number(attributes.fontId ?? 0)] ?? false, date: dateShown(format), format });
      }
    },
    close() {
      path.pop();
    },
  });
  return styles;
}

export const isOn = (value: string | undefined) => value === undefined || value === '1' || value === 'true';

/** How much of a date a format shows; null for formats of numbers and of times alone. */
export function dateShown(format: string | null): CellStyle['date'] {
  if (format === null) return null;
  // Colours, places, literal texts and escaped letters are no date's letters.
  const bare = (format.split(';')[0] ?? '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*!]./g, '')
    .toLowerCase();
  if (/[#0?]/.test(bare) || bare === 'general') return null;
  const years = /[ye]/.test(bare);
  if (/d/.test(bare)) return years ? 'day' : 'month-day';
  const months = /m/.test(bare) && !/[hs]/.test(bare);
  if (years) return months ? 'month' : 'year';
  return months ? 'month' : null;
}
