import type { LocalDay } from '../../day.js';
import type { LeadStanding } from '../lead.js';
import type { MoneyKind } from '../money.js';

/** What a spreadsheet of promotion holds. */
export const PROMOTION_TABLES = ['activities', 'leads', 'funds'] as const;
export type PromotionTable = (typeof PROMOTION_TABLES)[number];

/** Where a row stands: sheets by name, rows from 1. */
export type RowPlace = { readonly sheet: string; readonly row: number };

/** People by the names that the file has, days and numbers as they are kept. */
export type ActivityRow = RowPlace & {
  readonly leader: string;
  readonly joined: readonly string[];
  readonly on: LocalDay;
  readonly place: string;
  readonly field: string | null;
  readonly firms: number | null;
  readonly text: string;
};

export type LeadRow = RowPlace & {
  readonly investor: string;
  readonly field: string | null;
  readonly wants: string | null;
  readonly contact: string | null;
  /** Who told of it first; null: who imports it. */
  readonly first: string | null;
  readonly joined: readonly string[];
  /** null: today. */
  readonly on: LocalDay | null;
  readonly standing: LeadStanding;
  readonly judgedOn: LocalDay | null;
  readonly answeredOn: LocalDay | null;
  readonly dropReason: string | null;
};

/** Amounts in 10k yuan or 10k dollars, exact to the yuan or dollar. */
export type FundsRow = RowPlace & {
  readonly kind: MoneyKind;
  readonly voucher: string;
  /** What it adds; null: only what it is in all is stated. */
  readonly amount: number | null;
  readonly inAll: number | null;
  /** A code of the ledger, or a project's name. */
  readonly project: string;
  readonly on: LocalDay;
};

/** Why a row is not taken. */
export const ROW_FAULTS = [
  'leader',
  'leaders',
  'leader-unknown',
  'day',
  'no-day',
  'to-come',
  'period',
  'place',
  'firms',
  'too-long',
  'investor',
  'standing',
  'reason',
  'signed',
  'person',
  'near',
  'voucher',
  'amount',
  'unit',
  'kind',
  'no-project',
  'project',
  'differs',
  'same-trip',
  'in-all',
  'struck',
  'broken',
] as const;
export type RowFaultWhy = (typeof ROW_FAULTS)[number];

/** `text`: what stands there, or what it conflicts with. */
export type RowFault = RowPlace & { readonly why: RowFaultWhy; readonly text: string };

/** A file as it was read. `skipped`: rows that were taken back, returned, replaced or void when they were exported. */
export type PromotionRows = {
  readonly activities: readonly ActivityRow[];
  readonly leads: readonly LeadRow[];
  readonly funds: readonly FundsRow[];
  readonly faults: readonly RowFault[];
  readonly skipped: number;
};

/** More rows than this are not recorded at once: a county has a few hundred a year. */
export const MOST_ROWS = 1_000;

/** head: no sheet has a head of promotion; none: nothing stands below it. */
export type PromotionFileFault = { readonly what: 'head' | 'none' } | { readonly what: 'many'; readonly count: number };
