import type { Ctx } from '../../feature.js';
import type { Message } from '../../message.js';
import { MOST_LISTS } from './limits.js';

/**
 * Writes what a dedupe key says into the person's direct messages, with lists in its thread; written again, the same messages
 * change. A list that has become shorter says in its last messages that there is nothing more.
 */
export async function putMessages(
  ctx: Ctx,
  dedupeKey: string,
  top: Message,
  lists: readonly Message[] | null = null,
  nothing: Message = top,
): Promise<void> {
  const { id: programId, workspaceId } = ctx.program;
  const direct = ctx.place.channelId?.startsWith('D') ? ctx.place.channelId : ctx.person.slackUserId;
  if (direct === null) return;
  await ctx.store.transaction(async (tx) => {
    const channelId = (await tx.posts.byDedupeKey(workspaceId, dedupeKey))?.channelId ?? direct;
    const post = { workspaceId, programId, channelId, at: ctx.now };
    const parentId = await tx.posts.write({ ...post, dedupeKey, body: top });
    if (lists !== null) {
      const dedupeKeys = Array.from({ length: MOST_LISTS }, (_, at) => `${dedupeKey}:list:${at}`);
      const there = await tx.posts.idsOf(workspaceId, dedupeKeys);
      await tx.posts.writeAll(
        dedupeKeys.flatMap((each, at) => {
          const body = lists[at] ?? (there.has(each) ? nothing : null);
          return body === null ? [] : [{ ...post, dedupeKey: each, parentId, body }];
        }),
      );
    }
    tx.deliver(channelId);
  });
}
