/**
 * The new value, with every part that is equal to the old one replaced by the old one itself: what did not change keeps its
 * identity, so that React redraws only the messages that did.
 */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(after)) {
    if (!Array.isArray(before)) return after;
    // Lists shift when a message comes in: match items by their id first, by position otherwise.
    const byId = new Map<unknown, unknown>();
    for (const item of before) {
      const id = idOf(item);
      if (id !== undefined) byId.set(id, item);
    }
    let same = before.length === after.length;
    const shared = after.map((item, index) => {
      const id = idOf(item);
      const kept = share(id === undefined ? before[index] : byId.get(id), item);
      if (!Object.is(kept, before[index])) same = false;
      return kept;
    });
    return (same ? before : shared) as T;
  }
  if (isRecord(after)) {
    if (!isRecord(before)) return after;
    const keys = Object.keys(after);
    let same = Object.keys(before).length === keys.length;
    // Entries, not assignments: `__proto__` in JSON is a key as any other.
    const entries = keys.map((key): readonly [string, unknown] => {
      const known = Object.hasOwn(before, key);
      const kept = share(known ? before[key] : undefined, after[key]);
      if (!known || !Object.is(kept, before[key])) same = false;
      return [key, kept];
    });
    return (same ? before : Object.fromEntries(entries)) as T;
  }
  return after;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  return value.ts ?? value.id ?? undefined;
}
