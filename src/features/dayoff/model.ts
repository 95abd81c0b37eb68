import type { EnteredLeave } from '../../store/leaves.js';
import type { Contact } from '../../store/people.js';

/** A leave with whom it names. */
export type Entered = {
  readonly leave: EnteredLeave;
  readonly people: ReadonlyMap<number, Contact>;
  /** How many open obstacles wait on the person. */
  readonly held: number;
  /** Who acts on the first day, by the chain of delegates; null: nobody. */
  readonly actingId: number | null;
};

/** Why a leave was not entered: its days are in the wrong order or over, one stands in for oneself, nobody has that name. */
export type LeaveRefused = 'order' | 'past' | 'self' | 'stranger';
