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
    const shared: Record<string, unknown> = {};
    for (const key of keys) {
      shared[key] = share(before[key], after[key]);
      if (!Object.is(shared[key], before[key]) || !(key in before)) same = false;
    }
    return (same ? before : shared) as T;
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
