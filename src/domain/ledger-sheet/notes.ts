import type { Said } from './fault-words/say.js';
import { addressOf } from './grid.js';
import type { SheetDoubt, SheetFault, SheetField } from './types.js';
import type { Placed } from './view.js';

/** Collects what is to be pointed at, each cell's fault once. */
export type Notes = {
  readonly faults: SheetFault[];
  readonly doubts: SheetDoubt[];
  readonly fault: (sheet: string, at: Place, level: SheetFault['level'], said: Said) => void;
  readonly doubt: (sheet: string, at: Place, field: SheetField, accept: SheetDoubt['accept'], said: Said) => void;
};

/** A cell by row and column, or by its address. */
export type Place = Pick<Placed, 'row' | 'column'> | string;

export function notesBook(): Notes {
  const faults: SheetFault[] = [];
  const doubts: SheetDoubt[] = [];
  const seen = new Set<string>();
  const unusable = new Set<string>();
  // A merged cell is read once a row, but it is one cell.
  const once = (key: string) => !seen.has(key) && seen.add(key) !== undefined;
  return {
    faults,
    doubts,
    fault(sheet, at, level, said) {
      const cell = addressIn(at);
      // A formula without a result is not blank as well: what cannot be used at all is said once.
      if (unusable.has(`${sheet}\n${cell}`)) return;
      if (level === 'error') unusable.add(`${sheet}\n${cell}`);
      if (once(`${sheet}\n${cell}\n${said.why.zh}`)) faults.push({ sheet, cell, level, ...said });
    },
    doubt(sheet, at, field, accept, said) {
      const cell = addressIn(at);
      if (once(`${sheet}\n${cell}\n${field}`)) doubts.push({ sheet, cell, field, accept, why: said.why });
    },
  };
}

const addressIn = (at: Place) => (typeof at === 'string' ? at : addressOf(at.row, at.column));
