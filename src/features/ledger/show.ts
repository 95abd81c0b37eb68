import type { Ctx, Outcome } from '../../feature.js';
import type { compareAgain } from './compare.js';
import { previewLists } from './messages/lists.js';
import { noLongerMessage, previewMessage, updatedMessage } from './messages/preview.js';
import { refuse } from './messages/refusals.js';
import type { Previewed } from './model.js';
import { putMessages } from './put-messages.js';

/** The preview's message is named by the payload that began the import. */
export const dedupeKeyOf = (cause: string): string => `ledger-import:${cause}`;

/** Puts a preview in the place of what its message said before. */
export async function show(ctx: Ctx, dedupeKey: string, previewed: Previewed): Promise<void> {
  const message = previewMessage(previewed, ctx);
  const { picture, ...bare } = message;
  // Drawing takes a second, for which the counts do not wait.
  if (picture) await putMessages(ctx, dedupeKey, bare);
  await putMessages(ctx, dedupeKey, message, previewLists(previewed, ctx), noLongerMessage(ctx));
}

/** The preview changes where it stands, out of sight of who sent a form: that is said. */
export async function showUpdated(ctx: Ctx, compared: Awaited<ReturnType<typeof compareAgain>>): Promise<Outcome> {
  if ('refused' in compared) return refuse(compared);
  await show(ctx, dedupeKeyOf(compared.kept.cause), compared.previewed);
  return { kind: 'say', message: updatedMessage(compared.previewed, ctx) };
}
