/** A preview's list goes on over so many messages at most: more would bury it, and an export shows the rest. */
export const MOST_LISTS = 8;
/** More lines than this are not kept; a county has a hundredth of them. */
export const MOST_LINES = 5_000;
/** Rows that are asked about at once; the others come up when these are decided. */
export const MOST_LIKELY = 500;
/** Heads that can be matched in one form. */
export const MOST_HEADS = 20;

/** Rows of an exported sheet; a spreadsheet with more is no longer opened on an office computer. The newest are taken. */
export const MOST_ROWS = 50_000;
