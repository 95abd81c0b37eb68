import type { Instant } from '../../domain/day.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { LoggedChange } from '../../store/ledger-imports.js';
import { consultChanges } from '../edit/door.js';
import { endWithProjects, unfiledProblems } from '../obstacle/door.js';
import { voidByLedger } from '../slip/door.js';
import { causeOfImport, logImport } from './import-log.js';
import { keepReported } from './keep-reported.js';
import { makeNamed } from './make-named.js';
import { staleMessage, writtenMessage } from './messages/decided.js';
import { alreadyDecided, goneRefused, refuse } from './messages/refusals.js';
import type { Decided, OfImport, Refused, Stale, Written } from './model.js';
import { mayNotEdit } from './rights.js';
import { readUnderstood } from './understood-shape.js';

export async function confirm(ctx: Ctx, { import: id }: OfImport): Promise<Outcome> {
  const written = await confirmImport(ctx, id);
  if ('refused' in written) return refuse(written);
  if (written.kind === 'decided') return alreadyDecided(ctx, written.standing);
  const message =
    written.kind === 'written' ? writtenMessage(written, await unfiledProblems(ctx), ctx) : staleMessage(written, ctx);
  return { kind: 'replace', message };
}

const MOST_CHANGES = 5;

/** Writes what was previewed, all of it or nothing. Refuses where the ledger is another one than the preview's. */
export async function confirmImport(ctx: Ctx, id: number): Promise<Written | Stale | Decided | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const programId = ctx.program.id;
  const outcome = await ctx.store.transaction(async (tx): Promise<Written | Stale | Decided | null> => {
    const locked = await tx.ledgerImports.lock(programId, id);
    if (locked === null) return null;
    const { kept, revision } = locked;
    if (kept.standing !== 'previewed') return { kind: 'decided', kept, standing: kept.standing };
    const stale = async (): Promise<Stale> => ({
      kind: 'stale',
      kept,
      changes: await changesSince(tx, programId, kept.at),
    });
    if (revision !== kept.ledgerRevision) return stale();
    const understood = readUnderstood(kept.understood);
    // Of another version, or broken: the ledger was not asked yet.
    if (understood === null) return null;
    const made = await makeNamed(tx, ctx, id, understood.writes);
    const by = { workspaceId: ctx.program.workspaceId, personId: ctx.person.id, at: ctx.now, cause: causeOfImport(id) };
    const changes = understood.writes.changes.map((change) => made.into(change));
    const { free, awaited, consented } = await consultChanges(ctx, tx, changes, {
      reason: kept.fileName,
      cause: causeOfImport(id),
    });
    const applied = await tx.ledger.apply(programId, free, by, revision);
    if (applied.kind !== 'done') throw new Error(`the import ${id} did not fit the ledger that it was compared with`);
    const left = free.flatMap((change) =>
      change.kind === 'change-project' && change.after.standing === 'withdrawn' ? [change.projectId] : [],
    );
    await endWithProjects({ ...ctx, cause: causeOfImport(id) }, tx, left, ctx.person.id);
    await voidByLedger(ctx, tx, free, { ...by, consented });
    const overtaken = await keepReported(tx, ctx, { cause: causeOfImport(id), said: kept.fileName }, understood.writes);
    await tx.ledgerImports.finish(id, 'confirmed', ctx.now, {
      ...understood,
      made: { people: made.people, units: made.units },
    });
    await logImport(tx, ctx, id, 'import-ledger', understood.counts);
    return { kind: 'written', kept, counts: understood.counts, overtaken, awaited };
  });
  return outcome ?? goneRefused(ctx);
}

/** A change that was under way when the file was read carries a moment from before it. */
const UNDER_WAY_MS = 60_000;

async function changesSince(tx: Transaction, programId: number, at: Instant): Promise<readonly LoggedChange[]> {
  const after = await tx.ledgerImports.changedAfter(programId, at, MOST_CHANGES);
  return after.length > 0 ? after : tx.ledgerImports.changedAfter(programId, at - UNDER_WAY_MS, 1);
}
