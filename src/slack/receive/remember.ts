/** How long what was read may be believed: a change that another process made of the plan is seen this much later. */
const BRIEFLY_MS = 500;

/**
 * Reads a thing by its key at most every half second, however many ask for it; anew once `version` has moved on. Nothing (null)
 * is never remembered.
 */
export function rememberBriefly<T>(
  read: (key: string) => Promise<T | null>,
  version: () => number = () => 0,
): (key: string) => Promise<T | null> {
  const kept = new Map<string, { at: number; version: number; thing: Promise<T | null> }>();
  return (key) => {
    const known = kept.get(key);
    if (known && known.version === version() && performance.now() - known.at < BRIEFLY_MS) return known.thing;
    const thing = read(key);
    kept.set(key, { at: performance.now(), version: version(), thing });
    const forget = () => kept.delete(key);
    thing.then((found) => found === null && forget(), forget);
    return thing;
  };
}
