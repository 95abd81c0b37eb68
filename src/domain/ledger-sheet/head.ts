import type { MoneyUnit } from './amount-cell.js';
import { squeezed } from './clean.js';
import { type ColumnMeaning, type HeadRules, type Label, labelOf, meaningsOf } from './column.js';
import type { ColumnField } from './column-words.js';
import type { Placed, SheetView } from './view.js';

/** A column as the head names it. */
export type Column = {
  readonly column: number;
  /** Where its lowest head stands, and that head as it is written. */
  readonly headRow: number;
  readonly head: string;
  readonly path: readonly string[];
  readonly unit: MoneyUnit | null;
};

/** The head of a table: rows `top` to `bottom`, and which column holds what. */
export type Head = {
  readonly top: number;
  readonly bottom: number;
  readonly fields: ReadonlyMap<ColumnField, Column>;
  readonly milestones: readonly { readonly name: string; readonly column: Column }[];
  readonly unknown: readonly Column[];
  /** Cumulative columns (1-3月完成投资) that a newer one beside them replaces. */
  readonly replaced: readonly Column[];
};

// A head of more rows than this would be data.
const MOST_HEAD_ROWS = 4;
const LONGEST_LABEL = 40;

/** The head whose name column's text stands in `row`; null where the row is none. */
export function headAt(view: SheetView, row: number, rules: HeadRules): Head | null {
  const own = view.own(row);
  if (own.length < 2 || own.some(({ cell }) => cell.number !== null && cell.date === null && cell.number > 999))
    return null;
  if (!own.some((placed) => isNameHead(placed, rules))) return null;
  const top = topOf(view, row);
  const lowest = lowestLabels(view, top, row, rules);
  const columns = columnsOf(view, top, lowest);
  const bottom = numbersBelow(view, lowest);
  const head = assign(columns, { top, bottom }, rules);
  // A name alone is any list; a ledger says at least two things more.
  const known = [...head.fields.keys()].filter((field) => field !== 'index').length + head.milestones.length;
  return head.fields.has('name') && known >= 3 ? head : null;
}

function isNameHead({ cell }: Placed, rules: HeadRules): boolean {
  if (cell.text.length > LONGEST_LABEL) return false;
  const { plain } = labelOf(cell.text);
  return meaningsOf([plain], rules).some(({ field }) => field === 'name');
}

/** What is known of a head, for the rows of the same head further down. Spelled out: heads of one shape are read twice as fast. */
export function printedAgain({ fields, milestones, unknown, replaced }: Head, { top, bottom }: Head): Head {
  return { top, bottom, fields, milestones, unknown, replaced };
}

/** Group heads may stand above the row that names the project's column. */
function topOf(view: SheetView, row: number): number {
  let top = row;
  while (top > 1 && row - top < MOST_HEAD_ROWS - 2) {
    const above = view.own(top - 1);
    const heads = above.filter(({ cell }) => isLabel(cell.text));
    // One text over the whole width is a title, a text with a colon says who reported it and when.
    if (above.length < 2 || heads.length < above.length) return top;
    top -= 1;
  }
  return top;
}

const isLabel = (text: string) => {
  const plain = squeezed(text);
  return plain !== '' && plain.length <= LONGEST_LABEL && !/[:：]|^\d+$|年\d+月\d+日/.test(plain);
};

function lowestLabels(view: SheetView, top: number, row: number, rules: HeadRules): number {
  let bottom = row;
  for (let at = top; at <= bottom; at += 1) {
    for (const { merge } of view.own(at)) {
      if (merge !== null && merge.bottom > bottom && merge.bottom - top < MOST_HEAD_ROWS) bottom = merge.bottom;
    }
  }
  const name = view.own(row).find((placed) => isNameHead(placed, rules))?.column ?? 1;
  while (bottom - top + 1 < MOST_HEAD_ROWS && belongsToHead(view, { last: bottom, name }, rules)) bottom += 1;
  return bottom;
}

/** A row that only numbers the columns (1 2 3 …, 甲 乙 1 2 …) closes the head. */
function numbersBelow(view: SheetView, bottom: number): number {
  // In a csv a blank line is left where the heads were merged downwards.
  const next = view.own(bottom + 1).length === 0 ? bottom + 2 : bottom + 1;
  return numbersColumns(view, next) ? next : bottom;
}

/** Whether the line under `last` holds lower heads: mostly known words, no figures, nothing under the projects' name. */
function belongsToHead(view: SheetView, { last, name }: { last: number; name: number }, rules: HeadRules): boolean {
  const below = view.own(last + 1);
  if (below.length === 0 || view.at(last + 1, name)?.row === last + 1) return false;
  const words = below.filter(({ cell }) => cell.number === null && isLabel(cell.text) && !/\d{5,}/.test(cell.text));
  if (words.length < below.length) return false;
  const known = below.filter(({ cell, column }) => {
    const leaf = labelOf(cell.text).plain;
    return leaf === '' || meaningsOf([labelOf(view.at(last, column)?.cell.text ?? '').plain, leaf], rules).length > 0;
  });
  return known.length * 2 >= below.length;
}

function numbersColumns(view: SheetView, row: number): boolean {
  const texts = view.own(row).map(({ cell }) => squeezed(cell.text));
  const numbers = texts.map(Number).filter((value) => Number.isInteger(value) && value > 0);
  const letters = texts.filter((text) => /^(?:[甲乙丙丁戊己庚辛壬癸]|[A-Z])$/.test(text)).length;
  const rising = numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1);
  return numbers.length >= 4 && rising && numbers.length + letters === texts.length;
}

