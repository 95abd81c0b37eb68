import type { LocalDay } from '../../domain/day.js';

/** A shackle that the trips of a procedure propose, of a month by its first day. */
export type SeenProposal = { readonly procedure: string; readonly month: LocalDay; readonly answers: number };
