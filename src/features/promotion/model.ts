import type { LocalDay } from '../../domain/day.js';
import type { LeaderMonth } from '../../domain/promotion/duty.js';
import type { Activity, ActivityEntry } from '../../store/promotion.js';
import type { Lead } from '../../store/promotion-leads.js';
import type { Money } from '../../store/promotion-money.js';

/** Names of leaders and of who wrote something down, by their ids. */
export type PromotionNames = ReadonlyMap<number, { readonly name: string; readonly nameEn: string }>;

/** How a month stands: the leaders in the plan's order; all activities so far, of what the months so far ask for. */
export type SeenMonth = {
  readonly month: LocalDay;
  readonly leaders: readonly LeaderMonth[];
  readonly names: PromotionNames;
  readonly recorded: number;
  readonly asked: number;
  /** Of the month alone. */
  readonly activities: readonly Activity[];
};

/**
 * Money with its effect on its goal: the sum of its kind before and after it is confirmed, and the target where the plan has one.
 * `corrects`: the one whose place it takes.
 */
export type SeenMoney = {
  readonly money: Money;
  readonly enteredBy: { readonly name: string; readonly nameEn: string } | null;
  readonly corrects: Money | null;
  readonly before: number;
  readonly after: number;
  readonly target: number | null;
};

/** Vouchers of one spreadsheet that wait for the second person. */
export type MoneyBatch = {
  readonly importId: number;
  readonly fileName: string;
  readonly waiting: readonly Money[];
};

/** Why a voucher is not corrected, with the voucher, or the correction that waits. */
export type NotCorrected =
  | { readonly because: 'unknown'; readonly voucher: string }
  | { readonly because: 'entered' | 'waits' | 'same'; readonly money: Money };

/** A lead with by when it is to be judged and its investor answered; null: no longer. */
export type ListedLead = {
  readonly lead: Lead;
  readonly judgeBy: LocalDay | null;
  readonly answerBy: LocalDay | null;
};

/** A lead as its card shows it to one person. */
export type SeenLead = ListedLead & {
  readonly people: PromotionNames;
  /** Of the project that it became. */
  readonly code: string | null;
  readonly judges: boolean;
  readonly works: boolean;
  readonly signs: boolean;
  /** Whether they may take the signing back now. */
  readonly unsigns: boolean;
};

/** What an export holds of promotion; `asked`: of each leader a month. */
export type ExportedPromotion = {
  readonly activities: readonly ActivityEntry[];
  readonly duties: readonly (LeaderMonth & { readonly asked: number })[];
  readonly leads: readonly Lead[];
  readonly funds: readonly Money[];
};

/** What of promotion concerns one person now. */
export type Front = {
  readonly month: SeenMonth;
  /** Whether the reader is a leader, whose month it is. */
  readonly own: boolean;
  readonly duty: boolean;
  readonly sees: boolean;
  /** Whether they may send a spreadsheet of promotion. */
  readonly imports: boolean;
  /** Those of one spreadsheet stand together. */
  readonly batches: readonly Pick<MoneyBatch, 'importId' | 'waiting'>[];
  readonly waiting: readonly SeenMoney[];
  readonly waitingCount: number;
};
