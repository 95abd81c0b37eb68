import { LRUCache } from 'lru-cache';

export type Revised = { readonly id: number; readonly revision: number };

/** Programs whose names are kept at a time: of a large one they take a few MB. */
const MOST_PROGRAMS = 200;

/**
 * Keeps what was made of each program in memory as long as its revision stands. A change of what is read here must touch the
 * program (programs.touch). What could not be read is not kept.
 */
export function rememberRevision<Of extends Revised, T extends object>(make: (program: Of) => T): (program: Of) => T {
  const kept = new LRUCache<number, { readonly revision: number; readonly value: T }>({ max: MOST_PROGRAMS });
  return (program) => {
    const known = kept.get(program.id);
    if (known && known.revision >= program.revision) return known.value;
    const value = make(program);
    kept.set(program.id, { revision: program.revision, value });
    if (value instanceof Promise) value.catch(() => kept.delete(program.id));
    return value;
  };
}
