import type { SlipRefusal } from '../../domain/slip.js';
import type { JobCtx } from '../../feature.js';
import type { Contact } from '../../store/people.js';
import type { SlipCase } from '../../store/slips.js';

/** A slip with whom it names. */
export type SeenSlip = { readonly slip: SlipCase; readonly people: ReadonlyMap<number, Contact> };

/** What of a line could not be taken as a slip. */
export type LineFault =
  | { readonly what: 'unit' | 'units' | 'day' | 'past' | 'text' | 'too-long' }
  | { readonly what: 'project' | 'obstacle'; readonly typed: string };

/** What came of an act on a slip. */
export type SlipMoved =
  | { readonly kind: 'moved'; readonly slip: SlipCase }
  /** There is none such, or it is not for this person to see. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'denied'; readonly why: string; readonly slip: SlipCase }
  | { readonly kind: 'refused'; readonly refused: SlipRefusal; readonly slip: SlipCase }
  /** Somebody was first; this is how it stands now. */
  | { readonly kind: 'meanwhile'; readonly slip: SlipCase };

/** Why one was not issued. */
export type IssueRefused = 'past' | 'day-off' | 'nobody' | 'done' | 'same';

/** What of a slip's context an act needs, whoever causes it. */
export type Acts = Pick<JobCtx, 'now' | 'today' | 'program' | 'calendar' | 'cause'>;
