import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';

/** Lets today's questions about these milestones be marked at once, by whatever way something was said of them. */
export async function tellAskers(
  { program, today, announce }: Pick<Ctx, 'program' | 'today' | 'announce'>,
  tx: Transaction,
  milestoneIds: readonly number[],
): Promise<void> {
  const promptIds = await tx.prompts.asking(program.id, today, milestoneIds);
  if (promptIds.length > 0) await announce(tx, 'asked-was-told', { programId: program.id, promptIds });
}
