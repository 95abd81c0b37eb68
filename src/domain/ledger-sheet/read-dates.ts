import type { LocalDay } from '../day.js';
import type { Words } from '../plan.js';
import { type DateReading, readDate } from './date-cell.js';
import { FAULTS, FIELD_WORDS } from './fault-words.js';
import { readNodes } from './node-text.js';
import type { Notes } from './notes.js';
import type { RowCells } from './row-cells.js';
import { readSpan } from './span-cell.js';
import type { SheetField, SheetMilestone } from './types.js';
import type { Placed } from './view.js';

/** Start and end of the works: from their own columns; where those are blank or say 已开工, from 建设起止时间. */
export function readWorks(
  cells: RowCells,
  year: number,
  notes: Notes,
): { start: LocalDay | null; end: LocalDay | null } {
  const spanCell = cells.at('span');
  const span = spanCell === null ? null : readSpan(spanCell.cell, year);
  const start = oneEnd(cells, 'start', span?.start ?? null, year, notes);
  const end = oneEnd(cells, 'end', span?.end ?? null, year, notes);
  const late = cells.at('end') ?? spanCell;
  if (start !== null && end !== null && end < start && late !== null)
    notes.fault(cells.sheet, late, 'error', FAULTS.endBeforeStart(end, start));
  return { start, end };
}

function oneEnd(
  cells: RowCells,
  field: 'start' | 'end',
  span: LocalDay | null,
  year: number,
  notes: Notes,
): LocalDay | null {
  const placed = cells.at(field);
  if (placed === null) {
    const column = cells.head.fields.get(field) ?? cells.head.fields.get('span');
    if (span === null && column !== undefined)
      blankOrUnread(
        cells,
        field,
        cells.head.fields.has(field) ? column.column : (cells.at('span')?.column ?? column.column),
        notes,
      );
    return span;
  }
  const reading = readDate(placed.cell, field === 'start' ? 'start' : 'due', year);
  if (reading.says === 'nothing' || reading.says === 'begun' || reading.says === 'done') {
    const said =
      reading.says === 'nothing'
        ? FAULTS.blank(FIELD_WORDS[field])
        : FAULTS.startUnknown(FIELD_WORDS[field], textOf(placed));
    if (span === null) notes.fault(cells.sheet, placed, 'warning', said);
    return span;
  }
  return dayOrFault(reading, placed, { field, words: FIELD_WORDS[field], sheet: cells.sheet, year, notes });
}

function blankOrUnread(cells: RowCells, field: 'start' | 'end', column: number, notes: Notes): void {
  const span = cells.at('span');
  const said = span === null ? FAULTS.blank(FIELD_WORDS[field]) : FAULTS.noDate(FIELD_WORDS[field], textOf(span));
  notes.fault(cells.sheet, span ?? { row: cells.row, column }, 'warning', said);
}

type Asked = {
  readonly field: SheetField;
  readonly words: Words;
  readonly sheet: string;
  readonly year: number;
  readonly notes: Notes;
};

/** The day that a reading gives; what is odd about it is noted at its cell. */
function dayOrFault(reading: DateReading, placed: Placed, asked: Asked): LocalDay | null {
  const { sheet, words, notes } = asked;
  const text = textOf(placed);
  if (reading.says === 'open') notes.fault(sheet, placed, 'error', FAULTS.open(words, text));
  if (reading.says === 'wrong')
    notes.fault(
      sheet,
      placed,
      'error',
      reading.why === 'no-such-day' ? FAULTS.noSuchDay(words, text) : FAULTS.noDate(words, text),
    );
  if (reading.says !== 'day') return null;
  const { day, others, oddity } = reading;
  if (oddity === 'far') notes.fault(sheet, placed, 'error', FAULTS.farYear(words, text, asked.year));
  if (oddity === 'more-text') notes.fault(sheet, placed, 'warning', FAULTS.dateWithText(words, text, day));
  if (oddity === 'several') notes.fault(sheet, placed, 'warning', FAULTS.severalDates(words, text, day));
  if (oddity === 'about') notes.fault(sheet, placed, 'warning', FAULTS.aboutDate(words, text, day));
  if (oddity === 'number') notes.fault(sheet, placed, 'warning', FAULTS.bareMonth(words, text));
  if (others.length > 0)
    notes.doubt(sheet, placed, asked.field, [day, ...others], FAULTS.dateReadings(words, text, [day, ...others]));
  return day;
}

/** The milestones of a row: a column each, then those of a text such as 用地2月底，施工许可3月. */
export function readMilestones(cells: RowCells, year: number, notes: Notes): SheetMilestone[] {
  const milestones: SheetMilestone[] = [];
  for (const { name, column } of cells.head.milestones) {
    const placed = cells.placed(column.column);
    if (placed === null) continue;
    const reading = readDate(placed.cell, 'due', year);
    if (reading.says === 'nothing') continue;
    const words = { zh: `节点“${name}”`, en: `the milestone ‘${name}’` };
    if (reading.says === 'done' || reading.says === 'begun') {
      notes.fault(cells.sheet, placed, 'warning', FAULTS.doneUndated(words, textOf(placed)));
      if (reading.says === 'done' || name === '开工') milestones.push({ name, due: null, done: true });
      continue;
    }
    const due = dayOrFault(reading, placed, { field: `milestone:${name}`, words, sheet: cells.sheet, year, notes });
    if (due !== null) milestones.push({ name, due, done: reading.says === 'day' && reading.done });
  }
  return [
    ...milestones,
    ...fromText(cells, year, notes).filter(({ name }) => !milestones.some((each) => each.name === name)),
  ];
}

function fromText(cells: RowCells, year: number, notes: Notes): readonly SheetMilestone[] {
  const placed = cells.at('nodes');
  if (placed === null) return [];
  const { nodes, unread, impossible } = readNodes(placed.cell.text, year);
  for (const text of unread) {
    const words = { zh: '节点', en: 'the milestone' };
    notes.fault(cells.sheet, placed, 'warning', impossible ? FAULTS.noSuchDay(words, text) : FAULTS.nodeUndated(text));
  }
  return nodes;
}

export function textOf({ cell }: Placed): string {
  const text = cell.text.replace(/\s+/g, ' ').trim();
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
