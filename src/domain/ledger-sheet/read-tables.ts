import { type MoneyUnit, moneyUnitIn } from './amount-cell.js';
import { saysNothing, squeezed, tidyText } from './clean.js';
import type { HeadRules } from './column.js';
import { FAULTS } from './fault-words.js';
import { addressOf, type GridSheet } from './grid.js';
import { type Head, headAt, printedAgain } from './head.js';
import type { Notes } from './notes.js';
import { layoutOf, NO_LAYOUT, type RowContext, readProject } from './read-row.js';
import { dropMisnamed, guessMilestones } from './resolve-columns.js';
import { kindOf, type RowKind } from './rows.js';
import { sectionsOf } from './sections.js';
import type { SheetProject, UnknownColumn } from './types.js';
import { isUnitName } from './unit-cell.js';
import { type Placed, SheetView } from './view.js';

export type ReadTables = {
  readonly projects: readonly SheetProject[];
  readonly withdrawn: readonly SheetProject[];
  readonly unknownColumns: readonly UnknownColumn[];
};

const PLAIN_SHEET_NAME = /^(?:sheet|工作表|表)?\d*$|台账|汇总|总表|明细|一览|清单|项目表|统计/i;

/** Reads every table of one sheet; null where no row of it is a ledger's head. */
export function readTables(
  sheet: GridSheet,
  rules: HeadRules & { readonly year: number },
  notes: Notes,
): ReadTables | null {
  const { year } = rules;
  const view = new SheetView(sheet);
  const projects: SheetProject[] = [];
  const withdrawn: SheetProject[] = [];
  const unknownColumns: UnknownColumn[] = [];
  const sections = sectionsOf(sheet.name, notes);
  const bySheet = sheetMeans(sheet.name);
  let head: Head | null = null;
  let layout = NO_LAYOUT;
  let money: MoneyUnit = '万元';
  let total: Extract<RowKind, { is: 'total' }> | null = null;
  for (const { row, hidden } of sheet.rows) {
    if (head !== null && row <= head.bottom) continue;
    const next = headAt(view, row, rules);
    if (next !== null) {
      money = moneyAbove(view, head?.bottom ?? 0, next) ?? money;
      const above = head === null ? sectionAbove(view, next.top) : null;
      if (above !== null) sections.open({ label: tidyText(above.cell.text), level: 0, count: null, at: above });
      // The same head again, as it is printed on every page, changes nothing.
      if (head === null || !sameColumns(head, next)) {
        head = guessMilestones(view, dropMisnamed(view, next, year), year, notes);
        layout = layoutOf(head);
        const newest = head.fields.get('done');
        for (const { headRow, column, head: text } of head.replaced)
          notes.fault(sheet.name, { row: headRow, column }, 'warning', FAULTS.olderFigures(text, newest?.head ?? ''));
        for (const { headRow, column, head: text } of head.unknown)
          unknownColumns.push({ sheet: sheet.name, cell: addressOf(headRow, column), head: text });
      }
      head = printedAgain(head, next);
      continue;
    }
    if (head === null) continue;
    const kind = kindOf(view, head, row);
    if (kind.is === 'section') {
      sections.open(kind);
      if (kind.guessed) notes.fault(sheet.name, kind.at, 'warning', FAULTS.readAsSection(kind.label));
    }
    if (kind.is === 'total' && /^(?:总合计|总计|合计)/.test(kind.label) && kind.count !== null) total = kind;
    if (kind.is === 'nameless')
      notes.fault(sheet.name, { row, column: head.fields.get('name')?.column ?? 1 }, 'error', FAULTS.noName());
    if (kind.is === 'continued') noteFurtherLine(view, head, row, kind.name.row, notes);
    if (kind.is !== 'project') continue;
    const context: RowContext = {
      category: sections.category() || bySheet.category,
      unit: sections.unit() || bySheet.unit,
      year,
      money,
      withdrawn: kind.name.cell.struck === 'all',
      layout,
    };
    if (context.withdrawn) {
      // What is wrong inside a line that was taken back is nobody's concern.
      withdrawn.push(readProject(view, head, row, context, silent));
      notes.fault(sheet.name, kind.name, 'warning', FAULTS.struckRow(tidyText(kind.name.cell.text)));
      continue;
    }
    const project = readProject(view, head, row, context, notes);
    projects.push(carried(project, projects.at(-1), head, notes));
    sections.counted();
    if (hidden) notes.fault(sheet.name, kind.name, 'warning', FAULTS.hidden(project.name));
  }
  sections.close();
  if (head === null) return null;
  if (total !== null && total.count !== null && total.count !== projects.length)
    notes.fault(sheet.name, total.at, 'warning', FAULTS.count(total.label, total.count, projects.length));
  return { projects, withdrawn, unknownColumns };
}

