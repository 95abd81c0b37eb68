import type { Digest } from '../../../domain/digest/compute.js';
import { FEWEST_PROJECTS } from '../../../domain/standing.js';
import type { Message } from '../../../message.js';
import { button, context, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { type ListRequest, openList } from '../ids.js';
import type { Showing } from '../model.js';
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

/** The replies of the thread. */
export const words = {
  reds: { zh: '红灯项目', en: 'Red projects' },
  waits: {
    zh: (who: string, count: number) => `等${who}处理 ${count} 个`,
    en: (who: string, count: number) => `Waiting on ${who}: ${count}`,
  },
  leaders: { zh: '领导', en: 'the leaders' },
  openObstacle: { zh: '办理', en: 'Open' },
  best: { zh: '本周最好', en: 'Best of the week' },
  improved: { zh: '进步最大', en: 'Most improved' },
  changesSince: { zh: (when: string) => `自 ${when} 起`, en: (when: string) => `since ${when}` },
} as const satisfies Catalogue;

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
  { shared }: Phrases,
): Message {
  const { blocks, left } = packed(items, most);
  const rest =
    left === 0 ? [] : [section(shared.more(left), button(openList, listRequest(digest, list), shared.openList))];
  return { text: clip([heading, ...items].join('\n'), 3500), blocks: [section(`*${heading}*`), ...blocks, ...rest] };
}

export function goalsReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.goals.map((goal) => `• ${phrases.goalLine(goal, phrases.zh ? 40 : 70, true)}`);
  const message = reply(phrases.shared.goals, items, 40, digest, 'goals', phrases);
  const picture = goalsPicture(digest, 1, phrases);
  return picture === null ? message : { ...message, picture };
}

export function changesReply(digest: Digest, showing: Showing, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const heading = `${phrases.changesWord(digest, showing.past)}${phrases.colon}${changeCount(digest, phrases)}${phrases.bracket(own.changesSince(phrases.moment(digest.after, null)))}`;
  const items = digest.changed.map((each) =>
    [`*${phrases.projectName(each.project, 40)}*`, ...changedLines(each, digest, phrases)].join('\n'),
  );
  return reply(heading, items, REPLY_ITEMS, digest, 'changes', phrases);
}

export function redsReply(digest: Digest, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const items = digest.red.map((each) => litItem(each, phrases));
  return reply(`${own.reds} ${digest.red.length}`, items, REPLY_ITEMS, digest, 'red', phrases);
}

export function unreportedReply(digest: Digest, phrases: Phrases): Message {
  const { shared } = phrases;
  const heading = `${shared.unreported}${phrases.colon}${shared.unreportedAbout(digest.unreported.length)}`;
  const items = digest.unreported.map((each) => `• ${unreportedItem(each, phrases)}`);
  return reply(heading, items, REPLY_ITEMS, digest, 'unreported', phrases);
}

/** The best of the week and who rose most, with how it is counted; all of them in the list. */
export function standingsReply(digest: Digest, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const { shared, name, colon } = phrases;
  const { units = [], improved = null } = digest.standings ?? {};
  const best = units.slice(0, BEST_UNITS).map((unit, index) => unitItem(unit, index + 1, phrases));
  const rose =
    improved === null
      ? []
      : [
          `*${own.improved}*${colon}${name(improved.unit.name) ?? ''} ${improved.from} → ${shared.score(String(improved.unit.score))}`,
        ];
  const lines = [`*${own.best}*`, ...best, ...rose];
  return {
    text: clip([shared.standings, ...lines].join('\n'), 3500),
    blocks: [
      section(`*${shared.standings}*`),
      section(
        lines.join('\n'),
        button(openList, listRequest(digest, 'standings'), `${shared.openList} ${units.length}`),
      ),
      context(shared.standingsRule(FEWEST_PROJECTS)),
    ],
  };
}

/** What waits on those who read it comes first, each with the way to its card; then the rest of the ladder. */
export function obstaclesReply(digest: Digest, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const { shared } = phrases;
  const yours = digest.obstacles.filter(({ yours: theirs }) => theirs).slice(0, REPLY_WAITING);
  const rest = digest.obstacles.filter((each) => !yours.includes(each));
  const heading = `${shared.obstacles} ${digest.obstacles.length}${phrases.colon}${rungCounts(digest, phrases)}`;
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
  const who = own.waits(readersOf(digest, phrases), waiting);
  const [top, ...others] = message.blocks;
  const cards = yours.map((each, index) => {
    const opener = button(obstacleIds.card, { id: each.id }, own.openObstacle);
    // Slack wants every action_id of a message once.
    return section(lines[index] ?? '', { ...opener, action_id: `${opener.action_id}#${each.number}` });
  });
  return {
    text: clip([heading, who, ...lines].join('\n'), 3500),
    blocks: [...(top === undefined ? [] : [top]), section(`*${who}*`), ...cards, ...others],
  };
}

/** Whose channel it is, as far as an obstacle can wait on them. */
function readersOf({ scope, scopeName }: Digest, { name, language }: Phrases): string {
  const own = inLanguage(words, language);
  return (scope.of === 'unit' || scope.of === 'sponsor' ? name(scopeName) : null) ?? own.leaders;
}
