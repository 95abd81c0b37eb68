import type { Facts } from './facts.mjs';

export function checkAgendas(
  folder: string,
  facts: Facts,
): {
  readonly agendas: number;
  /** With nothing to decide when they were posted. */
  readonly spareable: number;
  readonly differ: readonly string[];
};
