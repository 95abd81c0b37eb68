import { type MoneyUnit, readAmount } from './amount-cell.js';
import { saysNothing, tidyText, withoutFootnote } from './clean.js';
import type { ColumnField } from './column-words.js';
import { FAULTS, FIELD_WORDS } from './fault-words.js';
import { addressOf, columnName } from './grid.js';
import type { Head } from './head.js';
import type { Notes, Place } from './notes.js';
import { readPerson, readPhone } from './person-cell.js';
import { readMilestones, readWorks, textOf } from './read-dates.js';
import { type RowCells, rowCells, textIn } from './row-cells.js';
import { compareAmounts, noteMarks } from './row-checks.js';
import type { FieldPlaces, SheetField, SheetProject } from './types.js';
import { partUnitAndOwner, readUnit } from './unit-cell.js';
import type { SheetView } from './view.js';

/** What the rows above a project, its sheet and its title say about it. */
export type RowContext = {
  readonly category: string;
  readonly unit: string;
  readonly year: number;
  readonly money: MoneyUnit;
  /** The whole line is struck out. */
  readonly withdrawn: boolean;
  readonly layout: Layout;
};

/** Which columns a head gives to what a project has: one by one, and by their letters. */
export type Layout = {
  readonly places: readonly { readonly field: SheetField; readonly column: number }[];
  readonly columns: FieldPlaces;
};

export const NO_LAYOUT: Layout = { places: [], columns: {} };

/** Reads one row as a project. Whatever is doubtful in it is noted at its cell. */
export function readProject(view: SheetView, head: Head, row: number, context: RowContext, notes: Notes): SheetProject {
  const cells = rowCells(view, head, row, context.withdrawn);
  noteMarks(view, cells, notes);
  const owner = person(cells, 'owner', 'error', notes);
  const works = readWorks(cells, context.year, notes);
  const project: SheetProject = {
    sheet: view.sheet.name,
    row,
    code: tidyText(textIn(cells, 'code')),
    name: withoutFootnote(tidyText(textIn(cells, 'name'))),
    category: categoryOf(cells, context.category),
    unit: unitOf(cells, context.unit, notes),
    owner: owner.name,
    phone: phoneOf(cells, owner.phone, notes),
    sponsor: person(cells, 'sponsor', 'warning', notes).name,
    totalInvestment: amount(cells, 'totalInvestment', context.money, notes),
    yearPlan: amount(cells, 'yearPlan', context.money, notes),
    done: amount(cells, 'done', context.money, notes),
    ...works,
    milestones: readMilestones(cells, context.year, notes),
    content: tidyText(textIn(cells, 'content')),
    progress: tidyText(textIn(cells, 'progress')),
    problem: tidyText(textIn(cells, 'problem')),
    site: tidyText(textIn(cells, 'site')),
    remark: tidyText(textIn(cells, 'remark')),
    columns: context.layout.columns,
    elsewhere: elsewhereOf(cells, context.layout),
  };
  compareAmounts(cells, project, notes);
  return project;
}

const LAID_OUT = [
  'code',
  'name',
  'category',
  'unit',
  'owner',
  'phone',
  'sponsor',
  'totalInvestment',
  'yearPlan',
  'done',
  'start',
  'end',
  'content',
  'progress',
  'problem',
  'site',
  'remark',
] as const;

/** Said once for a head, not once a row. */
export function layoutOf({ fields, milestones }: Head): Layout {
  const places = [
    ...LAID_OUT.flatMap((field) => {
      const column = fields.get(field)?.column;
      return column === undefined ? [] : [{ field, column }];
    }),
    ...milestones.map(({ name, column }) => ({ field: `milestone:${name}` as const, column: column.column })),
  ];
  return { places, columns: Object.fromEntries(places.map(({ field, column }) => [field, columnName(column)])) };
}

const NOWHERE_ELSE: FieldPlaces = {};

function elsewhereOf(cells: RowCells, { places }: Layout): FieldPlaces {
  let elsewhere: Partial<Record<SheetField, string>> | null = null;
  for (const { field, column } of places) {
    const placed = cells.placed(column);
    if (placed === null || (placed.row === cells.row && placed.column === column)) continue;
    elsewhere ??= {};
    elsewhere[field] = addressOf(placed.row, placed.column);
  }
  return elsewhere ?? NOWHERE_ELSE;
}

function categoryOf(cells: RowCells, above: string): string {
  const own = textIn(cells, 'category');
  return own === '' ? above : tidyText(own);
}

/** Where a blank field's cell would be. */
function placeOf(cells: RowCells, field: ColumnField): Place | null {
  const column = cells.head.fields.get(field)?.column;
  return column === undefined ? null : (cells.at(field) ?? { row: cells.row, column });
}

