import { bySeriousness, type LightContext, type Lit, projectLight } from '../light.js';
import type { FactProject } from './facts.js';
import type { LitProject } from './goals.js';

export function lightsOf(projects: readonly FactProject[], context: LightContext): LitProject[] {
  return projects.map((project) => ({ project, lit: projectLight(project, context) }));
}

/** The same, each light found when it is first asked for: of a past evening, goals ask for those of few categories. */
export function lightsWhenAsked(projects: readonly FactProject[], context: LightContext): LitProject[] {
  return projects.map((project) => {
    let found: Lit | undefined;
    return {
      project,
      get lit() {
        found ??= projectLight(project, context);
        return found;
      },
    };
  });
}

/** The worst first, equals by their codes. */
export function inOrder(lit: readonly LitProject[]): readonly LitProject[] {
  return [...lit].sort(
    (one, other) => worstFirst(one.lit, other.lit) || (one.project.code < other.project.code ? -1 : 1),
  );
}

function worstFirst(one: Lit, other: Lit): number {
  const [first, second] = [one.reasons[0], other.reasons[0]];
  if (first === undefined || second === undefined) return 0;
  return bySeriousness(first, second);
}
