import type { SlipCase } from '../../store/slips.js';

/** Everybody whom a slip names. */
export const peopleOf = ({ issuedById, unitHeadId, ownerId, state }: SlipCase): readonly number[] =>
  [issuedById, unitHeadId, ownerId, state.signedById, state.answeredById, state.voidedById].filter((id) => id !== null);
