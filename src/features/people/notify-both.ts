import { nextLoudMoment } from '../../domain/obstacle/quiet.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { newHolderMessage, oldHolderMessage } from './messages/taken-over.js';
import type { HandedOver } from './model.js';

/** Within a transaction: both hear of it, who took over and who had it; in quiet hours the next morning's question tells it. */
export async function notifyBoth(ctx: Ctx, tx: Transaction, handed: HandedOver): Promise<void> {
  const { program } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  if (nextLoudMoment({ ...ctx, quietFrom, quietTo, timeZone: program.timeZone }) !== null) return;
  const messages = [
    { contact: handed.to, message: newHolderMessage },
    { contact: handed.from, message: oldHolderMessage },
  ];
  const notices = messages.flatMap(({ contact, message }) => {
    // Nobody is told what they did themselves.
    if (!contact?.slackUserId || contact.id === ctx.person.id) return [];
    const dedupeKey = `handed-over:${ctx.cause}:${contact.id}`;
    return [{ to: contact.slackUserId, dedupeKey, message: message(handed, contact.language) }];
  });
  await tx.notifyAll(ctx, notices);
}
