import type { Cell, GridRow, Merge } from '../../domain/ledger-sheet/index.js';
import { LIMITS } from '../limits.js';
import { Refused } from '../refusals.js';
import { cellOf, type RawCell, type Shared } from './cell.js';
import { richTextReader } from './strings.js';
import { type Attributes, walkXml } from './xml.js';

/** How many rows and cells the file may still hold. */
export type Budget = { rows: number; cells: number };

/** Rows that hold something, and merged ranges. Rows and cells that are only formatted are dropped while they pass by. */
export function readGrid(part: Buffer, shared: Shared, budget: Budget): { rows: GridRow[]; merges: Merge[] } {
  const rows: GridRow[] = [];
  const merges: Merge[] = [];
  const rich = richTextReader();
  let row = 0;
  let column = 0;
  let hidden = false;
  let cells = new Map<number, Cell>();
  let raw: RawCell | null = null;
  let inside: 'v' | 'f' | 'is' | null = null;
  walkXml(part, {
    open(name, attributes) {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        hidden = attributes.hidden === '1' || attributes.hidden === 'true';
        column = 0;
        cells = new Map();
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        raw = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: false, rich: null };
      } else if (name === 'v' || name === 'f') {
        inside = name;
        if (name === 'f' && raw !== null) raw.formula = true;
      } else if (name === 'is') {
        inside = 'is';
        rich.reset();
      } else if (inside === 'is') rich.open(name, attributes);
      else if (name === 'mergeCell') addMerge(merges, attributes);
    },
    text(piece) {
      if (inside === 'v' && raw !== null) raw.value = (raw.value + piece).slice(0, LIMITS.cellCharacters);
      else if (inside === 'is') rich.text(piece);
    },
    close(name) {
      if (name === 'v' || name === 'f') inside = null;
      else if (name === 'is') {
        inside = null;
        if (raw !== null) raw.rich = rich.take();
      } else if (inside === 'is') rich.close(name);
      else if (name === 'c' && raw !== null) {
        const cell = cellOf(raw, shared);
        raw = null;
        if (cell === null) return;
        budget.cells -= 1;
        if (budget.cells < 0) throw new Refused('tooMuch');
        cells.set(column, cell);
      } else if (name === 'row' && cells.size > 0) {
        budget.rows -= 1;
        if (budget.rows < 0) throw new Refused('tooMuch');
        rows.push({ row, hidden, cells });
      }
    },
  });
  // A file written by hand may have its rows in any order.
  return { rows: rows.sort((one, other) => one.row - other.row), merges };
}

function addMerge(merges: Merge[], { ref }: Attributes): void {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref ?? '');
  if (match === null) return;
  if (merges.length >= LIMITS.merges) throw new Refused('tooMuch');
  const [, left = 'A', top = '1', right = 'A', bottom = '1'] = match;
  merges.push({ top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) });
}

/** 27 for AA7. */
export function columnOf(address: string): number {
  let column = 0;
  for (const letter of address) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column;
}
