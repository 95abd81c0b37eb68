/** A run of the line that stands in the names of some projects, as long as it goes. */
export type NameRun = { readonly start: number; readonly end: number; readonly projects: readonly number[] };

/** Longest runs of a line inside the names of a ledger. A suffix array: 10,000 names cost a line the same as ten. */
export type NameIndex = { runs(plain: string, from: number): NameRun | null };

// A run that stands in more names than this says nothing about which project is meant.
const MOST_PROJECTS = 40;

/** Builds the index of `names`; each belongs to the project of the same place in `owners`. */
export function indexNames(names: readonly string[], owners: readonly number[]): NameIndex {
  const text = `${names.join('\n')}\n`;
  const owner = new Int32Array(text.length);
  let at = 0;
  names.forEach((name, place) => {
    owner.fill(owners[place] ?? 0, at, at + name.length + 1);
    at += name.length + 1;
  });
  const suffixes = sorted(text);

  const letterAt = (place: number, depth: number): number => {
    const start = suffixes[place] ?? 0;
    return start + depth < text.length ? text.charCodeAt(start + depth) : -1;
  };
  // The first place in [low, high) whose letter at `depth` is at least `letter`.
  const firstFrom = (low: number, high: number, depth: number, letter: number): number => {
    let [left, right] = [low, high];
    while (left < right) {
      const middle = (left + right) >> 1;
      if (letterAt(middle, depth) < letter) left = middle + 1;
      else right = middle;
    }
    return left;
  };

  return {
    runs(plain, from) {
      let [low, high, depth] = [0, suffixes.length, 0];
      while (from + depth < plain.length) {
        const letter = plain.charCodeAt(from + depth);
        if (letter === 10) break;
        const left = firstFrom(low, high, depth, letter);
        const right = firstFrom(left, high, depth, letter + 1);
        if (left === right) break;
        [low, high, depth] = [left, right, depth + 1];
      }
      if (depth < 2) return null;
      const projects = new Set<number>();
      for (let place = low; place < high && projects.size <= MOST_PROJECTS; place += 1) {
        projects.add(owner[suffixes[place] ?? 0] ?? 0);
      }
      return { start: from, end: from + depth, projects: projects.size > MOST_PROJECTS ? [] : [...projects] };
    },
  };
}

function sorted(text: string): Int32Array {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== 10) places.push(at);
  return Int32Array.from(
    places.sort((one, other) => {
      for (let depth = 0; ; depth += 1) {
        const [left, right] = [text.charCodeAt(one + depth), text.charCodeAt(other + depth)];
        if (left !== right) return left - right;
        if (left === 10) return one - other;
      }
    }),
  );
}
