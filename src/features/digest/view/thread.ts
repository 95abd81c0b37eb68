import type { Message } from '../../../feature.js';
import { button, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import type { Digest } from '../compute.js';
import { type ListRequest, openList } from '../ids.js';
import { changeCount, changedLines, listRequest, litItem } from './items.js';
import { packed } from './lines.js';
import type { Phrases } from './phrases.js';
import { goalsPicture } from './picture.js';
import type { Showing } from './showing.js';

/** A thread is read on a phone too; the rest is in the list. */
const REPLY_ITEMS = 20;

/** A reply of the thread: a heading, as many items as a message holds, and the way to the rest. */
function reply(
  heading: string,
  items: readonly string[],
  most: number,
  digest: Digest,
  list: ListRequest['list'],
  { words }: Phrases,
): Message {
  const { blocks, left } = packed(items, most);
  const rest =
    left === 0 ? [] : [section(words.more(left), button(openList, listRequest(digest, list), words.openList))];
  return { text: clip([heading, ...items].join('\n'), 3500), blocks: [section(`*${heading}*`), ...blocks, ...rest] };
}

export function goalsReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.goals.map((goal) => `• ${phrases.goalLine(goal, phrases.zh ? 40 : 70, true)}`);
  const message = reply(phrases.words.goals, items, 40, digest, 'goals', phrases);
  const picture = goalsPicture(digest, 1, phrases);
  return picture === null ? message : { ...message, picture };
}

export function changesReply(digest: Digest, showing: Showing, phrases: Phrases): Message {
  const { words } = phrases;
  const heading = `${phrases.changesWord(digest, showing.past)}${phrases.colon}${changeCount(digest, phrases)}${phrases.bracket(words.changesSince(phrases.moment(digest.after, null)))}`;
  const items = digest.changed.map((each) =>
    [`*${phrases.projectName(each.project, 40)}*`, ...changedLines(each, digest, phrases)].join('\n'),
  );
  return reply(heading, items, REPLY_ITEMS, digest, 'changes', phrases);
}

export function redsReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.red.map((each) => litItem(each, phrases));
  return reply(`${phrases.words.reds} ${digest.red.length}`, items, REPLY_ITEMS, digest, 'red', phrases);
}