function unitOf(cells: RowCells, fallback: string, notes: Notes): string {
  const field = cells.head.fields.has('unit') ? 'unit' : 'unitOwner';
  const place = placeOf(cells, field);
  if (place === null) return fallback;
  const written = cells.at(field)?.cell.text ?? '';
  const text = field === 'unit' ? written : partUnitAndOwner(written).unit;
  const reading = readUnit(text);
  if (reading.says === 'open') notes.fault(cells.sheet, place, 'error', FAULTS.open(FIELD_WORDS.unit, tidyText(text)));
  if (reading.says === 'nothing') {
    if (fallback !== '') notes.fault(cells.sheet, place, 'warning', FAULTS.unitFromSheet(fallback));
    else notes.fault(cells.sheet, place, 'error', FAULTS.blank(FIELD_WORDS.unit));
    return fallback;
  }
  if (reading.says !== 'units') return '';
  const [first = ''] = reading.units;
  if (reading.units.length > 1) {
    notes.fault(cells.sheet, place, 'warning', FAULTS.severalUnits(reading.units));
    notes.doubt(
      cells.sheet,
      place,
      'unit',
      spellings(first, reading.units.join('、'), tidyText(text)),
      FAULTS.severalUnits(reading.units),
    );
  }
  return first;
}

const spellings = (...texts: string[]) => [...new Set(texts)];

function person(
  cells: RowCells,
  field: 'owner' | 'sponsor',
  blank: 'error' | 'warning',
  notes: Notes,
): { name: string; phone: string } {
  const shared = field === 'owner' && !cells.head.fields.has('owner');
  const place = placeOf(cells, shared ? 'unitOwner' : field);
  const words = FIELD_WORDS[field];
  if (place === null) return { name: '', phone: '' };
  const text = shared
    ? partUnitAndOwner(cells.at('unitOwner')?.cell.text ?? '').owner
    : (cells.at(field)?.cell.text ?? '');
  const reading = readPerson(text);
  if (reading.says === 'open') notes.fault(cells.sheet, place, 'error', FAULTS.open(words, tidyText(text)));
  if (reading.says === 'nothing') notes.fault(cells.sheet, place, blank, FAULTS.blank(words));
  if (reading.says !== 'names') return { name: '', phone: '' };
  const [name = ''] = reading.names;
  if (reading.odd) {
    notes.fault(cells.sheet, place, 'warning', FAULTS.oddName(words, name));
  }
  if (reading.names.length > 1) {
    const said = FAULTS.severalNames(words, reading.names);
    notes.fault(cells.sheet, place, 'warning', said);
    notes.doubt(cells.sheet, place, field, spellings(name, reading.names.join('、'), tidyText(text)), said);
  }
  return { name, phone: reading.phone };
}

function phoneOf(cells: RowCells, besideName: string, notes: Notes): string {
  const placed = cells.at('phone');
  if (placed === null || saysNothing(placed.cell.text)) return besideName;
  const reading = readPhone(placed.cell.text);
  if (!reading.plausible) notes.fault(cells.sheet, placed, 'warning', FAULTS.phone(reading.digits));
  return reading.phones.join('、');
}

type AmountField = 'totalInvestment' | 'yearPlan' | 'done';

function amount(cells: RowCells, field: AmountField, money: MoneyUnit, notes: Notes): number | null {
  const column = cells.head.fields.get(field);
  const place = placeOf(cells, field);
  const placed = cells.at(field);
  if (column === undefined || place === null) return null;
  const words = FIELD_WORDS[field];
  // Whoever has not begun has no investment done; without a total a project cannot be weighed.
  const blank = () => {
    if (field === 'totalInvestment') notes.fault(cells.sheet, place, 'warning', FAULTS.blank(words));
    return null;
  };
  if (placed === null) return blank();
  const text = textOf(placed);
  const reading = readAmount(placed.cell, column.unit ?? money);
  if (reading.says === 'nothing') return blank();
  const refuse = (said: Parameters<Notes['fault']>[3]) => {
    notes.fault(cells.sheet, placed, 'error', said);
    return null;
  };
  if (reading.says === 'wrong') {
    if (reading.why === 'foreign') return refuse(FAULTS.foreign(words, text));
    if (reading.why === 'range') return refuse(FAULTS.range(words, text));
    return refuse(reading.why === 'negative' ? FAULTS.negative(words, text) : FAULTS.noAmount(words, text));
  }
  if (reading.says !== 'amount') return refuse(FAULTS.open(words, text));
  const { wan, others, oddity } = reading;
  if (oddity === 'more-text') notes.fault(cells.sheet, placed, 'warning', FAULTS.amountWithText(words, text, wan));
  if (oddity === 'yuan') notes.fault(cells.sheet, placed, 'warning', FAULTS.yuan(words, text, wan));
  if (others.length > 0) {
    const said = oddity === 'about' ? FAULTS.about(words, text, wan) : FAULTS.yuan(words, text, wan);
    notes.doubt(cells.sheet, placed, field, [wan, ...others], said);
  }
  const rows = placed.merge === null ? 1 : placed.merge.bottom - placed.merge.top + 1;
  if (rows > 1 && !sameMergeAsName(cells, rows))
    notes.fault(cells.sheet, placed, 'warning', FAULTS.sharedAmount(words, rows));
  return wan;
}

/** A project over several lines has its amount merged over the same lines. */
function sameMergeAsName(cells: RowCells, rows: number): boolean {
  const merge = cells.at('name')?.merge;
  return merge !== null && merge !== undefined && merge.bottom - merge.top + 1 >= rows;
}
