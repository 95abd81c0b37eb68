import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ImportCounts } from './model.js';

/** What an import wrote stands in the log under this. */
export const causeOfImport = (id: number): string => `ledger-import:${id}`;

/** Writes down in the log what was done with an import. */
export function logImport(tx: Transaction, ctx: Ctx, id: number, action: string, counts: ImportCounts): Promise<void> {
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
