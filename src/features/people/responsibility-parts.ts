import type { Responsibilities } from '../../domain/responsibilities.js';
import type { Part, PartKind } from './model.js';

const KINDS: readonly PartKind[] = ['projects', 'sponsored', 'milestones', 'units', 'obstacles'];

export const partValue = ({ kind, id }: Part): string => `${kind}:${id}`;

function readPart(value: string): Part | null {
  const [kind = '', id = ''] = value.split(':');
  const known = KINDS.find((each) => each === kind);
  return known && /^\d+$/.test(id) ? { kind: known, id: Number(id) } : null;
}

/** What a menu of somebody's work chose. */
export const readParts = (values: readonly string[]): readonly Part[] =>
  values.flatMap((value) => readPart(value) ?? []);

/** The chosen parts of somebody's work; all of it where nothing was chosen. */
export function partsOf(held: Responsibilities, chosen: readonly Part[]): Responsibilities {
  if (chosen.length === 0) return held;
  const wanted = new Set(chosen.map(partValue));
  const of = <T extends { readonly id: number }>(kind: PartKind, things: readonly T[]): readonly T[] =>
    things.filter(({ id }) => wanted.has(partValue({ kind, id })));
  return {
    projects: of('projects', held.projects),
    sponsored: of('sponsored', held.sponsored),
    milestones: of('milestones', held.milestones),
    units: of('units', held.units),
    obstacles: of('obstacles', held.obstacles),
  };
}
