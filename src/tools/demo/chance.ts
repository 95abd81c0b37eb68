/**
 * Chance that is the same at every play: a number from 0 up to 1 that depends on the words alone. The demonstration may
 * not differ from one build to the next.
 */
export function share(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join('\u0000')) {
    hash ^= letter.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV alone leaves neighbours alike ("P-001", "P-002"); two rounds of a finalizer spread them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** One of a list, always the same for the same words. */
export function pick<T>(list: readonly [T, ...T[]], ...words: readonly (string | number)[]): T {
  return list[Math.floor(share(...words) * list.length)] ?? list[0];
}

/** A whole number from `least` to `most`, both possible. */
export function between(least: number, most: number, ...words: readonly (string | number)[]): number {
  return least + Math.floor(share(...words) * (most - least + 1));
}
