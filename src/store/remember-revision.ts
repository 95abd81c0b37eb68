import { LRUCache } from 'lru-cache';

/** Programs whose names are kept at a time: of a large one they take a few MB. */
const MOST_PROGRAMS = 200;

/**
 * Keeps what was read of each program in memory as long as its revision stands. A change of what is read here must touch the
 * program (programs.touch).
 */
export function rememberRevision<T>(read: (programId: number) => Promise<T>) {
  const kept = new LRUCache<number, { readonly revision: number; readonly value: Promise<T> }>({ max: MOST_PROGRAMS });
  return (program: { readonly id: number; readonly revision: number }): Promise<T> => {
    const known = kept.get(program.id);
    if (known && known.revision >= program.revision) return known.value;
    const value = read(program.id);
    kept.set(program.id, { revision: program.revision, value });
    value.catch(() => kept.delete(program.id));
    return value;
  };
}
