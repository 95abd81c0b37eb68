import { noteAddress, type SheetField, type SheetProject } from '../ledger-sheet/index.js';
import { nameKey } from './fold.js';
import type {
  Choices,
  LedgerNow,
  LedgerPerson,
  LedgerUnit,
  NewPerson,
  NewUnit,
  UnknownCategory,
  UnknownName,
} from './types.js';
import { indexKeys, indexPeople, indexUnits } from './units-people.js';

/** What a cell's name comes to: an id (negative for what is to be made), or null where it is left out; a question stays open. */
export type Named = { readonly id: number } | { readonly id: null; readonly open: boolean };

const LEFT: Named = { id: null, open: false };
const OPEN: Named = { id: null, open: true };
/** One file asks about so many names at most; the cells of the others are left out. */
const MOST_ASKED = 400;

type Asked = {
  readonly key: string;
  readonly name: string;
  times: number;
  readonly sheet: string;
  readonly cell: string;
  readonly candidates: readonly number[];
};

/** Finds the names of the file in the ledger, gathers the questions about those that are not there, and obeys decisions. */
export function askNames(ledger: LedgerNow, choices: Choices) {
  const unitOf = indexUnits(ledger.units);
  const personOf = indexPeople(ledger.people);
  const categoryOf = indexKeys(ledger.categories);
  const people = new Map(ledger.people.map((person) => [person.id, person]));
  const units = new Map(ledger.units.map((unit) => [unit.id, unit]));
  const asked = {
    people: new Map<string, Asked>(),
    units: new Map<string, Asked>(),
    categories: new Map<string, Asked>(),
  };
  const madeUnits = new Map<string, NewUnit>();
  const madePeople = new Map<string, NewPerson>();

  function ask(
    of: keyof typeof asked,
    name: string,
    row: SheetProject,
    field: SheetField,
    candidates: readonly number[],
  ) {
    const key = nameKey(name);
    const known = asked[of].get(key);
    if (known !== undefined) known.times += 1;
    else if (asked[of].size < MOST_ASKED)
      asked[of].set(key, {
        key,
        name,
        times: 1,
        sheet: row.sheet,
        cell: noteAddress(row, field),
        candidates,
      });
  }

  /** A row's unit is looked up for several reasons and asked about once. */
  const unitsOfRows = new Map<SheetProject, Named>();
  function unitOfRow(row: SheetProject): Named {
    if (row.unit === '') return LEFT;
    const found = unitOf(row.unit);
    if ('one' in found) return { id: found.one.id };
    const key = nameKey(row.unit);
    ask('units', row.unit, row, 'unit', idsOf(found.among));
    const chosen = choices.units[key];
    if (chosen === undefined) return OPEN;
    if (chosen === 'blank') return LEFT;
    if (chosen !== 'new') return units.has(chosen) ? { id: chosen } : OPEN;
    const made = madeUnits.get(key) ?? { id: -1 - madeUnits.size, name: row.unit };
    madeUnits.set(key, made);
    return { id: made.id };
  }

  return {
    unit(row: SheetProject): Named {
      const known = unitsOfRows.get(row) ?? unitOfRow(row);
      unitsOfRows.set(row, known);
      return known;
    },

    /** The unit that a row names, where the ledger has it; nothing is asked. */
    knownUnit(row: SheetProject): number | null {
      const found = unitOf(row.unit);
      return 'one' in found ? found.one.id : null;
    },

    /** `current`: who stands there now; the same name is the same person, however many have it. */
    person(row: SheetProject, field: 'owner' | 'sponsor', unitId: number | null, current: number | null): Named {
      const name = row[field];
      if (name === '') return LEFT;
      const key = nameKey(name);
      const standing = current === null ? undefined : people.get(current);
      if (standing !== undefined && (nameKey(standing.name) === key || nameKey(standing.nameEn) === key))
        return { id: standing.id };
      const phone = field === 'owner' ? row.phone : '';
      const found = personOf(name, phone, unitId);
      if ('one' in found) return { id: found.one.id };
      ask('people', name, row, field, idsOf(found.among));
      const chosen = choices.people[key];
      if (chosen === undefined) return OPEN;
      if (chosen === 'blank') return LEFT;
      if (chosen !== 'new') return people.has(chosen) ? { id: chosen } : OPEN;
      const made = madePeople.get(key) ?? {
        id: -1 - madePeople.size,
        name,
        phone,
        role: field === 'owner' ? 'official' : 'leader',
        unitId: field === 'owner' ? unitId : null,
      };
      madePeople.set(key, made);
      return { id: made.id };
    },

    category(row: SheetProject): { readonly key: string | null; readonly open: boolean } {
      if (row.category === '') return { key: null, open: false };
      const found = categoryOf(row.category);
      if (found !== null) return { key: found, open: false };
      ask('categories', row.category, row, 'category', []);
      const chosen = choices.categories[nameKey(row.category)];
      if (chosen === undefined) return { key: null, open: true };
      return { key: ledger.categories.some(({ key }) => key === chosen) ? chosen : null, open: false };
    },

    personName: (id: number | null) => {
      const person = id === null ? undefined : people.get(id);
      const made = id === null ? undefined : [...madePeople.values()].find((each) => each.id === id);
      if (person !== undefined) return { zh: person.name, en: person.nameEn };
      return made === undefined ? null : { zh: made.name, en: made.name };
    },
    unitName: (id: number | null) => {
      const unit = id === null ? undefined : units.get(id);
      const made = id === null ? undefined : [...madeUnits.values()].find((each) => each.id === id);
      return unit?.name ?? (made === undefined ? null : { zh: made.name, en: made.name });
    },

    asked(): {
      readonly people: readonly UnknownName[];
      readonly units: readonly UnknownName[];
      readonly categories: readonly UnknownCategory[];
    } {
      const sorted = (of: ReadonlyMap<string, Asked>) =>
        [...of.values()].sort((one, other) => other.times - one.times || (one.key < other.key ? -1 : 1));
      return {
        people: sorted(asked.people).map((each) => ({ ...each, chosen: choices.people[each.key] ?? null })),
        units: sorted(asked.units).map((each) => ({ ...each, chosen: choices.units[each.key] ?? null })),
        categories: sorted(asked.categories).map(({ candidates: _, ...each }) => ({
          ...each,
          chosen: choices.categories[each.key] ?? null,
        })),
      };
    },
    made: () => ({ units: [...madeUnits.values()], people: [...madePeople.values()] }),
  };
}

const idsOf = (things: readonly (LedgerUnit | LedgerPerson)[]) => things.map(({ id }) => id).slice(0, 8);

export type Names = ReturnType<typeof askNames>;
