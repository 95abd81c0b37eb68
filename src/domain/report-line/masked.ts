import type { Span } from './types.js';

/** What stands in place of a stretch that is read already. */
export const MASK = '\u0001';

/** `plain` with the spans made unreadable, so that what was understood as one thing is not read again as another. */
export function masked(plain: string, spans: readonly Span[]): string {
  let result = plain;
  for (const { start, end } of spans) result = result.slice(0, start) + MASK.repeat(end - start) + result.slice(end);
  return result;
}
