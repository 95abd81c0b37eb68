import { FEWEST_PROJECTS } from '../../../domain/standing.js';
import type { Message } from '../../../message.js';
import { button, context, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import type { Digest } from '../compute.js';
import { type ListRequest, openList } from '../ids.js';
import {
  changeCount,
  changedLines,
  listRequest,
  litItem,
  obstacleItem,
  rungCounts,
  unitItem,
  unreportedItem,
} from './items.js';
import { packed } from './lines.js';
import type { Phrases } from './phrases.js';
import { goalsPicture } from './picture.js';
import type { Showing } from './showing.js';

/** A thread is read on a phone too; the rest is in the list. */
const REPLY_ITEMS = 20;
const BEST_UNITS = 3;
/** Obstacles that wait on the readers, each with a button of its own. */
const REPLY_WAITING = 8;

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

export function unreportedReply(digest: Digest, phrases: Phrases): Message {
  const { words } = phrases;
  const heading = `${words.unreported}${phrases.colon}${words.unreportedAbout(digest.unreported.length)}`;
  const items = digest.unreported.map((each) => `• ${unreportedItem(each, phrases)}`);
  return reply(heading, items, REPLY_ITEMS, digest, 'unreported', phrases);
}

/** The best of the week and who rose most, with how it is counted; all of them in the list. */
export function standingsReply(digest: Digest, phrases: Phrases): Message {
  const { words, name, colon } = phrases;
  const { units = [], improved = null } = digest.standings ?? {};
  const best = units.slice(0, BEST_UNITS).map((unit, index) => unitItem(unit, index + 1, phrases));
  const rose =
    improved === null
      ? []
      : [
          `*${words.improved}*${colon}${name(improved.unit.name) ?? ''} ${improved.from} → ${words.score(String(improved.unit.score))}`,
        ];
  const lines = [`*${words.best}*`, ...best, ...rose];
  return {
    text: clip([words.standings, ...lines].join('\n'), 3500),
    blocks: [
      section(`*${words.standings}*`),
      section(
        lines.join('\n'),
        button(openList, listRequest(digest, 'standings'), `${words.openList} ${units.length}`),
      ),
      context(words.standingsRule(FEWEST_PROJECTS)),
    ],
  };
}

/** What waits on those who read it comes first, each with the way to its card; then the rest of the ladder. */
export function obstaclesReply(digest: Digest, phrases: Phrases): Message {
  const { words } = phrases;
  const yours = digest.obstacles.filter(({ yours: theirs }) => theirs).slice(0, REPLY_WAITING);
  const rest = digest.obstacles.filter((each) => !yours.includes(each));
  const heading = `${words.obstacles} ${digest.obstacles.length}${phrases.colon}${rungCounts(digest, phrases)}`;
  const message = reply(
    heading,
    rest.map((each) => `• ${obstacleItem(each, phrases)}`),
    REPLY_ITEMS,
    digest,
    'obstacles',
    phrases,
  );
  if (yours.length === 0) return message;
  const lines = yours.map((each) => obstacleItem(each, phrases));
  const waiting = digest.obstacles.filter(({ yours: theirs }) => theirs).length;
  const who = words.waits(readersOf(digest, phrases), waiting);
  const [top, ...others] = message.blocks;
  const cards = yours.map((each, index) => {
    const opener = button(obstacleIds.card, { id: each.id }, words.openObstacle);
    // Slack wants every action_id of a message once.
    return section(lines[index] ?? '', { ...opener, action_id: `${opener.action_id}#${each.number}` });
  });
  return {
    text: clip([heading, who, ...lines].join('\n'), 3500),
    blocks: [...(top === undefined ? [] : [top]), section(`*${who}*`), ...cards, ...others],
  };
}

/** Whose channel it is, as far as an obstacle can wait on them. */
function readersOf({ scope, scopeName }: Digest, { words, name }: Phrases): string {
  return (scope.of === 'unit' || scope.of === 'sponsor' ? name(scopeName) : null) ?? words.leaders;
}
