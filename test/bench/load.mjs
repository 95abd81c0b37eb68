// Drives commands through a workspace at a rate, or as fast as they are answered, and measures the acknowledgements.

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** p50 and p95 of milliseconds, and how many failed. */
export function summary(acks) {
  const sorted = acks.filter((ms) => ms !== null).sort((one, other) => one - other);
  return {
    count: acks.length,
    failed: acks.length - sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
  };
}

/** Sends `perSecond` commands a second for `seconds`, whatever becomes of them. */
export async function atRate(command, perSecond, seconds) {
  const acks = [];
  const pending = [];
  const began = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = began + (number * 1000) / perSecond - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(command(number).then((ms) => acks.push(ms)));
  }
  await Promise.all(pending);
  return summary(acks);
}

/** As many commands as are answered by `callers` at once, for `seconds`. */
export async function saturate(command, callers, seconds) {
  const acks = [];
  const began = performance.now();
  let number = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() - began < seconds * 1000) {
        number += 1;
        acks.push(await command(number));
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  return { ...summary(acks), perSecond: acks.length / took };
}
