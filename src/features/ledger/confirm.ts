import type { Instant } from '../../domain/day.js';
import type { LedgerChange } from '../../domain/ledger-change.js';
import type { LedgerWrites } from '../../domain/ledger-compare/index.js';
import { UNDO_HOURS } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ImportStanding, KeptImport, LoggedChange } from '../../store/ledger-imports.js';
import { inLanguage } from '../../text/language.js';
import { mayNotEdit, type Refused } from './compare.js';
import { keepReported } from './keep-reported.js';
import { importWords } from './messages/import-words.js';
import type { ImportCounts, Understood } from './understood.js';

/** `overtaken`: figures and milestones that were reported between preview and confirmation; the reports stand. */
export type Written = {
  readonly kind: 'written';
  readonly kept: KeptImport;
  readonly counts: ImportCounts;
  readonly overtaken: readonly string[];
};
export type Stale = { readonly kind: 'stale'; readonly kept: KeptImport; readonly changes: readonly LoggedChange[] };
export type Settled = { readonly kind: 'settled'; readonly kept: KeptImport; readonly standing: ImportStanding };

const MOST_CHANGES = 5;

/** A change that was under way when the file was read carries a moment from before it. */
const UNDER_WAY_MS = 60_000;

async function changesSince(tx: Transaction, programId: number, at: Instant): Promise<readonly LoggedChange[]> {
  const after = await tx.ledgerImports.changedAfter(programId, at, MOST_CHANGES);
  return after.length > 0 ? after : tx.ledgerImports.changedAfter(programId, at - UNDER_WAY_MS, 1);
}

/** What an import wrote stands in the log under this. */
export const causeOfImport = (id: number): string => `ledger-import:${id}`;

/** Writes what was previewed, all of it or nothing. Refuses where the ledger is another one than the preview's. */
export async function confirmImport(ctx: Ctx, id: number): Promise<Written | Stale | Settled | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const programId = ctx.program.id;
  const outcome = await ctx.store.transaction(async (tx): Promise<Written | Stale | Settled | null> => {
    const locked = await tx.ledgerImports.lock(programId, id);
    if (locked === null) return null;
    const { kept, revision } = locked;
    if (kept.standing !== 'previewed') return { kind: 'settled', kept, standing: kept.standing };
    const stale = async (): Promise<Stale> => ({
      kind: 'stale',
      kept,
      changes: await changesSince(tx, programId, kept.at),
    });
    if (revision !== kept.ledgerRevision) return stale();
    const understood = kept.understood as Understood;
    const made = await make(tx, ctx, id, understood.writes);
    const by = { workspaceId: ctx.program.workspaceId, personId: ctx.person.id, at: ctx.now, cause: causeOfImport(id) };
    const changes = understood.writes.changes.map((change) => made.into(change));
    const applied = await tx.ledger.apply(programId, changes, by, revision);
    if (applied.kind !== 'done') throw new Error(`the import ${id} did not fit the ledger that it was compared with`);
    const overtaken = await keepReported(tx, ctx, { cause: causeOfImport(id), said: kept.fileName }, understood.writes);
    await tx.ledgerImports.settle(id, 'confirmed', ctx.now, {
      ...understood,
      made: { people: made.people, units: made.units },
    });
    await log(tx, ctx, id, 'import-ledger', understood.counts);
    return { kind: 'written', kept, counts: understood.counts, overtaken };
  });
  return outcome ?? { refused: { ...inLanguage(importWords, ctx.language).gone, understood: null } };
}

/** Puts a preview away. */
export async function discardImport(ctx: Ctx, id: number): Promise<Settled | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const outcome = await ctx.store.transaction(async (tx): Promise<Settled | null> => {
    const locked = await tx.ledgerImports.lock(ctx.program.id, id);
    if (locked === null) return null;
    const { kept } = locked;
    if (kept.standing === 'previewed')
      await tx.ledgerImports.settle(id, 'discarded', ctx.now, kept.understood as object);
    return { kind: 'settled', kept, standing: kept.standing === 'previewed' ? 'discarded' : kept.standing };
  });
  return outcome ?? { refused: { ...inLanguage(importWords, ctx.language).gone, understood: null } };
}

