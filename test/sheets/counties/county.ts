/** A ledger as some other county keeps it, and what a careful clerk reads in it. */
export type County = {
  readonly title: string;
  readonly file: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** Per row: the fields that matter; `milestones` as name -> day. All other projects would be wrong. */
  readonly projects: readonly Expected[];
  /** Cells that must be named by a fault or an ambiguity. */
  readonly named: readonly string[];
  /** The other cells may not be: a ledger without doubts has none. True where every named cell is listed. */
  readonly exact?: boolean;
  readonly withdrawn?: readonly string[];
  readonly unknown?: readonly string[];
};

export type Expected = {
  readonly sheet?: string;
  readonly row: number;
  readonly milestones?: Readonly<Record<string, string | null>>;
  readonly [field: string]: unknown;
};
