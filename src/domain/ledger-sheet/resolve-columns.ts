import { readAmount } from './amount-cell.js';
import { squeezed } from './clean.js';
import { milestoneName } from './column.js';
import type { ColumnField } from './column-words.js';
import { readDate } from './date-cell.js';
import { FAULTS } from './fault-words.js';
import type { Column, Head } from './head.js';
import type { Notes } from './notes.js';
import type { SheetView } from './view.js';

// One date in a column of remarks makes no milestone.
const FEWEST_DATES = 3;

/**
 * A column whose head promises amounts or days and whose cells hold neither (年度目标 with sentences in it) says something
 * else: it is left alone and listed, instead of each of its cells being refused.
 */
export function dropMisnamed(view: SheetView, head: Head, year: number): Head {
  const wrong = [...head.fields].filter(([field, column]) => holdsOther(view, head, field, column, year));
  if (wrong.length === 0) return head;
  const fields = new Map([...head.fields].filter((entry) => !wrong.some(([field]) => field === entry[0])));
  return { ...head, fields, unknown: [...head.unknown, ...wrong.map(([, column]) => column)] };
}

const AMOUNT_FIELDS: readonly ColumnField[] = ['totalInvestment', 'yearPlan', 'done'];
const DAY_FIELDS: readonly ColumnField[] = ['start', 'end'];
// Fewer cells are mistakes in a column, not a column of something else.
const FEWEST_OTHERS = 3;
const MOSTLY = 0.7;

function holdsOther(view: SheetView, head: Head, field: ColumnField, { column }: Column, year: number): boolean {
  if (!AMOUNT_FIELDS.includes(field) && !DAY_FIELDS.includes(field)) return false;
  let other = 0;
  let filled = 0;
  let left = view.sheet.rows.length;
  for (const { row, cells } of view.sheet.rows) {
    // Nothing that is still to come could make it wrong.
    if (other + left <= (filled + left) * MOSTLY) return false;
    left -= 1;
    const cell = row > head.bottom ? cells.get(column) : undefined;
    if (cell === undefined || squeezed(cell.text) === '') continue;
    const reading = AMOUNT_FIELDS.includes(field) ? readAmount(cell, '万元') : readDate(cell, 'due', year);
    filled += 1;
    if (reading.says === 'wrong') other += 1;
  }
  return other >= FEWEST_OTHERS && other > filled * MOSTLY;
}

/** A column with a head of the county's own (桩基验收) that holds dates is a milestone; this is said at its head. */
export function guessMilestones(view: SheetView, head: Head, year: number, notes: Notes): Head {
  const guessed = head.unknown.filter((column) => holdsDates(view, head, column, year));
  if (guessed.length === 0) return head;
  const found = guessed.map((column) => ({
    name: milestoneName(column.path.at(-1) ?? column.head),
    column,
  }));
  for (const { column } of found)
    notes.fault(
      view.sheet.name,
      { row: column.headRow, column: column.column },
      'warning',
      FAULTS.guessedMilestone(column.head),
    );
  const milestones = [...head.milestones, ...found].sort((one, other) => one.column.column - other.column.column);
  return { ...head, milestones, unknown: head.unknown.filter((column) => !guessed.includes(column)) };
}

function holdsDates(view: SheetView, head: Head, { column, path }: Column, year: number): boolean {
  // 实际开工时间 and the day of a document are dates, but no plan.
  if (/实际|批复|文号|合同|编号|电话|出生|填报|更新|入库/.test(path.join(''))) return false;
  let dates = 0;
  let others = 0;
  let left = view.sheet.rows.length;
  for (const { row, cells } of view.sheet.rows) {
    // Were all that is still to come dates, they would be too few.
    if (dates + left <= others * 2) return false;
    left -= 1;
    const cell = row > head.bottom ? cells.get(column) : undefined;
    if (cell === undefined || squeezed(cell.text) === '') continue;
    const plainNumber = cell.number !== null && cell.date === null;
    const reading = plainNumber ? null : readDate(cell, 'due', year);
    if (reading?.says === 'day' && reading.oddity === null) dates += 1;
    else if (reading?.says !== 'nothing') others += 1;
  }
  return dates >= FEWEST_DATES && dates > others * 2;
}