export type Undone =
  | { readonly kind: 'undone'; readonly kept: KeptImport; readonly counts: ImportCounts; readonly withdrawn: number }
  | { readonly kind: 'changed-since'; readonly kept: KeptImport; readonly codes: readonly string[] }
  | { readonly kind: 'too-late'; readonly kept: KeptImport }
  | Settled;

/** Takes an import back, within a day and while nothing that it changed was changed again. */
export async function undoImport(ctx: Ctx, id: number): Promise<Undone | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const { id: programId, workspaceId } = ctx.program;
  const outcome = await ctx.store
    .transaction(async (tx): Promise<Undone | null> => {
      const locked = await tx.ledgerImports.lock(programId, id);
      if (locked === null) return null;
      const { kept } = locked;
      if (kept.standing !== 'confirmed') return { kind: 'settled', kept, standing: kept.standing };
      if (tooLate(kept.confirmedAt, ctx.now)) return { kind: 'too-late', kept };
      const cause = causeOfImport(id);
      await tx.reports.undo(programId, cause, ctx.now);
      const undone = await tx.ledger.undo(programId, cause, {
        workspaceId,
        personId: ctx.person.id,
        at: ctx.now,
        cause: `${cause}:undo`,
      });
      if (undone.kind === 'stale')
        throw new ChangedSince(kept, await tx.ledgerImports.codesOf(programId, undone.projectIds));
      const understood = kept.understood as Understood;
      if (understood.made) await tx.ledgerImports.removeMade(understood.made.people, understood.made.units);
      await tx.ledgerImports.settle(id, 'undone', ctx.now, understood);
      await log(tx, ctx, id, 'undo-import', understood.counts);
      if (kept.confirmedAt !== null)
        await ctx.announce(tx, 'report-changed', { programId, countedAt: kept.confirmedAt });
      const withdrawn = undone.kind === 'done' ? undone.projectIds.length : 0;
      return { kind: 'undone', kept, counts: understood.counts, withdrawn };
    })
    .catch((error: unknown): Undone => {
      if (error instanceof ChangedSince) return { kind: 'changed-since', kept: error.kept, codes: error.codes };
      throw error;
    });
  return outcome ?? { refused: { ...inLanguage(importWords, ctx.language).gone, understood: null } };
}

/** Thrown to leave the transaction as if nothing had happened. */
class ChangedSince extends Error {
  constructor(
    readonly kept: KeptImport,
    readonly codes: readonly string[],
  ) {
    super('something that the import changed was changed again');
  }
}

export const tooLate = (confirmedAt: Instant | null, now: Instant): boolean =>
  confirmedAt === null || now - confirmedAt > UNDO_HOURS * 3_600_000;

function log(tx: Transaction, ctx: Ctx, id: number, action: string, counts: ImportCounts): Promise<void> {
  return tx.activity.add([
    {
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      at: ctx.now,
      personId: ctx.person.id,
      action,
      thing: 'ledger-import',
      thingId: id,
      after: counts,
      cause: `${causeOfImport(id)}:${action}`,
    },
  ]);
}

/** Makes the units and people that the import brings, and puts their ids in the place of what stood for them. */
async function make(tx: Transaction, ctx: Ctx, id: number, writes: LedgerWrites) {
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
  const settle = <Fields extends Ids>(fields: Fields): Fields => ({
    ...fields,
    ...(fields.unitId === undefined ? {} : { unitId: unitOf(fields.unitId) }),
    ...(fields.ownerId === undefined ? {} : { ownerId: personOf(fields.ownerId) }),
    ...(fields.sponsorId === undefined ? {} : { sponsorId: personOf(fields.sponsorId) }),
  });
  return {
    people: [...people.values()],
    units: [...units.values()],
    into(change: LedgerChange): LedgerChange {
      if (change.kind === 'add-project') return { ...change, project: settle(change.project) };
      return change.kind === 'change-project' ? { ...change, after: settle(change.after) } : change;
    },
  };
}
