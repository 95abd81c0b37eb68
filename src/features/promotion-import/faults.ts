import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import { faultsMessage } from './messages/faults.js';
import { planImport, planning } from './plan.js';
import { findImport } from './rights.js';

/** The rows of a file that are not taken, as they are now: a page of them. */
export async function seeFaults(
  ctx: Ctx,
  { import: id, offset }: { readonly import: number; readonly offset: number },
): Promise<Outcome> {
  const kept = await findImport(ctx, id);
  if ('refusal' in kept) return kept;
  const about = await planning(ctx);
  const plan = await ctx.store.transaction((tx) => planImport(about, tx, kept.rows));
  const page: Outcome = { kind: 'say', message: faultsMessage(ctx, { kept, plan }, offset) };
  return offset === 0 ? page : inItsPlace(page);
}
