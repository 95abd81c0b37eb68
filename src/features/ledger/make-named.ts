import type { LedgerChange } from '../../domain/ledger-change.js';
import type { LedgerWrites } from '../../domain/ledger-compare/index.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';

/** Makes the units and people that the import brings, and puts their ids in the place of what stood for them. */
export async function makeNamed(tx: Transaction, ctx: Ctx, id: number, writes: LedgerWrites) {
  const programId = ctx.program.id;
  const units = await tx.ledgerImports.makeUnits(programId, id, writes.units);
  const unitOf = (unit: number | null) => (unit === null ? null : (units.get(unit) ?? unit));
  const people = await tx.ledgerImports.makePeople(
    programId,
    ctx.program.workspaceId,
    id,
    writes.people.map((person) => ({ ...person, unitId: unitOf(person.unitId) })),
  );
  const personOf = (person: number | null) => (person === null ? null : (people.get(person) ?? person));
  type Ids = { readonly unitId?: number; readonly ownerId?: number | null; readonly sponsorId?: number | null };
  const placed = <Fields extends Ids>(fields: Fields): Fields => ({
    ...fields,
    ...(fields.unitId === undefined ? {} : { unitId: unitOf(fields.unitId) }),
    ...(fields.ownerId === undefined ? {} : { ownerId: personOf(fields.ownerId) }),
    ...(fields.sponsorId === undefined ? {} : { sponsorId: personOf(fields.sponsorId) }),
  });
  return {
    people: [...people.values()],
    units: [...units.values()],
    into(change: LedgerChange): LedgerChange {
      if (change.kind === 'add-project') return { ...change, project: placed(change.project) };
      return change.kind === 'change-project' ? { ...change, after: placed(change.after) } : change;
    },
  };
}
