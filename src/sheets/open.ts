import { openThread, programBeside, ThreadError } from '../thread.js';
import { LIMITS } from './limits.js';
import type {
  AskedFile,
  FileAnswer,
  IndicatorAnswer,
  IndicatorFile,
  PromotionAnswer,
  PromotionFile,
  SheetAnswer,
  SheetFile,
} from './read-file.js';
import { REFUSALS, type Refusal, type RefusalKey } from './refusals.js';

const thread = openThread<AskedFile, FileAnswer>({
  for: 'reads spreadsheets',
  program: programBeside(import.meta.url, 'worker'),
  heapMegabytes: LIMITS.heapMegabytes,
  withinMs: LIMITS.time,
  // Who has mended a file sends it again within minutes.
  idleMs: 300_000,
});

/**
 * Reads a county's spreadsheet (.xlsx or .csv) into a ledger, in a thread with limits of time and memory. Files are read
 * one after another, so that several at once cost no more than one. What is wrong with a file is a refusal, never an error;
 * it rejects only where the program itself is at fault. `year`: that of dates which name none,
 * where the file has none either; `columns`: heads that a person matched before.
 */
export async function readSheet(
  bytes: Uint8Array,
  name: string,
  about: Omit<SheetFile, 'bytes' | 'name'>,
): Promise<SheetAnswer> {
  return ask<SheetAnswer>({ as: 'ledger', bytes, name, ...about });
}

/** Reads a month's spreadsheet of indicators, in the same thread, by the same limits. */
export const readIndicatorSheet = (
  bytes: Uint8Array,
  name: string,
  about: Omit<IndicatorFile, 'bytes' | 'name'>,
): Promise<IndicatorAnswer> => ask<IndicatorAnswer>({ as: 'indicators', bytes, name, ...about });

/** Reads a spreadsheet of activities, leads or vouchers, in the same thread, by the same limits. */
export const readPromotionSheet = (
  bytes: Uint8Array,
  name: string,
  about: Omit<PromotionFile, 'bytes' | 'name'>,
): Promise<PromotionAnswer> => ask<PromotionAnswer>({ as: 'promotion', bytes, name, ...about });

async function ask<Answer>(file: AskedFile): Promise<Answer | { readonly refused: Refusal }> {
  if (file.bytes.length > LIMITS.fileBytes) return refused('tooBig');
  try {
    return (await thread.ask(file)) as Answer;
  } catch (error) {
    if (!(error instanceof ThreadError) || error.why === 'failed') throw error;
    return refused(error.why === 'slow' ? 'tooLong' : 'tooHeavy');
  }
}

const refused = (because: RefusalKey): { readonly refused: Refusal } => ({ refused: REFUSALS[because] });
