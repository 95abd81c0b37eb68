import type { News } from './record.js';

export type Thread = { readonly channel: string; readonly thread: string };

/** What the bot posted in channels, by the first line as it was posted: where somebody speaks in the thread of one. */
export function openPosts() {
  const byChannel = new Map<string, { readonly title: string; readonly at: Thread }[]>();
  return {
    keep({ bot, kind, what, ephemeral, thread, channel, channelId, ts, lines }: News): void {
      if (!bot || kind === 'direct' || what !== 'posted' || ephemeral || thread !== null) return;
      const list = byChannel.get(channel) ?? [];
      byChannel.set(channel, list);
      list.push({ title: lines[0] ?? '', at: { channel: channelId, thread: ts } });
    },

    /** The thread of the newest message of a channel whose first line has these words. */
    under: (channel: string, words: string): Thread | null =>
      byChannel.get(channel)?.findLast(({ title }) => title.includes(words))?.at ?? null,
  };
}
