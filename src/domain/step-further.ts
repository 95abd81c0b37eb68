/** The next ten percent above what was reported, for examples and what is offered; percent 0-100, null for nothing yet. */
export function stepFurther(percent: number | null): number {
  const next = Math.floor((percent ?? 0) / 10) * 10 + 10;
  return next > 90 ? Math.max(95, Math.min(99, Math.ceil(percent ?? 0) + 1)) : next;
}
