import type { Place } from '../../feature.js';

/** Where somebody says or shows something, as one name: a direct conversation, a channel, or a thread of one. */
export function placeName({ channelId, threadTs }: Place): string {
  if (channelId === null) return '';
  return threadTs === null || channelId.startsWith('D') ? channelId : `${channelId}:${threadTs}`;
}
