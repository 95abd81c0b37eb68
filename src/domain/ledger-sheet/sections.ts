import { FAULTS } from './fault-words.js';
import type { Notes, Place } from './notes.js';
import { isUnitName } from './unit-cell.js';

type Section = {
  readonly label: string;
  readonly level: number;
  readonly count: number | null;
  readonly at: Place;
  found: number;
};

/** The section heads above the row that is being read: 一、工业重点项目（20个）, and （一）装备制造 under it. */
export type Sections = {
  readonly open: (section: Omit<Section, 'found'>) => void;
  readonly counted: () => void;
  /** Ends all sections and notes where a head promised another number of projects. */
  readonly close: () => void;
  readonly category: () => string;
  readonly unit: () => string;
};

export function sectionsOf(sheet: string, notes: Notes): Sections {
  let stack: Section[] = [];
  const end = ({ label, count, found, at }: Section) => {
    if (count !== null && count !== found) notes.fault(sheet, at, 'warning', FAULTS.count(label, count, found));
  };
  const inner = (isUnit: boolean) => stack.findLast(({ label }) => isUnitName(label) === isUnit)?.label ?? '';
  return {
    open(section) {
      const kept = stack.findIndex(({ level }) => level >= section.level);
      if (kept >= 0) for (const each of stack.splice(kept)) end(each);
      const outer = stack.findLast(({ label }) => !isUnitName(label));
      if (outer !== undefined && !isUnitName(section.label))
        notes.doubt(
          sheet,
          section.at,
          'category',
          [section.label, outer.label],
          FAULTS.nestedCategory(section.label, outer.label),
        );
      stack.push({ ...section, found: 0 });
    },
    counted() {
      for (const section of stack) section.found += 1;
    },
    close() {
      stack.forEach(end);
      stack = [];
    },
    category: () => inner(false),
    unit: () => inner(true),
  };
}
