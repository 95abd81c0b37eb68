import type { DigestScope } from '../plan.js';
import { mostImproved, type UnitScore, unitScores } from '../ranking.js';
import { inScope, type Standing } from './goals.js';

/** The units by their score, and which of them rose most within the week; null: units are not ranked here. */
export type DigestRankings = {
  readonly units: readonly UnitScore[];
  readonly improved: ReturnType<typeof mostImproved>;
};

/** Ranks the units of a scope against the week before. A unit's own digest has nobody to compare it with. */
export function rankingsOf(now: Standing, weekBefore: Standing | null, scope: DigestScope): DigestRankings | null {
  if (weekBefore === null || scope.of === 'unit') return null;
  const units = scoresIn(now, scope);
  return units.length === 0 ? null : { units, improved: mostImproved(units, scoresIn(weekBefore, scope)) };
}

function scoresIn({ lit }: Standing, scope: DigestScope): readonly UnitScore[] {
  return unitScores(
    lit.flatMap(({ project, lit: { light } }) =>
      inScope(project, scope) && project.standing !== 'withdrawn'
        ? [{ unit: project.unit, unitName: project.unitName, light }]
        : [],
    ),
  );
}
