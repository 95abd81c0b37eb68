import { FAULTS } from './fault-words.js';
import { addressOf } from './grid.js';
import type { Notes } from './notes.js';
import { textOf } from './read-dates.js';
import type { RowCells } from './row-cells.js';
import type { SheetProject } from './types.js';
import type { SheetView } from './view.js';

// Smaller totals (1 million yuan) are no project of a county's ledger: mostly a figure meant in 亿元.
const SMALLEST_TOTAL = 100;
// Fifty billion yuan: mostly a figure in 万元 under a head that says 亿元.
const LARGEST_TOTAL = 5_000_000;

/** Amounts that cannot be right beside each other are mostly in the wrong unit. */
export function compareAmounts(cells: RowCells, { totalInvestment, yearPlan, done }: SheetProject, notes: Notes): void {
  const at = (field: 'totalInvestment' | 'yearPlan' | 'done') => cells.at(field) ?? { row: cells.row, column: 1 };
  if (totalInvestment === null) return;
  if (totalInvestment > 0 && totalInvestment < SMALLEST_TOTAL)
    notes.fault(cells.sheet, at('totalInvestment'), 'warning', FAULTS.tinyTotal(totalInvestment));
  if (totalInvestment > LARGEST_TOTAL)
    notes.fault(cells.sheet, at('totalInvestment'), 'warning', FAULTS.hugeTotal(totalInvestment));
  if (yearPlan !== null && yearPlan > totalInvestment)
    notes.fault(cells.sheet, at('yearPlan'), 'warning', FAULTS.planOverTotal(yearPlan, totalInvestment));
  if (done !== null && done > totalInvestment)
    notes.fault(cells.sheet, at('done'), 'warning', FAULTS.doneOverTotal(done, totalInvestment));
}

/** Struck-out parts, remarks and broken formulas, whatever the column. */
export function noteMarks(view: SheetView, cells: RowCells, notes: Notes): void {
  const columns = [
    ...[...cells.head.fields.values()].map(({ column }) => column),
    ...cells.head.milestones.map(({ column }) => column.column),
  ];
  const remarked = view.sheet.comments.size > 0;
  for (const column of columns) {
    const placed = cells.placed(column);
    if (placed === null) continue;
    const { cell } = placed;
    const comment = remarked ? view.sheet.comments.get(addressOf(placed.row, placed.column)) : undefined;
    if (comment !== undefined && comment !== '')
      notes.fault(cells.sheet, placed, 'warning', FAULTS.comment(comment.replace(/\s+/g, ' ').slice(0, 30)));
    if (cell.broken !== null) notes.fault(cells.sheet, placed, 'error', FAULTS.broken(cell.broken));
    if (cell.struck !== null)
      notes.fault(cells.sheet, placed, 'warning', FAULTS.struckText(cell.struckText.slice(0, 30), textOf(placed)));
  }
}
