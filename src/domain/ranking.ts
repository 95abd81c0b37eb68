import type { Light, Words } from './plan.js';

/** What a project adds to its unit's score. Published beside every standing: whoever counts comes to the same. */
export const LIGHT_SCORES: Readonly<Record<Light, number>> = { green: 100, amber: 50, red: 0 };

/** A unit with fewer projects would be first or last by a single light. */
export const FEWEST_PROJECTS = 3;

export type Scored = { readonly unit: string; readonly unitName: Words; readonly light: Light | null };

/** A unit's standing (晾晒榜): 0-100, rounded down, over its projects that have a light. */
export type UnitScore = {
  readonly unit: string;
  readonly name: Words;
  readonly score: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
};

/** Units by their score, the best first; equals by their key. Paused projects have no light and do not count. */
export function unitScores(projects: readonly Scored[]): readonly UnitScore[] {
  const units = new Map<string, { name: Words; green: number; amber: number; red: number }>();
  for (const { unit, unitName, light } of projects) {
    if (light === null) continue;
    const counts = units.get(unit) ?? { name: unitName, green: 0, amber: 0, red: 0 };
    counts[light] += 1;
    units.set(unit, counts);
  }
  return [...units]
    .map(([unit, counts]) => ({ unit, ...counts, score: scoreOf(counts) }))
    .filter(({ green, amber, red }) => green + amber + red >= FEWEST_PROJECTS)
    .sort((one, other) => other.score - one.score || (one.unit < other.unit ? -1 : 1));
}

function scoreOf({ green, amber, red }: Pick<UnitScore, Light>): number {
  const points = green * LIGHT_SCORES.green + amber * LIGHT_SCORES.amber + red * LIGHT_SCORES.red;
  return Math.floor(points / (green + amber + red));
}

/** The unit whose score rose most since an earlier standing; null where none rose. */
export function mostImproved(
  now: readonly UnitScore[],
  before: readonly UnitScore[],
): { readonly unit: UnitScore; readonly from: number } | null {
  const earlier = new Map(before.map(({ unit, score }) => [unit, score]));
  let best: { readonly unit: UnitScore; readonly from: number } | null = null;
  for (const unit of now) {
    const from = earlier.get(unit.unit);
    if (from === undefined || unit.score <= from) continue;
    if (best === null || unit.score - from > best.unit.score - best.from) best = { unit, from };
  }
  return best;
}
