import type { LocalDay } from '../../domain/day.js';
import type { FactorAmount } from '../../domain/factor-amount.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { BatchDraft } from './ids.js';
import { openedMessage, openPreview } from './messages/opened.js';
import { deniedRefusal, partRefusal, unknownRefusal } from './messages/refusals.js';
import { factorOf, factorThings } from './rights.js';
import { onePool } from './see.js';

/** A batch as a line states it: read back, to be opened by one press. */
export async function previewBatch(
  ctx: Ctx,
  said: {
    readonly factor: string;
    readonly part: string | null;
    readonly amount: FactorAmount;
    readonly from: LocalDay;
  },
): Promise<Outcome> {
  const denied = await deniedFor(ctx, said.factor);
  if (denied !== null) return deniedRefusal(ctx, denied);
  const factor = factorOf(ctx, said.factor);
  if (factor === null) return unknownRefusal(ctx, null);
  if (said.part === null) return partRefusal(ctx, factor);
  const { amount, from, part } = said;
  return { kind: 'say', message: openPreview(ctx, factor, { factor: factor.key, part, amount, from }) };
}

/** The press below what was read back opens the batch. */
export async function openBatch(ctx: Ctx, draft: BatchDraft): Promise<Outcome> {
  const denied = await deniedFor(ctx, draft.factor);
  if (denied !== null) return deniedRefusal(ctx, denied);
  const factor = factorOf(ctx, draft.factor);
  if (factor === null) return unknownRefusal(ctx, null);
  const { program } = ctx;
  const pool = await ctx.store.transaction(async (tx) => {
    const id = await tx.factors.openBatch(program.id, draft, {
      amount: draft.amount,
      from: draft.from,
      personId: ctx.person.id,
      at: ctx.now,
      cause: ctx.cause,
    });
    if (await tx.once(ctx)) return id;
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: ctx.now,
        personId: ctx.person.id,
        action: 'factor-open',
        thing: 'factor',
        thingId: id,
        after: { ...draft },
        cause: ctx.cause,
      },
    ]);
    return id;
  });
  const seen = await onePool(ctx, pool);
  if (seen === null) throw new Error(`pool ${pool} was opened and is not there`);
  return { kind: 'replace', message: openedMessage(ctx, seen, draft) };
}

/** Why a person may not open a batch of a factor, or null. */
async function deniedFor(ctx: Ctx, key: string): Promise<string | null> {
  const things = factorThings(ctx, await ctx.store.obstacles.units(ctx.program.id));
  const thing = things.get(key) ?? { programId: ctx.program.id, departmentId: null };
  const permission = may(ctx.person, 'manage-factor', thing);
  return permission.allowed ? null : denialWords(permission.denied, ctx.language);
}
