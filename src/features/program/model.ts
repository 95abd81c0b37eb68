import type { ListedProgram } from '../../store/programs.js';
import type { Carried } from '../../store/programs-carry.js';

/** A program that was made out of another one, or of a plan file; it is not yet the one that is run. */
export type Made = {
  readonly program: ListedProgram;
  /** What went on from the one before; null: nothing did. */
  readonly carried: Carried | null;
};

/** What was done to a program; `already`: it was so before. */
export type Changed = {
  readonly what: 'switch' | 'archive' | 'restore';
  readonly already: boolean;
  readonly program: ListedProgram;
  /** The one that was run until now. */
  readonly before: ListedProgram | null;
};
