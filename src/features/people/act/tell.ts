import { nextLoudMoment } from '../../../domain/obstacle/quiet.js';
import type { Work } from '../../../domain/work.js';
import type { Ctx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { Contact } from '../../../store/people.js';
import { newHolderMessage, oldHolderMessage } from '../view/hand-over.js';

export type HandedOver = {
  readonly from: Contact | null;
  readonly to: Contact | null;
  readonly work: Work;
  /** The name of the position that it went with. */
  readonly position: string | null;
};

/** Within a transaction: both hear of it, who took over and who had it; in quiet hours the next morning's question tells it. */
export async function tellBoth(ctx: Ctx, tx: Transaction, handed: HandedOver): Promise<void> {
  const { program } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  if (nextLoudMoment({ ...ctx, quietFrom, quietTo, timeZone: program.timeZone }) !== null) return;
  const messages = [
    { contact: handed.to, message: newHolderMessage },
    { contact: handed.from, message: oldHolderMessage },
  ];
  const posts = messages.flatMap(({ contact, message }) => {
    // Nobody is told what they did themselves.
    if (!contact?.slackUserId || contact.id === ctx.person.id) return [];
    return [
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        channelId: contact.slackUserId,
        subject: `handed-over:${ctx.cause}:${contact.id}`,
        body: message(handed, contact.language),
        at: ctx.now,
      },
    ];
  });
  await tx.posts.writeAll(posts);
  for (const { channelId } of posts) tx.deliver(channelId);
}