function columnsOf(view: SheetView, top: number, bottom: number): Column[] {
  const columns: Column[] = [];
  for (let column = 1; column <= view.lastColumn; column += 1) {
    const path: Label[] = [];
    let last: Placed | null = null;
    for (let row = top; row <= bottom; row += 1) {
      const placed: Placed | null = view.at(row, column) ?? groupToTheLeft(view, row, bottom, column);
      if (placed === null || (last !== null && placed.row === last.row && placed.column === last.column)) continue;
      if (/^[\d甲乙丙丁戊己庚辛壬癸]+$/.test(squeezed(placed.cell.text))) continue;
      path.push(labelOf(placed.cell.text));
      last = placed;
    }
    if (last === null) continue;
    const unit = path.map((label) => label.unit).findLast((each) => each !== null) ?? null;
    columns.push({
      column,
      headRow: last.row,
      head: last.cell.text.replace(/\s+/g, ''),
      path: path.map(({ plain }) => plain),
      unit,
    });
  }
  return columns;
}

/** Where groups are not merged (csv, or centred across cells), a blank head belongs to the group on its left. */
function groupToTheLeft(view: SheetView, row: number, bottom: number, column: number): Placed | null {
  if (row === bottom || !hasHeadBelow(view, row, bottom, column)) return null;
  for (let left = column - 1; left >= 1; left -= 1) {
    const placed = view.at(row, left);
    if (placed === null) continue;
    return placed.merge === null && hasHeadBelow(view, row, bottom, left) ? placed : null;
  }
  return null;
}

function hasHeadBelow(view: SheetView, row: number, bottom: number, column: number): boolean {
  for (let below = row + 1; below <= bottom; below += 1) if (view.at(below, column)?.row === below) return true;
  return false;
}

/** Gives each field the column that says it most surely; no column holds two fields. */
function assign(columns: readonly Column[], { top, bottom }: Pick<Head, 'top' | 'bottom'>, rules: HeadRules): Head {
  const offers = columns
    .flatMap((column) => meaningsOf(column.path, rules).map((meaning) => ({ column, meaning })))
    .sort(
      (one, other) =>
        one.meaning.rank - other.meaning.rank ||
        (one.meaning.field === 'done' && other.meaning.field === 'done' ? newestFirst(one.column, other.column) : 0) ||
        one.column.column - other.column.column,
    );
  const replaced = offers
    .filter(({ column, meaning }) => meaning.field === 'done' && countedUntil(column) > 0)
    .map(({ column }) => column);
  const fields = new Map<ColumnField, Column>();
  const milestones: { name: string; column: Column }[] = [];
  const taken = new Set<Column>();
  for (const { column, meaning } of offers) {
    if (taken.has(column)) continue;
    if (meaning.field === 'milestone') {
      if (milestones.some(({ name }) => name === meaning.name)) continue;
      milestones.push({ name: meaning.name, column });
      taken.add(column);
    } else if (!fields.has(meaning.field) && suits(meaning, fields, column)) {
      fields.set(meaning.field, column);
      taken.add(column);
    }
  }
  worksFromNodes(milestones, fields);
  milestones.sort((one, other) => one.column.column - other.column.column);
  const ignored = (column: Column) => rules.columns.get(column.path.at(-1) ?? '') === 'ignored';
  const older = [...new Set(replaced)].filter((column) => !taken.has(column) && fields.has('done'));
  const unknown = columns.filter((column) => !taken.has(column) && !ignored(column) && !older.includes(column));
  return { top, bottom, fields, milestones, unknown, replaced: older };
}

const newestFirst = (one: Column, other: Column): number => countedUntil(other) - countedUntil(one);

/** The month up to which a cumulative column counts: 1-5月 and 截至5月底 are 5, 截至目前 is later than all; 0: it names none. */
function countedUntil({ path }: Column): number {
  const text = path.join('');
  if (/目前|至今/.test(text)) return 13;
  const range = /(\d{1,2})月?[-~—–至到](\d{1,2})月/.exec(text);
  // 4-6月 is a quarter's own figure.
  if (range !== null) return range[1] === '1' ? Number(range[2]) : 0;
  return Number(
    /(?:截至|截止|至)(?:20\d\d年)?(\d{1,2})[月.]/.exec(text)?.[1] ?? /(\d{1,2})月(?:底|末)/.exec(text)?.[1] ?? 0,
  );
}

/** Where 时间节点 stands over 开工时间 and 竣工时间 only, they are the works' start and end. */
function worksFromNodes(milestones: { name: string; column: Column }[], fields: Map<ColumnField, Column>): void {
  const ends = milestones.map(({ name }) =>
    /^(?:开工|动工|开工建设)$/.test(name) ? 'start' : /^(?:竣工|完工|建成|竣工投产|投产)$/.test(name) ? 'end' : null,
  );
  const works = ['start', 'end', 'span', 'nodes'] as const;
  if (
    milestones.length !== 2 ||
    new Set(ends).size !== 2 ||
    ends.includes(null) ||
    works.some((field) => fields.has(field))
  )
    return;
  for (const [at, { column }] of milestones.entries()) fields.set(ends[at] ?? 'start', column);
  milestones.length = 0;
}

/** 计划投资 is the year's where the sheet has a total, else the total; the first telephone belongs to the owner beside it. */
function suits(meaning: ColumnMeaning, fields: ReadonlyMap<ColumnField, Column>, column: Column): boolean {
  if (meaning.field === 'totalInvestment' && meaning.rank >= 3) return !fields.has('totalInvestment');
  if (meaning.field === 'yearPlan' && meaning.rank >= 4) return fields.has('totalInvestment');
  if (meaning.field === 'phone') return !/领导/.test(column.path.join(''));
  return true;
}
