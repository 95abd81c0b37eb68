import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { SlotCase } from '../../store/review-slots.js';

/** Writes down in the log what happened to a visit. */
export const log = (
  { program, person, now, cause }: Ctx,
  tx: Transaction,
  { id, review, period, day }: SlotCase,
  action: 'visit-moved',
  more: object,
): Promise<void> =>
  tx.activity.add([
    {
      workspaceId: program.workspaceId,
      programId: program.id,
      at: now,
      personId: person.id,
      action,
      thing: 'review',
      thingId: id,
      after: { review, period, day, ...more },
      cause,
    },
  ]);
