import type { DataTableBlock } from '@slack/types';
import type { Digest, Unreported } from '../../../domain/digest/compute.js';
import { eventCount } from '../../../domain/digest/events.js';
import type { Message } from '../../../message.js';
import { button, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { type ListRequest, openList } from '../ids.js';
import { eventItems, gateItem, goalItem, litItem, obstacleItem, reportItems, rungCounts } from './items.js';
import { packed } from './lines.js';
import { listRequest } from './list-request.js';
import { waitingGroups } from './obstacle-rows.js';
import type { Phrases } from './phrases.js';
import { goalsChart, goalsPicture } from './picture.js';
import { shortName } from './rows.js';
import { obstaclesTable, redsTable, unitsTable, unreportedTable } from './tables.js';
import { unitItem } from './unit-facts.js';

/** The replies of the thread. */
export const words = {
  reds: { zh: (count: number) => `红灯${count}`, en: (count: number) => `Red ${count}` },
  waits: {
    zh: (who: string, count: number) => `等${who}${count}`,
    en: (who: string, count: number) => `Waiting on ${who}: ${count}`,
  },
  openObstacle: { zh: '卡片', en: 'Card' },
} as const satisfies Catalogue;

/** A thread is read on a phone too; the rest is in the list. */
const REPLY_ROWS = 20;
/** Obstacles that wait on the readers, each with a button of its own. */
const REPLY_WAITING = 8;

/** A reply of the thread: a heading with its own count, as many rows as a screen holds, and the way to the rest. */
function reply(
  heading: string,
  items: readonly string[],
  digest: Digest,
  list: ListRequest['list'],
  { shared }: Phrases,
  table: DataTableBlock | null = null,
): Message {
  let rows = 0;
  const most = items.findIndex((item) => {
    rows += item.split('\n').length;
    return rows > REPLY_ROWS;
  });
  const { blocks, left } = packed(items, most === -1 ? items.length : Math.max(1, most));
  const rest =
    left === 0 ? [] : [section(shared.more(left), button(openList, listRequest(digest, list), shared.openList))];
  return {
    text: clip(escapeText(heading) + (items.length === 0 ? '' : `\n${items.join('\n')}`), 3500),
    blocks: [section(`*${escapeText(heading)}*`), ...blocks, ...rest],
    // It has all of them, so that nothing is left for the list.
    ...(table && { native: { block: table, before: 1, instead: blocks.length + rest.length } }),
  };
}

/** `变化6`, `Changes 6`. */
const headed = (what: string, count: number, { zh }: Phrases): string => {
  if (count === 0) return zh ? `没有${what}` : `No ${what.toLowerCase()}`;
  return `${what}${zh ? '' : ' '}${count}`;
};

export function goalsReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.goals.map((goal) => goalItem(goal, phrases));
  const message = reply(phrases.shared.goals, items, digest, 'goals', phrases);
  const picture = goalsPicture(digest, 1, phrases);
  const native = goalsChart(digest, 1, phrases);
  return { ...message, ...(picture && { picture }), ...(native && { native }) };
}

/** The gates that have passed are told in a monthly digest, a row each. */
export const tellsGates = ({ cadence, goals }: Digest): boolean =>
  cadence === 'monthly' && goals.some(({ state }) => state.gates.some(({ daysLeft }) => daysLeft < 0));

export function gatesReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.goals.flatMap((goal) => goal.state.gates.flatMap((gate) => gateItem(goal, gate, phrases) ?? []));
  return reply(headed(phrases.shared.gates, items.length, phrases), items, digest, 'goals', phrases);
}

export const eventsReply = (digest: Digest, phrases: Phrases): Message =>
  reply(
    headed(phrases.shared.events, eventCount(digest.events), phrases),
    eventItems(digest, phrases),
    digest,
    'events',
    phrases,
  );

export function changesReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.changed.flatMap((each) => reportItems(each, digest, phrases).map(({ text }) => text));
  return reply(headed(phrases.shared.reports, digest.changes, phrases), items, digest, 'changes', phrases);
}

export function redsReply(digest: Digest, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const items = digest.red.map((each) => litItem(each, digest, phrases));
  return reply(own.reds(digest.red.length), items, digest, 'red', phrases, redsTable(digest, phrases));
}

/** A row a unit: which of its projects nobody answered for. No person is named in a channel. */
export function unreportedReply(digest: Digest, phrases: Phrases): Message {
  const units = new Map<string, Unreported[]>();
  for (const each of digest.unreported) units.set(each.project.unit, [...(units.get(each.project.unit) ?? []), each]);
  const items = [...units.values()].map((of) => {
    const name = phrases.name(of[0]?.project.unitName ?? null, phrases.zh ? 10 : 24) ?? '';
    const names = of.map(({ project }) => shortName(project)).join(phrases.zh ? '、' : ', ');
    return escapeText(`${name}${phrases.zh ? '' : ' '}${of.length}${phrases.colon}${names}`);
  });
  return reply(
    headed(phrases.shared.unreported, digest.unreported.length, phrases),
    items,
    digest,
    'unreported',
    phrases,
    unreportedTable(digest, phrases),
  );
}

/** What each unit had due and did, in the plan's order; each opens what is behind its numbers. */
export function unitsReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.units.map((unit) => unitItem(unit, phrases));
  return reply(phrases.shared.units, items, digest, 'units', phrases, unitsTable(digest, phrases));
}

/** What waits on those who read it, by who it is that has it, each with the way to its card. */
export function waitingReply(digest: Digest, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const groups = waitingGroups(digest, phrases);
  const texts: string[] = [];
  const blocks = groups.flatMap(({ who, of }) => {
    const heading = escapeText(own.waits(who, of.length));
    texts.push(heading);
    const cards = of.slice(0, REPLY_WAITING).map((each) => {
      const item = obstacleItem(each, digest, phrases);
      texts.push(item);
      const opener = button(obstacleIds.card, { id: each.id }, own.openObstacle);
      // Slack wants every action_id of a message once.
      return section(item, { ...opener, action_id: `${opener.action_id}#${each.number}` });
    });
    const left = of.length - cards.length;
    const rest =
      left <= 0
        ? []
        : [
            section(phrases.shared.more(left), {
              ...button(openList, listRequest(digest, 'obstacles'), phrases.shared.openList),
              action_id: `${openList.id}#${who}`,
            }),
          ];
    return [section(`*${heading}*`), ...cards, ...rest];
  });
  return { text: clip(texts.join('\n'), 3500), blocks };
}

/** All of them, with the rungs that have them; what waits on the readers has a reply of its own. */
export function obstaclesReply(digest: Digest, phrases: Phrases): Message {
  const yours = digest.obstacles.filter(({ yours: theirs }) => theirs);
  const rest = digest.obstacles.filter((each) => !yours.includes(each));
  const counts = digest.obstacles.length === 0 ? '' : `${phrases.colon}${rungCounts(digest, phrases)}`;
  const heading = `${headed(phrases.shared.obstacles, digest.obstacles.length, phrases)}${counts}`;
  return reply(
    heading,
    rest.map((each) => obstacleItem(each, digest, phrases)),
    digest,
    'obstacles',
    phrases,
    obstaclesTable(heading, rest, digest, phrases),
  );
}
