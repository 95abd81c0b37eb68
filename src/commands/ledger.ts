import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dayAt } from '../domain/day.js';
import { ledgerForm, readSheet } from '../sheets/index.js';
import { systemClock } from '../time/clock.js';
import { Told } from './fault-words.js';

/** Prints what a county's spreadsheet is understood to say, as JSON. `year`: that of dates which name none. */
export async function readLedgerFile(file: string, options: { readonly year?: string }): Promise<void> {
  const year = options.year === undefined ? thisYear() : Number(options.year);
  if (!Number.isInteger(year) || year < 1990 || year > 2200)
    throw new Told(`--year ${options.year}: give a year such as 2020.`);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Told(`${file} cannot be read (${error.code}). Check its path.`);
  });
  const answer = await readSheet(bytes, basename(file), { year });
  if ('refused' in answer) {
    const { wrong, instead } = answer.refused;
    throw new Told(`${basename(file)}：${wrong.zh}。${instead.zh}。\n${wrong.en}. ${instead.en}.`);
  }
  process.stdout.write(`${JSON.stringify(ledgerForm(answer.ledger), null, 1)}\n`);
}

// A county without a program yet: the year that it is in China.
const thisYear = () => Number(dayAt(systemClock.now(), 'Asia/Shanghai').slice(0, 4));
