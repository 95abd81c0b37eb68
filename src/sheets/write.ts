import ExcelJS, { type Cell, type Style, type Worksheet } from 'exceljs';
import { isLocalDay } from '../domain/day.js';
import { columnName } from '../domain/ledger-sheet/index.js';
import { markTexts, TEXT_FORMAT } from './mark-texts.js';
import type { ColumnKind, Table, TableColumn, TableValue } from './table.js';

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: 'General',
  paragraph: 'General',
  amount: '#,##0.####',
  day: 'yyyy-mm-dd',
  percent: '0"%"',
  count: '0',
};
const LINE = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const TITLE_ROW = 1;
const NOTE_ROW = 2;
const HEAD_ROW = 3;
// Beginnings that a spreadsheet program takes for a formula when the cell is edited or the file is turned into csv.
const LIKE_A_FORMULA = /^\s*[=+\-@\t\r]/;
// What a cell holds at most; a longer text makes the whole file unreadable.
const LONGEST_TEXT = 32_767;
// No control characters in XML but tab and line breaks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * The bytes of an .xlsx with a sheet for each table: title, heads, widths, frozen panes, number and date formats, A4 across
 * fitted to its width, heads on every printed page. Text stays text, whatever it begins with.
 */
export async function writeBook(tables: readonly Table[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const choices = new ChoiceLists(book);
  for (const table of tables) writeTable(book, table, choices);
  choices.write();
  return markTexts(new Uint8Array(await book.xlsx.writeBuffer()));
}

function writeTable(book: ExcelJS.Workbook, table: Table, choices: ChoiceLists): void {
  const { columns } = table;
  const grouped = columns.some(({ group }) => group !== undefined);
  const lastHead = grouped ? HEAD_ROW + 1 : HEAD_ROW;
  const sheet = book.addWorksheet(sheetName(book, table.name), {
    views: [{ state: 'frozen', xSplit: table.frozenColumns ?? 0, ySplit: lastHead }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${HEAD_ROW}:${lastHead}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  });
  columns.forEach(({ width }, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  writeTop(sheet, table);
  writeHeads(sheet, columns, grouped);
  const spare = Array.from({ length: table.spareRows ?? 0 }, () => columns.map((): TableValue => null));
  [...table.rows, ...spare].forEach((row, index) => {
    columns.forEach((column, at) => {
      writeCell(sheet.getCell(lastHead + 1 + index, at + 1), row[at] ?? null, column, choices);
    });
  });
}

function writeTop(sheet: Worksheet, { title, note, columns }: Table): void {
  const last = columnName(columns.length);
  for (const [row, text, style] of [
    [TITLE_ROW, title, { font: { size: 18, bold: true }, alignment: { horizontal: 'center', vertical: 'middle' } }],
    [NOTE_ROW, note, { alignment: { horizontal: 'left', vertical: 'middle' } }],
  ] as const) {
    if (columns.length > 1) sheet.mergeCells(`A${row}:${last}${row}`);
    const cell = sheet.getCell(row, 1);
    cell.value = writable(text);
    cell.style = { ...style, ...(LIKE_A_FORMULA.test(text) ? { numFmt: TEXT_FORMAT } : {}) };
  }
  sheet.getRow(TITLE_ROW).height = 36;
}

function writeHeads(sheet: Worksheet, columns: readonly TableColumn[], grouped: boolean): void {
  const style: Partial<Style> = {
    font: { bold: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    border: BORDER,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
  };
  let at = 0;
  while (at < columns.length) {
    const group = columns[at]?.group;
    const width = group === undefined ? 1 : columns.slice(at).findIndex((each) => each.group !== group);
    const end = width === -1 ? columns.length : at + width;
    for (let column = at; column < end; column += 1) {
      const upper = sheet.getCell(HEAD_ROW, column + 1);
      const lower = sheet.getCell(HEAD_ROW + (grouped && group !== undefined ? 1 : 0), column + 1);
      if (grouped) sheet.getCell(HEAD_ROW + 1, column + 1).style = style;
      if (group !== undefined) upper.value = writable(group);
      upper.style = style;
      lower.value = writable(columns[column]?.head ?? '');
    }
    if (grouped && group === undefined) sheet.mergeCells(HEAD_ROW, at + 1, HEAD_ROW + 1, at + 1);
    if (group !== undefined && end - at > 1) sheet.mergeCells(HEAD_ROW, at + 1, HEAD_ROW, end);
    at = end;
  }
}

function writeCell(
  cell: Cell,
  value: TableValue,
  { kind, choices: list, head }: TableColumn,
  choices: ChoiceLists,
): void {
  const day = kind === 'day' && typeof value === 'string' && isLocalDay(value);
  const text = typeof value === 'string' && !day ? writable(value) : null;
  if (day) cell.value = new Date(`${value}T00:00:00Z`);
  else if (text !== null) cell.value = text === '' ? null : text;
  else cell.value = value;
  const wide = kind === 'paragraph';
  cell.style = {
    numFmt: text !== null && LIKE_A_FORMULA.test(text) ? TEXT_FORMAT : FORMATS[kind],
    alignment: { vertical: 'middle', wrapText: kind === 'text' || wide, horizontal: wide ? 'left' : 'center' },
    border: BORDER,
  };
  if (list !== undefined && list.length > 0)
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [choices.range(head, list)],
      // A warning, not a bar: a new unit may be written and is offered for creation when the sheet is read.
      errorStyle: 'warning',
      showErrorMessage: true,
      errorTitle: head,
      error: '不在列表中，仍要填写吗？',
    };
}

function writable(text: string): string {
  // _x000D_ stands for a control character in this format; typed by a person it is only text.
  return text
    .replace(UNWRITABLE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .slice(0, LONGEST_TEXT);
}

/** A name that spreadsheet programs allow (31 characters, none of []:*?/\\) and that no other sheet has. */
function sheetName(book: ExcelJS.Workbook, wanted: string): string {
  const plain =
    writable(wanted)
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 28) || '表';
  const taken = new Set(book.worksheets.map(({ name }) => name.toLowerCase()));
  let name = plain;
  for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${plain} ${next}`;
  return name;
}

/** The lists behind drop-downs, on a hidden sheet: a list inside the cell itself may have 255 characters only. */
class ChoiceLists {
  private readonly lists = new Map<string, readonly string[]>();
  constructor(private readonly book: ExcelJS.Workbook) {}

  range(head: string, list: readonly string[]): string {
    if (!this.lists.has(head)) this.lists.set(head, list);
    const column = columnName([...this.lists.keys()].indexOf(head) + 1);
    return `选项!$${column}$2:$${column}$${list.length + 1}`;
  }

  write(): void {
    if (this.lists.size === 0) return;
    const sheet = this.book.addWorksheet('选项', { state: 'hidden' });
    [...this.lists].forEach(([head, list], at) => {
      [head, ...list].forEach((text, index) => {
        const cell = sheet.getCell(index + 1, at + 1);
        cell.value = writable(text);
        if (LIKE_A_FORMULA.test(text)) cell.numFmt = TEXT_FORMAT;
      });
    });
  }
}
