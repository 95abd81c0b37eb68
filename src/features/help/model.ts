import type { Words } from '../../domain/plan.js';
import type { Asked } from '../../domain/prompt.js';
import type { EnteredLeave } from '../../store/leaves.js';
import type { PersonSummary } from '../../store/person-summaries.js';

/** A project and a milestone of the asker's own, so that an example can be typed as it stands. */
export type Examples = {
  readonly code: string;
  /** null: they have none of their own. */
  readonly milestone: string | null;
  readonly initials: string;
};

/** Everything that the bot knows about the asker. */
export type KnownSelf = {
  readonly self: PersonSummary;
  readonly units: ReadonlyMap<number, Words>;
  readonly people: ReadonlyMap<number, Words>;
  /** The leave that they are on, or the next. */
  readonly leave: EnteredLeave | null;
  readonly asked: Asked;
};

/** Why a complaint, or the answer to one, was not sent. */
export type ComplaintFault =
  | { readonly kind: 'empty' | 'too-long' }
  /** No coordinator has an account. */
  | { readonly kind: 'nobody' }
  /** Who complained has no account now, or gave no name. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'denied'; readonly why: string };