const silent: Notes = { faults: [], doubts: [], fault() {}, doubt() {} };

/** A sheet per town or per category says by its name what its rows do not. */
function sheetMeans(name: string): { category: string; unit: string } {
  const plain = tidyText(squeezed(name).replace(/^[\d.、一二三四五六七八九十]+[、.]|[(（]\d+个?[)）]$/g, ''));
  if (isUnitName(plain)) return { category: '', unit: plain };
  return { category: PLAIN_SHEET_NAME.test(plain) ? '' : plain, unit: '' };
}

/** A section's head between the title and the first head: 工业项目. */
function sectionAbove(view: SheetView, top: number): Placed | null {
  const [first, ...more] = view.own(top - 1);
  const titled = view.sheet.rows.some(({ row }) => row < top - 1 && view.own(row).length > 0);
  if (first === undefined || more.length > 0 || !titled) return null;
  const text = squeezed(first.cell.text);
  return text.length <= LONGEST_SECTION && !NO_SECTION.test(text) ? first : null;
}

const LONGEST_SECTION = 20;
const NO_SECTION = /[:：]|\d{4}|单位|时间|日期|截[至止]|台账|表$|清单|一览|万元|亿元|附件|县|市|月/;

/** 单位：亿元 in the lines above a head. */
function moneyAbove(view: SheetView, after: number, { top, bottom }: Head): MoneyUnit | null {
  let found: MoneyUnit | null = null;
  for (const { row } of view.sheet.rows) {
    if (row <= after || row > bottom) continue;
    for (const { cell } of view.own(row)) {
      const said = /单位[:：]?[(（]?(亿元|千万元|百万元|万元|千元|元)/.exec(squeezed(cell.text))?.[1];
      const plain = row < top && said === undefined ? moneyUnitIn(cell.text) : null;
      found = (said as MoneyUnit | undefined) ?? plain ?? found;
    }
  }
  return found;
}

function sameColumns(one: Head, other: Head): boolean {
  // Each category may stand under a head of its own, with its own milestones and units of money.
  const places = (head: Head) =>
    [
      ...[...head.fields].map(([field, { column, unit }]) => `${field}${column}${unit}`),
      ...head.milestones.map(({ name, column }) => `milestone ${name}${column.column}`),
    ]
      .sort()
      .join();
  return places(one) === places(other);
}

/** In a csv only the first row of a merged category cell holds it. */
function carried(project: SheetProject, above: SheetProject | undefined, head: Head, notes: Notes): SheetProject {
  const column = head.fields.get('category')?.column;
  if (project.category !== '' || above === undefined || above.category === '' || column === undefined) return project;
  notes.fault(project.sheet, { row: project.row, column }, 'warning', FAULTS.carriedCategory(above.category));
  return { ...project, category: above.category };
}

/** What a second line of the same project says in cells of its own was not read: named, not lost silently. */
function noteFurtherLine(view: SheetView, head: Head, row: number, first: number, notes: Notes): void {
  for (const placed of view.own(row)) {
    const text = tidyText(placed.cell.text);
    if (saysNothing(text) || head.fields.get('index')?.column === placed.column) continue;
    if (tidyText(view.at(first, placed.column)?.cell.text ?? '') === text) continue;
    notes.fault(view.sheet.name, placed, 'warning', FAULTS.moreLines(text.slice(0, 30)));
  }
}
