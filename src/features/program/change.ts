import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ListedProgram } from '../../store/programs.js';
import { refusedTo } from './denied.js';
import { log } from './log.js';
import { changedMessage } from './messages/change.js';
import { unknownRefusal } from './messages/refusals.js';
import type { Changed } from './model.js';

/** A program by its id, or by what somebody calls it: its year, key or name. */
type Which = { readonly id: number } | { readonly called: string };

/** Makes another program the one that is run. Its people are written to, and its digests sent, from now on. */
export const switchTo = (ctx: Ctx, which: Which, kind: 'say' | 'replace'): Promise<Outcome> =>
  change(ctx, which, 'switch', kind, async (tx, program) => {
    const { workspaceId } = ctx.program;
    if (program.archived) await tx.programs.archive(workspaceId, program.id, null);
    if (!(await tx.programs.switchTo(workspaceId, program.id))) return false;
    await log(ctx, tx, 'switch-program', program.id, { key: program.key, from: ctx.program.key });
    await ctx.announce(tx, 'links-changed', { programId: program.id });
    return true;
  });

/** Puts a program that is not run away. */
export const archive = (ctx: Ctx, which: Which, kind: 'say' | 'replace'): Promise<Outcome> =>
  change(ctx, which, 'archive', kind, async (tx, program) => {
    if (!(await tx.programs.archive(ctx.program.workspaceId, program.id, ctx.now))) return false;
    await log(ctx, tx, 'archive-program', program.id, { key: program.key });
    return true;
  });

/** Takes it out again. */
export const restore = (ctx: Ctx, which: Which, kind: 'say' | 'replace'): Promise<Outcome> =>
  change(ctx, which, 'restore', kind, async (tx, program) => {
    if (!(await tx.programs.archive(ctx.program.workspaceId, program.id, null))) return false;
    await log(ctx, tx, 'restore-program', program.id, { key: program.key });
    return true;
  });

/** `act` answers whether it changed anything. */
async function change(
  ctx: Ctx,
  which: Which,
  what: Changed['what'],
  kind: 'say' | 'replace',
  act: (tx: Transaction, program: ListedProgram) => Promise<boolean>,
): Promise<Outcome> {
  const refused = refusedTo(ctx);
  if (refused) return refused;
  const { workspaceId } = ctx.program;
  const changed = await ctx.store.transaction(async (tx): Promise<Changed | null> => {
    const all = await tx.programs.ofWorkspace(workspaceId);
    const [found, ...others] = all.filter((each) => isCalled(each, which));
    if (!found || others.length > 0) return null;
    const before = all.find((each) => each.current) ?? null;
    const already = !(await act(tx, found));
    const program = (await tx.programs.ofWorkspace(workspaceId)).find((each) => each.id === found.id) ?? found;
    return { what, already, program, before };
  });
  return changed ? { kind, message: changedMessage(changed, ctx.language) } : unknownRefusal(ctx.language);
}

function isCalled(program: ListedProgram, which: Which): boolean {
  if ('id' in which) return program.id === which.id;
  const called = which.called.replace(/年$/, '').toLowerCase();
  return [String(program.year), program.key.toLowerCase(), program.name.zh, program.name.en.toLowerCase()].includes(
    called,
  );
}
