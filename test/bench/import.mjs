// What reading a county's spreadsheet of 2,000 projects costs, beside exceljs's bare reading of the same bytes.
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { readSheet } from '../../dist/sheets/open.js';

const template = new URL('../sheets/ledgers/dong-e-2020.xlsx', import.meta.url);
const [LAST_HEAD, FIRST_PROJECT, LAST_PROJECT] = [4, 7, 26];

/** The county's own heads, merged as they are, and its first category's projects under them, numbered anew; bytes of an .xlsx. */
export async function largeLedger(projects) {
  const county = new ExcelJS.Workbook();
  await county.xlsx.load(await readFile(template));
  const sheet = county.worksheets[0];
  // exceljs counts columns from 1: what is added begins with the first.
  const valuesOf = (row) => Array.from(sheet.getRow(row).values).slice(1);
  const large = new ExcelJS.Workbook();
  const to = large.addWorksheet(sheet.name);
  for (let head = 1; head <= LAST_HEAD; head += 1) to.addRow(valuesOf(head));
  for (const range of sheet.model.merges) if (Number(/:[A-Z]+(\d+)$/.exec(range)[1]) <= LAST_HEAD) to.mergeCells(range);
  for (let number = 1; number <= projects; number += 1) {
    const values = valuesOf(FIRST_PROJECT + (number % (LAST_PROJECT - FIRST_PROJECT + 1)));
    values[0] = number;
    values[1] = `${String(values[1]).replace(/\s/g, '')}${number}`;
    to.addRow(values);
  }
  return new Uint8Array(await large.xlsx.writeBuffer());
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Medians of `rounds`, milliseconds: exceljs alone, and ours with everything understood or named as a fault. */
export async function measureImport({ projects = 2000, rounds = 5 } = {}) {
  const bytes = await largeLedger(projects);
  const took = { floor: [], ours: [] };
  let rows = 0;
  for (let round = 0; round < rounds; round += 1) {
    let began = performance.now();
    await new ExcelJS.Workbook().xlsx.load(bytes);
    took.floor.push(performance.now() - began);
    began = performance.now();
    const answer = await readSheet(bytes, 'large.xlsx', { year: 2020 });
    took.ours.push(performance.now() - began);
    if ('refused' in answer) throw new Error(`the bench ledger was refused: ${JSON.stringify(answer.refused)}`);
    rows = answer.ledger.projects.length;
  }
  if (rows !== projects) throw new Error(`${rows} projects were read of ${projects}`);
  return { projects, floor: median(took.floor), ours: median(took.ours) };
}
