import type { RefusalReason, RefusedLine } from './types.js';

/** A line that was not taken, with what was understood of it. */
export function refuse(why: RefusalReason, told: Partial<Omit<RefusedLine, 'act' | 'why'>> = {}): RefusedLine {
  return {
    act: 'refuse',
    why,
    project: null,
    typed: null,
    milestone: null,
    percent: null,
    previous: null,
    day: null,
    ...told,
  };
}
