import type { Transaction } from '../../store/index.js';
import type { NewPost } from '../../store/posts.js';
import { threadsOfDay } from '../unasked/door.js';
import type { Acts } from './model.js';

/**
 * The project office hears of obstacles in one message a day and person: what more comes on that day stands in its thread, and
 * all of it under what they got on that day before (the morning's message, a slip to decide on).
 * Their channels are delivered by who calls.
 */
export async function tellOffice(ctx: Acts, tx: Transaction, notices: readonly NewPost[]): Promise<void> {
  if (notices.length === 0) return;
  const { workspaceId } = ctx.program;
  const firstOf = ({ channelId }: NewPost) => `obstacle-office:${ctx.today}:${channelId}`;
  const keys = [...new Set(notices.map(firstOf))];
  await tx.posts.hold(workspaceId, keys);
  const there = new Map(await tx.posts.idsOf(workspaceId, keys));
  const threads = await threadsOfDay(
    ctx,
    tx,
    notices.map(({ channelId }) => channelId),
  );
  for (const notice of notices) {
    const before = threads.get(notice.channelId);
    if (before !== undefined && !there.has(firstOf(notice))) there.set(firstOf(notice), before);
  }
  const first = new Map<string, NewPost>();
  for (const notice of notices)
    if (!there.has(firstOf(notice)) && !first.has(firstOf(notice))) first.set(firstOf(notice), notice);
  const written = await tx.posts.writeAll([...first].map(([dedupeKey, notice]) => ({ ...notice, dedupeKey })));
  const begun = new Set(first.values());
  const more = notices.filter((notice) => !begun.has(notice));
  await tx.posts.writeAll(
    more.map((notice) => ({ ...notice, parentId: there.get(firstOf(notice)) ?? written.get(firstOf(notice)) ?? null })),
  );
}
