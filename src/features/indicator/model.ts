import type { Revision } from '../../domain/indicators.js';
import type { KeptIndicators } from '../../store/indicator-sheets.js';
import type { Contact } from '../../store/people.js';

/** A spreadsheet's indicators with what they state otherwise than the one before it. */
export type SeenIndicators = {
  readonly sheet: KeptIndicators;
  readonly before: KeptIndicators | null;
  readonly revisions: readonly Revision[];
};

/** The same as somebody is shown it. */
export type ShownIndicators = SeenIndicators & { readonly takenBy: Contact | null };
