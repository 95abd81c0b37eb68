import type { LocalDay } from '../../day.js';
import { squeezed } from '../../ledger-sheet/clean.js';
import type { GridSheet } from '../../ledger-sheet/grid.js';
import { SheetView } from '../../ledger-sheet/view.js';
import { RowRefused } from './cells.js';
import { findHead } from './heads.js';
import { type ReadRow, type RowReader, readActivity, readFunds, readLead } from './rows.js';
import {
  type ActivityRow,
  type FundsRow,
  type LeadRow,
  MOST_ROWS,
  type PromotionFileFault,
  type PromotionRows,
  type RowFault,
} from './types.js';

/** Below the rows, or between them. */
const NO_ROW = /^(?:合计|总计|小计|共计|注[:：]?|备注[:：]|说明[:：]|填表|审核|制表|单位负责人|total|note)/iu;
const LONGEST_QUOTE = 40;

/**
 * Reads activities, leads and vouchers from the sheets of a file, each by its own head; sheets of something else are left alone.
 * `from`: the program's first day. `ledger`: one of its sheets is a ledger.
 * Rows that are not understood are faults, each where it stands; none of them is guessed.
 */
export function readPromotion(
  sheets: readonly GridSheet[],
  about: { readonly today: LocalDay; readonly from: LocalDay },
): { readonly rows: PromotionRows; readonly ledger: boolean } | { readonly fault: PromotionFileFault } {
  const activities: ActivityRow[] = [];
  const leads: LeadRow[] = [];
  const funds: FundsRow[] = [];
  const faults: RowFault[] = [];
  let skipped = 0;
  let heads = 0;
  let ledger = false;
  let count = 0;
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    const view = new SheetView(sheet);
    const head = findHead(view);
    if (head === 'ledger') ledger = true;
    if (head === null || head === 'ledger') continue;
    heads += 1;
    const reader: RowReader = { ...about, view, head };
    const columns = [...head.columns.values()];
    for (const { row, cells } of sheet.rows) {
      if (row <= head.row) continue;
      const first = [...cells].sort(([one], [other]) => one - other).find(([, cell]) => cell.text.trim() !== '')?.[1];
      if (first === undefined || NO_ROW.test(squeezed(first.text))) continue;
      if (columns.every((column) => (cells.get(column)?.text ?? '').trim() === '')) continue;
      count += 1;
      if (count > MOST_ROWS) continue;
      const place = { sheet: sheet.name, row };
      try {
        if (head.table === 'activities') keep(activities, readActivity(reader, place));
        else if (head.table === 'leads') keep(leads, readLead(reader, place));
        else keep(funds, readFunds(reader, place));
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        faults.push({ ...place, why: error.why, text: error.text.slice(0, LONGEST_QUOTE) });
      }
    }
  }
  if (heads === 0) return { fault: { what: 'head' } };
  if (count === 0) return { fault: { what: 'none' } };
  if (count > MOST_ROWS) return { fault: { what: 'many', count } };
  return { rows: { activities, leads, funds, faults, skipped }, ledger };

  function keep<Row>(kept: Row[], read: ReadRow<Row>): void {
    if (read === 'skipped') skipped += 1;
    else kept.push(read);
  }
}
