import type { LedgerChange } from '../../domain/ledger-change.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { LedgerProjectRow } from '../../store/ledger-projects.js';
import { sayInThreads } from '../project/door.js';
import { voidByLedger } from '../slip/door.js';
import { threadMessage } from './messages/thread.js';
import type { Changed } from './model.js';

/** The ledger's one way to change; `stale` where somebody was quicker. `consented`: milestones that move with consent. */
export async function apply(
  ctx: Ctx,
  tx: Transaction,
  changes: readonly LedgerChange[],
  consented: ReadonlySet<number> = new Set(),
): Promise<'done' | 'stale'> {
  const { workspaceId, id } = ctx.program;
  const by = { workspaceId, personId: ctx.person.id, at: ctx.now, cause: ctx.cause };
  if ((await tx.ledger.apply(id, changes, by)).kind === 'stale') return 'stale';
  await voidByLedger(ctx, tx, changes, { ...by, consented });
  return 'done';
}

/** Of what is wanted, what is another than it is. */
export function differing<Fields extends object>(
  is: Fields,
  wanted: Partial<Fields>,
): { readonly before: Partial<Fields>; readonly after: Partial<Fields> } {
  const keys = (Object.keys(wanted) as (keyof Fields)[]).filter((key) => (wanted[key] ?? null) !== (is[key] ?? null));
  const pick = (from: Partial<Fields>) =>
    Object.fromEntries(keys.map((key) => [key, from[key] ?? null])) as Partial<Fields>;
  return { before: pick(is), after: pick(wanted) };
}

/** A change with the names of what it speaks of. */
export async function changedOf(
  ctx: Ctx,
  tx: Transaction,
  project: LedgerProjectRow,
  milestone: string | null,
  before: Changed['before'],
  after: Changed['after'],
  reason: string | null,
): Promise<Changed> {
  const ids = [before.ownerId, after.ownerId, before.sponsorId, after.sponsorId].flatMap((id) => id ?? []);
  const { units, categories, focusAreas, sites } = await tx.programs.names(ctx.program.id);
  const named = {
    people: await tx.people.contacts(ctx.program.workspaceId, ids),
    units: new Map([...units].map(([id, { name }]) => [id, name])),
    categories,
    focusAreas,
    sites,
  };
  return { kind: 'changed', project, milestone, before, after, reason, named, cause: ctx.cause };
}

/** Its thread hears what concerns its people. */
export async function tellThread(ctx: Ctx, tx: Transaction, changed: Changed): Promise<void> {
  const { year } = ctx.program;
  if (threadMessage(changed, 'zh', year) === null) return;
  const say = (language: Ctx['language']) => threadMessage(changed, language, year) ?? { text: '', blocks: [] };
  await sayInThreads(ctx, tx, [{ projectId: changed.project.id, say }]);
}
