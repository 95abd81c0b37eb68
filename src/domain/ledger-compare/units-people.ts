import { unitKey } from '../ledger-sheet/unit-cell.js';
import { nameKey } from './fold.js';
import type { LedgerNow, LedgerPerson, LedgerUnit } from './types.js';

/** What a name of the file means: one of the ledger's, or none or several of them. */
export type Meant<Thing> = { readonly one: Thing } | { readonly among: readonly Thing[] };

function gather<Thing>(things: readonly Thing[], keysOf: (thing: Thing) => readonly string[]): Map<string, Thing[]> {
  const byKey = new Map<string, Thing[]>();
  for (const thing of things)
    for (const key of new Set(keysOf(thing))) if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), thing]);
  return byKey;
}

function meant<Thing>(found: readonly Thing[] | undefined): Meant<Thing> {
  const [only, ...others] = found ?? [];
  return only !== undefined && others.length === 0 ? { one: only } : { among: found ?? [] };
}

/** Finds units by name, alias, and the many ways in which counties shorten the names of departments. */
export function indexUnits(units: readonly LedgerUnit[]): (name: string) => Meant<LedgerUnit> {
  const names = ({ name, aliases }: LedgerUnit) => [name.zh, name.en, ...aliases];
  const exact = gather(units, (unit) => names(unit).map(nameKey));
  const short = gather(units, (unit) => names(unit).map(unitKey));
  return (name) => {
    const same = exact.get(nameKey(name));
    return meant(same ?? short.get(unitKey(name)));
  };
}

/** Finds people by name; of several with one name, the one with the telephone number, else the only one of the unit. */
export function indexPeople(
  people: readonly LedgerPerson[],
): (name: string, phone: string, unitId: number | null) => Meant<LedgerPerson> {
  const byName = gather(people, ({ name, nameEn }) => [nameKey(name), nameKey(nameEn)]);
  const digits = (phone: string) => phone.replace(/\D/g, '');
  return (name, phone, unitId) => {
    const found = meant(byName.get(nameKey(name)));
    if ('one' in found || found.among.length === 0) return found;
    const called = digits(phone);
    const byPhone = called === '' ? [] : found.among.filter((each) => digits(each.phone ?? '') === called);
    if (byPhone.length === 1) return meant(byPhone);
    const ofUnit = unitId === null ? [] : found.among.filter((each) => each.unitIds.includes(unitId));
    return ofUnit.length === 1 ? meant(ofUnit) : found;
  };
}

/** Finds a key of the plan (category, site) by its name, or by a part of a name that only one of them has. */
export function indexKeys(things: LedgerNow['categories']): (name: string) => string | null {
  const exact = gather(things, ({ name }) => [nameKey(name.zh), nameKey(name.en)]);
  return (name) => {
    const wanted = nameKey(name);
    const same = meant(exact.get(wanted));
    if ('one' in same) return same.one.key;
    if (wanted.length < 2) return null;
    const close = things.filter(({ name: each }) => {
      const own = nameKey(each.zh);
      return own.includes(wanted) || (own.length >= 4 && wanted.includes(own));
    });
    const only = meant(close);
    return 'one' in only ? only.one.key : null;
  };
}
