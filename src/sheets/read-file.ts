import type { LocalDay } from '../domain/day.js';
import { readIndicators } from '../domain/indicators.js';
import { type GridSheet, type KnownColumn, type LedgerSheet, readLedger } from '../domain/ledger-sheet/index.js';
import { readPromotion } from '../domain/promotion/sheet/index.js';
import { readCsv } from './csv.js';
import { kindOfFile } from './kind.js';
import { LIMITS } from './limits.js';
import { REFUSALS, type Refusal, Refused } from './refusals.js';
import { storable } from './storable.js';
import { readBook } from './xlsx/book.js';

/** `columns`: heads that a person has matched before, by `columnKey`. `year`: that of dates which name none. */
export type SheetFile = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly year: number;
  readonly columns?: ReadonlyMap<string, KnownColumn>;
};
export type SheetAnswer = { readonly ledger: LedgerSheet } | { readonly refused: Refusal };

/** A month's spreadsheet of indicators. `today`: no month after it is taken. */
export type IndicatorFile = Pick<SheetFile, 'bytes' | 'name' | 'year'> & { readonly today: LocalDay };
export type IndicatorAnswer = ReturnType<typeof readIndicators> | { readonly refused: Refusal };

/** A spreadsheet of activities, leads or vouchers. `from`: the program's first day. */
export type PromotionFile = Pick<SheetFile, 'bytes' | 'name'> & { readonly today: LocalDay; readonly from: LocalDay };
export type PromotionAnswer = ReturnType<typeof readPromotion> | { readonly refused: Refusal };

/** What the worker is asked for: a file, and what it is to be read as. */
export type AskedFile =
  | ({ readonly as: 'ledger' } & SheetFile)
  | ({ readonly as: 'indicators' } & IndicatorFile)
  | ({ readonly as: 'promotion' } & PromotionFile);
export type FileAnswer = SheetAnswer | IndicatorAnswer | PromotionAnswer;

export function readAsked(file: AskedFile): Promise<FileAnswer> {
  switch (file.as) {
    case 'ledger':
      return readFileHere(file);
    case 'indicators':
      return readIndicatorsHere(file);
    case 'promotion':
      return readPromotionHere(file);
  }
}

/** Reads activities, leads and vouchers in this thread: for the worker only. */
export async function readPromotionHere({ bytes, name, today, from }: PromotionFile): Promise<PromotionAnswer> {
  return refusing(async () => storable(readPromotion(await gridsIn(bytes, name), { today, from })));
}

/** Reads a month's indicators in this thread: for the worker only. */
export async function readIndicatorsHere({ bytes, name, year, today }: IndicatorFile): Promise<IndicatorAnswer> {
  return refusing(async () => storable(readIndicators(await gridsIn(bytes, name), { year, today })));
}

/** Reads a file in this thread: for the worker behind `openSheet` only, which has its limits of time and memory. */
export async function readFileHere({ bytes, name, year, columns = new Map() }: SheetFile): Promise<SheetAnswer> {
  return refusing(async () => {
    const sheets = await gridsIn(bytes, name);
    const ledger = readLedger(sheets, { fileName: name, year, columns });
    if (ledger.skippedSheets.length === sheets.length) throw new Refused('noLedger');
    const found = ledger.projects.length + ledger.withdrawn.length + ledger.faults.length;
    if (found === 0) throw new Refused('noProjects');
    return { ledger: storable(ledger) };
  });
}

/** What was read, or why it is refused. */
async function refusing<Answer>(read: () => Promise<Answer>): Promise<Answer | { readonly refused: Refusal }> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refused) return { refused: REFUSALS[error.because] };
    throw error;
  }
}

async function gridsIn(bytes: Uint8Array, name: string): Promise<GridSheet[]> {
  if (bytes.length > LIMITS.fileBytes) throw new Refused('tooBig');
  const kind = kindOfFile(bytes);
  if (kind.is === 'refused') throw new Refused(kind.because);
  return gridsOf(kind.is, bytes, name);
}

async function gridsOf(kind: 'zip' | 'text', bytes: Uint8Array, name: string): Promise<GridSheet[]> {
  try {
    return kind === 'zip' ? await readBook(bytes) : [readCsv(bytes, name)];
  } catch (error) {
    // Whatever else a library says of a file: the file is not what it should be.
    throw error instanceof Refused ? error : new Refused('damaged');
  }
}
