/** Lines before and after an edit, as people read a correction: what went with `-`, what came with `+`, and nothing else. */
export function changedLines(before: readonly string[], after: readonly string[]): string[] {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let same = 0;
  while (
    same < before.length - from &&
    same < after.length - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same += 1;
  return between(before.slice(from, before.length - same), after.slice(from, after.length - same));
}

/** By the longest run of common lines (a message has a few dozen at most). */
function between(before: readonly string[], after: readonly string[]): string[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let other = after.length - 1; other >= 0; other -= 1)
      common[one * width + other] =
        before[one] === after[other]
          ? (common[(one + 1) * width + other + 1] ?? 0) + 1
          : Math.max(common[(one + 1) * width + other] ?? 0, common[one * width + other + 1] ?? 0);
  const changed: string[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    if (one < before.length && other < after.length && before[one] === after[other]) {
      one += 1;
      other += 1;
      continue;
    }
    const keepsMore =
      one < before.length &&
      (other >= after.length || (common[(one + 1) * width + other] ?? 0) >= (common[one * width + other + 1] ?? 0));
    if (keepsMore) changed.push(`- ${before[one++]}`);
    else changed.push(`+ ${after[other++]}`);
  }
  return changed;
}
