import { FAULTS } from './fault-words.js';
import { fieldAddress } from './field-address.js';
import type { Notes } from './notes.js';
import type { SheetProject } from './types.js';
import { isShortName, unitKey } from './unit-cell.js';

/** 县工信局, 工业和信息化局 and 工信局 are one unit: all get the file's own short name, and each other spelling is named. */
export function resolveUnits(projects: readonly SheetProject[], notes: Notes): SheetProject[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { unit } of projects) {
    if (unit === '') continue;
    const counts = spellings.get(unitKey(unit)) ?? new Map<string, number>();
    spellings.set(unitKey(unit), counts.set(unit, (counts.get(unit) ?? 0) + 1));
  }
  return projects.map((project) => {
    const counts = spellings.get(unitKey(project.unit));
    const resolved = counts === undefined || project.unit === '' ? project.unit : usual(counts);
    if (resolved === project.unit) return project;
    const said = FAULTS.sameUnit(project.unit, resolved);
    const cell = fieldAddress(project, 'unit');
    if (cell !== undefined) notes.doubt(project.sheet, cell, 'unit', [resolved, project.unit], said);
    return { ...project, unit: resolved };
  });
}

/** The short name that the county's departments go by, else the spelling used most, else the shorter one. */
function usual(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(
    ([one, times], [other, otherTimes]) =>
      Number(isShortName(other)) - Number(isShortName(one)) ||
      otherTimes - times ||
      one.length - other.length ||
      (one < other ? -1 : 1),
  );
  return sorted[0]?.[0] ?? '';
}
