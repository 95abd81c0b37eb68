import { addDays, type LocalDay, monthStart } from '../../domain/day.js';
import { revisionsOf } from '../../domain/indicators.js';
import type { IndicatorsTold } from '../../domain/review-agenda.js';
import type { Store } from '../../store/index.js';
import type { KeptIndicators } from '../../store/indicator-sheets.js';

type Sheets = Pick<Store, 'indicatorSheets'>;

/** What a meeting of a day finds: it looks at the month before, of which there is a spreadsheet, or none yet. */
export async function indicatorsFor(sheets: Sheets, programId: number): Promise<(day: LocalDay) => IndicatorsTold> {
  const newest = await sheets.indicatorSheets.newest(programId);
  const revised = newest === null ? 0 : (await withRevisions(sheets, programId, newest)).revisions.length;
  return (day) => {
    const month = monthStart(addDays(monthStart(day), -1));
    if (newest === null || newest.month < month) return { month, sheetId: null, count: 0, revised: 0 };
    return { month: newest.month, sheetId: newest.id, count: newest.indicators.length, revised };
  };
}

/** A spreadsheet with what it states otherwise than the one before it. */
export async function withRevisions({ indicatorSheets }: Sheets, programId: number, sheet: KeptIndicators) {
  const before = await indicatorSheets.before(programId, sheet.id);
  return { sheet, before, revisions: revisionsOf(sheet, before) };
}
