import { localDay, millisecondsOf } from '../text/when.js';
import type { Message } from '../wire.js';

/** One row of a conversation: a message, with what stands above it. */
export interface Row {
  message: Message;
  /** The first message of a day in the workspace's time zone. */
  newDay: boolean;
  /** Same author as above, shortly after: drawn without name and avatar. */
  continues: boolean;
  /** The first message that this person had not read when the conversation was opened. */
  firstUnread: boolean;
}

/** Messages by one author within this time are one group. */
const groupMs = 5 * 60_000;

export function rowsOf(messages: Message[], timeZone: string, firstUnread: string | null): Row[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const ms = millisecondsOf(message.ts);
    const newDay = !before || localDay(millisecondsOf(before.ts), timeZone) !== localDay(ms, timeZone);
    const isFirstUnread = message.ts === firstUnread;
    const continues =
      !newDay &&
      !isFirstUnread &&
      before !== undefined &&
      before.fromId === message.fromId &&
      !before.system &&
      !message.system &&
      // Each answer of the bot stands by itself, and so does each line that only this person sees.
      !message.bot &&
      !before.ephemeral &&
      !message.ephemeral &&
      ms - millisecondsOf(before.ts) < groupMs;
    return { message, newDay, continues, firstUnread: isFirstUnread };
  });
}
