import type { ObstacleState } from './state.js';
import type { ObstacleRefusal, Step } from './step.js';

/** Where a case stands after something happened, and the steps that led there. */
export type Moved = { readonly state: ObstacleState; readonly steps: readonly Step[] };
export type Decided = Moved | { readonly refused: ObstacleRefusal };

export const refused = (because: Exclude<ObstacleRefusal['because'], `promise-${string}`>): Decided => ({
  refused: { because },
});
