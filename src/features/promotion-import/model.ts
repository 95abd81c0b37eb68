import type { ReadActivity } from '../../domain/promotion/activity.js';
import type { RowFault, RowPlace } from '../../domain/promotion/sheet/types.js';
import type { Imported, PromotionImport, TakenBack } from '../../store/promotion-imports.js';
import type { NewLead } from '../../store/promotion-leads.js';
import type { NewMoney } from '../../store/promotion-money.js';

/** A row that would be recorded, with whom and what it names found. */
export type NewActivityRow = RowPlace & ReadActivity;
export type NewLeadRow = RowPlace & Required<Omit<NewLead, Recorded>>;
export type NewMoneyRow = RowPlace & Omit<NewMoney, Recorded | 'enteredById' | 'correctsId'>;
/** What is known once the row is recorded. */
type Recorded = 'programId' | 'at' | 'cause' | 'importId';

/** Of one table: what is new, and how many rows are there already. */
export type Planned<Row> = {
  readonly fresh: readonly Row[];
  readonly there: number;
  readonly faults: readonly RowFault[];
};

/** What would be recorded of a file now; the faults of all its rows in their order. */
export type ImportPlan = {
  readonly activities: Omit<Planned<NewActivityRow>, 'faults'>;
  readonly leads: Omit<Planned<NewLeadRow>, 'faults'>;
  readonly money: Omit<Planned<NewMoneyRow>, 'faults'>;
  readonly faults: readonly RowFault[];
  readonly skipped: number;
};

export type PreviewedImport = { readonly kept: PromotionImport; readonly plan: ImportPlan };

/** moved: something was recorded since the preview, which is another one now. */
export type ConfirmedImport =
  | { readonly kind: 'recorded' | 'undone'; readonly kept: PromotionImport; readonly imported: Imported }
  | ({ readonly kind: 'moved' } & PreviewedImport);

/** `left`: of what came with it somebody did something already. */
export type UndoneImport = {
  readonly kept: PromotionImport;
  readonly back: TakenBack;
  readonly left: Imported;
};
