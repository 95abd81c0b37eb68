import type { KnownColumn } from './column.js';
import { FAULTS } from './fault-words.js';
import { fieldAddress, noteAddress } from './field-address.js';
import type { GridSheet } from './grid.js';
import { type Notes, notesBook } from './notes.js';
import { type ReadTables, readTables } from './read-tables.js';
import { resolveUnits } from './resolve-units.js';
import type { LedgerSheet, SheetProject } from './types.js';
import { yearOfSheets } from './year.js';

/**
 * `fileName` and `year`: where the sheets name no year, the name of the file does, else it is `year`.
 * `columns`: heads that a person has matched before, by `columnKey`.
 */
export type AboutFile = {
  readonly fileName: string;
  readonly year: number;
  readonly columns?: ReadonlyMap<string, KnownColumn>;
};

/**
 * Understands a county's ledger: heads over one to four rows, units in heads or cells, sections, totals, dates and amounts
 * in all the ways that counties write them. Never throws for what a cell holds; whatever is doubtful is named by its cell.
 */
export function readLedger(sheets: readonly GridSheet[], about: AboutFile): LedgerSheet {
  const notes = notesBook();
  const visible = sheets.filter(({ hidden }) => !hidden);
  const said = yearOfSheets(visible, about.fileName);
  const year = said ?? about.year;
  const read: ReadTables[] = [];
  const skippedSheets: string[] = [];
  for (const sheet of sheets) {
    const forReading = isForReading(sheet);
    const result =
      sheet.hidden || forReading ? null : readTables(sheet, { year, columns: about.columns ?? new Map() }, notes);
    if (result !== null) read.push(result);
    else {
      skippedSheets.push(sheet.name);
      if (!forReading) noteSkipped(sheet, notes);
    }
  }
  const projects = resolveUnits(
    read.flatMap((each) => each.projects),
    notes,
  );
  noteTwins(projects, notes);
  const first = projects[0];
  if (said === null && first !== undefined)
    notes.fault(first.sheet, { row: 1, column: 1 }, 'warning', FAULTS.guessedYear(year));
  return {
    year,
    projects,
    withdrawn: read.flatMap((each) => each.withdrawn),
    faults: notes.faults,
    ambiguous: notes.doubts,
    unknownColumns: read.flatMap((each) => each.unknownColumns),
    skippedSheets,
  };
}

/** What our own exports say over their sheets of reports, obstacles and goals: they are no ledger. */
export const FOR_READING = { zh: '本表供查阅，导入时不读', en: 'for reading; not imported' } as const;
const HEAD_ROWS = 3;

function isForReading({ rows }: GridSheet): boolean {
  return rows
    .filter(({ row }) => row <= HEAD_ROWS)
    .some(({ cells }) =>
      [...cells.values()].some(({ text }) => text.includes(FOR_READING.zh) || text.includes(FOR_READING.en)),
    );
}

// Notes and lists for menus are narrow or short; a sheet of this size was meant to be read.
const LEAST_ROWS = 5;
const LEAST_COLUMNS = 5;

function noteSkipped({ name, hidden, rows }: GridSheet, notes: Notes): void {
  const wide = rows.filter(
    ({ cells }) => [...cells.values()].filter(({ text }) => text.trim() !== '').length >= LEAST_COLUMNS,
  );
  if (wide.length < LEAST_ROWS) return;
  notes.fault(name, { row: 1, column: 1 }, 'warning', hidden ? FAULTS.hiddenSheet(name) : FAULTS.unreadSheet(name));
}

/** Two lines with the same name: a summary sheet beside the towns' sheets, or a line that was pasted twice. */
function noteTwins(projects: readonly SheetProject[], notes: Notes): void {
  const seen = new Map<string, SheetProject>();
  for (const project of projects) {
    const key = `${project.name.normalize('NFKC')}\n${project.unit}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, project);
    else
      notes.fault(
        project.sheet,
        noteAddress(project, 'name'),
        'warning',
        FAULTS.twice(project.name, `${other.sheet} ${fieldAddress(other, 'name') ?? other.row}`),
      );
  }
}
