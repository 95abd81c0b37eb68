import type { Database } from './database.js';

const listeners = new WeakMap<Database, () => void>();

/** Tells `hear` that a program's names, people, rights or settings are changed within a transaction. */
export function onTouched(database: Database, hear: () => void): void {
  listeners.set(database, hear);
}

/** Said by what raises a program's revision. */
export const touched = (database: Database): void => listeners.get(database)?.();
