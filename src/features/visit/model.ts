import type { LocalDay } from '../../domain/day.js';
import type { Matter, ObstacleKind } from '../../domain/plan.js';
import type { HeldReview, ReviewSlot } from '../../domain/review.js';
import type { VisitRefusal } from '../../domain/visit.js';
import type { FirmNeed } from '../../store/firm-needs.js';
import type { NamedProject } from '../../store/projects.js';
import type { SlotCase } from '../../store/review-slots.js';

/** A visit that somebody may act on. */
export type Visit = {
  readonly slot: SlotCase;
  readonly review: HeldReview;
  /** With its day as the calendar has it, and the last working day of its period. */
  readonly planned: ReviewSlot;
  readonly firm: NamedProject;
};

/** What a firm needed on its last visit, and what it told on this one. */
export type VisitSheet = {
  readonly visit: Pick<Visit, 'slot' | 'firm'>;
  readonly last: readonly FirmNeed[];
  readonly told: readonly FirmNeed[];
};

/** A need as it was understood: what it becomes, and by when it is answered. */
export type ReadNeed = {
  readonly text: string;
  readonly kind: ObstacleKind;
  readonly matter: Matter;
  readonly answerBy: LocalDay;
};

/** What became of a need that was told: an obstacle, or the open one that says the same. */
export type KeptNeed = ReadNeed & { readonly number: number; readonly before: boolean };

export type VisitFault =
  | VisitRefusal
  /** There is no such visit, or its turn went on since. */
  | 'gone'
  /** A town has many projects: which one needs it? */
  | 'which-project'
  | 'no-need'
  | 'too-many'
  | 'too-long';
