import { denialWords, may, UNDO_HOURS } from '../../../../domain/permission.js';
import type { Ctx } from '../../../../feature.js';
import { sayInThreads } from '../../../project/door.js';
import { takenBackWords } from '../view/changed.js';
import type { Denied } from './change.js';

/** What the log calls a change of the ledger. */
const EDITS: ReadonlySet<string> = new Set(['add-project', 'change-project', 'add-milestone', 'change-milestone']);

export type EditUndone = { readonly kind: 'undone' | 'gone' | 'late' | 'stale' } | Denied;

/** Takes a change of the ledger back within a day, unless what it changed was changed since. */
export async function undoEdit(ctx: Ctx, cause: string): Promise<EditUndone> {
  const { program, person, now } = ctx;
  return ctx.store.transaction(async (tx): Promise<EditUndone> => {
    const line = await tx.activity.byCause(program.workspaceId, cause);
    if (!line || line.programId !== program.id || !EDITS.has(line.action)) return { kind: 'gone' };
    // An import, or a hand-over, is more than its changes of the ledger: each has its own way back.
    if (cause.startsWith('ledger-import:') || (await tx.activity.caused(program.workspaceId, `${cause}:people`)))
      return { kind: 'gone' };
    const permission = may(person, 'undo-edit', { programId: program.id, authorId: line.personId });
    if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
    const undoing = `undo:${cause}`;
    if (await tx.activity.caused(program.workspaceId, undoing)) return { kind: ctx.again ? 'undone' : 'gone' };
    if (now - line.at > UNDO_HOURS * 3_600_000) return { kind: 'late' };
    const by = { workspaceId: program.workspaceId, personId: person.id, at: now, cause: undoing };
    const undone = await tx.ledger.undo(program.id, cause, by);
    if (undone.kind === 'stale') return { kind: 'stale' };
    const subjects = await tx.posts.startingWith(program.workspaceId, `line:${cause}:`);
    const projectIds = subjects.flatMap((subject) => Number(subject.split(':').at(-1)) || []);
    await sayInThreads(
      { ...ctx, cause },
      tx,
      projectIds.map((projectId) => ({ projectId, say: takenBackWords })),
    );
    return { kind: 'undone' };
  });
}
