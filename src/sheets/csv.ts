import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { type Cell, type GridRow, type GridSheet, textCell } from '../domain/ledger-sheet/index.js';
import { LIMITS } from './limits.js';
import { Refused } from './refusals.js';

/** The one sheet of a .csv: UTF-8 with or without a mark, UTF-16 with one, else GB18030. */
export function readCsv(bytes: Uint8Array, name: string): GridSheet {
  const text = decoded(bytes);
  const delimiter = delimiterOf(text);
  const records = parse(text, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    to: LIMITS.rows * 50,
  });
  const rows: GridRow[] = [];
  let cellsLeft: number = LIMITS.cells;
  records.forEach((record, index) => {
    const cells = new Map<number, Cell>();
    record.forEach((field, at) => {
      if (field.trim() !== '')
        cells.set(at + 1, textCell(unwrapped(field).replace(/\r\n?/g, '\n').slice(0, LIMITS.cellCharacters)));
    });
    if (cells.size === 0) return;
    cellsLeft -= cells.size;
    if (rows.length >= LIMITS.rows || cellsLeft < 0) throw new Refused('tooMuch');
    rows.push({ row: index + 1, hidden: false, cells });
  });
  return { name: name.replace(/\.[^.]*$/, ''), hidden: false, rows, merges: [], comments: new Map() };
}

/** Excel keeps the noughts of a number in csv by writing ="0635". */
const unwrapped = (field: string) => /^="(.*)"$/s.exec(field)?.[1] ?? field;

function decoded(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return iconv.decode(buffer, 'utf-16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer, 'utf-16be');
  if (buffer.includes(0)) throw new Refused('other');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    const text = iconv.decode(buffer, 'gb18030');
    // Neither encoding fits: no text at all, or one that was cut in half.
    if (text.split('\ufffd').length > 5) throw new Refused('other');
    return text;
  }
}

/** Whichever of comma, tab and semicolon parts the first lines into most columns. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const count = (mark: string) => start.split(mark).length;
  return [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}
