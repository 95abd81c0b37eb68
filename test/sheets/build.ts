import ExcelJS from 'exceljs';

/** A cell of a test's sheet: a text or number, or exceljs's own forms for formulas, rich text and styles. */
export type Given = ExcelJS.CellValue | { readonly value: ExcelJS.CellValue; readonly style: Partial<ExcelJS.Style> };

export type GivenSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Given[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly struckRows?: readonly number[];
  readonly state?: 'hidden';
  readonly comments?: Readonly<Record<string, string>>;
};

const styled = (cell: Given): cell is Extract<Given, { style: object }> =>
  typeof cell === 'object' && cell !== null && 'style' in cell;

/** The bytes of an .xlsx with the given sheets. */
export async function workbook(...sheets: readonly GivenSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, merges = [], hiddenRows = [], struckRows = [], state, comments = {} } of sheets) {
    const sheet = book.addWorksheet(name, state === undefined ? {} : { state });
    rows.forEach((row, index) => {
      row.forEach((given, at) => {
        if (given === null || given === '') return;
        const cell = sheet.getCell(index + 1, at + 1);
        cell.value = styled(given) ? given.value : given;
        if (styled(given)) cell.style = given.style;
      });
    });
    for (const range of merges) sheet.mergeCells(range);
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    for (const row of struckRows) {
      sheet.getRow(row).eachCell((cell) => {
        cell.font = { ...cell.font, strike: true };
      });
    }
    for (const [address, text] of Object.entries(comments)) sheet.getCell(address).note = text;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The text of a csv: fields with commas, quotes or line breaks are quoted. */
export function csv(rows: readonly (readonly (string | number)[])[], delimiter = ','): string {
  const field = (value: string | number) =>
    /[",\n\t;]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `${rows.map((row) => row.map(field).join(delimiter)).join('\r\n')}\r\n`;
}

/** A day as exceljs stores it, shown in `format`. */
export const onDay = (day: string, format = 'yyyy-mm-dd'): Given => ({
  value: new Date(`${day}T00:00:00Z`),
  style: { numFmt: format },
});
