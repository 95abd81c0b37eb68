/**
 * Items with their positions as React keys: for parts of one text or block, which are always replaced as a whole and so have no
 * identity but their place.
 */
export function numbered<T>(items: readonly T[]): { key: number; item: T }[] {
  return items.map((item, key) => ({ key, item }));
}
