/** How long what was read may be believed: a change of the plan is seen this much later. */
const BRIEFLY_MS = 500;

/** Reads a thing by its key at most every half second, however many ask for it. Nothing (null) is never remembered. */
export function rememberBriefly<T>(read: (key: string) => Promise<T | null>): (key: string) => Promise<T | null> {
  const kept = new Map<string, { at: number; thing: Promise<T | null> }>();
  return (key) => {
    const known = kept.get(key);
    if (known && performance.now() - known.at < BRIEFLY_MS) return known.thing;
    const thing = read(key);
    kept.set(key, { at: performance.now(), thing });
    const forget = () => kept.delete(key);
    thing.then((found) => found === null && forget(), forget);
    return thing;
  };
}
