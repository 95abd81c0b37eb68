import { denialWords, may, UNDO_HOURS } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { endWithProjects } from '../obstacle/door.js';
import { sayInThreads } from '../project/door.js';
import { reopenByUndo } from '../slip/door.js';
import { authorsRefusal } from './messages/refusals.js';
import { takenBackMessage } from './messages/thread.js';
import { notUndone, undoneMessage } from './messages/undone.js';
import type { EditUndone } from './model.js';

export async function undo(ctx: Ctx, { cause }: { readonly cause: string }): Promise<Outcome> {
  const { language } = ctx;
  const undone = await undoEdit(ctx, cause);
  switch (undone.kind) {
    case 'undone':
    case 'gone':
      return { kind: 'replace', message: undoneMessage(undone.kind, language) };
    case 'denied':
      return authorsRefusal(undone.why, language);
    default:
      return { kind: 'say', message: notUndone(undone.kind, language) };
  }
}

/** What the log calls a change of the ledger. */
const EDITS: ReadonlySet<string> = new Set(['add-project', 'change-project', 'add-milestone', 'change-milestone']);

/** Takes a change of the ledger back within a day, unless what it changed was changed since. */
export const undoEdit = (ctx: Ctx, cause: string): Promise<EditUndone> =>
  ctx.store.transaction((tx) => undoEditWithin(ctx, tx, cause));

/** The same as a part of what takes more back. */
export async function undoEditWithin(ctx: Ctx, tx: Transaction, cause: string): Promise<EditUndone> {
  const { program, person, now } = ctx;
  const line = await tx.activity.byCause(program.workspaceId, cause);
  if (!line || line.programId !== program.id || !EDITS.has(line.action)) return { kind: 'gone' };
  // An import, or a hand-over, is more than its changes of the ledger: each has its own way back.
  if (cause.startsWith('ledger-import:') || (await tx.activity.caused(program.workspaceId, `${cause}:people`)))
    return { kind: 'gone' };
  const permission = may(person, 'undo-edit', { programId: program.id, authorId: line.personId });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  const undoing = `undo:${cause}`;
  if (await tx.activity.caused(program.workspaceId, undoing)) return { kind: ctx.retried ? 'undone' : 'gone' };
  if (now - line.at > UNDO_HOURS * 3_600_000) return { kind: 'late' };
  const by = { workspaceId: program.workspaceId, personId: person.id, at: now, cause: undoing };
  const undone = await tx.ledger.undo(program.id, cause, by);
  if (undone.kind === 'stale') return { kind: 'stale' };
  if (undone.kind === 'done') await endWithProjects({ ...ctx, cause: undoing }, tx, undone.projectIds, person.id);
  await reopenByUndo(ctx, tx, cause, person.id);
  const dedupeKeys = await tx.posts.startingWith(program.workspaceId, `line:${cause}:`);
  const projectIds = dedupeKeys.flatMap((dedupeKey) => Number(dedupeKey.split(':').at(-1)) || []);
  await sayInThreads(
    { ...ctx, cause },
    tx,
    projectIds.map((projectId) => ({ projectId, say: takenBackMessage })),
  );
  return { kind: 'undone' };
}
